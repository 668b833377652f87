// `npm start`: everything from a fresh clone to the running tracker. It runs before any install, so the static imports here,
// and their imports, are only Node's modules. Packages are imported once they are installed.
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { waitForLock } from "./lib/file-lock.mjs";
import { ensureBuilt, ensureInstalled, keepBuild } from "./lib/install-and-build.mjs";
import { fromRoot, getDataDir, launcherLockFile, ROOT } from "./lib/paths.mjs";
import { findPortProblem, getLocalAddress } from "./lib/ports.mjs";
import { findSystemUser } from "./lib/postgres-binaries.mjs";
import {
  describeFailure,
  isDiskFull,
  readTypeScriptOutput,
  runTypeScript,
} from "./lib/run-command.mjs";
import {
  getDatabaseUrls,
  loadEnvFile,
  readListenSettings,
  requireDatabaseSetting,
} from "./lib/settings.mjs";

/** How long a start waits for the lock, and for the port of a server whose launcher was killed. */
const LOCK_WAIT_MS = 5_000;
const PORT_WAIT_MS = 10_000;
/** How long PostgreSQL is not started again where its disk is full. */
const ROOM_WAIT_MS = 10_000;
/** How long a step of the start may take to end, and the server to finish its requests. With the database, everything stops within 10 s. */
const GRACE_MS = 7_000;

const log = console.log;

/** Aborted when the launcher has to stop. */
const stopping = new AbortController();
const { signal } = stopping;

/** What the launcher undoes when it ends, in the order in which it was done. @type {(() => unknown)[]} */
const cleanups = [];

/** The start. */
let started = Promise.resolve();

/** Undoes everything, the last first, and exits. Later calls change nothing. */
async function end(exitCode, line) {
  if (signal.aborted) return;
  stopping.abort();
  process.exitCode = exitCode;
  (exitCode === 0 ? console.log : console.error)(line);
  // Wait for the step in progress, so that nothing starts after its clean-up has run.
  await Promise.race([started.catch(() => {}), sleep(GRACE_MS)]);
  for (const undo of cleanups.reverse()) {
    try {
      await undo();
    } catch (error) {
      console.error(error.message);
      process.exitCode = 1;
    }
  }
  process.exit();
}

/** Ends because of an error. */
function fail(error) {
  void end(1, process.env.LOG_LEVEL === "debug" ? error.stack : describeFailure(error));
}

/** Locks `DATA_DIR` and waits until the server can listen. */
async function lockDataDir(dataDir, { port, host }) {
  const lock = await waitForLock(launcherLockFile(dataDir), {
    ...{ timeoutMs: LOCK_WAIT_MS, signal },
    refuse: (holder) =>
      `The tracker is already running with ${dataDir} (${holder}). Stop that process, or set DATA_DIR and PORT to other values. ` +
      "To update the tracker, run npm run build while it runs; then stop it and start it again.",
  });
  cleanups.push(lock.release);
  const deadline = Date.now() + (lock.isLeft ? PORT_WAIT_MS : 0);
  for (;;) {
    const problem = await findPortProblem(port, host);
    if (problem === null) return;
    if (Date.now() > deadline) {
      throw new Error(`The tracker cannot start: ${problem}. Set PORT to another port.`);
    }
    await sleep(100, null, { signal });
  }
}

/** Waits where a full disk stops PostgreSQL, because readers are served from memory meanwhile. @throws another error */
async function waitForRoom(error, database) {
  if (!isDiskFull(error)) throw error;
  log("The disk is full. PostgreSQL is started again once there is room.");
  await sleep(ROOM_WAIT_MS, null, { signal });
  return database;
}

/** Starts the embedded database unless `DATABASE_URL` is set, and starts it again when it stops unexpectedly. */
async function openDatabase(dataDir) {
  const configured = getDatabaseUrls();
  if (configured !== null) return configured;
  const { startEmbeddedPostgres } = await import("./lib/embedded-postgres.mjs");
  const startIt = () => startEmbeddedPostgres({ dataDir, log, signal });
  let database = await startIt();
  cleanups.push(database.stop);
  log(`Started the embedded PostgreSQL in ${dataDir}.`);
  const { url } = database;
  const watch = async () => {
    for (;;) {
      await sleep(500, null, { signal });
      if (database.isRunning()) continue;
      log("PostgreSQL stopped unexpectedly; restarting it…");
      while (!database.isRunning()) {
        database = await startIt().catch((error) => waitForRoom(error, database));
      }
      if (database.url !== url) throw new Error("Another program has the port of PostgreSQL.");
      log("PostgreSQL is running again.");
    }
  };
  const watching = watch().catch(fail);
  cleanups.push(() => watching);
  return database;
}

/** How many editions of the data set does `seed/load.ts` read? */
function countEditions() {
  const entries = fs.readdirSync(fromRoot("seed/data"), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).length;
}

/**
 * Migrates the database, loads the editions of the data set that follow those in it, and publishes them as releases. Is there an
 * admin?
 */
async function prepareDatabase(env, { url, ownerUrl }) {
  const { getSetupStatus, migrate } = await import("./lib/migrate.mjs");
  const applied = await migrate(ownerUrl, { signal, servingUrl: url });
  if (applied.length > 0) log(`Migrated the database: ${applied.join(", ")}.`);
  signal.throwIfAborted();
  const { needsLoad, editionWaits, needsRelease, hasAdmin } = await getSetupStatus(url, {
    editions: countEditions(),
    signal,
  });
  if (needsLoad || needsRelease) {
    const exitCode = await runTypeScript("seed/load.ts", { args: ["--once"], env, signal });
    if (exitCode !== 0) {
      throw new Error("The data set could not be loaded. The reason is printed above.");
    }
  }
  if (editionWaits) log("A newer edition of the data set waits. Record it with: npm run seed");
  return hasAdmin;
}

/** `AUTH_SECRET`. With the embedded database, an unset secret is created and stored in `DATA_DIR` (mode 600). */
function getAuthSecret(dataDir) {
  if (process.env.AUTH_SECRET) return process.env.AUTH_SECRET;
  const file = path.join(dataDir, "auth-secret");
  if (fs.existsSync(file)) return fs.readFileSync(file, "utf8");
  // Renamed when complete, so that an interrupted start leaves no half of a secret.
  fs.writeFileSync(`${file}.new`, randomBytes(48).toString("base64url"), { mode: 0o600 });
  fs.renameSync(`${file}.new`, file);
  return fs.readFileSync(file, "utf8");
}

/** Can a user run the server: read its build, write temporary files, and listen? */
const TRIAL = `fs.readFileSync(process.argv[1]); fs.accessSync(os.tmpdir(), fs.constants.W_OK);
net.createServer().listen(+process.argv[2], process.argv[3], process.exit);`;

/**
 * The user that serves where root starts the tracker. `nobody` can read neither the database's files nor the secrets beside them,
 * and the server writes nothing there. It stays root where `nobody` cannot run it.
 */
function getServingUser(build, { port, host }) {
  if (process.getuid?.() !== 0) return {};
  const user = findSystemUser(["nobody"]);
  const args = ["-e", TRIAL, path.join(build, "server.js"), `${port}`, host];
  if (user && spawnSync(process.execPath, args, { ...user, cwd: ROOT }).status === 0) return user;
  log("The server runs as root, because the user nobody cannot read this folder or use this port.");
  return {};
}

/** Starts the server. When it stops unexpectedly, the launcher ends: systemd and containers start both again, ever more slowly. */
function startServer(args, env, user) {
  const server = spawn(process.execPath, args, {
    ...{ ...user, cwd: ROOT },
    // Its own process group: Ctrl-C reaches only the launcher, which stops everything in the right order.
    detached: true,
    stdio: ["ignore", "inherit", "inherit"],
    // With 2 arenas, glibc gives memory back that requests used; with 8 a core it keeps hundreds of MB.
    env: { MALLOC_ARENA_MAX: "2", ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
  });
  const exited = new Promise((resolve) => {
    server.once("error", (error) => resolve(error.message));
    server.once("exit", (code, endedBy) => resolve(endedBy ?? `exit ${code}`));
  });
  exited.then((reason) =>
    fail(new Error(`The server stopped unexpectedly (${reason}). Start the tracker again.`)),
  );
  cleanups.push(async () => {
    server.kill("SIGTERM");
    const timer = setTimeout(() => {
      log(`The server did not finish within ${GRACE_MS / 1000} s, so it is killed.`);
      process.kill(-server.pid, "SIGKILL");
    }, GRACE_MS);
    await exited;
    clearTimeout(timer);
  });
}

/** Waits until the server can answer requests. A large registry takes its time. */
async function waitUntilReady(address) {
  for (;;) {
    const options = { signal: AbortSignal.any([signal, AbortSignal.timeout(30_000)]) };
    const response = await fetch(`${address}/api/health/ready`, options).catch(() => null);
    if (response?.ok) return;
    const { status } = (await response?.json().catch(() => null)) ?? {};
    // Each question after an attempt that failed makes another one.
    await sleep(status === "failed" ? 1_000 : 100, null, { signal });
  }
}

async function start() {
  loadEnvFile();
  // Only the commands that need the first admin's password get it. Unset, Next would read it from .env.
  const first = { BOOTSTRAP_ADMIN_PASSWORD: process.env.BOOTSTRAP_ADMIN_PASSWORD ?? "" };
  process.env.BOOTSTRAP_ADMIN_PASSWORD = "";
  const { port, host } = readListenSettings();
  requireDatabaseSetting();
  if (process.env.DATABASE_URL && !process.env.AUTH_SECRET) {
    // There may be several instances, which must share it, so none is created.
    throw new Error(
      "AUTH_SECRET is not set. It is required with DATABASE_URL and must be the same for every instance. Create one with: openssl rand -base64 48",
    );
  }
  const dataDir = getDataDir();
  await lockDataDir(dataDir, { port, host });
  await ensureInstalled({ log, signal });
  // All settings, by the server's own rules.
  if ((await runTypeScript("scripts/check-settings.ts", { env: first, signal })) !== 0) {
    throw new Error("Nothing was changed. Correct the settings and start again.");
  }
  const isDev = process.argv.includes("--dev");
  const next = fromRoot("node_modules/next/dist/bin/next");
  const args = isDev
    ? [
        "--import",
        fromRoot("scripts/lib/exit-with-parent.mjs"),
        next,
        "dev",
        "-p",
        `${port}`,
        "-H",
        host,
      ]
    : [fromRoot("scripts/server.mjs"), await ensureBuilt({ log, signal })];
  if (!isDev) keepBuild(args[1]);
  const database = await openDatabase(dataDir);
  // The server never gets the owner's address.
  const env = {
    DATABASE_URL: database.url,
    DATABASE_URL_OWNER: "",
    AUTH_SECRET: getAuthSecret(dataDir),
  };
  const hasAdmin = await prepareDatabase(env, database);
  if (hasAdmin && first.BOOTSTRAP_ADMIN_PASSWORD !== "") {
    log("There is an admin. Remove BOOTSTRAP_ADMIN_PASSWORD from the settings.");
  }
  const mode = { NODE_ENV: isDev ? "development" : "production", PORT: port, HOSTNAME: host };
  const user = isDev ? {} : getServingUser(args[1], { port, host });
  startServer(args, { ...env, ...mode }, user);
  const address = getLocalAddress(port, host, "localhost");
  const [setupPath] = await Promise.all([
    hasAdmin
      ? ""
      : readTypeScriptOutput("scripts/setup-link.ts", { env: { ...env, ...first }, signal }),
    waitUntilReady(getLocalAddress(port, host, "127.0.0.1")).then(() =>
      log(`The tracker is at ${address}`),
    ),
  ]);
  if (setupPath === "") {
    // Another process creates the admin, perhaps after the server is ready.
    if (!hasAdmin) log("The first admin, that of BOOTSTRAP_ADMIN_EMAIL, can sign in.");
    return;
  }
  const base = (process.env.BASE_URL || address).replace(/\/+$/, "");
  log(
    `There is no admin yet. Open this link to create one (it works once, for 24 hours): ${base}${setupPath}`,
  );
}

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `The tracker needs Node 20.19 or later, and this is Node ${process.versions.node}. Install a newer Node.`,
  );
  process.exit(1);
}
for (const name of ["SIGTERM", "SIGINT", "SIGHUP"]) {
  process.on(name, () => end(0, `Stopping (${name})…`));
}
// Started by hand, for example with nohup, it may outlive its shell. Started by npm, it must not outlive npm: `exec` in
// package.json makes it npm's own child.
const parent = process.ppid;
if (process.env.npm_lifecycle_event) {
  setInterval(() => {
    if (process.ppid !== parent) end(0, "Stopping (npm has ended)…");
  }, 500).unref();
}
started = start();
started.catch(fail);
