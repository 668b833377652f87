import { createHash } from "node:crypto";
import fs from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import {
  backupDatabase,
  restoreDatabase,
  verifyBackup,
} from "../../scripts/lib/database-backup.mjs";
import { createTemporaryFolder } from "../../scripts/lib/paths.mjs";
import { withDatabase } from "../support/database-address";
import { newClaim } from "../support/new-claim";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";

const database = testDatabase("seeded");
const folder = createTemporaryFolder("backup");
const file = `${folder.dir}/tracker.backup`;
const { ownerUrl: serverUrl, adminUrl } = inject("databaseServer");
const copyUrl = withDatabase(serverUrl, "restored");

const TABLES = [
  ...["revision", "claim", "decision", "zone", "source", "tenancy", "event_zone"],
  ...["release", "release_file", "audit_entry"],
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
  const { makeRelease } = await import("../../lib/server/releases/make-release");
  const order = { notes: null, by: "tester", anyway: true, dryRun: false };
  for (const asOf of ["2025-06-30", "2026-11-24"]) {
    expect(await makeRelease({ ...order, asOf, knownOn: "r1" })).toMatchObject({ ok: true });
  }
  // Characters at which some programs end a line.
  await sql(
    database.ownerUrl,
    `INSERT INTO audit_entry (actor_name, action, subject, detail)
     VALUES ('tester', 'test', 'a' || chr(8232) || chr(13) || chr(133) || chr(10) || E'\\\\.' || 'b', '{}')`,
  );
});

afterAll(async () => {
  await sql(adminUrl, "DROP DATABASE restored WITH (FORCE)");
  folder.remove();
});

test("only the owner can read a backup", async () => {
  await backupDatabase(database.ownerUrl, file);
  expect(fs.statSync(file).mode & 0o777).toBe(0o600);
  expect(fs.readdirSync(folder.dir)).toEqual(["tracker.backup"]);
});

/** Writes a changed copy of the backup and returns its path. */
function writeChanged(change: (lines: string[]) => string[]): string {
  const changed = `${folder.dir}/changed.backup`;
  const lines = gunzipSync(fs.readFileSync(file)).toString().split("\n");
  fs.writeFileSync(changed, gzipSync(change(lines).join("\n")));
  return changed;
}

const startOf = (lines: string[], table: string) => lines.indexOf(JSON.stringify({ table }));

/** The lines without a table's part, from its name to its end mark. */
function withoutTable(lines: string[], table: string): string[] {
  const from = startOf(lines, table);
  return lines.toSpliced(from, lines.indexOf("\\.", from) - from + 1);
}

/** Everything that a restore could have changed: the tables, and the rows of the migration history. */
const readCopy = () =>
  sql(copyUrl, "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace");

test.each<[string, (lines: string[]) => string[], string]>([
  ["is cut in the middle", (lines) => lines.slice(0, lines.length / 2), "it ends too early"],
  ["lacks its end", (lines) => [...lines.slice(0, -2), ""], "it ends too early"],
  ["lacks a table", (lines) => withoutTable(lines, "claim"), "table claim is missing"],
  [
    "lacks its last table",
    (lines) => withoutTable(lines, "release_file"),
    "table release_file is missing",
  ],
  [
    "lacks a row",
    (lines) => lines.toSpliced(startOf(lines, "claim") + 1, 1),
    /table claim has \d+ rows instead of \d+/.source,
  ],
  [
    "has a changed row",
    (lines) => lines.with(startOf(lines, "zone") + 1, `x${lines[startOf(lines, "zone") + 1]}`),
    "its checksum is wrong",
  ],
  [
    "goes on after its end",
    (lines) => [...lines.slice(0, -1), "{}", ""],
    "it goes on after its end",
  ],
])("a backup that %s is refused before anything is changed", async (_, change, problem) => {
  const changed = writeChanged(change);
  await expect(verifyBackup(changed)).rejects.toThrow(new RegExp(problem));
  await expect(restoreDatabase(copyUrl, changed)).rejects.toThrow(new RegExp(problem));
  expect(await readCopy()).toEqual([]);
});

test("a file cut short is refused before anything is changed", async () => {
  const half = `${folder.dir}/half.backup`;
  fs.writeFileSync(half, fs.readFileSync(file).subarray(0, 10_000));
  await expect(restoreDatabase(copyUrl, half)).rejects.toThrow("unexpected end of file");
  expect(await readCopy()).toEqual([]);
});

test("a backup whose header does not name a table of the database restores nothing", async () => {
  const changed = writeChanged((lines) => {
    const header = JSON.parse(lines[0] ?? "");
    header.tables = header.tables.filter(({ name }: { name: string }) => name !== "release_file");
    const kept = withoutTable([JSON.stringify(header), ...lines.slice(1)], "release_file");
    const end = JSON.parse(kept.at(-2) ?? "");
    const before = kept.slice(0, -2);
    const sha256 = createHash("sha256")
      .update(`${before.join("\n")}\n`)
      .digest("hex");
    return [...before, JSON.stringify({ ...end, sha256 }), ""];
  });
  await verifyBackup(changed);
  await expect(restoreDatabase(copyUrl, changed)).rejects.toThrow("release_file is missing");
  expect(await sql(copyUrl, "SELECT count(*)::int AS rows FROM revision")).toEqual([{ rows: 0 }]);
});

test("a backup restores every row, and new rows continue the numbering", async () => {
  await restoreDatabase(copyUrl, file);
  expect(await readChecksums(copyUrl)).toEqual(await readChecksums(database.ownerUrl));
  const [next] = await sql(
    copyUrl,
    `INSERT INTO decision (revision_id, claim_id, kind)
     SELECT 1, id, 'published' FROM claim LIMIT 1
     RETURNING id > (SELECT max(id) FROM decision) AS greater`,
  );
  expect(next).toEqual({ greater: true });
  const [entry] = await sql(
    copyUrl,
    `INSERT INTO audit_entry (actor_name, action, subject, detail) VALUES ('tester', 'test', 'a', '{}')
     RETURNING id > (SELECT max(id) FROM audit_entry) AS greater`,
  );
  expect(entry).toEqual({ greater: true });
});

test("a backup is not restored into a database with rows", async () => {
  await expect(restoreDatabase(copyUrl, file)).rejects.toThrow("a ledger is never replaced");
});

test("a file that is no backup, and a backup of another schema, are rejected", async () => {
  const other = `${folder.dir}/other.backup`;
  fs.writeFileSync(other, gzipSync('{"format":"something else"}\n'));
  await expect(restoreDatabase(copyUrl, other)).rejects.toThrow("is not a backup of the tracker");
  const header = {
    format: "cpec-sez-tracker-backup-2",
    migrations: ["20990101000000_later"],
    tables: [],
  };
  fs.writeFileSync(other, gzipSync(`${JSON.stringify(header)}\n`));
  await expect(restoreDatabase(copyUrl, other)).rejects.toThrow("20990101000000_later");
});

test("a backup has the revisions in their order, also where one took the place of one that was rolled back", async () => {
  const { writeLedger } = await import("../../lib/server/ledger/ledger");
  const write = (within?: () => Promise<void>) =>
    writeLedger({
      author: "tester",
      purpose: "a test",
      claims: [newClaim()],
      ...(within ? { within } : {}),
    });
  await expect(write(() => Promise.reject(new Error("Rolled back.")))).rejects.toThrow(
    "Rolled back",
  );
  await write();
  await sql(database.adminUrl, "VACUUM revision");
  await write();
  const stored = await sql(database.url, "SELECT id FROM revision ORDER BY ctid");
  const ids = stored.map(({ id }) => Number(id));
  expect(ids).not.toEqual([...ids].sort((a, b) => a - b));
  await sql(adminUrl, "CREATE DATABASE reordered OWNER tracker");
  try {
    const ordered = `${folder.dir}/ordered.backup`;
    await backupDatabase(database.ownerUrl, ordered);
    await restoreDatabase(withDatabase(serverUrl, "reordered"), ordered);
    fs.rmSync(ordered);
  } finally {
    await sql(adminUrl, "DROP DATABASE reordered WITH (FORCE)");
  }
});
