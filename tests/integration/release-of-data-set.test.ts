import { beforeAll, expect, test } from "vitest";
import { getSetupStatus } from "../../scripts/lib/migrate.mjs";
import { runTypeScript } from "../../scripts/lib/run-command.mjs";
import { readDataSet } from "../../seed/read-data-set";
import { type DataSetRelease, makeDataSetRelease } from "../support/data-set-release";
import { newClaim } from "../support/new-claim";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";

const database = testDatabase("empty");

/** The release made from the files of the data set, without a database. */
let expected: DataSetRelease;

/** Loads the data set as a start does, on a machine with settings of its own. */
async function load(...args: string[]): Promise<void> {
  const env = { DATABASE_URL: database.url, LOG_LEVEL: "warn" };
  const own = { BASE_URL: "https://tracker.test", TZ: "America/New_York", LANG: "tr_TR.UTF-8" };
  expect(await runTypeScript("seed/load.ts", { args, env: { ...env, ...own } })).toBe(0);
}

/** As a start asks it. */
async function readStatus() {
  const editions = (await readDataSet("seed/data")).length;
  return await getSetupStatus(database.url, { editions });
}

const readReleases = () =>
  sql(
    database.url,
    "SELECT number, day::text, revision_id, made_by, notes, since_number FROM release ORDER BY made_at",
  );

async function makeAgain(number: string) {
  const { makeRelease } = await import("../../lib/server/releases/make-release");
  const order = { asOf: null, notes: null, by: "tester", anyway: false, dryRun: false };
  return await makeRelease({ ...order, number });
}

beforeAll(async () => {
  expected = await makeDataSetRelease();
});

test("a start that was killed after loading leaves no release, and the next one makes it", async () => {
  expect(await readStatus()).toMatchObject({ needsLoad: true, needsRelease: true });
  await load();
  expect(await readStatus()).toMatchObject({ needsLoad: false, needsRelease: true });
  await load("--once");
  expect(await readStatus()).toMatchObject({ needsLoad: false, needsRelease: false });
  const release = {
    number: expected.number,
    day: expected.asOf,
    revision_id: expected.revision,
    made_by: "data set",
    notes: null,
    since_number: null,
  };
  expect(await readReleases()).toEqual([release]);
  await load("--once");
  expect(await readReleases()).toEqual([release]);
}, 180_000);

test("it has the bytes that the files of the data set give without a database", async () => {
  const rows = await sql(database.url, "SELECT name, sha256 FROM release_file ORDER BY sort_order");
  expect(Object.fromEntries(rows.map(({ name, sha256 }) => [name, sha256]))).toEqual({
    ...expected.checksums,
    SHA256SUMS: expected.listChecksum,
  });
});

test("made again it is the same, also after somebody wrote", async () => {
  expect(await makeAgain(expected.number)).toMatchObject({ ok: true, again: true });
  const { writeLedger } = await import("../../lib/server/ledger/ledger");
  const write = { author: "tester", purpose: "a test", claims: [newClaim()] };
  expect(await writeLedger(write)).toMatchObject({ ok: true });
  expect(await makeAgain(expected.number)).toMatchObject({ ok: true, again: true });
  expect(await readReleases()).toHaveLength(1);
});

test("a start makes none where somebody wrote, even if there is no release", async () => {
  const { makeRelease } = await import("../../lib/server/releases/make-release");
  const order = { asOf: null, notes: null, by: "tester", anyway: true, dryRun: true };
  expect(await makeRelease({ ...order, onlyFirst: true })).toMatchObject({ code: "not-first" });
  const removed =
    "ALTER TABLE release DISABLE TRIGGER USER; ALTER TABLE release_file DISABLE TRIGGER USER";
  await sql(database.adminUrl, removed, "DELETE FROM release_file", "DELETE FROM release");
  expect(await makeRelease({ ...order, onlyFirst: true })).toMatchObject({ code: "not-first" });
  expect(await readStatus()).toMatchObject({ needsRelease: false });
});
