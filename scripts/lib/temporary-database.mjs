// A database server for tests and tools that is removed afterwards with all its data.
import { startEmbeddedPostgres } from "./embedded-postgres.mjs";
import { createTemporaryFolder } from "./temporary-folder.mjs";

/** The data need not survive a crash, so the server does not wait for the disk. */
const SETTINGS = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

/** @param {string} purpose one word for the folder's name */
export async function startTemporaryDatabase(purpose) {
  const { dir, remove } = createTemporaryFolder(purpose);
  const database = await startEmbeddedPostgres({ dataDir: dir, settings: SETTINGS });
  return {
    url: database.url,
    adminUrl: database.adminUrl,
    stop: async () => {
      await database.stop();
      remove();
    },
  };
}
