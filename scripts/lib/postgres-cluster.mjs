// One PostgreSQL cluster: the folder of its files, the server that works in it, and what DATA_DIR remembers.
import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import pg from "pg";
import { freePort, isFree } from "./ports.mjs";
import { processBirth } from "./process-lock.mjs";

/**
 * What DATA_DIR remembers of its server.
 * @typedef {{ adminPassword: string, appPassword: string, folder: string, port: number }} Memory
 */

/** The role and the database of the app. */
export const APP = "tracker";
const MEMORY_FILE = "database.json";
/** What a server says whose killed predecessor has not quite gone, and how long that may take. */
const PREDECESSOR_GOES = /shared memory|lock file "postmaster\.pid" already exists/;
const PREDECESSOR_MS = 15_000;
const wait = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** @param {string} dataDir @returns {Memory | null} */
export function recall(dataDir) {
  const file = path.join(dataDir, MEMORY_FILE);
  if (!fs.existsSync(file)) return null;
  const memory = JSON.parse(fs.readFileSync(file, "utf8"));
  return { ...memory, folder: path.resolve(dataDir, memory.folder) };
}

/** @param {string} dataDir @param {Memory} memory */
export function remember(dataDir, memory) {
  const file = path.join(dataDir, MEMORY_FILE);
  // Relative where it is DATA_DIR itself, so that the folder may be moved.
  const folder = memory.folder === dataDir ? "." : memory.folder;
  const kept = JSON.stringify({ ...memory, folder }, null, 2);
  fs.writeFileSync(`${file}.new`, `${kept}\n`, { mode: 0o600 });
  fs.renameSync(`${file}.new`, file);
}

export const cluster = (/** @type {Memory} */ memory) => path.join(memory.folder, "postgres-18");

/** @param {Memory} memory @param {number} port */
export function addresses(memory, port) {
  return {
    url: `postgresql://${APP}:${memory.appPassword}@127.0.0.1:${port}/${APP}`,
    adminUrl: `postgresql://postgres:${memory.adminPassword}@127.0.0.1:${port}/postgres`,
  };
}

/**
 * The server's own note of itself: the first line is its pid, the fourth its port, the eighth its state.
 * @param {Memory} memory
 */
export function readPidFile(memory) {
  try {
    const lines = fs.readFileSync(path.join(cluster(memory), "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]), state: (lines[7] ?? "").trim() };
  } catch {
    return null;
  }
}

/**
 * Whether our server answers at that port: it takes our password and works in our folder.
 * @param {Memory} memory
 * @param {number} port
 */
async function isOurs(memory, port) {
  const client = new pg.Client({
    connectionString: addresses(memory, port).adminUrl,
    connectionTimeoutMillis: 3000,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query("SHOW data_directory");
    return fs.realpathSync(rows[0].data_directory) === fs.realpathSync(cluster(memory));
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** @param {number} pid of a living process, which after a restart of the machine may be anyone's */
function isPostgres(pid) {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("postgres");
  } catch {
    const answer = spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
    return (answer.stdout ?? "").includes("postgres");
  }
}

/**
 * @param {Memory} memory
 * @returns {Promise<number | null>} the port of the living server; null where none lives
 */
export async function runningPort(memory) {
  for (let tries = 0; tries < 100; tries++) {
    const note = readPidFile(memory);
    if (note === null) return null;
    // After a crash the note stays: a new server reads there which memory the old one's children may hold.
    if (processBirth(note.pid) === null) return null;
    if (!isPostgres(note.pid)) {
      fs.rmSync(path.join(cluster(memory), "postmaster.pid"), { force: true });
      return null;
    }
    if (note.state === "ready" && (await isOurs(memory, note.port))) return note.port;
    // It is starting up, recovering or shutting down.
    await wait(100);
  }
  throw new Error(
    `A PostgreSQL server in ${cluster(memory)} runs but does not answer; stop it and try again.`,
  );
}

/** @param {string} bin @param {import("./postgres-binaries.mjs").ServerUser} user @param {Memory} memory */
export function createCluster(bin, user, memory) {
  // Made aside and renamed, so that one that was interrupted is never taken for a whole one.
  const draft = `${cluster(memory)}.new`;
  const passwordFile = path.join(memory.folder, "initdb-password");
  fs.rmSync(draft, { recursive: true, force: true });
  fs.mkdirSync(draft, { mode: 0o700 });
  fs.writeFileSync(passwordFile, memory.adminPassword, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) {
    fs.chownSync(draft, user.uid, user.gid);
    fs.chownSync(passwordFile, user.uid, user.gid);
  }
  try {
    const made = spawnSync(
      path.join(bin, "initdb"),
      [
        "-D",
        draft,
        "-U",
        "postgres",
        "--auth=scram-sha-256",
        `--pwfile=${passwordFile}`,
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--data-checksums",
        "--no-instructions",
      ],
      { ...user, cwd: "/", encoding: "utf8" },
    );
    if (made.status !== 0) {
      throw new Error(`initdb failed: ${made.error?.message ?? `${made.stderr}${made.stdout}`}`);
    }
  } finally {
    fs.rmSync(passwordFile, { force: true });
  }
  fs.renameSync(draft, cluster(memory));
}

/**
 * The port of last time, so that addresses that were given out stay good; another where that is taken.
 * @param {number} last 0 for none
 */
async function choosePort(last) {
  // A server that has just ended may hold it for a moment.
  for (let tries = 0; last > 0 && tries < 20; tries++) {
    if (await isFree(last)) return last;
    await wait(100);
  }
  return await freePort();
}

/**
 * @param {string} bin
 * @param {import("./postgres-binaries.mjs").ServerUser} user
 * @param {Memory} memory
 * @param {string} logFile
 * @param {Record<string, string>} settings
 * @returns {Promise<number>} the port
 */
export async function launch(bin, user, memory, logFile, settings) {
  const late = Date.now() + PREDECESSOR_MS;
  for (;;) {
    const port = await choosePort(memory.port);
    const logStart = fs.existsSync(logFile) ? fs.statSync(logFile).size : 0;
    const log = fs.openSync(logFile, "a", 0o600);
    const all = { listen_addresses: "127.0.0.1", unix_socket_directories: "", ...settings };
    const server = spawn(
      path.join(bin, "postgres"),
      [
        "-D",
        cluster(memory),
        "-p",
        String(port),
        ...Object.entries(all).flatMap(([key, value]) => ["-c", `${key}=${value}`]),
      ],
      // A group of its own: Ctrl-C is for the launcher, which stops the app before the database.
      {
        ...user,
        cwd: "/",
        detached: true,
        stdio: ["ignore", log, log],
        env: { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" },
      },
    );
    fs.closeSync(log);
    /** @type {string | null} */
    let failure = null;
    server.once("error", (error) => {
      failure = error.message;
    });
    server.once("exit", (code) => {
      failure = `exit ${code}`;
    });
    server.unref();
    for (let tries = 0; tries < 600 && failure === null; tries++) {
      const note = readPidFile(memory);
      if (note?.pid === server.pid && note?.state === "ready" && (await isOurs(memory, port)))
        return port;
      await wait(20);
    }
    const said = fs.readFileSync(logFile, "utf8").slice(logStart);
    if (PREDECESSOR_GOES.test(said) && Date.now() < late) {
      await wait(250);
      continue;
    }
    throw new Error(
      `The embedded PostgreSQL did not start (${failure ?? "no answer"}). It said:\n${said.slice(-2000)}`,
    );
  }
}
