import { expect, test } from "vitest";
import { getSetupStatus, migrate } from "../../scripts/lib/migrate.mjs";
import { runTypeScript } from "../../scripts/lib/run-command.mjs";
import { readDataSet } from "../../seed/read-data-set";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";

/** Has the first edition, as a start has left it that was killed before the second. */
const database = testDatabase("seeded");

const load = () =>
  runTypeScript("seed/load.ts", {
    args: ["--once"],
    env: { DATABASE_URL: database.url, LOG_LEVEL: "warn", BASE_URL: "" },
  });
const getStatus = (editions: number) => getSetupStatus(database.url, { editions });
const needsLoad = async (editions: number) => (await getStatus(editions)).needsLoad;
const listRevisions = () =>
  sql(database.url, "SELECT id, author, recorded_at FROM revision ORDER BY id");

test("a start loads an edition that follows those that the data set recorded, with the instant of the load", async () => {
  const count = (await readDataSet("seed/data")).length;
  expect(count).toBeGreaterThan(1);
  expect(await needsLoad(1)).toBe(false);
  expect(await getSetupStatus(database.url, { editions: count })).toMatchObject({
    needsLoad: true,
    editionWaits: false,
  });
  const began = Date.now();
  expect(await load()).toBe(0);
  const revisions = await listRevisions();
  expect(revisions.map(({ author }) => author)).toEqual(Array(count).fill("data set"));
  for (const { recorded_at } of revisions.slice(1)) {
    // The two clocks are of one machine.
    expect(Number(recorded_at)).toBeGreaterThanOrEqual(began - 1_000);
  }
  expect(await needsLoad(count)).toBe(false);
});

test("a start computes the columns of zones again where an update asks for it", async () => {
  const { listColumnDifferences } = await import("../../lib/server/ledger/projection");
  expect(await listColumnDifferences()).toEqual([]);
  const count = (await readDataSet("seed/data")).length;
  await sql(
    database.adminUrl,
    "UPDATE zone SET projected_revision = NULL, readiness_low = 0, readiness_high = 0 WHERE slug = 'rashakai-sez'",
  );
  expect(await listColumnDifferences()).toHaveLength(2);
  expect(await needsLoad(count)).toBe(true);
  const before = await listRevisions();
  expect(await load()).toBe(0);
  expect(await listColumnDifferences()).toEqual([]);
  expect(await listRevisions()).toEqual(before);
  expect(await needsLoad(count)).toBe(false);
});

test("the migrations ask for the columns of all zones that an earlier method computed", async () => {
  await sql(
    database.adminUrl,
    `DELETE FROM "_prisma_migrations" WHERE migration_name LIKE '%_project_again'`,
  );
  expect(await needsLoad(1)).toBe(false);
  expect(await migrate(database.ownerUrl, { servingUrl: database.url })).toHaveLength(1);
  expect(await needsLoad(1)).toBe(true);
  expect(await load()).toBe(0);
  expect(await needsLoad(1)).toBe(false);
});

test("a database that refuses changes is not loaded", async () => {
  const url = new URL(database.url);
  url.searchParams.set("options", "-c default_transaction_read_only=on");
  expect((await getSetupStatus(url.href, { editions: 99 })).needsLoad).toBe(false);
});

test("a start adds nothing after somebody else wrote, and a revision is never of an instant before the last", async () => {
  const { writeLedger } = await import("../../lib/server/ledger/ledger");
  const [claim] = await sql(database.url, "SELECT min(id::text) AS id FROM claim");
  const write = {
    author: "tester",
    purpose: "a test",
    decisions: [{ claimId: String(claim?.id), kind: "deprecated", reason: "A test." } as const],
  };
  const earlier = { ...write, recordedAt: new Date("2026-11-24T12:00:00Z") };
  await expect(writeLedger(earlier)).rejects.toThrow(/cannot be of 2026-11-24T12:00:00/);
  expect(await writeLedger(write)).toMatchObject({ ok: true, recorded: 1 });
  const recorded = (await listRevisions()).length - 1;
  // The start says so.
  const status = { needsLoad: false, editionWaits: true };
  expect(await getStatus(recorded + 1)).toMatchObject(status);
  expect(await getStatus(recorded)).toMatchObject({ ...status, editionWaits: false });
});

test("a start says that an edition waits only after somebody else wrote, and until it is recorded", async () => {
  const recorded = (await readDataSet("seed/data")).length;
  const waits = async (editions: number) =>
    (await getSetupStatus(database.url, { editions })).editionWaits;
  expect(await waits(recorded)).toBe(false);
  expect(await waits(recorded + 1)).toBe(true);
});
