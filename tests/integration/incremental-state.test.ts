import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { createRandom } from "../faults/random.mjs";
import { newClaim } from "../support/new-claim";
import { testDatabase } from "../support/test-database";

testDatabase("seeded");

const BY = { author: "tester", purpose: "a test" };
const SEEDS = [1, 2, 3];
const ROUNDS = 8;

type Write = Parameters<typeof import("../../lib/server/ledger/ledger")["writeLedger"]>[0];
type Facts = import("../../lib/evidence/ledger-records").Facts;

/** A write of any kind; the ledger may refuse it. */
function createWrite({ pick, number }: ReturnType<typeof createRandom>, facts: Facts): Write {
  const { zones, claims, tenancies, sourceVersions, firmVersions, retirements } = facts;
  const reason = `Reason ${number(1e6)}`;
  const retire = (
    part: Omit<NonNullable<Write["retirements"]>[number], "id" | "reason">,
  ): Write => ({
    ...BY,
    retirements: [{ id: randomUUID(), reason, ...part }],
  });
  const makers: (() => Write)[] = [
    () => ({
      ...BY,
      claims: Array.from({ length: 1 + number(3) }, () =>
        newClaim({
          zone: pick(zones).slug,
          value: pick(["available", "partial", "absent"]),
          asOf: pick([null, "2026-10-01", "2025"]),
          sourceId: pick(sourceVersions).source.id,
        }),
      ),
    }),
    () => {
      const { id, zone } = pick(tenancies);
      return {
        ...BY,
        claims: [newClaim({ zone, tenancy: id, field: "tenancyStage", value: "producing" })],
      };
    },
    () => {
      const kind = pick(["published", "preferred", "deprecated", "retracted"] as const);
      return { ...BY, decisions: [{ claimId: pick(claims).id, kind, reason }] };
    },
    () => ({
      ...BY,
      sourceChange: {
        id: randomUUID(),
        sourceId: pick(sourceVersions).source.id,
        reason,
        parts: pick([{ publishedOn: "2025-03" }, { publishedOn: null }, { publisher: reason }]),
      },
    }),
    () => {
      const { id } = pick(firmVersions);
      const basedOn = firmVersions.findLast((version) => version.id === id)?.revision ?? 0;
      const parts = { name: `Firm ${number(1e6)}` };
      return {
        ...BY,
        recordChange: { id: randomUUID(), kind: "firm", subject: id, basedOn, reason, parts },
      };
    },
    () => {
      const slug = `new-zone-${number(1e6)}`;
      const firm = pick([pick(firmVersions).name, `Firm ${number(1e6)}`]);
      return {
        ...BY,
        named: { zones: [slug], tenancies: [{ zone: slug, firm }], firms: [] },
        claims: [
          newClaim({ zone: slug, field: "name", value: slug }),
          newClaim({ zone: slug, field: "status", value: "announced" }),
        ],
      };
    },
    () => {
      const into = pick(zones).slug;
      return retire({ kind: "zone", subject: pick(zones).slug, act: "merged", into });
    },
    () => retire({ kind: "zone", subject: pick(zones).slug, act: "retired", into: null }),
    () => retire({ kind: "tenancy", subject: pick(tenancies).id, act: "retired", into: null }),
    () => {
      const into = pick(firmVersions).id;
      return retire({ kind: "firm", subject: pick(firmVersions).id, act: "merged", into });
    },
    () => {
      if (retirements.length === 0) return { ...BY, claims: [newClaim()] };
      const { kind, subject } = pick(retirements);
      return retire({ kind, subject, act: "restored", into: null });
    },
  ];
  return pick(makers)();
}

test.each(SEEDS)(
  "what is in memory after random writes is what the database has, seed %i",
  async (seed) => {
    const { writeLedger } = await import("../../lib/server/ledger/ledger");
    const { registryStore } = await import("../../lib/server/registry/store");
    const { registryAt } = await import("../../lib/server/registry/registry-at");
    const { loadFacts, NO_FACTS } = await import("../../lib/server/registry/load-facts");
    const { indexEvidence } = await import("../../lib/evidence/evidence-index");
    const { buildRegistry } = await import("../../lib/evidence/registry");
    const { buildRow } = await import("../../lib/evidence/row");
    const random = createRandom(seed);
    const store = registryStore();
    let recorded = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const { facts } = await store.current();
      const days = [null, "2026-01-01"];
      for (const asOf of days) await registryAt({ asOf });
      const writes = Array.from({ length: 1 + random.number(8) }, () => createWrite(random, facts));
      const results = await Promise.all(writes.map(writeLedger));
      recorded += results.filter((result) => result.ok && result.recorded > 0).length;

      const memory = await store.current();
      const full = await loadFacts(NO_FACTS);
      const evidence = indexEvidence(full);
      expect(memory.facts).toEqual(full);
      expect(memory.evidence).toEqual(evidence);
      for (const asOf of days) {
        for (const knownOn of [null, `r${facts.revision}`]) {
          const answer = await registryAt({ asOf, knownOn });
          if ("problem" in answer) throw new Error(answer.problem.reason.code);
          const { registry, rows, revision } = answer.view;
          const built = buildRegistry(full, evidence, { asOf: registry.asOf, revision });
          expect(rows).toEqual(built.zones.map(buildRow));
          expect(registry.zones.map(({ slug }) => slug)).toEqual(
            built.zones.map(({ slug }) => slug),
          );
        }
      }
    }
    // Some are refused, such as a claim on a zone that was merged by the write before.
    expect(recorded).toBeGreaterThan(ROUNDS);
    const { listColumnDifferences } = await import("../../lib/server/ledger/projection");
    expect(await listColumnDifferences()).toEqual([]);
  },
  60_000,
);

test("a write leaves the records of other zones as they are", async () => {
  const { writeLedger } = await import("../../lib/server/ledger/ledger");
  const { currentView } = await import("../../lib/server/registry/registry-at");
  const before = await currentView();
  const [first, second] = before.registry.zones;
  await writeLedger({ ...BY, claims: [newClaim({ zone: first?.slug ?? "" })] });
  const after = await currentView();
  expect(after.registry.zones.find(({ slug }) => slug === first?.slug)).not.toBe(first);
  expect(after.registry.zones.find(({ slug }) => slug === second?.slug)).toBe(second);
  expect(after.rows[1]).toBe(before.rows[1]);
});

test("one of several writes at the same time that fails, fails alone", async () => {
  const { writeLedger } = await import("../../lib/server/ledger/ledger");
  const { registryStore } = await import("../../lib/server/registry/store");
  const before = (await registryStore().current()).facts.revision;
  const [zone] = (await registryStore().current()).facts.zones.filter(
    ({ standings }) => !standings,
  );
  const claims = () => [newClaim({ zone: zone?.slug ?? "" })];
  const results = await Promise.allSettled([
    writeLedger({ ...BY, claims: claims() }),
    writeLedger({
      ...BY,
      claims: claims(),
      within: () => Promise.reject(new Error("not in this transaction")),
    }),
    writeLedger({ ...BY, claims: [newClaim({ zone: "atlantis" })] }),
    writeLedger({ ...BY, claims: claims() }),
  ]);
  expect(results).toEqual([
    { status: "fulfilled", value: { ok: true, recorded: 1, revision: before + 1 } },
    { status: "rejected", reason: new Error("not in this transaction") },
    { status: "fulfilled", value: expect.objectContaining({ ok: false, code: "invalid" }) },
    { status: "fulfilled", value: { ok: true, recorded: 1, revision: before + 2 } },
  ]);
});
