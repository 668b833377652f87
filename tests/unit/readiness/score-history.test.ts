import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ZONE_FIELD_KEYS, type ZoneFieldKey, type ZoneValues } from "@/lib/catalogue/fields";
import { BLOCK_WEIGHTS, BLOCKS } from "@/lib/catalogue/groups";
import type { ZoneRow } from "@/lib/evidence/row";
import type { ScoreBounds } from "@/lib/readiness/bounds";
import { INDICATORS } from "@/lib/readiness/indicators";
import { computeReadiness } from "@/lib/readiness/readiness";
import {
  averageScoreYears,
  type CauseShares,
  listScoreHistory,
  listScoreYears,
  SCORE_CAUSES,
  type ScoreCause,
  splitScoreChange,
} from "@/lib/readiness/score-history";
import { partialDate, weights, zoneValues } from "@/tests/support/arbitraries";
import { createRow } from "@/tests/support/facts";

const SINCE = "2024-12-31";

/** Bounds of some indicators: disputed, weak or implied. */
const anyBounds: fc.Arbitrary<ZoneRow["bounds"]> = fc.dictionary(
  fc.constantFrom(...INDICATORS),
  fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 }), fc.boolean()).map(
    ([a, b, known]): ScoreBounds => ({
      low: Math.min(a, b) / 10,
      high: Math.max(a, b) / 10,
      known,
      impliedBy: null,
    }),
  ),
  { maxKeys: 6 },
);

const anyRow = fc
  .tuple(zoneValues, anyBounds, fc.array(partialDate, { minLength: 4, maxLength: 4 }))
  .map(([values, bounds, dates]) =>
    createRow(values, {
      bounds,
      dates: Object.fromEntries(ZONE_FIELD_KEYS.map((key, i) => [key, dates[i % 4] ?? "2020"])),
    }),
  );

const sum = (shares: CauseShares) => SCORE_CAUSES.reduce((all, cause) => all + shares[cause], 0);
const hasDecimals = (shares: CauseShares, decimals: number) =>
  SCORE_CAUSES.every((cause) => Number(shares[cause].toFixed(decimals)) === shares[cause]);

describe("for any two states of a zone", () => {
  it("the causes sum to the change of the confirmed score, and the blocks to the causes", () => {
    fc.assert(
      fc.property(fc.option(anyRow, { freq: 5 }), anyRow, weights, (before, after, w) => {
        const change = splitScoreChange(before, after, SINCE, w);
        expect(change.before).toBe((before && computeReadiness(before, w)?.low) ?? 0);
        expect(change.after).toBe(computeReadiness(after, w)?.low ?? 0);
        expect(sum(change.causes)).toBeCloseTo(change.after - change.before, 6);
        expect(hasDecimals(change.causes, 1)).toBe(true);
        for (const cause of SCORE_CAUSES) {
          const blocks = BLOCKS.reduce((all, block) => all + change.blocks[block][cause], 0);
          // One part takes what the rounding of the others leaves.
          expect(Math.abs(blocks - change.causes[cause])).toBeLessThan(0.4);
        }
      }),
    );
  });

  it("nothing changed where both are the same", () => {
    fc.assert(
      fc.property(anyRow, weights, (row, w) => {
        const { causes } = splitScoreChange(row, row, SINCE, w);
        for (const cause of SCORE_CAUSES) expect(causes[cause]).toBeCloseTo(0, 9);
      }),
    );
  });
});

describe("the mean change of some zones", () => {
  it("is the sum of its causes in every year, whatever the number of zones", () => {
    const years = listScoreYears(2023, "2024-06-30");
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.option(anyRow), anyRow, anyRow), { minLength: 1, maxLength: 7 }),
        weights,
        (zones, w) => {
          const days = ["2022-12-31", "2023-12-31", "2024-06-30"];
          const rowsAt = (day: string) =>
            zones.flatMap((rows, i) => {
              const row = rows[days.indexOf(day)];
              return row ? [{ ...row, slug: `zone-${i}` }] : [];
            });
          const slugs = zones.map((_, i) => `zone-${i}`);
          const history = listScoreHistory(slugs, years, rowsAt, w);
          for (const { before, after, causes } of averageScoreYears(history, years, zones.length)) {
            expect(sum(causes)).toBeCloseTo(after - before, 6);
            expect(hasDecimals(causes, 2)).toBe(true);
          }
        },
      ),
    );
  });

  it("counts a zone without an entry with 0, and is 0 without zones", () => {
    const years = listScoreYears(2024, "2024-12-31");
    const row = createRow({ electricity: "available" });
    const history = listScoreHistory(["test-zone", "b-zone"], years, () => [row], BLOCK_WEIGHTS);
    expect(history).toHaveLength(1);
    const [mean] = averageScoreYears(history, years, 2);
    expect(mean?.after).toBeCloseTo((history[0]?.after ?? 0) / 2, 2);
    expect(averageScoreYears([], years, 0)).toMatchObject([{ before: 0, after: 0 }]);
  });
});

describe("the cause of a change", () => {
  const on = (values: Partial<ZoneValues>, date: string, bounds: ZoneRow["bounds"] = {}) =>
    createRow(values, {
      bounds,
      dates: Object.fromEntries(Object.keys(values).map((key) => [key, date])),
    });
  const causesOf = (before: ZoneRow | null, after: ZoneRow): ScoreCause[] => {
    const { causes } = splitScoreChange(before, after, SINCE, BLOCK_WEIGHTS);
    return SCORE_CAUSES.filter((cause) => causes[cause] !== 0);
  };
  const weak = (field: ZoneFieldKey, low: number): ZoneRow["bounds"] => ({
    [field]: { low, high: 1, known: false, impliedBy: "serviced" },
  });

  it("is that something became known, whenever it happened", () => {
    expect(causesOf(on({}, ""), on({ electricity: "partial" }, "2020"))).toEqual(["became-known"]);
    expect(causesOf(null, on({ electricity: "partial" }, "2025-03"))).toEqual(["became-known"]);
  });

  it("is progress or a fall where a newer report says more or less", () => {
    const partial = on({ electricity: "partial" }, "2023-01-01");
    expect(causesOf(partial, on({ electricity: "available" }, "2025-03-01"))).toEqual([
      "progressed",
    ]);
    expect(causesOf(partial, on({ electricity: "absent" }, "2025-03-01"))).toEqual(["fell"]);
  });

  it("is a judgement where the past is seen otherwise", () => {
    const partial = on({ electricity: "partial" }, "2023-01-01");
    for (const date of ["2023-01-01", "2022-06-01", SINCE]) {
      expect(causesOf(partial, on({ electricity: "available" }, date))).toEqual(["re-judged"]);
    }
    expect(causesOf(partial, on({}, ""))).toEqual(["re-judged"]);
  });

  it("is a rule where other evidence implies more, or an indicator stops to apply", () => {
    expect(causesOf(on({}, ""), on({}, "", weak("electricity", 0.6)))).toEqual(["rule-or-age"]);
    const known = { electricity: "partial", gas: "absent" } as const;
    expect(causesOf(on(known, "2023"), on({ ...known, gas: "not-applicable" }, "2023"))).toEqual([
      "rule-or-age",
    ]);
  });
});

describe("the years of a series", () => {
  it("begin with the end of the year before and end with the selected day", () => {
    expect(listScoreYears(2025, "2026-11-25")).toEqual([
      { year: "2025", from: "2024-12-31", to: "2025-12-31" },
      { year: "2026", from: "2025-12-31", to: "2026-11-25" },
    ]);
    expect(listScoreYears(2027, "2026-11-25")).toEqual([]);
  });
});
