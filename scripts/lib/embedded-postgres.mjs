// The embedded PostgreSQL server: created, started, shared and stopped by the tracker. Its files are in DATA_DIR, or for
// tests and tools in a temporary folder.
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { acquireLock, withLock } from "./file-lock.mjs";
import { createTemporaryFolder, getDataDir, launcherLockFile } from "./paths.mjs";
import {
  ensureReachableFolder,
  findPostgresPrograms,
  getServerUser,
} from "./postgres-binaries.mjs";
import {
  APP_NAME,
  clusterFolder,
  connectionUrls,
  createCluster,
  findRunningPort,
  lockOrFindServer,
  readPidFile,
  readState,
  requireSameMajor,
  SERVING_ROLE,
  startCluster,
  writeState,
} from "./postgres-cluster.mjs";
import { processStartTime } from "./process-lock.mjs";
import { getDatabaseUrls, requireDatabaseSetting } from "./settings.mjs";

/** How often the supervisor checks the server, and how long it waits after a failed restart. */
const CHECK_MS = 250;
const RETRY_MS = 5_000;

/**
 * @typedef {object} EmbeddedDatabase
 * @property {string} url connects as the role that serves
 * @property {string} ownerUrl connects as the role that owns the product's database and nothing else
 * @property {string} adminUrl connects as the superuser; only for administration and tests
 * @property {boolean} reused whether the server was already running
 * @property {() => Promise<void>} stop
 */

/** @typedef {import("./postgres-cluster.mjs").ClusterState} ClusterState */

/** Creates the product's roles and database if they do not exist. @param {ClusterState} state @param {string} adminUrl */
async function ensureAppDatabase(state, adminUrl) {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const roles = { [APP_NAME]: state.appPassword, [SERVING_ROLE]: state.servingPassword };
    for (const [name, password] of Object.entries(roles)) {
      const role = await admin.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [name]);
      if (role.rowCount !== 0) continue;
      await admin.query(
        `CREATE ROLE ${name} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '${password}'`,
      );
    }
    const database = await admin.query("SELECT 1 FROM pg_database WHERE datname = $1", [APP_NAME]);
    if (database.rowCount === 0) {
      await admin.query(`CREATE DATABASE ${APP_NAME} OWNER ${APP_NAME}`);
    }
  } finally {
    await admin.end();
  }
}

/**
 * Stops the server of `dataDir`, whichever process started it. Does nothing if none is running.
 * @param {string} dataDir
 */
async function stopEmbeddedPostgres(dataDir) {
  const state = readState(path.resolve(dataDir));
  if (state === null || readPidFile(state) === null) return;
  const user = getServerUser();
  const bin = findPostgresPrograms(user, () => {});
  for (const mode of ["fast", "immediate"]) {
    const pgCtl = spawnSync(
      path.join(bin, "pg_ctl"),
      ["stop", "-D", clusterFolder(state), "-m", mode, "-w", "-t", "10"],
      { ...user, cwd: "/", encoding: "utf8" },
    );
    if (pgCtl.status === 0 || readPidFile(state) === null) return;
  }
  throw new Error(
    `The embedded PostgreSQL in ${clusterFolder(state)} did not stop within 20 s. Stop its process by hand.`,
  );
}

/**
 * @param {string} dataDir
 * @returns {Promise<{ url: string, ownerUrl: string, adminUrl: string } | null>} the running server of `dataDir`; null if there is none
 */
export async function findEmbeddedPostgres(dataDir) {
  const state = readState(path.resolve(dataDir));
  const port = state === null ? null : await findRunningPort(state);
  return state === null || port === null ? null : connectionUrls(state, port);
}

/**
 * @param {string} dir
 * @param {import("./postgres-binaries.mjs").ServerUser} user
 * @param {(line: string) => void} log
 * @returns {ClusterState} of a cluster that does not exist yet
 */
function createState(dir, user, log) {
  const state = {
    adminPassword: randomBytes(24).toString("hex"),
    appPassword: randomBytes(24).toString("hex"),
    servingPassword: randomBytes(24).toString("hex"),
    folder: ensureReachableFolder(dir, user, randomBytes(6).toString("hex"), log),
    port: 0,
  };
  if (fs.existsSync(clusterFolder(state))) {
    throw new Error(
      `${clusterFolder(state)} contains a database, but the file with its passwords, ${dir}/database.json, is missing. ` +
        "Restore that file, or set DATA_DIR to a new folder.",
    );
  }
  return state;
}

/**
 * Adds the password of the serving role to the state of an earlier version.
 * @param {string} dir
 * @returns {ClusterState | null} null if there is no cluster yet
 */
function readCompleteState(dir) {
  const state = readState(dir);
  if (state === null || state.servingPassword) return state;
  const complete = { ...state, servingPassword: randomBytes(24).toString("hex") };
  writeState(dir, complete);
  return complete;
}

/**
 * Starts the server of `dataDir`, or uses it if it is already running. Creates the cluster on first use.
 * @param {object} options
 * @param {string} options.dataDir
 * @param {Record<string, string>} [options.settings] of postgresql.conf
 * @param {(line: string) => void} [options.log]
 * @param {AbortSignal} [options.signal] ends the start; a server that is already running goes on
 * @param {number} [options.answerMs] how long a server that is already running may take to answer
 * @returns {Promise<EmbeddedDatabase>}
 */
export async function startEmbeddedPostgres({
  dataDir,
  settings = {},
  log = () => {},
  signal,
  answerMs = 10_000,
}) {
  const dir = path.resolve(dataDir);
  fs.mkdirSync(dir, { recursive: true });
  const start = async () => {
    const user = getServerUser();
    const bin = findPostgresPrograms(user, log);
    const state = readCompleteState(dir) ?? createState(dir, user, log);
    requireSameMajor(state);
    const found = await lockOrFindServer(state, { log, signal, answerMs });
    const port = "port" in found ? found.port : await startLocked(found.lock, bin, user, state);
    const urls = connectionUrls(state, port);
    await ensureAppDatabase(state, urls.adminUrl);
    return { ...urls, reused: "port" in found, stop: () => stopEmbeddedPostgres(dir) };
  };
  /** @type {(lock: import("./file-lock.mjs").Lock, bin: string, user: import("./postgres-binaries.mjs").ServerUser, state: ClusterState) => Promise<number>} */
  const startLocked = async (lock, bin, user, state) => {
    try {
      writeState(dir, state);
      const isCreated = fs.existsSync(path.join(clusterFolder(state), "PG_VERSION"));
      if (!isCreated) createCluster(bin, user, state);
      const logFile = path.join(dir, "postgres.log");
      const options = { logFile, settings, lockFd: lock.fd, signal };
      const port = await startCluster(bin, user, state, options);
      writeState(dir, { ...state, port });
      return port;
    } finally {
      // The server has inherited the lock and holds it until its last process ends.
      lock.release();
    }
  };
  return await withLock(path.join(dir, "database.lock"), start, { signal });
}

/**
 * @param {string} dataDir
 * @returns {string | null} changes whenever another server process runs there; null if none is running
 */
function processIdentity(dataDir) {
  const state = readState(path.resolve(dataDir));
  const pidFile = state && readPidFile(state);
  return pidFile && processStartTime(pidFile.pid);
}

/**
 * Restarts the server whenever it stops, for example when the system kills it for lack of memory.
 * @param {object} options
 * @param {string} options.dataDir
 * @param {string} options.url the URL that the product was given
 * @param {(line: string) => void} options.log
 * @param {(url: string) => void} options.onUrlChange called if the old port was taken and the server has another
 * @returns {() => Promise<void>} ends the supervision
 */
export function superviseEmbeddedPostgres({ dataDir, url, log, onUrlChange }) {
  const ending = new AbortController();
  const { signal } = ending;
  const wait = (/** @type {number} */ ms) => sleep(ms, null, { signal }).catch(() => {});
  let currentUrl = url;
  // After a crash the pid file remains and another program may have its pid, so the start time is compared too.
  let identity = processIdentity(dataDir);
  const watch = async () => {
    while (!signal.aborted) {
      await wait(CHECK_MS);
      if (signal.aborted || (identity !== null && processIdentity(dataDir) === identity)) continue;
      log("PostgreSQL stopped unexpectedly; restarting it…");
      try {
        const restarted = await startEmbeddedPostgres({ dataDir, log, signal });
        const isMoved = restarted.url !== currentUrl;
        log(`PostgreSQL is running again${isMoved ? " on another port" : ""}.`);
        if (isMoved) onUrlChange(restarted.url);
        currentUrl = restarted.url;
        identity = processIdentity(dataDir);
      } catch (error) {
        if (signal.aborted) return;
        log(error.message);
        await wait(RETRY_MS);
      }
    }
  };
  const watching = watch();
  return async () => {
    ending.abort();
    await watching;
  };
}

/**
 * Runs `work` with the configured database: the one of `DATABASE_URL`, or the embedded one. If the embedded
 * server is not running, it is started for the duration of `work`.
 * @template T
 * @param {(url: string, info: { ownerUrl: string, isTemporary: boolean }) => Promise<T>} work `url`: as the role that
 *   serves; `ownerUrl`: as the one that owns the tables; `isTemporary`: the server stops afterwards
 * @returns {Promise<T>}
 */
export async function withDatabase(work) {
  requireDatabaseSetting();
  const configured = getDatabaseUrls();
  if (configured !== null)
    return await work(configured.url, { ownerUrl: configured.ownerUrl, isTemporary: false });
  const dataDir = getDataDir();
  const running = await findEmbeddedPostgres(dataDir);
  if (running !== null)
    return await work(running.url, { ownerUrl: running.ownerUrl, isTemporary: false });
  const database = await startEmbeddedPostgres({ dataDir, log: (line) => console.error(line) });
  try {
    const { url: servingUrl, ownerUrl, reused } = database;
    return await work(servingUrl, { ownerUrl, isTemporary: !reused });
  } finally {
    if (!database.reused) await stopUnlessUsed(database, dataDir);
  }
}

/**
 * Stops the server unless a launcher has started in the meantime, which uses this server and stops it itself. The lock
 * is held meanwhile, so that no launcher starts to use a server that is about to stop.
 * @param {EmbeddedDatabase} database
 * @param {string} dataDir
 */
async function stopUnlessUsed(database, dataDir) {
  const lock = acquireLock(launcherLockFile(dataDir));
  if ("holder" in lock) return;
  try {
    await database.stop();
  } finally {
    lock.release();
  }
}

/** The data need not survive a crash, so the server does not wait for the disk. */
const TEMPORARY_SETTINGS = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

/**
 * Starts a database server for tests and tools that is removed afterwards with all its data.
 * @param {string} purpose one word for the folder's name
 */
export async function startTemporaryDatabase(purpose) {
  const { dir, remove } = createTemporaryFolder(purpose);
  const database = await startEmbeddedPostgres({ dataDir: dir, settings: TEMPORARY_SETTINGS });
  return {
    url: database.url,
    ownerUrl: database.ownerUrl,
    adminUrl: database.adminUrl,
    stop: async () => {
      await database.stop();
      remove();
    },
  };
}
