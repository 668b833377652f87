// The configured database, for tools that run beside the product or without it.
import { findEmbeddedPostgres, startEmbeddedPostgres } from "./embedded-postgres.mjs";
import { getDataDir, launcherLockFile } from "./paths.mjs";
import { findLockHolder } from "./process-lock.mjs";

/**
 * Runs `work` with the configured database: the one of `DATABASE_URL`, or the embedded one. If the embedded
 * server is not running, it is started for the duration of `work`.
 * @template T
 * @param {(url: string, info: { isTemporary: boolean }) => Promise<T>} work `isTemporary`: the server stops afterwards
 * @returns {Promise<T>}
 */
export async function withDatabase(work) {
  if (process.env.DATABASE_URL) return await work(process.env.DATABASE_URL, { isTemporary: false });
  const dataDir = getDataDir();
  const running = await findEmbeddedPostgres(dataDir);
  if (running !== null) return await work(running.url, { isTemporary: false });
  const database = await startEmbeddedPostgres({ dataDir, log: (line) => console.error(line) });
  try {
    return await work(database.url, { isTemporary: !database.reused });
  } finally {
    // A launcher that started in the meantime uses this server and stops it itself.
    const launcherPid = findLockHolder(launcherLockFile(dataDir));
    if (!database.reused && launcherPid === null) await database.stop();
  }
}
