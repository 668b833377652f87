// The PostgreSQL server of a first run: started, reused and stopped by us, kept in DATA_DIR.
import { spawn, spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import pg from "pg";
import { postgresPrograms, reachableFolder, serverUser } from "./postgres-binaries.mjs";
import { processBirth, withLock } from "./process-lock.mjs";

/**
 * @typedef {object} EmbeddedDatabase
 * @property {string} url connects as the role that owns the database and nothing else
 * @property {string} adminUrl connects as the superuser; for administration and tests only
 * @property {boolean} reused whether the server ran already
 * @property {() => Promise<void>} stop
 */

/**
 * What DATA_DIR remembers of its server.
 * @typedef {{ adminPassword: string, appPassword: string, folder: string, port: number }} Memory
 */

/** The role and the database of the app. */
const APP = "tracker";
const MEMORY_FILE = "database.json";
const wait = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** @returns {Promise<number>} a port that was free a moment ago */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** @param {number} port @returns {Promise<boolean>} */
function isFree(port) {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}

/** @param {string} dataDir @returns {Memory | null} */
function recall(dataDir) {
  const file = path.join(dataDir, MEMORY_FILE);
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : null;
}

/** @param {string} dataDir @param {Memory} memory */
function remember(dataDir, memory) {
  const file = path.join(dataDir, MEMORY_FILE);
  fs.writeFileSync(`${file}.new`, `${JSON.stringify(memory, null, 2)}\n`, { mode: 0o600 });
  fs.renameSync(`${file}.new`, file);
}

const cluster = (/** @type {Memory} */ memory) => path.join(memory.folder, "postgres-18");

/** @param {Memory} memory @param {number} port */
function addresses(memory, port) {
  return {
    url: `postgresql://${APP}:${memory.appPassword}@127.0.0.1:${port}/${APP}`,
    adminUrl: `postgresql://postgres:${memory.adminPassword}@127.0.0.1:${port}/postgres`,
  };
}

/**
 * The server's own note of itself: the first line is its pid, the fourth its port, the eighth its state.
 * @param {Memory} memory
 */
function readPidFile(memory) {
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

/** @param {number} pid whether that process is a PostgreSQL at all: after a restart of the machine the pid may be anyone's */
function isPostgres(pid) {
  if (processBirth(pid) === null) return false;
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
async function runningPort(memory) {
  for (let tries = 0; tries < 100; tries++) {
    const note = readPidFile(memory);
    if (note === null) return null;
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

/** @param {string} bin @param {ReturnType<typeof serverUser>} user @param {Memory} memory */
function createCluster(bin, user, memory) {
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
 * @param {string} bin
 * @param {ReturnType<typeof serverUser>} user
 * @param {Memory} memory
 * @param {string} logFile
 * @param {Record<string, string>} settings
 * @returns {Promise<number>} the port
 */
async function launch(bin, user, memory, logFile, settings) {
  const giveUpOnSharedMemory = Date.now() + 5000;
  for (;;) {
    const port = memory.port && (await isFree(memory.port)) ? memory.port : await freePort();
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
    if (/shared memory/.test(said) && Date.now() < giveUpOnSharedMemory) {
      await wait(250);
      continue;
    }
    throw new Error(
      `The embedded PostgreSQL did not start (${failure ?? "no answer"}). It said:\n${said.slice(-2000)}`,
    );
  }
}

/** Makes the app's role and database where they are missing. @param {Memory} memory @param {string} adminUrl */
async function createDatabase(memory, adminUrl) {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const role = await admin.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [APP]);
    if (role.rowCount === 0) {
      await admin.query(
        `CREATE ROLE ${APP} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '${memory.appPassword}'`,
      );
    }
    const database = await admin.query("SELECT 1 FROM pg_database WHERE datname = $1", [APP]);
    if (database.rowCount === 0) await admin.query(`CREATE DATABASE ${APP} OWNER ${APP}`);
  } finally {
    await admin.end();
  }
}

/**
 * Stops the server of that folder, whoever started it; quiet where none runs.
 * @param {string} dataDir
 */
export async function stopEmbedded(dataDir) {
  const memory = recall(path.resolve(dataDir));
  if (memory === null || readPidFile(memory) === null) return;
  const user = serverUser();
  const bin = postgresPrograms(user, () => {});
  for (const mode of ["fast", "immediate"]) {
    const stopped = spawnSync(
      path.join(bin, "pg_ctl"),
      ["stop", "-D", cluster(memory), "-m", mode, "-w", "-t", "10"],
      { ...user, cwd: "/", encoding: "utf8" },
    );
    if (stopped.status === 0 || readPidFile(memory) === null) return;
  }
  throw new Error(`The embedded PostgreSQL in ${cluster(memory)} could not be stopped.`);
}

/**
 * @param {string} dataDir
 * @returns {Promise<{ url: string, adminUrl: string } | null>} the running server of that folder, if any
 */
export async function findEmbedded(dataDir) {
  const memory = recall(path.resolve(dataDir));
  const port = memory === null ? null : await runningPort(memory);
  return memory === null || port === null ? null : addresses(memory, port);
}

/**
 * Starts the server of that folder, or joins it where it runs already; makes it on first use.
 * @param {object} options
 * @param {string} options.dataDir
 * @param {Record<string, string>} [options.settings] of postgresql.conf
 * @param {(line: string) => void} [options.say] tells the user what happens
 * @returns {Promise<EmbeddedDatabase>}
 */
export async function startEmbedded({ dataDir, settings = {}, say = () => {} }) {
  const dir = path.resolve(dataDir);
  fs.mkdirSync(dir, { recursive: true });
  return await withLock(path.join(dir, "database.lock"), async () => {
    const user = serverUser();
    const bin = postgresPrograms(user, say);
    const memory = recall(dir) ?? {
      adminPassword: randomBytes(24).toString("hex"),
      appPassword: randomBytes(24).toString("hex"),
      folder: reachableFolder(
        dir,
        user,
        createHash("sha256").update(dir).digest("hex").slice(0, 12),
        say,
      ),
      port: 0,
    };
    let port = await runningPort(memory);
    const reused = port !== null;
    if (port === null) {
      remember(dir, memory);
      if (!fs.existsSync(path.join(cluster(memory), "PG_VERSION")))
        createCluster(bin, user, memory);
      port = await launch(bin, user, memory, path.join(dir, "postgres.log"), settings);
      remember(dir, { ...memory, port });
    }
    const { url, adminUrl } = addresses(memory, port);
    await createDatabase(memory, adminUrl);
    return { url, adminUrl, reused, stop: () => stopEmbedded(dir) };
  });
}
