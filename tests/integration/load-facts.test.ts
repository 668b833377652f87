import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import type { FieldKey } from "../../lib/catalogue/fields";
import { indexEvidence } from "../../lib/evidence/evidence-index";
import { getFactsAt } from "../../lib/evidence/facts-at";
import { latestDecision } from "../../lib/evidence/resolve";
import { runTypeScript } from "../../scripts/lib/run-command.mjs";
import { newClaim } from "../support/new-claim";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";

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

/** Adds a revision by SQL. @param insert reads the id of the revision in `made` */
const addRevision = (insert: string) =>
  sql(
    database.ownerUrl,
    `WITH made AS (INSERT INTO revision (id, recorded_at, author, purpose)
      SELECT max(id) + 1, clock_timestamp(), 'tester', 'a test' FROM revision RETURNING id) ${insert}`,
  );

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
  expect(answers).toBeGreaterThan(1);
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

test("a claim waits where its own revision did not publish it, whether all is read or only what is later", async () => {
  const { loadFacts, NO_FACTS } = await load();
  const before = await loadFacts(NO_FACTS);
  expect(before.waiting).toEqual(new Set());
  const id = randomUUID();
  await addRevision(
    `INSERT INTO claim SELECT (jsonb_populate_record(claim, jsonb_build_object('id', '${id}', 'revision_id', made.id))).*
    FROM made, claim WHERE claim.id = '${before.claims.at(0)?.id}'`,
  );
  const waiting = await loadFacts(before);
  await addRevision(
    `INSERT INTO decision (revision_id, claim_id, kind) SELECT id, '${id}', 'published' FROM made`,
  );
  const published = await loadFacts(waiting);
  const read = await loadFacts(NO_FACTS);
  for (const facts of [waiting, published, read]) expect(facts.waiting).toEqual(new Set([id]));
  expect(waiting.decisions.length).toBe(before.decisions.length);
  expect([...read.decisions]).toEqual([...published.decisions]);
  expect(read.decisions.at(-1)).toMatchObject({ claimId: id, revision: before.revision + 2 });
  const shownBy = (revision: number) =>
    indexEvidence(read)
      .get(String(before.claims.at(0)?.zone))
      ?.get(before.claims.at(0)?.field as FieldKey)
      ?.some((item) => item.claim.id === id && latestDecision(item, revision) !== null);
  expect([1, 2].map((more) => shownBy(before.revision + more))).toEqual([false, true]);
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
