import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { MIGRATIONS_DIR, migrate } from "../../scripts/lib/migrate.mjs";
import { withDatabase } from "../support/database-address";
import { newClaim } from "../support/new-claim";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";

const database = testDatabase("seeded");
const { url: serverUrl, ownerUrl: serverOwnerUrl, adminUrl } = inject("databaseServer");

/** Tables that only grow, so that the serving role may read and add. */
const GROWING = [
  ...["revision", "claim", "decision", "source", "source_version", "firm", "tenancy", "event"],
  ...["event_version", "event_zone", "context_figure", "context_figure_version", "audit_entry"],
  ...["release", "release_file", "queue_entry", "link_check"],
  ...["retirement", "firm_version", "submission_step"],
];
const CHANGEABLE = [
  ...["account", "account_link", "audit_failure", "correction", "mail_link", "mail_subscription"],
  ...["rate_limit", "session", "setup_link", "sign_in_attempt", "two_factor", "user"],
  ...["verification", "access_token", "submission", "job", "article", "feed", "source_file"],
];

/** The rights of the serving role, for each table: the first letters of what it may do. */
async function listRights(url: string): Promise<Record<string, string>> {
  const rows = await sql(
    url,
    `SELECT relname, concat_ws(' ', ${[
      ...["SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER"],
    ]
      .map((right) => `CASE WHEN has_table_privilege(oid, '${right}') THEN '${right}' END`)
      .join(", ")}) AS rights
     FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
  );
  return Object.fromEntries(rows.map(({ relname, rights }) => [relname, String(rights)]));
}

describe("the role that serves", () => {
  test("has exactly the rights of each table", async () => {
    expect(await listRights(database.url)).toEqual({
      ...Object.fromEntries(GROWING.map((table) => [table, "SELECT INSERT"])),
      ...Object.fromEntries(CHANGEABLE.map((table) => [table, "SELECT INSERT UPDATE DELETE"])),
      zone: "SELECT INSERT",
      _prisma_migrations: "SELECT",
      redaction: "SELECT",
      redaction_request: "SELECT INSERT DELETE",
    });
  });

  test.each(GROWING)("cannot change, empty, unlock or drop %s", async (table) => {
    const [column] = await sql(
      database.adminUrl,
      `SELECT attname AS name FROM pg_attribute WHERE attrelid = '${table}'::regclass AND attnum = 2`,
    );
    for (const statement of [
      `UPDATE ${table} SET ${column?.name} = ${column?.name}`,
      `DELETE FROM ${table}`,
      `TRUNCATE ${table} CASCADE`,
      `ALTER TABLE ${table} ADD COLUMN another TEXT`,
      `ALTER TABLE ${table} DISABLE TRIGGER ALL`,
      `ALTER TABLE ${table} OWNER TO CURRENT_USER`,
      `CREATE TRIGGER another BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()`,
      `CREATE RULE another AS ON INSERT TO ${table} DO INSTEAD NOTHING`,
      `SELECT * FROM ${table} FOR UPDATE`,
      `DROP TABLE ${table} CASCADE`,
    ]) {
      await expect(sql(database.url, statement), statement).rejects.toThrow(
        /permission denied|must be owner/,
      );
    }
    // Giving what a role does not have is only a warning.
    await sql(database.url, `GRANT ALL ON ${table} TO CURRENT_USER`);
    expect((await listRights(database.url))[table]).toBe("SELECT INSERT");
  });

  test.each([
    "SET session_replication_role = replica",
    "CREATE FUNCTION public.revision_hash(TEXT) RETURNS TEXT LANGUAGE sql RETURN ''",
    "CREATE OR REPLACE FUNCTION refuse_change_of_ledger() RETURNS TRIGGER LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
    "ALTER FUNCTION chain_revision() RENAME TO chain_another",
    "CREATE TABLE public.another (id INT)",
    "CREATE SCHEMA another",
    "SET ROLE tracker",
    "CREATE ROLE another",
    "ALTER ROLE tracker PASSWORD 'another'",
    "SELECT setval('audit_entry_id_seq', 1)",
    "UPDATE zone SET slug = slug",
    "DELETE FROM zone",
    "INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('a', 'b', 'c')",
    "COPY claim TO PROGRAM 'cat'",
    "SELECT pg_read_file('postgresql.conf')",
  ])("cannot run %s", async (statement) => {
    await expect(sql(database.url, statement)).rejects.toThrow(/permission denied|must be/);
  });

  test("cannot add a revision that does not continue the one before", async () => {
    const forged = `INSERT INTO revision (id, recorded_at, author, purpose, identity)
      VALUES (999, now(), 'a', 'b', '${"0".repeat(64)}')`;
    await expect(sql(database.url, forged)).rejects.toThrow("does not continue");
  });

  test("records a claim, updates the zone's columns and shows it", async () => {
    const { writeLedger } = await import("../../lib/server/ledger/ledger");
    const claim = newClaim({ field: "jobs", value: 4321 });
    const written = await writeLedger({ author: "tester", purpose: "a test", claims: [claim] });
    expect(written).toMatchObject({ ok: true, recorded: 1 });
    expect(await sql(database.url, "SELECT slug FROM zone WHERE jobs = 4321")).toEqual([
      { slug: claim.zone },
    ]);
  });
});

describe("readHealth", () => {
  const readRoles = async () => (await import("../../lib/server/http/health")).readHealth();

  test("says that there are two roles, and one if the serving role gets a right over the ledger", async () => {
    await expect.poll(async () => (await readRoles()).roles, { timeout: 10_000 }).toBe("two");
    await sql(database.ownerUrl, "GRANT DELETE ON claim TO tracker_app");
    await expect.poll(async () => (await readRoles()).roles, { timeout: 10_000 }).toBe("one");
    await sql(database.ownerUrl, "REVOKE DELETE ON claim FROM tracker_app");
    await expect.poll(async () => (await readRoles()).roles, { timeout: 10_000 }).toBe("two");
  });
});

describe("migrate", () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "cpec-sez-roles-"));
  const url = withDatabase(serverUrl, "roles");
  const ownerUrl = withDatabase(serverOwnerUrl, "roles");
  const addMigration = (name: string, statements: string) => {
    fs.mkdirSync(path.join(folder, name), { recursive: true });
    fs.writeFileSync(path.join(folder, name, "migration.sql"), statements);
  };

  beforeAll(async () => {
    fs.cpSync(MIGRATIONS_DIR, folder, { recursive: true });
    await sql(adminUrl, "CREATE DATABASE roles OWNER tracker");
  });
  afterAll(async () => {
    await sql(adminUrl, "DROP DATABASE roles WITH (FORCE)");
    fs.rmSync(folder, { recursive: true });
  });

  test("as the serving role names the missing migration and the setting", async () => {
    await expect(migrate(url, { folder })).rejects.toThrow(
      /lacks the migration 20261124000100_tables, .* Set DATABASE_URL_OWNER/,
    );
  });

  test("as the owner gives the serving role its rights, and the same ones when repeated", async () => {
    await migrate(ownerUrl, { folder, servingUrl: url });
    const rights = await listRights(url);
    expect(rights).toEqual(await listRights(database.url));
    await Promise.all([1, 2, 3].map(() => migrate(ownerUrl, { folder, servingUrl: url })));
    expect(await listRights(url)).toEqual(rights);
    expect(await migrate(url, { folder })).toEqual([]);
    // A temporary table of the same name would hide the real one from the triggers.
    await expect(sql(url, "CREATE TEMPORARY TABLE revision (id INT)")).rejects.toThrow(
      "permission denied",
    );
  });

  test("takes away rights that someone gave by hand", async () => {
    await sql(
      ownerUrl,
      "GRANT ALL ON claim, zone TO tracker_app",
      "GRANT UPDATE (value) ON claim TO tracker_app",
    );
    await migrate(ownerUrl, { folder, servingUrl: url });
    expect((await listRights(url)).claim).toBe("SELECT INSERT");
    await expect(sql(url, "UPDATE claim SET value = '1'")).rejects.toThrow("permission denied");
  });

  test("lets the serving role read and add to a later migration's table, also before the rights are set", async () => {
    addMigration("29990101000000_later", "CREATE TABLE later (id SERIAL PRIMARY KEY, word TEXT)");
    await migrate(ownerUrl, { folder });
    for (const _ of [1, 2]) {
      await sql(url, "INSERT INTO later (word) VALUES ('a')", "SELECT * FROM later");
      await expect(sql(url, "DELETE FROM later")).rejects.toThrow("permission denied");
      await migrate(ownerUrl, { folder, servingUrl: url });
    }
  });

  test("works with one role alone", async () => {
    await sql(adminUrl, "CREATE DATABASE one_role OWNER tracker");
    const oneUrl = withDatabase(serverOwnerUrl, "one_role");
    try {
      await migrate(oneUrl);
      await sql(oneUrl, "INSERT INTO revision VALUES (1, now(), 'a', 'b')");
    } finally {
      await sql(adminUrl, "DROP DATABASE one_role WITH (FORCE)");
    }
  });
});
