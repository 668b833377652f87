import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { MIGRATIONS_DIR, migrate, readMigrations } from "../../scripts/lib/migrate.mjs";
import { schemaDifference } from "../../scripts/lib/schema-engine.mjs";
import { databaseOf } from "../support/database-address";
import { sql } from "../support/sql";

const names = readMigrations().map((migration) => migration.name);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "cpec-sez-migrations-"));
const { url: serverUrl, adminUrl } = inject("databaseServer");
const url = databaseOf(serverUrl, "migrations");

/** Adds a migration to the test's copy of the folder. */
function write(name: string, statements: string): void {
  fs.mkdirSync(path.join(folder, name), { recursive: true });
  fs.writeFileSync(path.join(folder, name, "migration.sql"), statements);
}

beforeAll(async () => {
  fs.cpSync(MIGRATIONS_DIR, folder, { recursive: true });
  await sql(adminUrl, "CREATE DATABASE migrations OWNER tracker");
});

afterAll(async () => {
  await sql(adminUrl, "DROP DATABASE migrations WITH (FORCE)");
  fs.rmSync(folder, { recursive: true });
});

test("several that start at once apply each migration once", async () => {
  const applied = await Promise.all([1, 2, 3].map(() => migrate(url, { folder })));
  expect(applied.flat()).toEqual(names);
  expect(await migrate(url, { folder })).toEqual([]);
});

test("the history reads as Prisma's own", async () => {
  const rows = await sql(
    url,
    `SELECT migration_name, length(checksum) AS checksum, finished_at IS NOT NULL AS finished, applied_steps_count
     FROM _prisma_migrations ORDER BY migration_name`,
  );
  expect(rows).toEqual(
    names.map((name) => ({
      migration_name: name,
      checksum: 64,
      finished: true,
      applied_steps_count: 1,
    })),
  );
});

test("a migration that fails is named and leaves nothing behind", async () => {
  write("29990101000000_fails", "CREATE TABLE half (id int); SELECT 1 / 0;");
  await expect(migrate(url, { folder })).rejects.toThrow(
    "Migration 29990101000000_fails failed and was rolled back: division by zero",
  );
  expect(await sql(url, "SELECT to_regclass('half') AS half")).toEqual([{ half: null }]);
  fs.rmSync(path.join(folder, "29990101000000_fails"), { recursive: true });
});

test("one that was changed after it was applied is named", async () => {
  write("29990101000000_changes", "SELECT 1;");
  await migrate(url, { folder });
  write("29990101000000_changes", "SELECT 2;");
  await expect(migrate(url, { folder })).rejects.toThrow(
    "29990101000000_changes was changed after it was applied",
  );
});

test("one that this version does not know is named", async () => {
  await expect(migrate(url)).rejects.toThrow(
    "29990101000000_changes, which this version does not know",
  );
});

test("one that was begun elsewhere and not finished is named", async () => {
  await sql(
    url,
    "UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = '29990101000000_changes'",
  );
  await expect(migrate(url, { folder })).rejects.toThrow("29990101000000_changes was begun");
});

test("schema.prisma is what the migrations make", async () => {
  expect(await schemaDifference(adminUrl)).toBeNull();
});

test("a schema that is ahead of the migrations shows as the SQL that is missing", async () => {
  const schemaFile = path.join(folder, "schema.prisma");
  const schema = fs.readFileSync(path.join(MIGRATIONS_DIR, "../schema.prisma"), "utf8");
  fs.writeFileSync(schemaFile, schema.replace(/\n {2}district .*/, "$&\n  tehsil String?"));
  expect(await schemaDifference(adminUrl, { schemaFile })).toContain(
    'ADD COLUMN     "tehsil" TEXT',
  );
});
