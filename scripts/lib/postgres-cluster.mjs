// One PostgreSQL cluster: its files, its server process, and its state file in DATA_DIR.
import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import pg from "pg";
import { acquireLock, describeHolder, writeHolder } from "./file-lock.mjs";
import { findFreePort, isPortFree } from "./ports.mjs";
import { processStartTime } from "./process-lock.mjs";

/**
 * The content of the state file. `appPassword` is that of the role that owns the database. `servingPassword` is missing
 * in files of earlier versions. `folder` holds the cluster; `port` is the last one used, 0 for none.
 * @typedef {{ adminPassword: string, appPassword: string, servingPassword?: string, folder: string, port: number }} ClusterState
 */

/** The name of the product's database and of the role that owns it. */
export const APP_NAME = "tracker";
/** The name of the role that serves. */
export const SERVING_ROLE = "tracker_app";
const STATE_FILE = "database.json";
/** The server's error while its killed predecessor is still exiting, and how long that may take. */
const PREDECESSOR_ERROR = /shared memory|lock file "postmaster\.pid" already exists/;
const PREDECESSOR_MS = 15_000;
/** How long a server may take to start, recovery after a crash included. */
const START_MS = 60_000;
/** How long a server without the cluster's lock may take to answer. */
const ANSWER_MS = 10_000;
/** The major version of the embedded server. Another one cannot read this one's files. */
const MAJOR = 18;
const wait = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** @param {string} dataDir @returns {ClusterState | null} null if `dataDir` has no cluster yet */
export function readState(dataDir) {
  const file = path.join(dataDir, STATE_FILE);
  if (!fs.existsSync(file)) return null;
  const state = JSON.parse(fs.readFileSync(file, "utf8"));
  return { ...state, folder: path.resolve(dataDir, state.folder) };
}

/** @param {string} dataDir @param {ClusterState} state */
export function writeState(dataDir, state) {
  const file = path.join(dataDir, STATE_FILE);
  // A relative folder lets DATA_DIR be moved.
  const folder = state.folder === dataDir ? "." : state.folder;
  const content = JSON.stringify({ ...state, folder }, null, 2);
  fs.writeFileSync(`${file}.new`, `${content}\n`, { mode: 0o600 });
  fs.renameSync(`${file}.new`, file);
}

/** @param {ClusterState} state @returns {string} PostgreSQL's data directory */
export const clusterFolder = (state) => path.join(state.folder, `postgres-${MAJOR}`);

/**
 * A running server of the cluster holds the lock of this file, and all its processes inherit it. The file is next to the
 * cluster, so that two folders that name the same cluster share the lock.
 * @param {ClusterState} state
 * @returns {string}
 */
const clusterLockFile = (state) => `${clusterFolder(state)}.lock`;

/**
 * Refuses to create an empty cluster beside one of another major version, whose data would seem lost.
 * @param {ClusterState} state
 * @throws if the folder has only a cluster of another major version
 */
export function requireSameMajor(state) {
  if (!fs.existsSync(state.folder) || fs.existsSync(clusterFolder(state))) return;
  const other = fs.readdirSync(state.folder).find((name) => /^postgres-\d+$/.test(name));
  if (!other) return;
  throw new Error(
    `${path.join(state.folder, other)} was made by PostgreSQL ${other.slice(9)}, and this version of the tracker has PostgreSQL ${MAJOR}, ` +
      'which cannot read it. Follow "Upgrade PostgreSQL" in docs/operating.md.',
  );
}

/** @param {ClusterState} state @param {number} port */
export function connectionUrls(state, port) {
  const at = `127.0.0.1:${port}/${APP_NAME}`;
  const ownerUrl = `postgresql://${APP_NAME}:${state.appPassword}@${at}`;
  return {
    // A server that an earlier version started has only one role.
    url: state.servingPassword
      ? `postgresql://${SERVING_ROLE}:${state.servingPassword}@${at}`
      : ownerUrl,
    ownerUrl,
    adminUrl: `postgresql://postgres:${state.adminPassword}@127.0.0.1:${port}/postgres`,
  };
}

/**
 * Reads the server's postmaster.pid: line 1 is its pid, line 4 its port, line 8 its status. The file remains
 * after a crash.
 * @param {ClusterState} state
 * @returns {{ pid: number, port: number, status: string } | null} null if there is no file
 */
export function readPidFile(state) {
  try {
    const text = fs.readFileSync(path.join(clusterFolder(state), "postmaster.pid"), "utf8");
    const lines = text.split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]), status: (lines[7] ?? "").trim() };
  } catch {
    return null;
  }
}

/**
 * Checks that the server at this port is the cluster's own: it accepts our password and uses our folder.
 * @param {ClusterState} state
 * @param {number} port
 */
async function isOwnServer(state, port) {
  const client = new pg.Client({
    connectionString: connectionUrls(state, port).adminUrl,
    connectionTimeoutMillis: 3000,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query("SHOW data_directory");
    return fs.realpathSync(rows[0].data_directory) === fs.realpathSync(clusterFolder(state));
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * After a restart of the machine, another program may have the pid, also another PostgreSQL.
 * @param {ClusterState} state
 * @param {number} pid
 * @returns {boolean} whether the process is a server of this cluster
 */
function isClusterProcess(state, pid) {
  try {
    // A server works in its cluster's folder.
    return fs.readlinkSync(`/proc/${pid}/cwd`) === fs.realpathSync(clusterFolder(state));
  } catch {
    const answer = spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
    return (answer.stdout ?? "").includes("postgres");
  }
}

/**
 * @param {ClusterState} state
 * @returns {Promise<number | null>} the port at which the cluster's server answers; null if it does not
 */
export async function findRunningPort(state) {
  const pidFile = readPidFile(state);
  const answers = pidFile?.status === "ready" && (await isOwnServer(state, pidFile.port));
  return answers ? pidFile.port : null;
}

/**
 * Finds a server that does not hold the cluster's lock, because an older version of the tracker started it, or the
 * system has no such locks. Removes the pid file if another program has its pid, because PostgreSQL would not start.
 * @param {ClusterState} state
 * @param {AbortSignal} [signal] ends the wait
 * @returns {Promise<number | null>} its port; null if none is running
 * @throws if a server is running and does not answer within 10 s, or the wait is ended
 */
async function findUnlockedPort(state, signal) {
  for (const deadline = Date.now() + ANSWER_MS; Date.now() < deadline; await wait(100)) {
    signal?.throwIfAborted();
    const pidFile = readPidFile(state);
    if (pidFile === null) return null;
    // Keep the file after a crash: a new server reads in it which shared memory the old one may still use.
    if (processStartTime(pidFile.pid) === null) return null;
    if (!isClusterProcess(state, pidFile.pid)) {
      fs.rmSync(path.join(clusterFolder(state), "postmaster.pid"), { force: true });
      return null;
    }
    const port = await findRunningPort(state);
    if (port !== null) return port;
  }
  throw new Error(
    `The PostgreSQL server in ${clusterFolder(state)} is running but does not answer. Stop it and try again.`,
  );
}

/**
 * Locks the cluster, or finds its server if it is already running.
 * @param {ClusterState} state
 * @param {{ log: (line: string) => void, signal?: AbortSignal, answerMs: number }} options `answerMs`: how long a
 *   running server may take to answer, or a stopping one to end
 * @returns {Promise<{ lock: import("./file-lock.mjs").Lock } | { port: number }>}
 * @throws if another process runs PostgreSQL on the cluster and its server cannot be reached from here
 */
export async function lockOrFindServer(state, { log, signal, answerMs }) {
  const deadline = Date.now() + answerMs;
  for (;;) {
    signal?.throwIfAborted();
    const lock = acquireLock(clusterLockFile(state), { keepFile: true, log });
    if ("release" in lock) {
      try {
        const port = await findUnlockedPort(state, signal);
        if (port === null) return { lock };
        lock.release();
        return { port };
      } catch (error) {
        lock.release();
        throw error;
      }
    }
    const port = await findRunningPort(state);
    if (port !== null) return { port };
    if (Date.now() > deadline) {
      throw new Error(
        `The database in ${clusterFolder(state)} is in use by another tracker (${describeHolder(lock.holder)}), and its server does not answer here. ` +
          "Two servers would destroy the data. Stop that one, or set DATA_DIR to another folder.",
      );
    }
    await wait(100);
  }
}

/**
 * Creates the cluster's files with initdb.
 * @param {string} bin
 * @param {import("./postgres-binaries.mjs").ServerUser} user
 * @param {ClusterState} state
 */
export function createCluster(bin, user, state) {
  // Created elsewhere and renamed, so that an interrupted one is not taken for a complete one.
  const draft = `${clusterFolder(state)}.new`;
  const passwordFile = path.join(state.folder, "initdb-password");
  fs.rmSync(draft, { recursive: true, force: true });
  fs.mkdirSync(draft, { mode: 0o700 });
  fs.writeFileSync(passwordFile, state.adminPassword, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) {
    fs.chownSync(draft, user.uid, user.gid);
    fs.chownSync(passwordFile, user.uid, user.gid);
  }
  try {
    const initdb = spawnSync(
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
    if (initdb.status !== 0) {
      const reason = initdb.error?.message ?? `${initdb.stderr}${initdb.stdout}`;
      throw new Error(`The database files could not be created: initdb failed: ${reason}`);
    }
  } finally {
    fs.rmSync(passwordFile, { force: true });
  }
  fs.renameSync(draft, clusterFolder(state));
}

/**
 * Returns the last port, so that connection strings stay valid; another if it is in use.
 * @param {number} lastPort 0 for none
 */
async function choosePort(lastPort) {
  // A server that has just stopped may keep the port for a moment.
  for (let tries = 0; lastPort > 0 && tries < 20; tries++) {
    if (await isPortFree(lastPort)) return lastPort;
    await wait(100);
  }
  return await findFreePort();
}

/**
 * Starts the server and waits until it accepts connections.
 * @param {string} bin
 * @param {import("./postgres-binaries.mjs").ServerUser} user
 * @param {ClusterState} state
 * @param {object} options
 * @param {string} options.logFile
 * @param {Record<string, string>} options.settings of postgresql.conf
 * @param {number | null} options.lockFd the open lock file, which the server inherits
 * @param {AbortSignal} [options.signal] ends the wait, and the server
 * @returns {Promise<number>} its port
 */
export async function startCluster(bin, user, state, { logFile, settings, lockFd, signal }) {
  const deadline = Date.now() + PREDECESSOR_MS;
  for (;;) {
    signal?.throwIfAborted();
    const port = await choosePort(state.port);
    const logStart = fs.existsSync(logFile) ? fs.statSync(logFile).size : 0;
    const logFd = fs.openSync(logFile, "a", 0o600);
    const all = { listen_addresses: "127.0.0.1", unix_socket_directories: "", ...settings };
    const server = spawn(
      path.join(bin, "postgres"),
      [
        "-D",
        clusterFolder(state),
        "-p",
        String(port),
        ...Object.entries(all).flatMap(([key, value]) => ["-c", `${key}=${value}`]),
      ],
      {
        ...user,
        cwd: "/",
        // Its own process group: Ctrl-C reaches only the launcher, which stops the app before the database.
        detached: true,
        stdio: ["ignore", logFd, logFd, ...(lockFd === null ? [] : [lockFd])],
        env: { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" },
      },
    );
    fs.closeSync(logFd);
    if (lockFd !== null && server.pid !== undefined) writeHolder(lockFd, server.pid);
    /** @type {string | null} */
    let failure = null;
    server.once("error", (error) => {
      failure = error.message;
    });
    server.once("exit", (code) => {
      failure = `exit ${code}`;
    });
    server.unref();
    const startedAt = Date.now();
    while (failure === null && Date.now() - startedAt < START_MS) {
      if (signal?.aborted) server.kill("SIGQUIT");
      const pidFile = readPidFile(state);
      const isReady = pidFile?.pid === server.pid && pidFile?.status === "ready";
      if (isReady && (await isOwnServer(state, port))) return port;
      await wait(20);
    }
    signal?.throwIfAborted();
    // A server without an answer must not go on unsupervised.
    if (failure === null) server.kill("SIGQUIT");
    const output = fs.readFileSync(logFile, "utf8").slice(logStart);
    if (PREDECESSOR_ERROR.test(output) && Date.now() < deadline) {
      await wait(250);
      continue;
    }
    throw new Error(
      `The embedded PostgreSQL did not start (${failure ?? "no answer"}). Its log:\n${output.slice(-2000)}`,
    );
  }
}
