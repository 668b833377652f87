import fc from "fast-check";
import { expect, test } from "vitest";
import { buildChangeLog, continueChangeLog, type LoggedChange } from "@/lib/changes/change-log";
import { listChangesBetween } from "@/lib/changes/changes";
import {
  continueDatedChanges,
  type DatedChange,
  listDatedChanges,
} from "@/lib/changes/event-timeline";
import { addFacts, hasRevisions, isContinued, markFacts } from "@/lib/evidence/add-facts";
import {
  continueIndex,
  type EvidenceIndex,
  indexEvidence,
  type Ledger,
} from "@/lib/evidence/evidence-index";
import { getFactsAt } from "@/lib/evidence/facts-at";
import { DECISION_KINDS, type Facts } from "@/lib/evidence/ledger-records";
import { setPublicationsAside } from "@/lib/evidence/publications";
import { buildRegistry, continueRegistry, type Registry } from "@/lib/evidence/registry";
import { getReportTimes } from "@/lib/evidence/report-times";
import { buildSourceRows } from "@/lib/evidence/source-rows";
import { listSourcesAt } from "@/lib/evidence/source-versions";
import { listTouchedZones } from "@/lib/evidence/touched-zones";
import { seedFacts } from "@/tests/support/seed-facts";

const whole = await seedFacts();
/** Zones of several provinces and steps. Each run builds everything from all facts, so there are few. */
const ZONES = ["rashakai-sez", "dhabeji-sez", "hattar-sez", "bostan-sez"];
const claims = whole.claims.filter(({ zone }) => ZONES.includes(zone));
const cited = new Set(claims.map(({ id }) => id));
const seed: Facts = {
  ...whole,
  zones: whole.zones.filter(({ slug }) => ZONES.includes(slug)),
  tenancies: whole.tenancies.filter(({ zone }) => ZONES.includes(zone)),
  claims,
  decisions: whole.decisions.filter(({ claimId }) => cited.has(claimId)),
};
const FIRST = seed.revision;
const DAY = "2026-11-24";

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

const pick = <T>(items: readonly T[], number: number): T => {
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
    ...setPublicationsAside(
      added,
      judged.map((one, i) => ({ ...one, revision, sequence: sequence + 1 + i })),
    ),
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

/** The revision of a zone that did not change can be an older one. */
const withoutRevision = ({ change: { moment, ...change }, ...dated }: DatedChange) => ({
  ...dated,
  change: { ...change, asOf: moment.asOf },
});

test("an index and a registry that are continued are those of all facts", () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 5 }), (steps) => {
      let facts = seed;
      let index = indexEvidence(seed);
      let registry = buildRegistry(seed, index, { asOf: DAY, revision: FIRST });
      const countReports = (evidence: EvidenceIndex, revision: number) =>
        getReportTimes(evidence, revision, DAY);
      const listChanges = (evidence: EvidenceIndex, { revision }: Facts) => {
        const from = { asOf: "2015-01-01", revision };
        return listChangesBetween({ facts, evidence }, { from, to: { asOf: DAY, revision } });
      };
      const countSources = (
        evidence: EvidenceIndex,
        shown: Registry,
        { sourceVersions }: Facts,
      ) => {
        const sources = listSourcesAt(sourceVersions, shown.revision);
        const others = { events: [], context: [], facts: seed };
        return buildSourceRows({ registry: shown, evidence, sources, ...others });
      };
      countSources(index, registry, seed);
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
        const moment = { asOf: DAY, revision: after.revision };
        registry = continueRegistry(registry, ledger, moment, touched);
        facts = after;
        listChanges(index, facts);
        countSources(index, registry, facts);
      }
      const full = indexEvidence(facts);
      expect(index).toEqual(full);
      const moment = { asOf: DAY, revision: facts.revision };
      expect(registry).toEqual(buildRegistry(facts, full, moment));
      expect(countReports(index, facts.revision)).toEqual(countReports(full, facts.revision));
      expect(listChanges(index, facts)).toEqual(listChanges(full, facts));
      const counted = countSources(full, buildRegistry(facts, full, moment), facts);
      expect(countSources(index, registry, facts)).toEqual(counted);
    }),
    { numRuns: 30 },
  );
}, 60_000);

test("the log and the timeline of changes that are continued are those of all facts", () => {
  const first = { facts: seed, evidence: indexEvidence(seed) };
  const [firstLog, firstDated] = [
    buildChangeLog(first, DAY),
    listDatedChanges(first, { asOf: DAY, revision: FIRST }),
  ];
  const asTheyAre = (changes: readonly LoggedChange[]) => changes;
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 4 }), (steps) => {
      let ledger: Ledger = first;
      let [log, dated] = [firstLog, firstDated];
      for (const one of steps) {
        const facts = addFacts(ledger.facts, toAdded(ledger.facts, one));
        const mark = markFacts(ledger.facts);
        ledger = { facts, evidence: continueIndex(ledger.evidence, mark, facts) };
        const touched = new Set(listTouchedZones(mark, facts));
        const moment = { asOf: DAY, revision: facts.revision };
        log = continueChangeLog(log, ledger, DAY, touched, asTheyAre);
        dated = continueDatedChanges(dated, ledger, moment, touched);
      }
      const { facts } = ledger;
      const all = { facts, evidence: indexEvidence(facts) };
      expect(log).toEqual(buildChangeLog(all, DAY));
      const whole = listDatedChanges(all, { asOf: DAY, revision: facts.revision });
      expect(dated.map(withoutRevision)).toEqual(whole.map(withoutRevision));
    }),
    { numRuns: 8 },
  );
}, 60_000);

test("facts that were read again do not continue others", () => {
  const again = { ...seed, revisions: seed.revisions.map((revision) => ({ ...revision })) };
  expect(isContinued(markFacts(seed), again)).toBe(false);
  expect(isContinued(markFacts(seed), seed)).toBe(true);
});

test("facts continue those of an empty ledger", () => {
  const none = markFacts(getFactsAt(seed, 0));
  expect(isContinued(none, seed)).toBe(true);
  expect(hasRevisions(none, seed)).toBe(true);
  const empty: EvidenceIndex = new Map();
  getReportTimes(empty, 0, DAY);
  const continued = continueIndex(empty, none, seed);
  const full = indexEvidence(seed);
  expect(continued).toEqual(full);
  expect(getReportTimes(continued, seed.revision, DAY)).toEqual(
    getReportTimes(full, seed.revision, DAY),
  );
});
