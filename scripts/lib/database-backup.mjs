// Backs up and restores the whole database with COPY. The embedded PostgreSQL has no pg_dump, and a pg_dump
// of the system that is older than the server refuses to run.
//
// The file is gzipped lines: a header (JSON) with the migrations and all tables; for each table its name (JSON), its rows
// in COPY's text format, and COPY's end mark; and an end (JSON) with each table's number of rows and the SHA-256 of all
// lines before it. So a file that lacks anything is recognised before the database is touched.
import { createHash } from "node:crypto";
import fs from "node:fs";
import { pipeline as connectStreams, Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { withClient } from "./database-client.mjs";
import { migrate, readMigrations } from "./migrate.mjs";

/** @typedef {{ name: string, columns: string[] }} Table */
/** @typedef {{ format: string, migrations: string[], tables: Table[] }} Header */

const FORMAT = "cpec-sez-tracker-backup-2";
const END_OF_ROWS = "\\.";
const NEWLINE = 0x0a;

const quote = (/** @type {string} */ name) => `"${name.replaceAll('"', '""')}"`;
const quoteList = (/** @type {string[]} */ names) => names.map(quote).join(", ");

/**
 * @param {import("pg").Client} client
 * @returns {Promise<Table[]>} all tables except the migration history; each
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

/** @param {import("pg").Client} client @returns {Promise<string[]>} the names of the applied migrations */
async function listMigrations(client) {
  const { rows } = await client.query(
    'SELECT migration_name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL ORDER BY migration_name',
  );
  return rows.map((row) => row.migration_name);
}

/**
 * @param {import("pg").Client} client in a transaction
 * @param {Header} header
 * @returns {AsyncGenerator<string | Buffer>} the content of a backup
 */
async function* readDatabase(client, header) {
  const hash = createHash("sha256");
  /** @type {Record<string, number>} */
  const rows = {};
  const hashed = (/** @type {string | Buffer} */ part) => {
    hash.update(part);
    return part;
  };
  yield hashed(`${JSON.stringify(header)}\n`);
  for (const { name, columns } of header.tables) {
    yield hashed(`${JSON.stringify({ table: name })}\n`);
    const list = quoteList(columns);
    // Each revision is checked against the one before it, and the place of one that was rolled back is used again.
    const source =
      name === "revision"
        ? `(SELECT ${list} FROM ${quote(name)} ORDER BY id)`
        : `${quote(name)} (${list})`;
    const copy = client.query(copyTo(`COPY ${source} TO STDOUT`));
    for await (const part of copy) yield hashed(part);
    rows[name] = copy.rowCount;
    yield hashed(`${END_OF_ROWS}\n`);
  }
  yield `${JSON.stringify({ rows, sha256: hash.digest("hex") })}\n`;
}

/**
 * Writes a consistent snapshot of the database to a file.
 * @param {string} url
 * @param {string} file appears only when it is complete
 * @returns {Promise<number>} the number of tables
 */
export async function backupDatabase(url, file) {
  const draft = `${file}.part`;
  const backUp = async (/** @type {import("pg").Client} */ client) => {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const tables = await listTables(client);
    const header = { format: FORMAT, migrations: await listMigrations(client), tables };
    // The file contains everything, password hashes included, so only its owner may read it.
    const output = fs.createWriteStream(draft, { mode: 0o600, flush: true });
    await pipeline(readDatabase(client, header), createGzip(), output);
    await client.query("COMMIT");
    fs.renameSync(draft, file);
    return tables.length;
  };
  try {
    return await withClient(url, backUp, { statementMs: 0 });
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

const unusable = (/** @type {string} */ file, /** @type {string} */ problem) =>
  new Error(
    `The backup ${file} is incomplete or damaged: ${problem}. Nothing was changed. Use another backup.`,
  );

/**
 * Splits at newlines only. Node's readline also splits at U+2028, which text may contain.
 * @param {string} file
 * @returns {AsyncGenerator<Buffer>} its lines without newlines; a last line without a newline is left out
 */
async function* readLines(file) {
  const input = createGunzip();
  connectStreams(fs.createReadStream(file), input, () => {});
  /** The parts of a line that is not yet complete. @type {Buffer[]} */
  let parts = [];
  try {
    for await (const chunk of input) {
      let from = 0;
      for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, from)) {
        parts.push(chunk.subarray(from, at));
        yield parts.length === 1 ? parts[0] : Buffer.concat(parts);
        parts = [];
        from = at + 1;
      }
      if (from < chunk.length) parts.push(chunk.subarray(from));
    }
  } catch (error) {
    throw unusable(file, error.message);
  }
}

/** @param {Buffer} line @param {string} file @returns {any} */
function parseLine(line, file) {
  try {
    return JSON.parse(line.toString("utf8"));
  } catch {
    throw unusable(file, `"${line.toString("utf8", 0, 60)}" is not a part of a backup`);
  }
}

/** @param {any} header @param {string} file @returns {Header} */
function requireFormat(header, file) {
  if (header?.format === FORMAT && Array.isArray(header.migrations) && Array.isArray(header.tables))
    return header;
  if (header?.format === "cpec-sez-tracker-backup-1") {
    throw new Error(
      `${file} was made by an older version of the tracker. Restore it with that version, update, and make a new backup.`,
    );
  }
  throw new Error(`${file} is not a backup of the tracker.`);
}

/**
 * Reads a backup to its end.
 * @param {string} file
 * @param {object} handlers
 * @param {(header: Header) => Promise<void>} [handlers.onHeader]
 * @param {(table: Table, rows: AsyncGenerator<Buffer>) => Promise<void>} [handlers.onTable] reads all rows, each with
 *   its newline; if not given, the rows are only counted
 * @returns {Promise<Header>}
 * @throws if anything is missing, changed or unreadable
 */
async function readBackup(file, { onHeader, onTable }) {
  const lines = readLines(file);
  const hash = createHash("sha256");
  const nextLine = async () => {
    const { value, done } = await lines.next();
    if (done) throw unusable(file, "it ends too early");
    return value;
  };
  const nextHashed = async () => {
    const line = await nextLine();
    hash.update(line).update("\n");
    return line;
  };
  try {
    const header = requireFormat(parseLine(await nextHashed(), file), file);
    await onHeader?.(header);
    /** @type {Record<string, number>} */
    const counted = {};
    for (const table of header.tables) {
      if (parseLine(await nextHashed(), file).table !== table.name)
        throw unusable(file, `table ${table.name} is missing`);
      counted[table.name] = 0;
      const readRows = async function* () {
        for (;;) {
          const line = await nextHashed();
          if (line.length === END_OF_ROWS.length && line.toString() === END_OF_ROWS) return;
          counted[table.name]++;
          yield Buffer.concat([line, Buffer.from([NEWLINE])]);
        }
      };
      if (onTable) await onTable(table, readRows());
      else for await (const _ of readRows());
    }
    const end = parseLine(await nextLine(), file);
    for (const { name } of header.tables) {
      if (end.rows?.[name] !== counted[name]) {
        throw unusable(
          file,
          `table ${name} has ${counted[name]} rows instead of ${end.rows?.[name]}`,
        );
      }
    }
    if (end.sha256 !== hash.digest("hex")) throw unusable(file, "its checksum is wrong");
    if (!(await lines.next()).done) throw unusable(file, "it goes on after its end");
    return header;
  } finally {
    await lines.return(undefined);
  }
}

/**
 * Reads a whole backup and checks that nothing is missing. Needs no database.
 * @param {string} file
 * @returns {Promise<Header>}
 * @throws if the file is not a complete backup that this version of the tracker can restore
 */
export async function verifyBackup(file) {
  if (!fs.existsSync(file))
    throw new Error(`Backup not found: ${file} does not exist. Check the path.`);
  const migrations = readMigrations().map(({ name }) => name);
  const onHeader = async (/** @type {Header} */ header) => {
    if (JSON.stringify(migrations) === JSON.stringify(header.migrations)) return;
    throw new Error(
      `The backup has another database schema: its last migration is ${header.migrations.at(-1)}, ` +
        `the last one here is ${migrations.at(-1)}. Restore it with the version that made it, then update.`,
    );
  };
  return await readBackup(file, { onHeader });
}

/** Lets new rows continue the restored numbering. @param {import("pg").Client} client */
async function resetSequences(client) {
  const { rows } = await client.query(`
    SELECT table_name AS "table", column_name AS "column",
      pg_get_serial_sequence(quote_ident(table_schema) || '.' || quote_ident(table_name), column_name) AS sequence
    FROM information_schema.columns WHERE table_schema = 'public'`);
  for (const { table, column, sequence } of rows) {
    if (sequence === null) continue;
    await client.query(
      `SELECT setval($1, max(${quote(column)})) FROM ${quote(table)} HAVING count(*) > 0`,
      [sequence],
    );
  }
}

/** @param {import("pg").Client} client @throws if any table has rows */
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
 * @param {import("pg").Client} client
 * @param {Header} header
 * @param {string} file
 * @throws if the backup lacks a table or a column of the database, or has another one
 */
async function requireSameTables(client, header, file) {
  const listNames = (/** @type {Table[]} */ tables) =>
    tables.flatMap(({ name, columns }) => [name, ...columns.map((column) => `${name}.${column}`)]);
  const wanted = listNames(await listTables(client));
  const present = listNames(header.tables);
  const missing = wanted.find((name) => !present.includes(name));
  if (missing) throw unusable(file, `${missing} is missing`);
  const unknown = present.find((name) => !wanted.includes(name));
  if (unknown) throw unusable(file, `the database has no ${unknown}`);
}

/**
 * Fills an empty database from a backup, in one transaction. Reads the whole backup first, so that nothing is changed
 * if the backup cannot be used.
 * @param {string} url of the role that owns the tables
 * @param {string} file
 * @param {{ servingUrl?: string }} [options] the address of the role that serves, if it is another one
 * @returns {Promise<number>} the number of tables
 * @throws if the database has rows, or if the file is damaged or was made with other migrations
 */
export async function restoreDatabase(url, file, { servingUrl } = {}) {
  await verifyBackup(file);
  await withClient(url, requireEmptyDatabase);
  await migrate(url, { servingUrl });
  const restore = async (/** @type {import("pg").Client} */ client) => {
    await client.query("BEGIN");
    await requireEmptyDatabase(client);
    const { tables } = await readBackup(file, {
      onHeader: (header) => requireSameTables(client, header, file),
      onTable: async ({ name, columns }, rows) => {
        const copy = client.query(
          copyFrom(`COPY ${quote(name)} (${quoteList(columns)}) FROM STDIN`),
        );
        await pipeline(Readable.from(rows), copy);
      },
    });
    await resetSequences(client);
    await client.query("COMMIT");
    return tables.length;
  };
  return await withClient(url, restore, { statementMs: 0 });
}
