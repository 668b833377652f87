import fs from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { backup, restore } from "../../scripts/lib/backup.mjs";
import { temporaryFolder } from "../../scripts/lib/temporary-database.mjs";
import { databaseOf } from "../support/database-address";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";

const database = testDatabase("seeded");
const folder = temporaryFolder("backup");
const file = `${folder.dir}/tracker.backup`;
const { url: serverUrl, adminUrl } = inject("databaseServer");
const copyUrl = databaseOf(serverUrl, "restored");

const TABLES = [
  ...["revision", "claim", "decision", "zone", "source", "tenancy", "event_zone"],
  ...["release", "release_file"],
];

/** A sum over all that the tables hold. */
async function sumOf(url: string): Promise<unknown[]> {
  const sums = TABLES.map(
    (table) =>
      `SELECT '${table}', count(*), md5(string_agg(t::text, '|' ORDER BY t::text)) FROM ${table} t`,
  );
  return await sql(url, sums.join(" UNION ALL "));
}

beforeAll(async () => {
  await sql(adminUrl, "CREATE DATABASE restored OWNER tracker");
  const { makeRelease } = await import("../../lib/server/release-make");
  const order = { notes: null, by: "tester", anyway: true, dryRun: false };
  for (const asOf of ["2025-06-30", "2026-11-24"]) {
    await makeRelease({ ...order, asOf, sayChange: ({ id }) => id });
  }
});

afterAll(async () => {
  await sql(adminUrl, "DROP DATABASE restored WITH (FORCE)");
  folder.remove();
});

test("a backup is the owner's alone to read", async () => {
  await backup(database.url, file);
  expect(fs.statSync(file).mode & 0o777).toBe(0o600);
  expect(fs.readdirSync(folder.dir)).toEqual(["tracker.backup"]);
});

test("a backup that was cut short restores nothing", async () => {
  const lines = gunzipSync(fs.readFileSync(file)).toString().split("\n");
  const half = `${folder.dir}/half.backup`;
  fs.writeFileSync(half, gzipSync(lines.slice(0, lines.length / 2).join("\n")));
  await expect(restore(copyUrl, half)).rejects.toThrow("it is not whole");
  fs.writeFileSync(half, fs.readFileSync(file).subarray(0, 10_000));
  await expect(restore(copyUrl, half)).rejects.toThrow("unexpected end of file");
  expect(await sql(copyUrl, "SELECT count(*)::int AS rows FROM revision")).toEqual([{ rows: 0 }]);
});

test("a backup restores what it was made of, and numbers go on from there", async () => {
  await restore(copyUrl, file);
  expect(await sumOf(copyUrl)).toEqual(await sumOf(database.url));
  const [next] = await sql(
    copyUrl,
    `INSERT INTO decision (revision_id, claim_id, kind)
     SELECT 1, id, 'published' FROM claim LIMIT 1
     RETURNING id > (SELECT max(id) FROM decision) AS greater`,
  );
  expect(next).toEqual({ greater: true });
});

test("a database that holds anything is left alone", async () => {
  await expect(restore(copyUrl, file)).rejects.toThrow("a ledger is never replaced");
});

test("another file and another version's backup are refused", async () => {
  const other = `${folder.dir}/other.backup`;
  fs.writeFileSync(other, gzipSync('{"format":"something else"}\n'));
  await expect(restore(copyUrl, other)).rejects.toThrow("is not a backup of the tracker");
  const header = { format: "cpec-sez-tracker-backup-1", migrations: ["20990101000000_later"] };
  fs.writeFileSync(other, gzipSync(`${JSON.stringify(header)}\n`));
  await expect(restore(copyUrl, other)).rejects.toThrow("20990101000000_later");
});
