// `npm start`: everything from a fresh clone to the running tracker. It runs before any install, so the static
// imports here, and their imports, are only Node's modules. Packages are imported once they are installed.

import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createCleanups } from "./lib/cleanups.mjs";
import { loadEnvFile } from "./lib/env-file.mjs";
import { acquireLock, describeHolder } from "./lib/file-lock.mjs";
import { ensureBuilt, ensureInstalled } from "./lib/install-and-build.mjs";
import { fromRoot, getDataDir, launcherLockFile, serverStateFile } from "./lib/paths.mjs";
import { findPortProblem, getLocalAddress } from "./lib/ports.mjs";
import { readTypeScriptOutput, runTypeScript } from "./lib/run-command.mjs";
import { stopOrphanServer, superviseServer } from "./lib/server-process.mjs";
import { getDatabaseUrls, readListenSettings, requireDatabaseSetting } from "./lib/settings.mjs";

const log = (/** @type {string} */ line) => console.log(line);

/** Aborted when the launcher has to stop. */
const stopping = new AbortController();

/** What the launcher undoes when it ends, in the order in which it was done. */
const cleanups = createCleanups();

/** Runs all clean-ups and exits. @param {number} exitCode 1 replaces it if a clean-up fails */
async function cleanUpAndExit(exitCode) {
  process.exit(await cleanups.run(exitCode));
}

/** How long a step of the start may take to end when the launcher has to stop. */
const STEP_END_MS = 7_000;

/**
 * Starts the embedded database unless `DATABASE_URL` is set.
 * @param {string} dataDir
 * @param {Promise<void>} checked the check of the settings, before which no database is made
 * @param {(url: string) => void} onUrlChange called if the database moves to another port
 * @returns {Promise<{ url: string, ownerUrl: string }>} its addresses: as the role that serves, and as the owner
 */
async function openDatabase(dataDir, checked, onUrlChange) {
  const configured = getDatabaseUrls();
  if (configured !== null) return configured;
  const { startEmbeddedPostgres, superviseEmbeddedPostgres } = await import(
    "./lib/embedded-postgres.mjs"
  );
  const { readState } = await import("./lib/postgres-cluster.mjs");
  if (readState(dataDir) === null) await checked;
  const { signal } = stopping;
  const database = await startEmbeddedPostgres({ dataDir, log, signal });
  cleanups.add(database.stop);
  cleanups.add(superviseEmbeddedPostgres({ dataDir, url: database.url, log, onUrlChange }));
  log(
    database.reused
      ? `Using the PostgreSQL that is already running in ${dataDir}.`
      : `Started the embedded PostgreSQL in ${dataDir}.`,
  );
  return database;
}

/** How long a start waits for the lock. A database command holds it for a moment, while it stops its server. */
const LOCK_WAIT_MS = 5_000;

/**
 * Acquires the launcher's lock of `dataDir`.
 * @param {string} dataDir
 * @returns {Promise<import("./lib/file-lock.mjs").Lock>}
 * @throws if another launcher holds it
 */
async function acquireLauncherLock(dataDir) {
  const { signal } = stopping;
  const deadline = Date.now() + LOCK_WAIT_MS;
  for (;;) {
    const lock = acquireLock(launcherLockFile(dataDir), { log });
    if ("release" in lock) return lock;
    if (Date.now() > deadline) {
      throw new Error(
        `The tracker is already running with ${dataDir} (${describeHolder(lock.holder)}). Stop that process, or set DATA_DIR and PORT to other values. ` +
          "To update the tracker, run npm run build while it runs; then stop it and start it again.",
      );
    }
    await sleep(200, null, { signal });
  }
}

/**
 * Acquires the lock of `dataDir` and checks that the server can listen.
 * @param {string} dataDir
 * @param {{ port: number, host: string }} listen
 */
async function acquireLockAndPort(dataDir, { port, host }) {
  const lock = await acquireLauncherLock(dataDir);
  cleanups.add(lock.release);
  await stopOrphanServer(serverStateFile(dataDir), log);
  const problem = await findPortProblem(port, host);
  if (problem !== null) {
    throw new Error(`The tracker cannot start: ${problem}. Set PORT to another port.`);
  }
}

/** Checks all settings with the server's own rules. @throws if any is invalid; the reason is printed */
async function checkSettings() {
  const exitCode = await runTypeScript("scripts/check-settings.ts", { signal: stopping.signal });
  if (exitCode !== 0) throw new Error("Nothing was changed. Correct the settings and start again.");
}

/** @returns {number} the editions of the data set that `seed/load.ts` reads */
function countEditions() {
  const entries = fs.readdirSync(fromRoot("seed/data"), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).length;
}

/**
 * Migrates the database, loads the editions of the data set that follow those in it, and publishes them as the first
 * release.
 * @param {Record<string, string>} env of the scripts
 * @param {{ url: string, ownerUrl: string }} database
 * @returns {Promise<boolean>} whether there is an admin
 */
async function prepareDatabase(env, { url, ownerUrl }) {
  const { signal } = stopping;
  const { getSetupStatus, migrate } = await import("./lib/migrate.mjs");
  const applied = await migrate(ownerUrl, { signal, servingUrl: url });
  if (applied.length > 0) log(`Migrated the database: ${applied.join(", ")}.`);
  signal.throwIfAborted();
  const { needsLoad, needsRelease, missingEditions, hasAdmin } = await getSetupStatus(url, {
    editions: countEditions(),
    signal,
  });
  if (needsLoad || needsRelease) {
    const exitCode = await runTypeScript("seed/load.ts", { args: ["--once"], env, signal });
    if (exitCode !== 0) {
      throw new Error("The data set could not be loaded. The reason is printed above.");
    }
  }
  if (missingEditions > 0 && !needsLoad) {
    log("This version has a new edition of the data set. Record it with: npm run seed");
  }
  return hasAdmin;
}

/**
 * With `DATABASE_URL` there may be several instances, which must share the secret, so none is created.
 * @throws if `DATABASE_URL` is set and `AUTH_SECRET` is not
 */
function requireAuthSecret() {
  if (process.env.AUTH_SECRET || !process.env.DATABASE_URL) return;
  throw new Error(
    "AUTH_SECRET is not set. It is required with DATABASE_URL and must be the same for every instance. Create one with: openssl rand -base64 48",
  );
}

/**
 * Returns `AUTH_SECRET`. With the embedded database, an unset secret is created and stored in `DATA_DIR` (mode 600).
 * @param {string} dataDir
 * @returns {string}
 */
function getAuthSecret(dataDir) {
  if (process.env.AUTH_SECRET) return process.env.AUTH_SECRET;
  const file = path.join(dataDir, "auth-secret");
  if (fs.existsSync(file)) return fs.readFileSync(file, "utf8");
  // Renamed when complete, so that an interrupted start leaves no half of a secret.
  fs.writeFileSync(`${file}.new`, randomBytes(48).toString("base64url"), { mode: 0o600 });
  fs.renameSync(`${file}.new`, file);
  return fs.readFileSync(file, "utf8");
}

/** @param {number} pid @returns {{ name: string, parent: number } | null} null without /proc */
function readProcess(pid) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
    const end = stat.lastIndexOf(")");
    const parent = Number(stat.slice(end + 2).split(" ")[1]);
    return { name: stat.slice(stat.indexOf("(") + 1, end), parent };
  } catch {
    return null;
  }
}

/** @returns {string} the parent's pid; if the parent is a shell that npm started, also the shell's parent */
function getAncestors() {
  const parent = readProcess(process.ppid);
  const isShell = parent && /^(sh|bash|dash|zsh)$/.test(parent.name);
  return `${process.ppid} ${isShell ? parent.parent : ""}`;
}

/**
 * Calls a function when the launcher has to stop: on a signal, or when npm is gone, which passes no signal on.
 * @param {(reason: string) => void} stop called at most once
 */
function onShutdown(stop) {
  let isStopping = false;
  const stopOnce = (/** @type {string} */ reason) => {
    if (isStopping) return;
    isStopping = true;
    stop(reason);
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => stopOnce(signal));
  // Started by hand, for example with nohup, it may outlive its shell. Started by npm, it must not outlive npm.
  if (!process.env.npm_lifecycle_event) return;
  const initial = getAncestors();
  setInterval(() => {
    if (getAncestors() !== initial) stopOnce("npm has ended");
  }, 500).unref();
}

async function start() {
  const { signal } = stopping;
  const dev = process.argv.includes("--dev");
  loadEnvFile();
  const { port, host } = readListenSettings();
  requireDatabaseSetting();
  requireAuthSecret();
  const dataDir = getDataDir();
  await acquireLockAndPort(dataDir, { port, host });

  await ensureInstalled({ log, signal });
  // A build and a database that are there already are opened meanwhile. Nothing is made or changed before the check has ended.
  const checked = checkSettings();
  checked.catch(() => {});
  const build = dev ? null : await ensureBuilt({ log, signal, beforeBuild: () => checked });
  signal.throwIfAborted();
  /** @type {ReturnType<typeof superviseServer> | null} */
  let server = null;
  // The server never gets the owner's address.
  const env = { DATABASE_URL: "", DATABASE_URL_OWNER: "", AUTH_SECRET: "" };
  const database = await openDatabase(dataDir, checked, (url) => {
    env.DATABASE_URL = url;
    server?.restart();
  });
  await checked;
  signal.throwIfAborted();
  env.DATABASE_URL = database.url;
  env.AUTH_SECRET = getAuthSecret(dataDir);
  const hasAdmin = await prepareDatabase(env, database);

  const stateFile = serverStateFile(dataDir);
  server = superviseServer({ port, host, env, build, stateFile, log });
  cleanups.add(server.stop);
  const [setupPath] = await Promise.all([
    hasAdmin ? "" : readTypeScriptOutput("scripts/setup-link.ts", { env, signal }),
    server.waitUntilReady(signal),
  ]);
  const address = getLocalAddress(port, host, "localhost");
  log(`The tracker is at ${address}`);
  if (setupPath !== "") {
    const base = (process.env.BASE_URL || address).replace(/\/+$/, "");
    log(
      `There is no admin yet. Open this link to create one (it works once, for 24 hours): ${base}${setupPath}`,
    );
  }
}

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `The tracker needs Node 20.19 or later, and this is Node ${process.versions.node}. Install a newer Node.`,
  );
  process.exit(1);
}

/** The start. Signals are handled before it begins. @type {Promise<void>} */
let started = Promise.resolve();
onShutdown(async (reason) => {
  log(`Stopping (${reason})…`);
  stopping.abort();
  // Wait for the step in progress, so that nothing starts after its clean-up has run.
  const limit = new Promise((resolve) => setTimeout(resolve, STEP_END_MS));
  await Promise.race([started.catch(() => {}), limit]);
  await cleanUpAndExit(0);
});
started = start();
try {
  await started;
} catch (error) {
  if (!stopping.signal.aborted) {
    console.error(process.env.LOG_LEVEL === "debug" ? error : error.message);
    await cleanUpAndExit(1);
  }
}
