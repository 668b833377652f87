// Paths of this checkout, of DATA_DIR and of temporary folders. Imports only Node's modules, because it runs before any install.

import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root folder. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** @param {string} file a path relative to the root @returns {string} the absolute path */
export const fromRoot = (file) => path.join(ROOT, file);

/** @returns {boolean} whether this is what `scripts/package.mjs` wrote: built, without sources, and perhaps read-only */
export const isPackaged = () => !fs.existsSync(fromRoot("next.config.ts"));

/** @returns {string} the folder of the embedded database and of the launcher's files */
export function getDataDir() {
  return path.resolve(ROOT, process.env.DATA_DIR || ".data");
}

/** @param {string} dataDir @returns {string} the lock file that a running launcher holds */
export const launcherLockFile = (dataDir) => path.join(dataDir, "launcher.lock");

/**
 * Creates a folder for tests and tools that the database server's own user can also reach.
 * @param {string} purpose one word for the folder's name
 * @returns {{ dir: string, remove: () => void }}
 */
export function createTemporaryFolder(purpose) {
  const dir = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), `cpec-sez-${purpose}-`));
  fs.chmodSync(dir, 0o755);
  return {
    dir,
    remove: () => fs.rmSync(dir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }),
  };
}
