// Folders of tests and tools that are removed afterwards.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

/**
 * Creates a folder that the database server's own user can also reach.
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
