// What every script needs to know of this checkout. Node's own modules only: it runs before any install.
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** @param {string} file its path from the root @returns {string} */
export const fromRoot = (file) => path.join(ROOT, file);

/** Reads `.env`, whose values give way to those of the environment, as Next does. */
export function loadEnvFile() {
  try {
    process.loadEnvFile(fromRoot(".env"));
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

/** @param {string} dir @returns {string} the note of which process is the launcher's server */
export const serverNote = (dir) => path.join(dir, "server.json");

/** Where an unfinished or outdated step is told from a finished one. */
const STAMPS = fromRoot("node_modules/.cache/cpec-sez-tracker");

/** @param {string} step @param {string} stamp whether the step was last done for just this state */
export function isDone(step, stamp) {
  const file = path.join(STAMPS, step);
  return fs.existsSync(file) && fs.readFileSync(file, "utf8") === stamp;
}

/** @param {string} step @param {string | null} stamp null: the step has begun and is not finished */
export function markDone(step, stamp) {
  const file = path.join(STAMPS, step);
  fs.mkdirSync(STAMPS, { recursive: true });
  if (stamp === null) fs.rmSync(file, { force: true });
  else fs.writeFileSync(file, stamp);
}

/** @param {string} entry @returns {string[]} the files at or below it, from the root, in a fixed order */
function filesBelow(entry) {
  const stat = fs.statSync(fromRoot(entry), { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [entry];
  return fs
    .readdirSync(fromRoot(entry))
    .sort()
    .flatMap((name) => filesBelow(path.join(entry, name)));
}

/**
 * @param {string[]} entries files and folders, from the root
 * @returns {string} changes when a name or a content among them does
 */
export function stampOf(entries) {
  const hash = createHash("sha256").update(
    `${process.version} ${process.platform} ${process.arch}`,
  );
  for (const file of entries.flatMap(filesBelow)) {
    hash.update(`\0${file}\0`).update(fs.readFileSync(fromRoot(file)));
  }
  return hash.digest("hex");
}
