// One PostgreSQL cluster: its files, its server process, and its state file in DATA_DIR.
import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import pg from "pg";
import { findFreePort, isPortFree } from "./ports.mjs";
import { processStartTime } from "./process-lock.mjs";

/**
 * The content of the state file. `folder` holds the cluster; `port` is the last one used, 0 for none.
 * @typedef {{ adminPassword: string, appPassword: string, folder: string, port: number }} ClusterState
 */

/** The name of the product's role and of its database. */
export const APP_NAME = "tracker";
const STATE_FILE = "database.json";
/** The server's error while its killed predecessor is still exiting, and how long that may take. */
const PREDECESSOR_ERROR = /shared memory|lock file "postmaster\.pid" already exists/;
const PREDECESSOR_MS = 15_000;
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
export const clusterFolder = (state) => path.join(state.folder, "postgres-18");

/** @param {ClusterState} state @param {number} port */
export function connectionUrls(state, port) {
  return {
    url: `postgresql://${APP_NAME}:${state.appPassword}@127.0.0.1:${port}/${APP_NAME}`,
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

/** After a restart of the machine, another program may have the pid. @param {number} pid */
function isPostgresProcess(pid) {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("postgres");
  } catch {
    const answer = spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
    return (answer.stdout ?? "").includes("postgres");
  }
}

/**
 * @param {ClusterState} state
 * @returns {Promise<number | null>} the port of the running server; null if none is running
 * @throws if a server is running and does not answer within 10 s
 */
export async function findRunningPort(state) {
  for (let tries = 0; tries < 100; tries++) {
    const pidFile = readPidFile(state);
    if (pidFile === null) return null;
    // Keep the file after a crash: a new server reads in it which shared memory the old one may still use.
    if (processStartTime(pidFile.pid) === null) return null;
    if (!isPostgresProcess(pidFile.pid)) {
      fs.rmSync(path.join(clusterFolder(state), "postmaster.pid"), { force: true });
      return null;
    }
    if (pidFile.status === "ready" && (await isOwnServer(state, pidFile.port))) return pidFile.port;
    // The server is starting, recovering or stopping.
    await wait(100);
  }
  throw new Error(
    `The PostgreSQL server in ${clusterFolder(state)} is running but does not answer. Stop it and try again.`,
  );
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
 * @param {string} logFile
 * @param {Record<string, string>} settings of postgresql.conf
 * @returns {Promise<number>} its port
 */
export async function startCluster(bin, user, state, logFile, settings) {
  const deadline = Date.now() + PREDECESSOR_MS;
  for (;;) {
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
        stdio: ["ignore", logFd, logFd],
        env: { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" },
      },
    );
    fs.closeSync(logFd);
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
      const pidFile = readPidFile(state);
      const isReady = pidFile?.pid === server.pid && pidFile?.status === "ready";
      if (isReady && (await isOwnServer(state, port))) return port;
      await wait(20);
    }
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
