// The embedded PostgreSQL server: its files and its process. Its DATA_DIR must be locked: only who holds the launcher's lock
// starts its server, or a test whose folder it is.
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { acquireLock, waitForLock } from "./file-lock.mjs";
import { createTemporaryFolder, getDataDir, launcherLockFile } from "./paths.mjs";
import { findFreePort, findPortProblem } from "./ports.mjs";
import { findPostgresPrograms, getReachableFolder, getServerUser } from "./postgres-binaries.mjs";
import { runQuietly } from "./run-command.mjs";
import { getDatabaseUrls, requireDatabaseSetting } from "./settings.mjs";

/**
 * The content of `database.json` in DATA_DIR. `appPassword` is that of the role that owns the database; `folder` holds the
 * cluster; `port` is the last one used, 0 for none.
 * @typedef {{ adminPassword: string, appPassword: string, servingPassword: string, folder: string, port: number }} ClusterState
 */

/** Addresses: as the role that serves, as the one that owns the product's database and nothing else, and as the superuser. */
/** @typedef {{ url: string, ownerUrl: string, adminUrl: string }} DatabaseUrls */

/** A server that this process has started. `stop` stops whichever server then works on its files. */
/** @typedef {DatabaseUrls & { isRunning: () => boolean, stop: () => Promise<void> }} EmbeddedDatabase */

/** The name of the product's database and of the role that owns it. */
const APP_NAME = "tracker";
/** The name of the role that serves. */
const SERVING_ROLE = "tracker_app";
/** The major version of the embedded server. Another one cannot read this one's files. */
const MAJOR = 18;
/** Seconds in which a server starts, recovery after a crash included, and in which it stops. */
const START_SECONDS = "60";
const STOP_SECONDS = "10";
const makePassword = () => randomBytes(24).toString("hex");

/** @param {string} dataDir @returns {ClusterState | null} null if `dataDir` has no cluster yet */
export function readState(dataDir) {
  const file = path.join(dataDir, "database.json");
  if (!fs.existsSync(file)) return null;
  const state = JSON.parse(fs.readFileSync(file, "utf8"));
  return { ...state, folder: path.resolve(dataDir, state.folder) };
}

function writeState(dataDir, state) {
  const file = path.join(dataDir, "database.json");
  // A relative folder lets DATA_DIR be moved.
  const folder = state.folder === dataDir ? "." : state.folder;
  const content = JSON.stringify({ ...state, folder }, null, 2);
  fs.writeFileSync(`${file}.new`, `${content}\n`, { mode: 0o600 });
  fs.renameSync(`${file}.new`, file);
}

/** @param {ClusterState} state @returns {string} PostgreSQL's data directory */
export const clusterFolder = (state) => path.join(state.folder, `postgres-${MAJOR}`);

/** The stored state, or that of a cluster that does not exist yet. Refuses files whose data would seem lost. */
function openState(dir, user, log) {
  const stored = readState(dir);
  const passwords = { adminPassword: makePassword(), appPassword: makePassword() };
  const state = {
    // Files of earlier versions lack it.
    servingPassword: makePassword(),
    ...(stored ?? { ...passwords, folder: getReachableFolder(dir, user, log), port: 0 }),
  };
  const folder = clusterFolder(state);
  if (stored === null && fs.existsSync(folder)) {
    throw new Error(
      `${folder} contains a database, but the file with its passwords, ${dir}/database.json, is missing. Restore that file, or set DATA_DIR to a new folder.`,
    );
  }
  const other = fs.readdirSync(state.folder).find((name) => /^postgres-\d+$/.test(name));
  if (other && !fs.existsSync(folder)) {
    throw new Error(
      `${path.join(state.folder, other)} was made by PostgreSQL ${other.slice(9)}, and this version of the tracker has PostgreSQL ${MAJOR}, ` +
        'which cannot read it. Follow "Upgrade PostgreSQL" in docs/operating.md.',
    );
  }
  return state;
}

/** @returns {DatabaseUrls} */
function getUrls({ adminPassword, appPassword, servingPassword }, port) {
  const at = `127.0.0.1:${port}`;
  return {
    url: `postgresql://${SERVING_ROLE}:${servingPassword}@${at}/${APP_NAME}`,
    ownerUrl: `postgresql://${APP_NAME}:${appPassword}@${at}/${APP_NAME}`,
    adminUrl: `postgresql://postgres:${adminPassword}@${at}/postgres`,
  };
}

/** The lines of the cluster's `postmaster.pid`, which remains after a crash. Line 1 is a pid, line 4 a port, line 8 a status. */
function readPidFile(folder) {
  try {
    return fs.readFileSync(path.join(folder, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return [];
  }
}

/**
 * Finds the running server of a cluster, whichever process of this machine or container started it.
 * @param {string} folder
 * @returns {{ pid: number, port: number, isReady: boolean } | null} null also if another program has the pid of one that was
 *   killed, or another PostgreSQL
 */
export function findServer(folder) {
  const [pid = "", , , port, , , , status = ""] = readPidFile(folder);
  let isOwn = false;
  try {
    // A server works in its cluster's folder.
    isOwn = fs.readlinkSync(`/proc/${Number(pid)}/cwd`) === fs.realpathSync(folder);
  } catch {
    const { stdout } = spawnSync("ps", ["-o", "command=", "-p", pid], { encoding: "utf8" });
    isOwn = stdout?.includes(`-D ${folder} `);
  }
  return isOwn ? { pid: Number(pid), port: Number(port), isReady: /^ready/.test(status) } : null;
}

function stopServer(folder, bin, user) {
  for (const mode of ["fast", "immediate"]) {
    // pg_ctl itself would stop any program that has the pid.
    if (findServer(folder) === null) return;
    const args = ["stop", "-D", folder, "-m", mode, "-w", "-t", STOP_SECONDS];
    spawnSync(path.join(bin, "pg_ctl"), args, { ...user, cwd: "/" });
  }
  if (findServer(folder) === null) return;
  throw new Error(`The PostgreSQL in ${folder} did not stop. Stop its process by hand.`);
}

/** Creates the cluster's files. initdb holds the lock of the cluster too, because it goes on after its start was killed. */
async function createCluster(state, bin, user, options) {
  // Created elsewhere and renamed, so that an interrupted one is not taken for a complete one.
  const draft = `${clusterFolder(state)}.new`;
  const passwordFile = path.join(state.folder, "initdb-password");
  fs.rmSync(draft, { recursive: true, force: true });
  fs.mkdirSync(draft, { mode: 0o700 });
  fs.writeFileSync(passwordFile, state.adminPassword, { mode: 0o600 });
  if (user.uid !== undefined) {
    for (const file of [draft, passwordFile]) fs.chownSync(file, user.uid, user.gid);
  }
  const args = ["-D", draft, "-U", "postgres", `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
  args.push("--encoding=UTF8", "--locale=C", "--locale-provider=builtin");
  args.push("--builtin-locale=C.UTF-8", "--data-checksums", "--no-instructions");
  const created = runQuietly(path.join(bin, "initdb"), args, { ...user, cwd: "/", ...options });
  await created.finally(() => fs.rmSync(passwordFile));
  fs.renameSync(draft, clusterFolder(state));
}

/** Starts the server, all of whose processes hold the lock of the cluster, and waits until it accepts connections. */
function startServer(folder, bin, user, { port, settings, logFile, lockFd }) {
  try {
    // Another program now has the pid of a server that was killed, and PostgreSQL would not start.
    process.kill(Number(readPidFile(folder)[0]), 0);
    fs.rmSync(path.join(folder, "postmaster.pid"));
  } catch {}
  const all = { port, listen_addresses: "127.0.0.1", unix_socket_directories: "", ...settings };
  const flags = Object.entries(all).map(([name, value]) => `-c ${name}=${value}`);
  const args = ["start", "-D", folder, "-o", flags.join(" "), "-w", "-t", START_SECONDS];
  const log = fs.openSync(logFile, "a", 0o600);
  const { size } = fs.fstatSync(log);
  const { status } = spawnSync(path.join(bin, "pg_ctl"), args, {
    ...{ ...user, cwd: "/", env: { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" } },
    stdio: ["ignore", log, log, lockFd],
  });
  fs.closeSync(log);
  if (status === 0) return;
  const output = fs.readFileSync(logFile, "utf8").slice(size).slice(-2000);
  throw new Error(`The embedded PostgreSQL did not start. Its log:\n${output}`);
}

/** Creates the product's roles and database if they do not exist. */
async function ensureAppDatabase({ appPassword, servingPassword }, adminUrl) {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const roles = { [APP_NAME]: appPassword, [SERVING_ROLE]: servingPassword };
    for (const [name, password] of Object.entries(roles)) {
      const { rowCount } = await admin.query("SELECT FROM pg_roles WHERE rolname = $1", [name]);
      if (rowCount === 0) await admin.query(`CREATE ROLE ${name} LOGIN PASSWORD '${password}'`);
    }
    const found = await admin.query("SELECT FROM pg_database WHERE datname = $1", [APP_NAME]);
    if (found.rowCount === 0) await admin.query(`CREATE DATABASE ${APP_NAME} OWNER ${APP_NAME}`);
  } finally {
    await admin.end();
  }
}

/**
 * Starts the server of `dataDir`, whose cluster is created on first use. Stops the one that a killed start has left.
 * @param {object} options
 * @param {string} options.dataDir
 * @param {Record<string, string>} [options.settings] of postgresql.conf
 * @param {(line: string) => void} [options.log]
 * @param {AbortSignal} [options.signal] ends the start, and leaves no server
 * @param {number} [options.waitMs] how long what a killed start has left may take to end
 * @returns {Promise<EmbeddedDatabase>}
 * @throws if another machine or container runs a server on the same files
 */
export async function startEmbeddedPostgres(options) {
  const { dataDir, settings = {}, log = () => {}, signal, waitMs = 60_000 } = options;
  const dir = path.resolve(dataDir);
  fs.mkdirSync(dir, { recursive: true });
  const user = getServerUser();
  const bin = findPostgresPrograms(user, log);
  const state = openState(dir, user, log);
  const folder = clusterFolder(state);
  const stop = () => stopServer(folder, bin, user);
  // Next to the cluster, so that two folders that name the same cluster share the lock.
  const lock = await waitForLock(`${folder}.lock`, {
    ...{ timeoutMs: waitMs, signal, onHeld: stop },
    refuse: (holder) =>
      `The database in ${folder} is in use by another tracker (${holder}). Two servers would destroy the data. Stop that one, or set DATA_DIR to another folder.`,
  });
  try {
    // The server of an earlier version holds no lock.
    stop();
    writeState(dir, state);
    if (!fs.existsSync(path.join(folder, "PG_VERSION"))) {
      await createCluster(state, bin, user, { signal, lockFd: lock.fd });
    }
    // The last port, so that connection strings stay valid.
    const isFree = state.port > 0 && (await findPortProblem(state.port, "127.0.0.1")) === null;
    const port = isFree ? state.port : await findFreePort();
    signal?.throwIfAborted();
    const logFile = path.join(dir, "postgres.log");
    startServer(folder, bin, user, { port, settings, logFile, lockFd: lock.fd });
    writeState(dir, { ...state, port });
    const pid = findServer(folder)?.pid;
    const urls = getUrls(state, port);
    await ensureAppDatabase(state, urls.adminUrl);
    signal?.throwIfAborted();
    const isRunning = () => findServer(folder)?.pid === pid;
    return { ...urls, isRunning, stop: async () => stop() };
  } catch (error) {
    stop();
    throw error;
  } finally {
    fs.closeSync(lock.fd);
  }
}

/**
 * @param {string} dataDir
 * @returns {DatabaseUrls | null} of the running server of `dataDir`; null if there is none
 */
export function findEmbeddedPostgres(dataDir) {
  const state = readState(path.resolve(dataDir));
  const server = state && findServer(clusterFolder(state));
  return server?.isReady ? getUrls(state, server.port) : null;
}

/**
 * Runs `work` with the configured database: the one of `DATABASE_URL`, or the embedded one. If the embedded server is not
 * running, it is started for the duration of `work`, and no launcher can start meanwhile.
 * @template T
 * @param {(url: string, info: { ownerUrl: string, isTemporary: boolean }) => Promise<T>} work `url`: as the role that
 *   serves; `ownerUrl`: as the one that owns the tables; `isTemporary`: the server stops afterwards
 * @returns {Promise<T>}
 */
export async function withDatabase(work) {
  requireDatabaseSetting();
  const dataDir = getDataDir();
  for (const deadline = Date.now() + 10_000; ; await sleep(100)) {
    const running = getDatabaseUrls() ?? findEmbeddedPostgres(dataDir);
    if (running) return await work(running.url, { ...running, isTemporary: false });
    const lock = acquireLock(launcherLockFile(dataDir));
    if ("release" in lock) return await withLockedDatabase(dataDir, work).finally(lock.release);
    if (Date.now() < deadline) continue;
    throw new Error(
      `${dataDir} is in use (${lock.holder}), and its database does not answer here.`,
    );
  }
}

async function withLockedDatabase(dataDir, work) {
  const database = await startEmbeddedPostgres({ dataDir, log: console.error });
  try {
    return await work(database.url, { ...database, isTemporary: true });
  } finally {
    await database.stop();
  }
}

/**
 * Starts a database server for tests and tools that is removed afterwards with all its data. The data need not survive a
 * crash, so it does not wait for the disk.
 * @param {string} purpose one word for the folder's name
 * @returns {Promise<DatabaseUrls & { stop: () => Promise<void> }>}
 */
export async function startTemporaryDatabase(purpose) {
  const { dir, remove } = createTemporaryFolder(purpose);
  const settings = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };
  const database = await startEmbeddedPostgres({ dataDir: dir, settings });
  const stop = async () => {
    await database.stop();
    remove();
  };
  return { ...database, stop };
}
