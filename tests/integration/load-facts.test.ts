import { afterAll, expect, test } from "vitest";
import { getFactsAt } from "../../lib/evidence/facts-at";
import { runTypeScript } from "../../scripts/lib/run-command.mjs";
import { newClaim } from "../support/new-claim";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";

/** The data set has more rows than are fetched at once. */
const database = testDatabase("seeded");

afterAll(async () => {
  const { registryStore } = await import("../../lib/server/registry/store");
  await registryStore().stop();
});

const load = async () => await import("../../lib/server/registry/load-facts");

async function record(): Promise<number> {
  const { writeLedger } = await import("../../lib/server/ledger/ledger");
  const result = await writeLedger({
    author: "tester",
    purpose: "a test",
    claims: [newClaim()],
    decisions: [],
  });
  if (!result.ok) throw new Error("The claim was rejected.");
  return result.revision;
}

test("a revision that is recorded while everything is read is not in it, but in the next read", async () => {
  const { loadFacts, NO_FACTS } = await load();
  let recording: Promise<number> | null = null;
  let answers = 0;
  const facts = await loadFacts(NO_FACTS, {
    onProgress: () => {
      answers += 1;
      recording ??= record();
    },
  });
  const revision = await recording;
  expect(answers).toBeGreaterThan(3);
  expect(revision).toBe(facts.revision + 1);
  expect(facts.claims.every((claim) => claim.revision <= facts.revision)).toBe(true);
  const later = await loadFacts(facts);
  expect(later.revision).toBe(revision);
  expect(later).toEqual(await loadFacts(NO_FACTS));
});

test("everything is read the same way in a transaction that holds the lock of the ledger", async () => {
  const { loadFacts, NO_FACTS } = await load();
  const { runTransaction } = await import("../../lib/server/database/sql");
  const inside = await runTransaction("BEGIN", (own) => loadFacts(NO_FACTS, { sql: own }));
  expect(inside).toEqual(await loadFacts(NO_FACTS));
});

test("synthetic zones meet every rule of the database, and their columns agree with their claims", async () => {
  const { listColumnDifferences } = await import("../../lib/server/ledger/projection");
  const before = await sql(
    database.ownerUrl,
    "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint ORDER BY 1, 2",
  );
  const code = await runTypeScript("tests/bench/make-zones.ts", {
    args: ["200"],
    env: { DATABASE_URL: database.ownerUrl, LOG_LEVEL: "warn", BASE_URL: "" },
  });
  expect(code).toBe(0);
  const { loadFacts, NO_FACTS } = await load();
  const all = await loadFacts(NO_FACTS);
  const { zones, claims, decisions, revisions } = all;
  expect(zones).toHaveLength(200);
  expect(revisions.length).toBeGreaterThan(10);
  expect(claims.length / zones.length).toBeGreaterThan(30);
  // Rows of later revisions come with the names of their columns; those of a whole table column by column, in several parts.
  const later = await loadFacts(getFactsAt(all, 2));
  expect(later.claims).toEqual(claims);
  expect(later.decisions).toEqual(decisions);
  expect(await listColumnDifferences()).toEqual([]);
  expect(
    await sql(
      database.ownerUrl,
      "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint ORDER BY 1, 2",
    ),
  ).toEqual(before);
});
