import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { ZoneFieldKey } from "@/lib/catalogue/fields";
import type { FieldValue } from "@/lib/catalogue/kinds";
import type { Change } from "@/lib/changes/change";
import { VALUE_CHANGES } from "@/lib/changes/change-kinds";
import { buildChangeLog } from "@/lib/changes/change-log";
import { listChangesBetween } from "@/lib/changes/changes";
import { compareRegistryRows, isSameValue } from "@/lib/changes/field-changes";
import { indexEvidence, type Ledger } from "@/lib/evidence/evidence-index";
import { getValues, isRegistered, resolveZone } from "@/lib/evidence/registry";
import type { Moment } from "@/lib/evidence/resolve";
import { day, evidenceOn } from "@/tests/support/arbitraries";
import { createClaim, createDecision, createFacts, createRevision } from "@/tests/support/facts";
import { createRow } from "../../support/facts";

const FIELDS: readonly ZoneFieldKey[] = [
  "status",
  "legalStatus",
  "cohort",
  "gas",
  "areaAcres",
  "enterprisesProducing",
  "targetGas",
  "sectors",
];
const LAST = 8;
const TODAY = "2026-12-20";

const held = createClaim({ field: "cpecStatus", value: "cpec-nine", asOf: "2000" });

/** The ledger of a zone that is in the registry from the beginning. */
const ledgers: fc.Arbitrary<Ledger> = fc
  .tuple(...FIELDS.map((field) => fc.array(evidenceOn(field), { maxLength: 4 })))
  .map((lists) => {
    const evidence = lists.flat();
    const ids = new Set<string>();
    const unique = evidence.filter(({ claim }) => !ids.has(claim.id) && ids.add(claim.id));
    const facts = createFacts({
      revision: LAST,
      revisions: Array.from({ length: LAST }, (_, i) =>
        createRevision(i + 1, `2026-12-0${i + 1}T06:00:00Z`),
      ),
      claims: [held, ...unique.map(({ claim }) => claim)],
      decisions: [createDecision(held), ...unique.flatMap(({ decisions }) => decisions)],
    });
    return { facts, evidence: indexEvidence(facts) };
  });

const moments = (count: number) =>
  fc
    .tuple(
      fc.array(day, { minLength: count, maxLength: count }),
      fc.array(fc.integer({ min: 1, max: LAST }), { minLength: count, maxLength: count }),
    )
    .map(([days, versions]): Moment[] => {
      days.sort();
      versions.sort((a, b) => a - b);
      return days.map((asOf, i) => ({ asOf, revision: versions[i] ?? LAST }));
    });

const valuesAt = ({ evidence }: Ledger, moment: Moment): Record<string, FieldValue> => ({
  ...getValues(resolveZone(evidence, "test-zone", moment)),
});

const isValueChange = ({ kind }: Change) => VALUE_CHANGES.some((value) => value === kind);

function applied(values: Record<string, FieldValue>, changes: readonly Change[]) {
  const after = { ...values };
  for (const change of changes.filter(isValueChange)) {
    expect(isSameValue(after[String(change.field)] ?? null, change.before)).toBe(true);
    after[String(change.field)] = change.after;
  }
  return after;
}

describe("for any claims and decisions,", () => {
  it("nothing changes between equal moments", () => {
    fc.assert(
      fc.property(ledgers, moments(1), (ledger, [at]) => {
        if (at) expect(listChangesBetween(ledger, { from: at, to: at })).toEqual([]);
      }),
    );
  });

  it("every value that differs has exactly one change, and no other value has one", () => {
    fc.assert(
      fc.property(ledgers, moments(2), (ledger, [from, to]) => {
        if (!from || !to) return;
        const changes = listChangesBetween(ledger, { from, to });
        const was = valuesAt(ledger, from);
        const is = valuesAt(ledger, to);
        const differing = Object.keys(is).filter(
          (f) => !isSameValue(was[f] ?? null, is[f] ?? null),
        );
        const named = changes.filter(isValueChange).map(({ field }) => String(field));
        expect(named.sort()).toEqual(differing.sort());
        expect(new Set(changes.map(({ id }) => id)).size).toBe(changes.length);
        for (const { on } of changes) expect(on <= to.asOf).toBe(true);
      }),
    );
  });

  it("changes from a first to a second and to a third moment combine to those from first to third", () => {
    fc.assert(
      fc.property(ledgers, moments(3), (ledger, [a, b, c]) => {
        if (!a || !b || !c) return;
        const start = valuesAt(ledger, a);
        const half = applied(start, listChangesBetween(ledger, { from: a, to: b }));
        const whole = applied(half, listChangesBetween(ledger, { from: b, to: c }));
        expect(whole).toEqual(applied(start, listChangesBetween(ledger, { from: a, to: c })));
      }),
    );
  });

  it("the log from its start leads to today's values", () => {
    fc.assert(
      fc.property(ledgers, (ledger) => {
        const log = buildChangeLog(ledger, TODAY).reverse();
        const nothing = Object.fromEntries(
          Object.keys(valuesAt(ledger, NOW)).map((f) => [f, null]),
        );
        const shown = applied(nothing, log);
        expect(shown).toEqual(valuesAt(ledger, NOW));
        expect(isRegistered(resolveZone(ledger.evidence, "test-zone", NOW))).toBe(true);
        expect(new Set(log.map(({ id, at }) => `${id} ${at}`)).size).toBe(log.length);
      }),
      { numRuns: 60 },
    );
  });

  it("the log of an earlier day is the start of the log of a later day", () => {
    fc.assert(
      fc.property(ledgers, moments(2), (ledger, [first, second]) => {
        if (!first || !second) return;
        const early = buildChangeLog(ledger, first.asOf);
        const late = buildChangeLog(ledger, second.asOf);
        expect(late.slice(late.length - early.length)).toEqual(early);
      }),
      { numRuns: 40 },
    );
  });
});

const NOW: Moment = { asOf: TODAY, revision: LAST };

test("compareRegistryRows returns changed values and added and removed zones", () => {
  const a = createRow({ name: "A", sectors: ["steel"], jobs: 10 }, { slug: "a" });
  const changed = createRow({ name: "A", sectors: ["steel"], water: "partial" }, { slug: "a" });
  const b = createRow({ name: "B" }, { slug: "b" });
  const c = createRow({}, { slug: "c" });
  expect(compareRegistryRows([a, b], [changed, c])).toEqual({
    added: ["c"],
    removed: ["B"],
    values: [
      { slug: "a", name: "A", field: "water", before: null, after: "partial" },
      { slug: "a", name: "A", field: "jobs", before: 10, after: null },
    ],
  });
});

test("equal values in other objects are no change", () => {
  const row = () => createRow({ location: { lon: 1, lat: 2 }, sectors: ["steel"] });
  expect(compareRegistryRows([row()], [row()])).toEqual({ added: [], removed: [], values: [] });
});
