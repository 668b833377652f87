// The database in use, for tools that run beside the app or without it.
import { spawn } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { findEmbedded, startEmbedded } from "./embedded-postgres.mjs";
import { lockHolder } from "./process-lock.mjs";

/** The repository's root. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Reads `.env`, whose values give way to those of the environment, as Next does. */
export function loadEnvFile() {
  try {
    process.loadEnvFile(path.join(ROOT, ".env"));
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
}

/** @returns {string} where the app keeps its files */
export function dataDir() {
  return path.resolve(ROOT, process.env.DATA_DIR || ".data");
}

/** @param {string} dir @returns {string} the lock that a running launcher holds */
export const launcherLock = (dir) => path.join(dir, "launcher.lock");

/**
 * Runs `work` with the database in use: the one of `DATABASE_URL`, or the embedded one, which is started
 * for the time being where it does not run.
 * @template T
 * @param {(url: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withDatabase(work) {
  if (process.env.DATABASE_URL) return await work(process.env.DATABASE_URL);
  const dir = dataDir();
  const running = await findEmbedded(dir);
  if (running !== null) return await work(running.url);
  const database = await startEmbedded({ dataDir: dir, say: (line) => console.error(line) });
  try {
    return await work(database.url);
  } finally {
    // A launcher that came meanwhile has joined this server and stops it itself.
    if (!database.reused && lockHolder(launcherLock(dir)) === null) await database.stop();
  }
}

/**
 * Runs a script in TypeScript on the server's side of the code.
 * @param {string} script its path from the root
 * @param {{ args?: string[], env?: Record<string, string | undefined> }} [options]
 * @returns {Promise<number>} its exit code
 */
export function runTypeScript(script, { args = [], env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ["--conditions=react-server", "--import", "tsx", path.join(ROOT, script), ...args],
      { cwd: ROOT, stdio: "inherit", env: { ...process.env, ...env } },
    );
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}
