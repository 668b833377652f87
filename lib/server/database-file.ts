import "server-only";
import sqlite from "node-sqlite3-wasm";
import type { SqlDatabase } from "../formats/sql-table";
import { fileChunks } from "./temporary-file";

/** No journal and no waiting for the disk: a file that is not complete is never read. */
const SETTINGS =
  "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA foreign_keys = OFF; PRAGMA page_size = 4096";

/**
 * A database of SQLite in chunks. It is written to a temporary file first. The same rows give the same bytes.
 * @param write adds tables and rows
 */
export function databaseChunks(
  write: (db: SqlDatabase) => Promise<void>,
): AsyncGenerator<Uint8Array> {
  return fileChunks(async (file) => {
    const db = new sqlite.Database(file);
    try {
      db.exec(SETTINGS);
      await write(db);
    } finally {
      db.close();
    }
  });
}

/** The same as bytes. */
export async function databaseBytes(
  write: (db: SqlDatabase) => Promise<void>,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of databaseChunks(write)) chunks.push(chunk);
  return Uint8Array.from(Buffer.concat(chunks));
}
