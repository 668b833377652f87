import { beforeAll, expect, test } from "vitest";
import { getSetupStatus } from "../../scripts/lib/migrate.mjs";
import { runTypeScript } from "../../scripts/lib/run-command.mjs";
import { readDataSet } from "../../seed/read-data-set";
import { type DataSetRelease, makeDataSetReleases } from "../support/data-set-release";
import { newClaim } from "../support/new-claim";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";

const database = testDatabase("empty");

/** The releases made from the files of the data set, without a database. */
let expected: readonly DataSetRelease[];

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

const WITHOUT_TRIGGERS =
  "ALTER TABLE release DISABLE TRIGGER USER; ALTER TABLE release_file DISABLE TRIGGER USER";

async function makeAgain(number: string) {
  const { makeRelease } = await import("../../lib/server/releases/make-release");
  const order = { asOf: null, notes: null, by: "tester", anyway: false, dryRun: false };
  return await makeRelease({ ...order, number });
}

beforeAll(async () => {
  expected = await makeDataSetReleases();
});

test("a start that was killed after loading leaves no release, and the next one makes it", async () => {
  expect(await readStatus()).toMatchObject({ needsLoad: true, needsRelease: true });
  await load();
  expect(await readStatus()).toMatchObject({ needsLoad: false, needsRelease: true });
  await load("--once");
  expect(await readStatus()).toMatchObject({ needsLoad: false, needsRelease: false });
  const releases = expected.map(({ number, asOf, revision, notes, since }) => ({
    ...{ number, day: asOf, revision_id: revision, made_by: "data set", notes },
    since_number: since,
  }));
  expect(releases.map(({ number }) => number)).toEqual(["2026.1", "2026.2"]);
  expect(await readReleases()).toEqual(releases);
  await load("--once");
  expect(await readReleases()).toEqual(releases);
}, 180_000);

test("they have the bytes that the files of the data set give without a database", async () => {
  for (const { number, checksums, listChecksum } of expected) {
    const rows = await sql(
      database.url,
      `SELECT name, sha256 FROM release_file WHERE release_number = '${number}'`,
    );
    expect(Object.fromEntries(rows.map(({ name, sha256 }) => [name, sha256]))).toEqual({
      ...checksums,
      SHA256SUMS: listChecksum,
    });
  }
});

test("a start that was killed after the first release makes the other", async () => {
  await sql(
    database.adminUrl,
    WITHOUT_TRIGGERS,
    "DELETE FROM release_file WHERE release_number = '2026.2'",
    "DELETE FROM release WHERE number = '2026.2'",
  );
  // As where the first release was made of every edition.
  await sql(database.adminUrl, WITHOUT_TRIGGERS, "UPDATE release SET revision_id = 3");
  expect(await readStatus()).toMatchObject({ needsRelease: false });
  await load("--once");
  expect(await readReleases()).toHaveLength(1);
  await sql(database.adminUrl, WITHOUT_TRIGGERS, "UPDATE release SET revision_id = 2");
  expect(await readStatus()).toMatchObject({ needsRelease: true });
  await load("--once");
  const made = await readReleases();
  expect(made.map(({ number, since_number }) => [number, since_number])).toEqual([
    ["2026.1", null],
    ["2026.2", "2026.1"],
  ]);
}, 60_000);

test("made again they are the same, also after somebody wrote", async () => {
  for (const { number } of expected) {
    expect(await makeAgain(number)).toMatchObject({ ok: true, again: true });
  }
  const { writeLedger } = await import("../../lib/server/ledger/ledger");
  const write = { author: "tester", purpose: "a test", claims: [newClaim()] };
  expect(await writeLedger(write)).toMatchObject({ ok: true });
  expect(await makeAgain("2026.2")).toMatchObject({ ok: true, again: true });
  expect(await readReleases()).toHaveLength(2);
});

test("a start makes none where somebody wrote, even if there is no release", async () => {
  const { makeRelease } = await import("../../lib/server/releases/make-release");
  const order = { asOf: null, notes: null, by: "tester", anyway: true, dryRun: true };
  expect(await makeRelease({ ...order, onlyLater: true })).toMatchObject({ code: "not-later" });
  await sql(database.adminUrl, WITHOUT_TRIGGERS, "DELETE FROM release_file", "DELETE FROM release");
  expect(await makeRelease({ ...order, onlyLater: true })).toMatchObject({ code: "not-later" });
  expect(await readStatus()).toMatchObject({ needsRelease: false });
});
