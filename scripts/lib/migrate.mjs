// Applies prisma/migrations without Prisma's engine. It writes Prisma's own history table, so
// `prisma migrate deploy` works with the same database.
import { createHash, randomUUID } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { explainTimeout, requireOwnSession, withClient } from "./database-client.mjs";
import { grantServingRole, mayMigrate, readRoleName } from "./database-roles.mjs";

/** The folder of the migrations. */
export const MIGRATIONS_DIR = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));

/** The advisory lock of Prisma's own engine, so that the two never run at the same time. */
const PRISMA_LOCK = 72707369;

const HISTORY_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

/**
 * @param {string} folder
 * @returns {{ name: string, sql: string, checksum: string }[]} in the order of application
 */
export function readMigrations(folder = MIGRATIONS_DIR) {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = fs.readFileSync(path.join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

/** @typedef {ReturnType<typeof readMigrations>} Migrations */

/**
 * @param {import("pg").Client} client
 * @param {Migrations} migrations
 * @returns {Promise<Migrations>} those that are not yet applied
 * @throws if the history has a migration that is unknown, changed or unfinished
 */
async function listPending(client, migrations) {
  const { rows } = await client.query(
    'SELECT migration_name AS name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
  );
  for (const row of rows) {
    const known = migrations.find(({ name }) => name === row.name);
    if (row.finished_at === null) {
      throw new Error(
        `Migration ${row.name} was started on this database and did not finish. Repair the database ` +
          `by hand, then delete the row "${row.name}" from "_prisma_migrations".`,
      );
    }
    if (!known) {
      throw new Error(
        `This database has the migration ${row.name}, which this version of the tracker does not ` +
          "have: a newer version made it. Update the tracker.",
      );
    }
    if (known.checksum !== row.checksum) {
      throw new Error(
        `Migration ${row.name} was changed after it was applied to this database. ` +
          "Restore its file, and write the change as a new migration.",
      );
    }
  }
  const applied = new Set(rows.map(({ name }) => name));
  return migrations.filter(({ name }) => !applied.has(name));
}

/**
 * Runs `work` in a transaction that holds the migration lock, which ends with it. Closing the session rolls back.
 * @template T
 * @param {import("pg").Client} client
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 * @throws if another process holds the lock for longer than DATABASE_LOCK_TIMEOUT
 */
async function withMigrationLock(client, work) {
  await client.query("BEGIN");
  // The lock of a start that is gone without a word ends, too.
  await client.query("SET LOCAL idle_in_transaction_session_timeout = '60s'");
  await client.query("SELECT pg_advisory_xact_lock($1)", [PRISMA_LOCK]);
  const result = await work();
  await client.query("COMMIT");
  return result;
}

/**
 * Applies all pending migrations. Each runs in one transaction with its row in the history, so a failed
 * migration leaves no trace. Then gives the serving role its rights.
 * @param {string} url of the role that owns the tables. A role that may not create tables can only check that nothing
 *   is pending.
 * @param {{ folder?: string, signal?: AbortSignal, servingUrl?: string }} [options] `servingUrl`: the address of the
 *   role that serves, if it is another one
 * @returns {Promise<string[]>} the names of the migrations that it applied
 * @throws if a migration fails, or is pending and the role may not apply it, or an address leads through a pooler in
 *   transaction mode
 */
export async function migrate(url, { folder = MIGRATIONS_DIR, signal, servingUrl = url } = {}) {
  for (const one of new Set([url, servingUrl])) await requireOwnSession(one, signal);
  const serving = servingUrl === url ? null : await readRoleName(servingUrl);
  const migrations = readMigrations(folder);
  const work = async (/** @type {import("pg").Client} */ client) => {
    await client.query("SET client_min_messages = warning");
    if (!(await mayMigrate(client))) {
      await withMigrationLock(client, () => requireNothingPending(client, migrations));
      return [];
    }
    /** @type {string[]} */
    const applied = [];
    for (;;) {
      const name = await withMigrationLock(client, () => applyNext(client, migrations));
      if (name === null) break;
      applied.push(name);
    }
    if (serving) await withMigrationLock(client, () => grantServingRole(client, serving));
    return applied;
  };
  return await withClient(url, work, { signal });
}

/** @param {import("pg").Client} client @param {Migrations} migrations @throws if one is not applied */
async function requireNothingPending(client, migrations) {
  const { rows } = await client.query(`SELECT to_regclass('"_prisma_migrations"') AS history`);
  const [next] = rows[0].history === null ? migrations : await listPending(client, migrations);
  if (!next) return;
  throw new Error(
    `The database lacks the migration ${next.name}, and the role of DATABASE_URL may not change tables. ` +
      "Set DATABASE_URL_OWNER to the address of the role that owns them, or run npm run db:migrate with it first.",
  );
}

/**
 * @param {import("pg").Client} client
 * @param {Migrations} migrations
 * @returns {Promise<string | null>} the name of the migration that it applied; null if none is pending
 */
async function applyNext(client, migrations) {
  await client.query(HISTORY_TABLE);
  const [next] = await listPending(client, migrations);
  if (!next) return null;
  try {
    await client.query(next.sql);
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), next.checksum, next.name],
    );
    return next.name;
  } catch (error) {
    throw new Error(
      `Migration ${next.name} failed and was rolled back: ${explainTimeout(error).message}`,
      { cause: error },
    );
  }
}

// Editions of the data set are loaded at a start only while nobody else has written; else they wait for `npm run seed`. A
// standby cannot load them.
const STATUS_QUERY = `
  SELECT current_setting('transaction_read_only') = 'off' AND (
           (SELECT count(*) < $1 AND coalesce(bool_and(author = 'data set' AND author_id IS NULL), TRUE) FROM revision)
           OR EXISTS (SELECT FROM zone WHERE projected_revision IS NULL)) AS "needsLoad",
         current_setting('transaction_read_only') = 'off' AND (
           SELECT count(*) FILTER (WHERE author = 'data set' AND author_id IS NULL) < least($1, count(*)) FROM revision) AS "editionWaits",
         current_setting('transaction_read_only') = 'off' AND (SELECT coalesce(max(revision_id), 0) FROM release) < $1 AND NOT EXISTS (
           SELECT FROM revision WHERE author <> 'data set' OR author_id IS NOT NULL) AS "needsRelease",
         EXISTS (SELECT 1 FROM "user" WHERE role = 'admin' AND closed_at IS NULL) AS "hasAdmin"`;

/**
 * What a database lacks when the tracker starts. Asks with one query, because each script that could find out takes a second at every start.
 * @param {string} url of a migrated database
 * @param {{ editions: number, signal?: AbortSignal }} options the number of editions of the data set
 * @returns {Promise<{ needsLoad: boolean, editionWaits: boolean, needsRelease: boolean, hasAdmin: boolean }>} whether it lacks
 *   editions of the data set or columns of zones, whether it lacks editions and somebody else has written, whether it lacks
 *   a release of an edition, of which each has one but the first (only while nobody else has written), and whether it has an active admin
 */
export async function getSetupStatus(url, { editions, signal }) {
  const { rows } = await withClient(url, (client) => client.query(STATUS_QUERY, [editions]), {
    signal,
  });
  return rows[0];
}
