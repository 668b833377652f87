import "server-only";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sqlite from "node-sqlite3-wasm";
import type { SqlDatabase } from "../formats/sql-table";
import { runInSlices } from "./in-slices";

/** Bytes of the file that are read at once. */
const CHUNK_BYTES = 256 * 1024;

/** No journal and no waiting for the disk: a file that is not complete is never read. */
const SETTINGS =
  "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA foreign_keys = OFF; PRAGMA page_size = 4096";

/**
 * A database of SQLite in chunks. It is written to a file in a temporary folder, so that it needs no memory, in slices, during
 * which other requests go on. The file is gone once it is open for reading. The same rows give the same bytes.
 * @param write adds tables and rows, a little in each step
 */
export async function* databaseChunks(
  write: (db: SqlDatabase) => Iterator<unknown>,
): AsyncGenerator<Uint8Array> {
  const folder = await mkdtemp(path.join(tmpdir(), "cpec-sez-"));
  const removeFolder = () => rm(folder, { recursive: true, force: true });
  try {
    const file = path.join(folder, "database");
    await writeDatabase(file, write);
    const handle = await open(file);
    await removeFolder();
    yield* handle.createReadStream({ highWaterMark: CHUNK_BYTES });
  } finally {
    await removeFolder();
  }
}

async function writeDatabase(
  file: string,
  write: (db: SqlDatabase) => Iterator<unknown>,
): Promise<void> {
  const db = new sqlite.Database(file);
  try {
    db.exec(SETTINGS);
    await runInSlices(write(db));
  } finally {
    db.close();
  }
}
