// The database in use, for tools that run beside the app or without it.
import { findEmbedded, startEmbedded } from "./embedded-postgres.mjs";
import { lockHolder } from "./process-lock.mjs";
import { dataDir, launcherLock } from "./root.mjs";

/**
 * Runs `work` with the database in use: the one of `DATABASE_URL`, or the embedded one, which is started
 * for the time being where it does not run.
 * @template T
 * @param {(url: string, only: { forNow: boolean }) => Promise<T>} work `forNow`: the server stops afterwards
 * @returns {Promise<T>}
 */
export async function withDatabase(work) {
  if (process.env.DATABASE_URL) return await work(process.env.DATABASE_URL, { forNow: false });
  const dir = dataDir();
  const running = await findEmbedded(dir);
  if (running !== null) return await work(running.url, { forNow: false });
  const database = await startEmbedded({ dataDir: dir, say: (line) => console.error(line) });
  try {
    return await work(database.url, { forNow: !database.reused });
  } finally {
    // A launcher that came meanwhile has joined this server and stops it itself.
    if (!database.reused && lockHolder(launcherLock(dir)) === null) await database.stop();
  }
}
