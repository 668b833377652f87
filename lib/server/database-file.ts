import "server-only";
import sqlite from "node-sqlite3-wasm";
import type { SqlDatabase } from "../formats/sql-table";
import { runInSlices } from "./in-slices";
import { fileChunks } from "./temporary-file";

/** No journal and no waiting for the disk: a file that is not complete is never read. */
const SETTINGS =
  "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA foreign_keys = OFF; PRAGMA page_size = 4096";

/**
 * A database of SQLite in chunks. It is written to a temporary file in slices, during which other requests go on. The same
 * rows give the same bytes.
 * @param write adds tables and rows, a little in each step
 */
export function databaseChunks(
  write: (db: SqlDatabase) => Iterator<unknown>,
): AsyncGenerator<Uint8Array> {
  return fileChunks(async (file) => {
    const db = new sqlite.Database(file);
    try {
      db.exec(SETTINGS);
      await runInSlices(write(db));
    } finally {
      db.close();
    }
  });
}
