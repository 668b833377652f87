// Installs the packages of the lock file and builds for production, each only when its input files changed. Imports
// only Node's modules, because it runs before any install.

import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { BUILDS_DIR, getCurrentBuild, openBuild, pruneBuilds, publishBuild } from "./builds.mjs";
import { withLock } from "./file-lock.mjs";
import { fromRoot, isPackaged } from "./paths.mjs";
import { runQuietly } from "./run-command.mjs";

/** `signal` ends the step; what it leaves does not stop the next start. */
/** @typedef {{ log: (line: string) => void, signal?: AbortSignal }} StepOptions */

/** How long to wait for another process of this checkout that is installing or building. */
const LOCK_TIMEOUT_MS = 600_000;

/**
 * Runs `work` while no other process of this checkout runs the same step.
 * @template T
 * @param {string} step
 * @param {StepOptions} options
 * @param {(lockFd: number | null) => Promise<T>} work
 * @returns {Promise<T>}
 */
async function runAlone(step, { log, signal }, work) {
  const onWait = (/** @type {string} */ holder) =>
    log(`Waiting for ${holder}, which is in the same step (${step})…`);
  const options = { timeoutMs: LOCK_TIMEOUT_MS, signal, onWait };
  return await withLock(path.join(BUILDS_DIR, `${step}.lock`), work, options);
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean }> | null} */
function readPackages(file) {
  try {
    return JSON.parse(fs.readFileSync(fromRoot(file), "utf8")).packages;
  } catch {
    return null;
  }
}

/** @returns {boolean} whether node_modules matches the lock file, development dependencies included */
function isInstalled() {
  const wanted = readPackages("package-lock.json");
  // npm writes this file last, so an interrupted install has none.
  const present = readPackages("node_modules/.package-lock.json");
  if (wanted === null || present === null) return false;
  return Object.entries(wanted).every(([folder, { version, optional }]) => {
    if (folder === "") return true;
    const found = present[folder];
    return found === undefined ? optional === true : found.version === version;
  });
}

/** Packages are installed here and then renamed, so that a running tracker keeps its packages until the new ones are complete. */
const INSTALL_DIR = fromRoot(".builds/install");

/** @param {StepOptions} options @param {number | null} lockFd */
async function installPackages({ log, signal }, lockFd) {
  log("Installing the packages of package-lock.json (1 to 2 minutes, only once)…");
  fs.rmSync(INSTALL_DIR, { recursive: true, force: true });
  fs.mkdirSync(INSTALL_DIR, { recursive: true });
  for (const file of ["package.json", "package-lock.json", ".npmrc"]) {
    if (fs.existsSync(fromRoot(file))) fs.cpSync(fromRoot(file), path.join(INSTALL_DIR, file));
  }
  const args = ["ci", "--prefix", INSTALL_DIR, "--include=dev", "--ignore-scripts"];
  args.push("--no-audit", "--no-fund");
  const npm = process.env.npm_execpath;
  const options = { cwd: INSTALL_DIR, signal, lockFd };
  if (npm?.endsWith(".js")) await runQuietly(process.execPath, [npm, ...args], options);
  else await runQuietly("npm", args, options);
  const present = fromRoot("node_modules");
  // rename also moves a symbolic link, and fails only if there is nothing.
  if (fs.lstatSync(present, { throwIfNoEntry: false }) !== undefined) {
    fs.renameSync(present, path.join(INSTALL_DIR, "old"));
  }
  fs.renameSync(path.join(INSTALL_DIR, "node_modules"), present);
  fs.rmSync(INSTALL_DIR, { recursive: true, force: true });
}

/**
 * Installs the packages if node_modules does not match the lock file, and generates the database client if the
 * schema changed. No package's install script runs, so nothing is downloaded except packages.
 * @param {StepOptions} options
 */
export async function ensureInstalled(options) {
  if (isPackaged()) return;
  const isGenerated = () =>
    isStepDone("prisma-client", hashFiles(CLIENT_INPUTS)) &&
    fs.existsSync(fromRoot("prisma/generated/client.ts"));
  if (isInstalled() && isGenerated()) return;
  await runAlone("install", options, async (lockFd) => {
    if (!isInstalled()) await installPackages(options, lockFd);
    if (isGenerated()) return;
    options.log("Generating the database client…");
    const prisma = fromRoot("node_modules/prisma/build/index.js");
    const { signal } = options;
    await runQuietly(process.execPath, [prisma, "generate"], { signal, lockFd });
    markStepDone("prisma-client", hashFiles(CLIENT_INPUTS));
  });
}

/** The files that the generated database client depends on. */
const CLIENT_INPUTS = ["prisma/schema.prisma", "package-lock.json"];

/** The files that the build depends on. */
const BUILD_INPUTS = [
  "app",
  "components",
  "lib",
  "public",
  "prisma/schema.prisma",
  "instrumentation.ts",
  "proxy.ts",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];

/**
 * Builds the product if it is not built from the current files. Files of other builds are not touched, and builds that
 * no process uses are removed.
 * @param {StepOptions & { beforeBuild?: () => Promise<void> }} options `beforeBuild`: awaited before anything is built
 * @returns {Promise<{ dir: string, lock: import("./file-lock.mjs").Lock, isNew: boolean }>} the build's folder, which
 *   is kept until the lock is released
 */
export async function ensureBuilt(options) {
  // Nothing else can build in a package, and it may be read-only, so there is no lock.
  if (isPackaged())
    return { dir: getCurrentBuild(), lock: { fd: null, release: () => {} }, isNew: false };
  return await runAlone("build", options, async (lockFd) => {
    const id = hashFiles(BUILD_INPUTS).slice(0, 12);
    const present = openBuild(id);
    if (present !== null) return { ...present, isNew: false };
    await options.beforeBuild?.();
    options.log("Building for production (about 30 seconds)…");
    await runQuietly(process.execPath, [fromRoot("node_modules/next/dist/bin/next"), "build"], {
      signal: options.signal,
      lockFd,
      env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", BUILD_ID: id },
    });
    publishBuild({ id, nextDir: fromRoot(".next"), publicDir: fromRoot("public") });
    const built = openBuild(id);
    if (built === null) throw new Error("The build has no server. Build again: npm run build");
    pruneBuilds();
    return { ...built, isNew: true };
  });
}

/** Stamps record for which input files a step was last completed. */
const STAMPS_DIR = fromRoot("node_modules/.cache/cpec-sez-tracker");

/** @param {string} step @param {string} stamp @returns {boolean} whether the step is complete for this stamp */
function isStepDone(step, stamp) {
  const file = path.join(STAMPS_DIR, step);
  return fs.existsSync(file) && fs.readFileSync(file, "utf8") === stamp;
}

/** @param {string} step @param {string} stamp */
function markStepDone(step, stamp) {
  fs.mkdirSync(STAMPS_DIR, { recursive: true });
  fs.writeFileSync(path.join(STAMPS_DIR, step), stamp);
}

/** @param {string} entry a file or folder, relative to the root @returns {string[]} its files in a fixed order */
function listFiles(entry) {
  const stat = fs.statSync(fromRoot(entry), { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [entry];
  return fs
    .readdirSync(fromRoot(entry))
    .sort()
    .flatMap((name) => listFiles(path.join(entry, name)));
}

/**
 * @param {string[]} entries files and folders, relative to the root
 * @returns {string} a hash that changes with any name or content among them, and with Node and the platform
 */
function hashFiles(entries) {
  const hash = createHash("sha256").update(
    `${process.version} ${process.platform} ${process.arch}`,
  );
  for (const file of entries.flatMap(listFiles)) {
    hash.update(`\0${file}\0`).update(fs.readFileSync(fromRoot(file)));
  }
  return hash.digest("hex");
}
