// Installs the packages of the lock file and builds for production, each only when its files have changed. Imports only
// Node's modules, because it runs before any install.
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { acquireLock, waitForLock } from "./file-lock.mjs";
import { fromRoot, isPackaged, ROOT } from "./paths.mjs";
import { runQuietly } from "./run-command.mjs";

/** `signal` ends the step; what it leaves does not stop the next start. */
/** @typedef {{ log: (line: string) => void, signal?: AbortSignal }} StepOptions */

/** Holds the finished builds, each in a folder that never changes, so that a running server keeps its files. */
const BUILDS_DIR = fromRoot(".builds");
/** Packages are installed here and then renamed, so that a running tracker keeps its packages until the new ones are complete. */
const INSTALL_DIR = fromRoot(".builds/install");
const BUILD_INPUTS = ["app", "components", "lib", "public", "prisma/schema.prisma"].concat(
  ...["instrumentation.ts", "proxy.ts", "next.config.ts", "postcss.config.mjs", "tsconfig.json"],
  ...["package.json", "package-lock.json"],
);

/** Runs a step when no other process of this checkout, nor a command that a killed one has left, installs or builds. */
async function runAlone({ log, signal }, step) {
  let isSaid = false;
  const lock = await waitForLock(path.join(BUILDS_DIR, "lock"), {
    ...{ timeoutMs: 600_000, signal },
    onHeld: (holder) => {
      if (!isSaid) log(`Waiting for ${holder}, which installs or builds…`);
      isSaid = true;
    },
    refuse: (holder) =>
      `Another process has been installing or building for 10 minutes (${holder}). Stop it and try again.`,
  });
  try {
    return await step({ signal, lockFd: lock.fd });
  } finally {
    lock.release();
  }
}

const readPackages = (file) =>
  fs.existsSync(fromRoot(file)) ? JSON.parse(fs.readFileSync(fromRoot(file), "utf8")).packages : {};

/** Does node_modules match the lock file, development dependencies included? */
function isInstalled() {
  // npm writes this file last, so an interrupted install has none.
  const present = readPackages("node_modules/.package-lock.json");
  return Object.entries(readPackages("package-lock.json")).every(
    ([folder, { version, optional }]) =>
      folder === "" || (present[folder] ? present[folder].version === version : optional),
  );
}

/** Was the database client generated from the present schema? */
function isClientGenerated() {
  const client = fs.statSync(fromRoot("prisma/generated/client.ts"), { throwIfNoEntry: false });
  return client && client.mtimeMs > fs.statSync(fromRoot("prisma/schema.prisma")).mtimeMs;
}

async function installPackages(options) {
  fs.rmSync(INSTALL_DIR, { recursive: true, force: true });
  for (const file of ["package.json", "package-lock.json", ".npmrc"]) {
    fs.cpSync(fromRoot(file), path.join(INSTALL_DIR, file));
  }
  // No package's install script runs, so nothing is downloaded except packages.
  const args = ["ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund"];
  await runQuietly("npm", args, { ...options, cwd: INSTALL_DIR });
  // A client of other packages is generated again.
  fs.rmSync(fromRoot("prisma/generated"), { recursive: true, force: true });
  const present = fromRoot("node_modules");
  // rename also moves a symbolic link.
  if (fs.lstatSync(present, { throwIfNoEntry: false })) {
    fs.renameSync(present, path.join(INSTALL_DIR, "old"));
  }
  fs.renameSync(path.join(INSTALL_DIR, "node_modules"), present);
  fs.rmSync(INSTALL_DIR, { recursive: true, force: true });
}

/**
 * Installs the packages if node_modules does not match the lock file, and generates the database client if the schema
 * changed.
 * @param {StepOptions} options
 */
export async function ensureInstalled(options) {
  if (isPackaged() || (isInstalled() && isClientGenerated())) return;
  await runAlone(options, async (command) => {
    if (!isInstalled()) {
      options.log("Installing the packages of package-lock.json (1 to 2 minutes, only once)…");
      await installPackages(command);
    }
    if (isClientGenerated()) return;
    options.log("Generating the database client…");
    const prisma = fromRoot("node_modules/prisma/build/index.js");
    await runQuietly(process.execPath, [prisma, "generate"], command);
  });
}

/** The files of a file or folder, in a fixed order. */
function listFiles(entry) {
  if (!fs.statSync(fromRoot(entry)).isDirectory()) return [entry];
  const names = fs.readdirSync(fromRoot(entry)).sort();
  return names.flatMap((name) => listFiles(path.join(entry, name)));
}

/** The folder of the build of the present files, which may not be there. Its name changes with any name or content of them. */
function getBuildFolder() {
  if (isPackaged()) return path.join(BUILDS_DIR, fs.readdirSync(BUILDS_DIR)[0] ?? "");
  const hash = createHash("sha256");
  hash.update(`${process.version} ${process.platform} ${process.arch}`);
  for (const file of BUILD_INPUTS.flatMap(listFiles)) {
    hash.update(`\0${file}\0`).update(fs.readFileSync(fromRoot(file)));
  }
  return path.join(BUILDS_DIR, hash.digest("hex").slice(0, 12));
}

/** The folder of a build itself changes with the trackers that run in it. */
const builtAt = (dir) => fs.statSync(path.join(dir, "server.js")).mtimeMs;

const isBuilt = (dir) => fs.existsSync(path.join(dir, "server.js"));

/** @returns {string} the folder of the build of the present files @throws if they are not built */
export function getCurrentBuild() {
  const dir = getBuildFolder();
  if (isBuilt(dir)) return dir;
  throw new Error("The tracker is not built. Build it with: npm run build");
}

const SERVING = "serving-";

/** Keeps a build from being removed for as long as this process runs. A package has one build, and nobody removes it. */
export function keepBuild(dir) {
  if (!isPackaged()) acquireLock(path.join(dir, `${SERVING}${process.pid}.lock`));
}

/** Does a process that keeps a build still run? */
const isKept = (dir) =>
  fs.readdirSync(dir).some((name) => {
    if (!name.startsWith(SERVING)) return false;
    const lock = acquireLock(path.join(dir, name));
    if (!("fd" in lock)) return true;
    lock.release();
    return false;
  });

/**
 * Moves what Next has built into a folder of its own, and removes what Next leaves, and older builds. The build before this
 * one stays, and those in which a tracker runs.
 * @param {string} id
 * @param {string} [root]
 * @returns {string} the folder
 */
export function publishBuild(id, root = ROOT) {
  const [next, builds] = [path.join(root, ".next"), path.join(root, ".builds")];
  fs.mkdirSync(builds, { recursive: true });
  const [, ...older] = fs
    .readdirSync(builds, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && isBuilt(path.join(builds, entry.name)))
    .map(({ name }) => path.join(builds, name))
    .sort((a, b) => builtAt(b) - builtAt(a));
  for (const folder of older) {
    if (!isKept(folder)) fs.rmSync(folder, { recursive: true });
  }
  fs.renameSync(path.join(next, "static"), path.join(next, "standalone/.next/static"));
  fs.cpSync(path.join(root, "public"), path.join(next, "standalone/public"), { recursive: true });
  fs.renameSync(path.join(next, "standalone"), path.join(builds, id));
  for (const name of fs.readdirSync(next)) {
    // Of the development server, and of the type check.
    if (name !== "dev" && name !== "types") fs.rmSync(path.join(next, name), { recursive: true });
  }
  return path.join(builds, id);
}

/**
 * Builds the product if it is not built from the present files.
 * @param {StepOptions} options
 * @returns {Promise<string>} the build's folder
 */
export async function ensureBuilt(options) {
  const dir = getBuildFolder();
  if (isBuilt(dir)) return dir;
  return await runAlone(options, async (command) => {
    if (isBuilt(dir)) return dir;
    options.log("Building for production (about 30 seconds)…");
    await runQuietly(process.execPath, [fromRoot("node_modules/next/dist/bin/next"), "build"], {
      ...command,
      env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", BUILD_ID: path.basename(dir) },
    });
    return publishBuild(path.basename(dir));
  });
}
