// Two roles in the database: one owns the tables and migrates, one serves. The serving role can add to the ledger, and
// nothing that it does can change, delete or unlock what is recorded.
import { withClient } from "./database-client.mjs";

/** Tables whose rows the server changes and deletes. In all others it reads and adds only. */
const CHANGEABLE_TABLES = [
  "access_token",
  "account",
  "account_link",
  "article",
  "audit_failure",
  "correction",
  "feed",
  "job",
  "mail_link",
  "mail_subscription",
  "rate_limit",
  "session",
  "setup_link",
  "sign_in_attempt",
  "source_file",
  "submission",
  "two_factor",
  "user",
  "verification",
];

/** Columns of `zone` that never change. The others are computed from the claims and updated with each write. */
const FIXED_ZONE_COLUMNS = ["slug", "sort_order", "revision_id"];

/** Tables whose rows the server deletes and never changes. */
const DELETABLE_TABLES = ["redaction_request"];

/** The history of migrations, and what only the function `remove_text` writes, which runs as the owner, and a view. */
const READ_ONLY_TABLES = ["_prisma_migrations", "redaction", "removable_text"];

const quote = (/** @type {string} */ name) => `"${name.replaceAll('"', '""')}"`;
const quoteList = (/** @type {string[]} */ names) => names.map(quote).join(", ");

/** @param {string} url @returns {Promise<string>} the role that connects with this address */
export async function readRoleName(url) {
  const { rows } = await withClient(url, (client) => client.query("SELECT current_user AS role"));
  return rows[0].role;
}

/** @param {import("pg").Client} client @returns {Promise<boolean>} whether its role may create tables */
export async function mayMigrate(client) {
  const { rows } = await client.query("SELECT has_schema_privilege('public', 'CREATE') AS may");
  return rows[0].may;
}

/**
 * @param {import("pg").Client} client
 * @param {string} kinds of relations, as in pg_class
 * @returns {Promise<string[]>} the relations of the schema `public` whose rights this role can give
 */
async function listOwnRelations(client, kinds) {
  const { rows } = await client.query(
    `SELECT relname AS name FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind::text = ANY(string_to_array($1, NULL))
       AND pg_has_role(relowner, 'USAGE') ORDER BY relname`,
    [kinds],
  );
  return rows.map(({ name }) => name);
}

/** @param {import("pg").Client} client @returns {Promise<string[]>} the columns of `zone` that writes update */
async function listComputedColumns(client) {
  const { rows } = await client.query(
    `SELECT attname AS name FROM pg_attribute
     WHERE attrelid = to_regclass('public.zone') AND attnum > 0 AND NOT attisdropped AND attname <> ALL($1)
     ORDER BY attnum`,
    [FIXED_ZONE_COLUMNS],
  );
  return rows.map(({ name }) => name);
}

/**
 * @param {import("pg").Client} client
 * @param {string} serving the quoted name of the role that serves
 * @returns {Promise<string[]>} statements that give it its rights and take away all others
 */
async function listGrants(client, serving) {
  const tables = await listOwnRelations(client, "rpvm");
  const sequences = await listOwnRelations(client, "S");
  const columns = await listComputedColumns(client);
  const { rows } = await client.query(
    `SELECT current_database() AS database, pg_has_role(datdba, 'USAGE') AS "ownsDatabase",
       (SELECT pg_has_role(nspowner, 'USAGE') FROM pg_namespace WHERE nspname = 'public') AS "ownsSchema"
     FROM pg_database WHERE datname = current_database()`,
  );
  const { database, ownsDatabase, ownsSchema } = rows[0];
  const present = (/** @type {string[]} */ names) =>
    quoteList(names.filter((name) => tables.includes(name)));
  const onTables = (
    /** @type {string[]} */ names,
    /** @type {(list: string) => string} */ write,
  ) => (present(names) === "" ? [] : [write(present(names))]);
  return [
    // With a temporary table or a function of its own, a session could hide a table from the triggers.
    ...(ownsDatabase
      ? [`REVOKE TEMPORARY ON DATABASE ${quote(database)} FROM PUBLIC, ${serving}`]
      : []),
    ...(ownsSchema
      ? [
          `REVOKE CREATE ON SCHEMA public FROM PUBLIC, ${serving}`,
          `GRANT USAGE ON SCHEMA public TO ${serving}`,
        ]
      : []),
    ...onTables(tables, (list) => `REVOKE ALL ON ${list} FROM ${serving}`),
    ...onTables(tables, (list) => `GRANT SELECT ON ${list} TO ${serving}`),
    ...onTables(
      tables.filter((name) => !READ_ONLY_TABLES.includes(name)),
      (list) => `GRANT INSERT ON ${list} TO ${serving}`,
    ),
    ...onTables(DELETABLE_TABLES, (list) => `GRANT DELETE ON ${list} TO ${serving}`),
    ...onTables(CHANGEABLE_TABLES, (list) => `GRANT UPDATE, DELETE ON ${list} TO ${serving}`),
    ...(columns.length > 0 ? [`GRANT UPDATE (${quoteList(columns)}) ON zone TO ${serving}`] : []),
    ...(sequences.length > 0
      ? [
          `REVOKE ALL ON SEQUENCE ${quoteList(sequences)} FROM ${serving}`,
          `GRANT USAGE, SELECT ON SEQUENCE ${quoteList(sequences)} TO ${serving}`,
        ]
      : []),
    // For tables of migrations that are applied without this step, for example by Prisma.
    `ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT ON TABLES TO ${serving}`,
    `ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO ${serving}`,
  ];
}

/**
 * Gives the serving role its rights and takes away all others. Repeating it changes nothing.
 * @param {import("pg").Client} client of the role that owns the tables, in a transaction
 * @param {string} role that serves; nothing is done if it is the owner itself
 */
export async function grantServingRole(client, role) {
  const { rows } = await client.query("SELECT current_user AS owner");
  if (rows[0].owner === role) return;
  try {
    for (const statement of await listGrants(client, quote(role))) await client.query(statement);
  } catch (error) {
    throw new Error(
      `The rights of the database role "${role}" could not be set: ${error.message}. ` +
        "The role of DATABASE_URL_OWNER must own the tables; the role of DATABASE_URL must not.",
      { cause: error },
    );
  }
}
