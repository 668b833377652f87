import fc from "fast-check";
import { expect, test } from "vitest";
import { listChangesBetween } from "@/lib/changes/changes";
import { addFacts, isContinued, markFacts } from "@/lib/evidence/add-facts";
import { continueIndex } from "@/lib/evidence/continue-index";
import { type EvidenceIndex, indexEvidence } from "@/lib/evidence/evidence-index";
import type { LedgerList } from "@/lib/evidence/growing-list";
import { DECISION_KINDS, type Facts } from "@/lib/evidence/ledger-records";
import { buildRegistry, continueRegistry } from "@/lib/evidence/registry";
import { reportTimesInSteps } from "@/lib/evidence/report-times";
import { finish } from "@/lib/evidence/steps";
import { listTouchedZones } from "@/lib/evidence/touched-zones";
import { seedFacts } from "@/tests/support/seed-facts";

const seed = await seedFacts();
const FIRST = seed.revision;

/** What a later revision adds: numbers choose records of the seed. */
const step = fc.record({
  claims: fc.array(fc.tuple(fc.nat(), fc.constantFrom(null, "2026-03", "2025")), { maxLength: 3 }),
  decisions: fc.array(fc.tuple(fc.nat(), fc.constantFrom(...DECISION_KINDS)), { maxLength: 3 }),
  sources: fc.array(
    fc.tuple(fc.nat(), fc.record({ publishedOn: fc.constantFrom(null, "2024", "2026-01-02") })),
    { maxLength: 2 },
  ),
  retired: fc.array(fc.tuple(fc.nat(), fc.constantFrom("retired", "restored")), { maxLength: 1 }),
});

const pick = <T>(items: LedgerList<T>, number: number): T => {
  const item = items.at(number % items.length);
  if (item === undefined) throw new Error("The data set has none.");
  return item;
};

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** The facts of one revision. */
function toAdded(facts: Facts, { claims, decisions, sources, retired }: Step): Facts {
  const revision = facts.revision + 1;
  const last = facts.revisions.at(-1);
  if (!last) throw new Error("The data set has no revision.");
  const added = claims.map(([number, asOf], i) => ({
    ...pick(facts.claims, number),
    ...{ id: `${revision}-${i}`, revision, asOf },
  }));
  const judged = [
    ...added.map(({ id }) => ({ claimId: id, kind: "published" as const, reason: null })),
    ...decisions.map(([number, kind]) => ({
      ...{ claimId: pick(facts.claims, number).id, kind, reason: "Seen" },
    })),
  ];
  const sequence = Math.max(0, ...facts.decisions.map((one) => one.sequence));
  return {
    ...{ revision, zones: [], tenancies: [], events: [], context: [], firmVersions: [] },
    revisions: [{ ...last, number: revision, identity: `of ${revision}` }],
    claims: added,
    decisions: judged.map((one, i) => ({ ...one, revision, sequence: sequence + 1 + i })),
    sourceVersions: sources.map(([number, parts]) => ({
      ...{ revision, reason: "Corrected" },
      source: { ...pick(facts.sourceVersions, number).source, ...parts },
    })),
    retirements: retired.map(([number, act]) => ({
      ...{ id: String(revision), revision, kind: "zone" as const, act: act as "retired" },
      ...{ subject: pick(facts.zones, number).slug, into: null, reason: "Twice" },
    })),
  };
}

test("an index and a registry that are continued are those of all facts", () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 5 }), (steps) => {
      let facts = seed;
      let index = indexEvidence(seed);
      let registry = buildRegistry(seed, index, { asOf: "2026-11-24", revision: FIRST });
      const countReports = (evidence: EvidenceIndex, revision: number) =>
        finish(reportTimesInSteps(evidence, revision, "2026-11-24"));
      const listChanges = (evidence: EvidenceIndex, { revision }: Facts) => {
        const from = { asOf: "2015-01-01", revision };
        return listChangesBetween(
          { facts, evidence },
          { from, to: { asOf: "2026-11-24", revision } },
        );
      };
      // What is counted and listed of the first index goes on with the later ones.
      countReports(index, FIRST);
      listChanges(index, seed);
      for (const one of steps) {
        const after = addFacts(facts, toAdded(facts, one));
        const mark = markFacts(facts);
        expect(isContinued(mark, after)).toBe(true);
        const touched = listTouchedZones(mark, after);
        index = continueIndex(index, mark, after);
        const ledger = { facts: after, evidence: index };
        const moment = { asOf: "2026-11-24", revision: after.revision };
        registry = finish(continueRegistry(registry, ledger, moment, touched));
        facts = after;
        listChanges(index, facts);
      }
      const full = indexEvidence(facts);
      expect(new Map(index)).toEqual(full);
      const moment = { asOf: "2026-11-24", revision: facts.revision };
      expect(registry).toEqual(buildRegistry(facts, full, moment));
      expect(countReports(index, facts.revision)).toEqual(countReports(full, facts.revision));
      expect(listChanges(index, facts)).toEqual(listChanges(full, facts));
    }),
    { numRuns: 30 },
  );
});

test("facts that were read again do not continue others", () => {
  const again = { ...seed, revisions: seed.revisions.map((revision) => ({ ...revision })) };
  expect(isContinued(markFacts(seed), again)).toBe(false);
  expect(isContinued(markFacts(seed), seed)).toBe(true);
});
