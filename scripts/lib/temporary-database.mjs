// A database server of its own for tests and tools, gone afterwards with all it held.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { startEmbedded } from "./embedded-postgres.mjs";

/**
 * @param {string} purpose a word of the folder's name
 * @returns {{ dir: string, remove: () => void }} a folder that the server's own user can reach
 */
export function temporaryFolder(purpose) {
  const dir = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), `cpec-sez-${purpose}-`));
  fs.chmodSync(dir, 0o755);
  return {
    dir,
    remove: () => fs.rmSync(dir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }),
  };
}

/**
 * Starts a server in a folder of its own. It need not survive a crash, so it does not wait for the disk.
 * @param {string} purpose
 */
export async function startTemporaryDatabase(purpose) {
  const { dir, remove } = temporaryFolder(purpose);
  const settings = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };
  const database = await startEmbedded({ dataDir: dir, settings });
  return {
    url: database.url,
    adminUrl: database.adminUrl,
    stop: async () => {
      await database.stop();
      remove();
    },
  };
}
