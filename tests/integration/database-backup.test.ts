import fs from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { backupDatabase, restoreDatabase } from "../../scripts/lib/database-backup.mjs";
import { createTemporaryFolder } from "../../scripts/lib/paths.mjs";
import { withDatabase } from "../support/database-address";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";

const database = testDatabase("seeded");
const folder = createTemporaryFolder("backup");
const file = `${folder.dir}/tracker.backup`;
const { url: serverUrl, adminUrl } = inject("databaseServer");
const copyUrl = withDatabase(serverUrl, "restored");

const TABLES = [
  ...["revision", "claim", "decision", "zone", "source", "tenancy", "event_zone"],
  ...["release", "release_file"],
];

/** For each table, its number of rows and a checksum of them. */
async function readChecksums(url: string): Promise<unknown[]> {
  const sums = TABLES.map(
    (table) =>
      `SELECT '${table}', count(*), md5(string_agg(t::text, '|' ORDER BY t::text)) FROM ${table} t`,
  );
  return await sql(url, sums.join(" UNION ALL "));
}

beforeAll(async () => {
  await sql(adminUrl, "CREATE DATABASE restored OWNER tracker");
  const { makeRelease } = await import("../../lib/server/make-release");
  const order = { notes: null, by: "tester", anyway: true, dryRun: false };
  for (const asOf of ["2025-06-30", "2026-11-24"]) {
    await makeRelease({ ...order, asOf });
  }
});

afterAll(async () => {
  await sql(adminUrl, "DROP DATABASE restored WITH (FORCE)");
  folder.remove();
});

test("only the owner can read a backup", async () => {
  await backupDatabase(database.url, file);
  expect(fs.statSync(file).mode & 0o777).toBe(0o600);
  expect(fs.readdirSync(folder.dir)).toEqual(["tracker.backup"]);
});

test("an incomplete backup restores nothing", async () => {
  const lines = gunzipSync(fs.readFileSync(file)).toString().split("\n");
  const half = `${folder.dir}/half.backup`;
  fs.writeFileSync(half, gzipSync(lines.slice(0, lines.length / 2).join("\n")));
  await expect(restoreDatabase(copyUrl, half)).rejects.toThrow("The backup is incomplete");
  fs.writeFileSync(half, fs.readFileSync(file).subarray(0, 10_000));
  await expect(restoreDatabase(copyUrl, half)).rejects.toThrow("unexpected end of file");
  expect(await sql(copyUrl, "SELECT count(*)::int AS rows FROM revision")).toEqual([{ rows: 0 }]);
});

test("a backup restores every row, and new rows continue the numbering", async () => {
  await restoreDatabase(copyUrl, file);
  expect(await readChecksums(copyUrl)).toEqual(await readChecksums(database.url));
  const [next] = await sql(
    copyUrl,
    `INSERT INTO decision (revision_id, claim_id, kind)
     SELECT 1, id, 'published' FROM claim LIMIT 1
     RETURNING id > (SELECT max(id) FROM decision) AS greater`,
  );
  expect(next).toEqual({ greater: true });
});

test("a backup is not restored into a database with rows", async () => {
  await expect(restoreDatabase(copyUrl, file)).rejects.toThrow("a ledger is never replaced");
});

test("a file that is no backup, and a backup of another schema, are rejected", async () => {
  const other = `${folder.dir}/other.backup`;
  fs.writeFileSync(other, gzipSync('{"format":"something else"}\n'));
  await expect(restoreDatabase(copyUrl, other)).rejects.toThrow("is not a backup of the tracker");
  const header = { format: "cpec-sez-tracker-backup-1", migrations: ["20990101000000_later"] };
  fs.writeFileSync(other, gzipSync(`${JSON.stringify(header)}\n`));
  await expect(restoreDatabase(copyUrl, other)).rejects.toThrow("20990101000000_later");
});
