import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EvidenceIndex } from "@/lib/evidence/evidence-index";
import type { Evidence } from "@/lib/evidence/resolve";
import {
  countTargets,
  listTargetHistories,
  TARGET_CONDITIONS,
  TARGET_KEYS,
  type TargetHistory,
} from "@/lib/targets/targets";
import { daysBetween } from "@/lib/time/day";
import { day, evidenceOn } from "@/tests/support/arbitraries";

const list = (field: Parameters<typeof evidenceOn>[0]) =>
  fc.uniqueArray(evidenceOn(field), { maxLength: 6, selector: ({ claim }) => claim.id });

interface Case {
  readonly index: EvidenceIndex;
  readonly announced: readonly Evidence[];
  readonly asOf: string;
  readonly targets: readonly TargetHistory[];
}

const anyCase: fc.Arbitrary<Case> = fc.constantFrom(...TARGET_KEYS).chain((target) =>
  fc
    .record({ announced: list(target), reports: list(TARGET_CONDITIONS[target].field), asOf: day })
    .map(({ announced, reports, asOf }) => {
      const fields = new Map([
        [target, announced],
        [TARGET_CONDITIONS[target].field, reports],
      ] as const);
      const index: EvidenceIndex = new Map([["test-zone", fields]]);
      return {
        index,
        announced,
        asOf,
        targets: listTargetHistories(index, "test-zone", { asOf, revision: 9 }),
      };
    }),
);

describe("for any targets and reports,", () => {
  it("slips add up to the total, and every target but the first is a renewal", () => {
    fc.assert(
      fc.property(anyCase, ({ targets }) => {
        for (const { targets: own, totalSlip, renewals } of targets) {
          const slips = own.map(({ slip }) => slip);
          expect(slips[0]).toBeNull();
          expect(slips.slice(1).reduce<number>((sum, slip) => sum + (slip ?? NaN), 0)).toBe(
            totalSlip,
          );
          expect(renewals).toBe(own.length - 1);
        }
      }),
    );
  });

  it("each target was announced by the day, one per day, in order", () => {
    fc.assert(
      fc.property(anyCase, ({ targets, announced, asOf }) => {
        for (const { targets: own } of targets) {
          const days = own.map(({ madeOn }) => madeOn);
          expect(days).toEqual([...new Set(days)].sort());
          expect(days.every((made) => made <= asOf)).toBe(true);
          for (const { evidence } of own) expect(announced).toContain(evidence);
        }
      }),
    );
  });

  it("each target has one state with a matching measure", () => {
    fc.assert(
      fc.property(anyCase, ({ targets, asOf }) => {
        const counts = Object.values(countTargets(targets));
        const all = targets.flatMap(({ targets: own }) => own);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(all.length);
        for (const { dueOn, outcome } of all) {
          if (outcome.state === "open") {
            expect(outcome.daysLeft).toBe(daysBetween(asOf, dueOn));
            expect(outcome.daysLeft).toBeGreaterThanOrEqual(0);
          } else if (outcome.state === "kept") {
            expect(outcome.by.effectiveOn <= dueOn).toBe(true);
          } else {
            expect(asOf > dueOn).toBe(true);
          }
          if (outcome.state === "kept-late") expect(outcome.daysLate).toBeGreaterThan(0);
          if (outcome.state === "missed") expect(outcome.by.effectiveOn > dueOn).toBe(true);
        }
      }),
    );
  });

  it("a target that is met, on time or late, stays met on every later day", () => {
    fc.assert(
      fc.property(anyCase, day, ({ index, asOf, targets }, other) => {
        const later = [asOf, other].sort()[1] ?? asOf;
        // Judgements that set claims aside are of revisions, not of days, but only once their claim holds.
        const judged = [...(index.get("test-zone")?.values() ?? [])].flat();
        fc.pre(
          judged.every(({ decisions }) => decisions.every(({ kind }) => kind !== "preferred")),
        );
        const kept = (list: readonly TargetHistory[]) =>
          list
            .flatMap(({ targets: own }) => own)
            .filter(({ outcome }) => outcome.state === "kept" || outcome.state === "kept-late")
            .map(({ evidence }) => evidence.claim.id);
        const then = kept(listTargetHistories(index, "test-zone", { asOf: later, revision: 9 }));
        for (const id of kept(targets)) expect(then).toContain(id);
      }),
    );
  });
});
