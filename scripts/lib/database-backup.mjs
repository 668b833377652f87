// Backs up and restores the whole database with COPY. The embedded PostgreSQL has no pg_dump, and a pg_dump
// of the system that is older than the server refuses to run.
//
// The file is gzipped lines: a header (JSON), then for each table its name and columns (JSON), its rows in
// COPY's text format, and COPY's end mark.
import fs from "node:fs";
import readline from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { migrate } from "./migrate.mjs";

const FORMAT = "cpec-sez-tracker-backup-1";
const END_OF_ROWS = "\\.";

const quote = (/** @type {string} */ name) => `"${name.replaceAll('"', '""')}"`;
const quoteList = (/** @type {string[]} */ names) => names.map(quote).join(", ");

/**
 * @param {pg.Client} client
 * @returns {Promise<{ name: string, columns: string[] }[]>} all tables except the migration history; each
 *   table comes after the tables that it references
 */
async function listTables(client) {
  const { rows: tables } = await client.query(`
    SELECT t.oid::int, t.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns,
      ARRAY(SELECT confrelid::int FROM pg_constraint
            WHERE conrelid = t.oid AND contype = 'f' AND confrelid <> t.oid) AS needs
    FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE t.relkind = 'r' AND t.relnamespace = 'public'::regnamespace AND t.relname <> '_prisma_migrations'
    GROUP BY t.oid, t.relname ORDER BY t.relname`);
  const sorted = [];
  const placed = new Set();
  while (sorted.length < tables.length) {
    const next = tables.find(
      ({ oid, needs }) => !placed.has(oid) && needs.every((need) => placed.has(need)),
    );
    if (!next) throw new Error("The tables' foreign keys form a cycle, so they cannot be ordered.");
    placed.add(next.oid);
    sorted.push({ name: next.name, columns: next.columns });
  }
  return sorted;
}

/** @param {pg.Client} client @returns {Promise<string[]>} the names of the applied migrations */
async function listMigrations(client) {
  const { rows } = await client.query(
    'SELECT migration_name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL ORDER BY migration_name',
  );
  return rows.map((row) => row.migration_name);
}

/**
 * Writes a consistent snapshot of the database to a file.
 * @param {string} url
 * @param {string} file appears only when it is complete
 * @returns {Promise<number>} the number of tables
 */
export async function backupDatabase(url, file) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const draft = `${file}.part`;
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const tables = await listTables(client);
    const header = { format: FORMAT, migrations: await listMigrations(client) };
    async function* readLines() {
      yield `${JSON.stringify(header)}\n`;
      for (const { name, columns } of tables) {
        yield `${JSON.stringify({ table: name, columns })}\n`;
        yield* client.query(copyTo(`COPY ${quote(name)} (${quoteList(columns)}) TO STDOUT`));
        yield `${END_OF_ROWS}\n`;
      }
    }
    // The file contains everything, password hashes included, so only its owner may read it.
    await pipeline(readLines(), createGzip(), fs.createWriteStream(draft, { mode: 0o600 }));
    await client.query("COMMIT");
    fs.renameSync(draft, file);
    return tables.length;
  } finally {
    fs.rmSync(draft, { force: true });
    await client.end();
  }
}

/**
 * @param {AsyncIterator<string>} lines
 * @returns {AsyncGenerator<string>} the rows of one table, up to the end mark
 */
async function* readTableRows(lines) {
  for (;;) {
    const { value, done } = await lines.next();
    if (done) {
      throw new Error(
        "The backup is incomplete: it ends in the middle of a table. Use another backup.",
      );
    }
    if (value === END_OF_ROWS) return;
    yield `${value}\n`;
  }
}

/** Lets new rows continue the restored numbering. @param {pg.Client} client */
async function resetSequences(client) {
  const { rows } = await client.query(`
    SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
    WHERE table_schema = 'public' AND is_identity = 'YES'`);
  for (const { table, column } of rows) {
    await client.query(
      `SELECT setval(pg_get_serial_sequence($1, $2), max(${quote(column)})) FROM ${quote(table)} HAVING count(*) > 0`,
      [quote(table), column],
    );
  }
}

/** @param {pg.Client} client @throws if any table has rows */
async function requireEmptyDatabase(client) {
  for (const { name } of await listTables(client)) {
    const { rowCount } = await client.query(`SELECT 1 FROM ${quote(name)} LIMIT 1`);
    if (rowCount) {
      throw new Error(
        `The database is not empty: table ${name} has rows, and a ledger is never replaced. ` +
          "Restore into a new database: set DATA_DIR or DATABASE_URL to another one.",
      );
    }
  }
}

/**
 * Fills an empty database from a backup, in one transaction.
 * @param {string} url
 * @param {string} file
 * @returns {Promise<number>} the number of tables
 * @throws if the database has rows, or if the file is damaged or was made with other migrations
 */
export async function restoreDatabase(url, file) {
  if (!fs.existsSync(file))
    throw new Error(`Backup not found: ${file} does not exist. Check the path.`);
  await migrate(url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const input = fs.createReadStream(file).pipe(createGunzip());
  const reader = readline.createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  /** Rejects if the file is damaged, so that reading a line fails instead of the process. */
  const damaged = new Promise((_, reject) => input.once("error", reject));
  damaged.catch(() => {});
  try {
    const iterator = reader[Symbol.asyncIterator]();
    const lines = { next: () => Promise.race([iterator.next(), damaged]) };
    const nextLine = async () => (await lines.next()).value;
    const header = JSON.parse((await nextLine()) ?? "{}");
    if (header.format !== FORMAT) throw new Error(`${file} is not a backup of the tracker.`);
    const migrations = await listMigrations(client);
    if (JSON.stringify(migrations) !== JSON.stringify(header.migrations)) {
      throw new Error(
        `The backup has another database schema: its last migration is ${header.migrations.at(-1)}, ` +
          `the last one here is ${migrations.at(-1)}. Restore it with the version that made it, then update.`,
      );
    }
    await client.query("BEGIN");
    await requireEmptyDatabase(client);
    let count = 0;
    for (let line = await nextLine(); line !== undefined; line = await nextLine()) {
      const { table, columns } = JSON.parse(line);
      const copy = client.query(
        copyFrom(`COPY ${quote(table)} (${quoteList(columns)}) FROM STDIN`),
      );
      await pipeline(Readable.from(readTableRows(lines)), copy);
      count++;
    }
    await resetSequences(client);
    await client.query("COMMIT");
    return count;
  } finally {
    reader.close();
    input.destroy();
    await client.end();
  }
}
