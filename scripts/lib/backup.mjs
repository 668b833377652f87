// The whole database as one file and back, by COPY: the packaged PostgreSQL has no pg_dump, and a
// system's older pg_dump refuses a newer server.
//
// The file is gzip of lines: a header (JSON), then for each table its name and columns (JSON), its rows as
// COPY writes them, and COPY's own end mark.
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

/**
 * @param {pg.Client} client
 * @returns {Promise<{ name: string, columns: string[] }[]>} every table but the migrations' history, those
 *   that are referred to before those that refer to them
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
    if (!next) throw new Error("The tables refer to one another in a circle.");
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

const columnList = (/** @type {string[]} */ columns) => columns.map(quote).join(", ");

/**
 * Writes the database to a file, as it was at one instant.
 * @param {string} url
 * @param {string} file appears only when it is whole
 * @returns {Promise<number>} how many tables it holds
 */
export async function backup(url, file) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const draft = `${file}.part`;
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const tables = await listTables(client);
    const header = { format: FORMAT, migrations: await listMigrations(client) };
    async function* content() {
      yield `${JSON.stringify(header)}\n`;
      for (const { name, columns } of tables) {
        yield `${JSON.stringify({ table: name, columns })}\n`;
        yield* client.query(copyTo(`COPY ${quote(name)} (${columnList(columns)}) TO STDOUT`));
        yield `${END_OF_ROWS}\n`;
      }
    }
    // Whoever can read it can read everything: it is the owner's alone.
    await pipeline(content, createGzip(), fs.createWriteStream(draft, { mode: 0o600 }));
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
 * @returns {AsyncGenerator<string>} one table's rows, up to and without the end mark
 */
async function* rowsOf(lines) {
  for (;;) {
    const { value, done } = await lines.next();
    if (done) throw new Error("The backup ends in the middle of a table; it is not whole.");
    if (value === END_OF_ROWS) return;
    yield `${value}\n`;
  }
}

/** @param {pg.Client} client numbers given from now on follow those that were restored */
async function moveIdentities(client) {
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

/**
 * Fills an empty database from a file, all or nothing.
 * @param {string} url
 * @param {string} file
 * @returns {Promise<number>} how many tables were restored
 * @throws where the database holds anything, since a ledger cannot be replaced, or the file is of another schema
 */
export async function restore(url, file) {
  if (!fs.existsSync(file)) throw new Error(`There is no file ${file}.`);
  await migrate(url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const input = fs.createReadStream(file).pipe(createGunzip());
  const reader = readline.createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  /** A damaged file fails the reading of a line and not the process. */
  const broken = new Promise((_, reject) => input.once("error", reject));
  broken.catch(() => {});
  try {
    const lines = reader[Symbol.asyncIterator]();
    const next = async () => (await Promise.race([lines.next(), broken])).value;
    const header = JSON.parse((await next()) ?? "{}");
    if (header.format !== FORMAT) throw new Error(`${file} is not a backup of the tracker.`);
    const ours = await listMigrations(client);
    if (JSON.stringify(ours) !== JSON.stringify(header.migrations)) {
      throw new Error(
        `The backup is of another version of the schema (its last migration is ${header.migrations.at(-1)}, ` +
          `ours ${ours.at(-1)}). Restore it with the version that made it, then update.`,
      );
    }
    await client.query("BEGIN");
    for (const { name } of await listTables(client)) {
      const { rowCount } = await client.query(`SELECT 1 FROM ${quote(name)} LIMIT 1`);
      if (rowCount) {
        throw new Error(
          `The database is not empty (${name} has rows), and a ledger is never replaced. ` +
            "Restore into a new one: set DATA_DIR or DATABASE_URL.",
        );
      }
    }
    let count = 0;
    for (let line = await next(); line !== undefined; line = await next()) {
      const { table, columns } = JSON.parse(line);
      const into = client.query(
        copyFrom(`COPY ${quote(table)} (${columnList(columns)}) FROM STDIN`),
      );
      await pipeline(
        Readable.from(rowsOf({ next: () => Promise.race([lines.next(), broken]) })),
        into,
      );
      count++;
    }
    await moveIdentities(client);
    await client.query("COMMIT");
    return count;
  } finally {
    reader.close();
    input.destroy();
    await client.end();
  }
}
