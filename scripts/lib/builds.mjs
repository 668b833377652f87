// The folder of finished builds. Next builds in `.next`; a finished build is renamed into a folder of its own, which
// never changes again. So a running server keeps its files while another build is made, or is started. Imports only
// Node's modules, because it runs before any install.
import fs from "node:fs";
import path from "node:path";
import { acquireLock } from "./file-lock.mjs";
import { fromRoot } from "./paths.mjs";

/** Where the finished builds of this checkout are. */
export const BUILDS_DIR = fromRoot(".builds");

const CURRENT = "current";

/** @param {string} buildsDir @param {string} id @returns {string} the file whose shared lock keeps a build */
const getUseFile = (buildsDir, id) => path.join(buildsDir, `${id}.lock`);

/** @param {string} buildDir @returns {string} the program of the production server */
export const getServerFile = (buildDir) => path.join(buildDir, "server.js");

/**
 * @param {string} [buildsDir]
 * @returns {string} the folder of the newest build
 * @throws if there is none
 */
export function getCurrentBuild(buildsDir = BUILDS_DIR) {
  try {
    return fs.realpathSync(path.join(buildsDir, CURRENT));
  } catch {
    throw new Error("The tracker is not built. Build it with: npm run build");
  }
}

/** A build and the lock that keeps it. @typedef {{ dir: string, lock: import("./file-lock.mjs").Lock }} OpenBuild */

/** @param {string} dir @param {string} buildsDir @returns {import("./file-lock.mjs").Lock} keeps the build */
function lockBuild(dir, buildsDir) {
  const lock = acquireLock(getUseFile(buildsDir, path.basename(dir)), { isShared: true });
  if ("holder" in lock) throw new Error(`The build ${dir} is being removed. Try again.`);
  return lock;
}

/**
 * Keeps the newest build until the lock is released.
 * @param {string} [buildsDir]
 * @returns {OpenBuild}
 * @throws if there is none
 */
export function openCurrentBuild(buildsDir = BUILDS_DIR) {
  for (;;) {
    const dir = getCurrentBuild(buildsDir);
    const lock = lockBuild(dir, buildsDir);
    // Another build may have become the newest before this one was locked.
    if (getCurrentBuild(buildsDir) === dir) return { dir, lock };
    lock.release();
  }
}

/**
 * Finds a finished build, makes it the current one, and keeps it until the lock is released.
 * @param {string} id
 * @param {string} [buildsDir]
 * @returns {OpenBuild | null} null if it is not built
 */
export function openBuild(id, buildsDir = BUILDS_DIR) {
  const dir = path.join(buildsDir, id);
  if (!fs.existsSync(getServerFile(dir))) return null;
  const lock = lockBuild(dir, buildsDir);
  const link = path.join(buildsDir, CURRENT);
  fs.rmSync(`${link}.new`, { force: true });
  fs.symlinkSync(id, `${link}.new`);
  fs.renameSync(`${link}.new`, link);
  return { dir, lock };
}

/**
 * Makes a finished build of what Next has built: moves its server, and copies the files that Next leaves to a CDN.
 * @param {object} options
 * @param {string} options.id
 * @param {string} options.nextDir Next's folder
 * @param {string} options.publicDir
 * @param {string} [options.buildsDir]
 */
export function publishBuild({ id, nextDir, publicDir, buildsDir = BUILDS_DIR }) {
  const dir = path.join(buildsDir, id);
  const draft = `${dir}.new`;
  fs.mkdirSync(buildsDir, { recursive: true });
  fs.rmSync(draft, { recursive: true, force: true });
  fs.renameSync(path.join(nextDir, "standalone"), draft);
  fs.cpSync(path.join(nextDir, "static"), path.join(draft, ".next/static"), { recursive: true });
  fs.cpSync(publicDir, path.join(draft, "public"), { recursive: true });
  // An incomplete folder of this name has no server, so nothing runs in it.
  fs.rmSync(dir, { recursive: true, force: true });
  fs.renameSync(draft, dir);
}

/**
 * Removes the builds that no process uses, except the current one, and what an interrupted build has left.
 * @param {string} [buildsDir]
 */
export function pruneBuilds(buildsDir = BUILDS_DIR) {
  const current = path.basename(getCurrentBuild(buildsDir));
  for (const entry of fs.readdirSync(buildsDir, { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name === current) continue;
    const dir = path.join(buildsDir, entry.name);
    const lock = acquireLock(getUseFile(buildsDir, entry.name));
    if ("holder" in lock) continue;
    // Without locks of the system, it is unknown which builds are in use.
    if (lock.fd !== null) fs.rmSync(dir, { recursive: true, force: true });
    lock.release();
  }
}
