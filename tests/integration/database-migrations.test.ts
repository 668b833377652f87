import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { MIGRATIONS_DIR, migrate, readMigrations } from "../../scripts/lib/migrate.mjs";
import { diffSchema } from "../../scripts/lib/schema-engine.mjs";
import { withDatabase } from "../support/database-address";
import { sql } from "../support/sql";

const names = readMigrations().map((migration) => migration.name);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "cpec-sez-migrations-"));
const { ownerUrl: serverUrl, adminUrl } = inject("databaseServer");
const url = withDatabase(serverUrl, "migrations");

/** Adds a migration to the test's copy of the folder. */
function writeMigration(name: string, statements: string): void {
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

test("starts at the same time apply each migration once", async () => {
  const applied = await Promise.all([1, 2, 3].map(() => migrate(url, { folder })));
  expect(applied.flat().sort()).toEqual(names);
  expect(await migrate(url, { folder })).toEqual([]);
});

test("the history has the format of Prisma's own", async () => {
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

/** Runs a check on a database as it was before a migration. */
async function beforeMigration(
  ending: string,
  check: (older: string) => Promise<void>,
): Promise<void> {
  const older = withDatabase(serverUrl, "migrations_older");
  const olderFolder = fs.mkdtempSync(path.join(os.tmpdir(), "cpec-sez-migrations-"));
  await sql(adminUrl, "CREATE DATABASE migrations_older OWNER tracker");
  try {
    const [next] = names.filter((name) => name.endsWith(ending));
    for (const name of names.filter((one) => one < String(next))) {
      fs.cpSync(path.join(MIGRATIONS_DIR, name), path.join(olderFolder, name), { recursive: true });
    }
    await migrate(older, { folder: olderFolder });
    await check(older);
  } finally {
    await sql(adminUrl, "DROP DATABASE migrations_older WITH (FORCE)");
    fs.rmSync(olderFolder, { recursive: true });
  }
}

test("failed sign-ins that earlier versions kept for ever move to the failures, in their order", async () => {
  await beforeMigration("_audit_failures", async (older) => {
    const entry = (action: string, subject: string) =>
      `INSERT INTO audit_entry (actor_name, action, subject, detail, address)
       VALUES ('visitor', '${action}', '${subject}', '{}', '192.0.2.1')`;
    await sql(
      older,
      entry("signed-in", "first"),
      entry("sign-in-failed", "second"),
      entry("signed-out", "third"),
      entry("sign-in-blocked", "fourth"),
    );
    await migrate(older);
    expect(await sql(older, "SELECT id, subject FROM audit_entry ORDER BY id")).toEqual([
      { id: "1", subject: "first" },
      { id: "3", subject: "third" },
    ]);
    expect(
      await sql(older, "SELECT id, subject, count, address FROM audit_failure ORDER BY id"),
    ).toEqual([
      { id: "2", subject: "second", count: 1, address: "192.0.2.1" },
      { id: "4", subject: "fourth", count: 1, address: "192.0.2.1" },
    ]);
    await expect(sql(older, "DELETE FROM audit_entry")).rejects.toThrow("append-only");
  });
});

test("mails and webhooks that wait go on in the queue", async () => {
  await beforeMigration("_jobs", async (older) => {
    const subscription = (email: string, dueAt: string) =>
      `INSERT INTO mail_subscription (id, email, conditions, locale, frequency, created_at, covered_until, due_at, attempts)
       VALUES (md5('${email}')::uuid, '${email}', '', 'en', 'daily', now(), now(), ${dueAt}, 3)`;
    await sql(
      older,
      subscription("a@example.com", "'2026-12-01T02:00:00Z'"),
      subscription("b@example.com", "NULL"),
      `INSERT INTO webhook_position (address_hash, revision, due_at, attempts)
       VALUES (repeat('a', 64), 57, '2026-12-01T03:00:00Z', 2)`,
    );
    await migrate(older);
    const at = new Date("2026-12-01T02:00:00Z");
    const later = new Date("2026-12-01T03:00:00Z");
    expect(
      await sql(
        older,
        "SELECT kind, due_at, attempt_at, attempts, position FROM job ORDER BY kind, due_at",
      ),
    ).toEqual([
      { kind: "mail", due_at: at, attempt_at: at, attempts: 3, position: 0 },
      { kind: "webhook", due_at: later, attempt_at: later, attempts: 2, position: 57 },
      // The method that both know.
      { kind: "webhook", due_at: null, attempt_at: null, attempts: 0, position: 2 },
    ]);
    expect(
      await sql(older, "SELECT email FROM mail_subscription JOIN job ON key = id::text"),
    ).toEqual([{ email: "a@example.com" }]);
  });
});

test("columns of zones have the present word for absent, and no other value changes", async () => {
  await beforeMigration("_absent", async (older) => {
    await sql(
      older,
      "INSERT INTO revision (id, recorded_at, author, purpose) VALUES (1, now(), 'seed', 'a test')",
      "INSERT INTO zone (slug, sort_order, revision_id, gas, water, telecom) VALUES ('a', 1, 1, 'none', 'partial', NULL)",
    );
    await migrate(older);
    expect(await sql(older, "SELECT gas, water, telecom FROM zone")).toEqual([
      { gas: "absent", water: "partial", telecom: null },
    ]);
  });
});

test("a text that an earlier version removed stays removed, and its open request can be confirmed", async () => {
  await beforeMigration("_removable_texts", async (older) => {
    const request = (id: number, row: string) =>
      `INSERT INTO redaction_request (id, table_name, column_name, row_id, sha256, reason, requested_by, requested_by_id)
       VALUES (md5('${id}')::uuid, 'firm', 'name', '${row}', text_sha256('Mr X'), 'abuse', 'A', 'a')`;
    await sql(
      older,
      "INSERT INTO revision (id, recorded_at, author, purpose) VALUES (1, now(), 'seed', 'a test')",
      "INSERT INTO firm (id, name, revision_id) VALUES ('a', 'Mr X', 1), ('b', 'Mr X', 1)",
      request(1, "a"),
      request(2, "b"),
      "SELECT redact_text(md5('1')::uuid, 'Mr X', 'firm', 'name', 'a', 1, 'B', 'b')",
      "DELETE FROM redaction_request WHERE row_id = 'a'",
    );
    await migrate(older);
    await sql(older, "SELECT remove_text(md5('2')::uuid, 1, 'B', 'b')");
    const sentence = expect.stringMatching(/^This text was removed on .* \(abuse\)\.$/);
    expect(
      await sql(
        older,
        `SELECT name, sha256 = text_sha256('Mr X') AS hash, requested_by, confirmed_by, is_redacted(redaction) AS done
         FROM firm JOIN redaction ON row_id = id ORDER BY id`,
      ),
    ).toEqual(
      Array.from({ length: 2 }, () => ({
        ...{ name: sentence, hash: true, requested_by: "A", confirmed_by: "B", done: true },
      })),
    );
    expect(await sql(older, "SELECT FROM redaction_request")).toEqual([]);
  });
});

test("a migration that fails is named in the error and leaves no table behind", async () => {
  writeMigration("29990101000000_fails", "CREATE TABLE half (id int); SELECT 1 / 0;");
  await expect(migrate(url, { folder })).rejects.toThrow(
    "Migration 29990101000000_fails failed and was rolled back: division by zero",
  );
  expect(await sql(url, "SELECT to_regclass('half') AS half")).toEqual([{ half: null }]);
  fs.rmSync(path.join(folder, "29990101000000_fails"), { recursive: true });
});

test("a migration that was changed after its application is named in the error", async () => {
  writeMigration("29990101000000_changes", "SELECT 1;");
  await migrate(url, { folder });
  writeMigration("29990101000000_changes", "SELECT 2;");
  await expect(migrate(url, { folder })).rejects.toThrow(
    "29990101000000_changes was changed after it was applied",
  );
});

test("an unknown migration is named in the error", async () => {
  await expect(migrate(url)).rejects.toThrow(
    "29990101000000_changes, which this version of the tracker does not have",
  );
});

test("an unfinished migration is named in the error", async () => {
  await sql(
    url,
    "UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = '29990101000000_changes'",
  );
  await expect(migrate(url, { folder })).rejects.toThrow("29990101000000_changes was started");
});

test("the migrations produce schema.prisma", async () => {
  expect(await diffSchema(adminUrl)).toBeNull();
});

test("a column that no migration adds is reported as the missing SQL", async () => {
  const schemaFile = path.join(folder, "schema.prisma");
  const schema = fs.readFileSync(path.join(MIGRATIONS_DIR, "../schema.prisma"), "utf8");
  fs.writeFileSync(schemaFile, schema.replace(/\n {2}district .*/, "$&\n  tehsil String?"));
  expect(await diffSchema(adminUrl, { schemaFile })).toContain('ADD COLUMN     "tehsil" TEXT');
});
