import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  describeGap,
  getUtility,
  longestGap,
  markerGap,
} from "@/components/features/explorer/map-points";
import {
  computeGap,
  computeGapTotals,
  getLargestQuantity,
  sortByGap,
  UTILITIES,
} from "@/lib/gaps/gaps";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { addReadiness } from "@/lib/query/select";
import { englishText } from "@/lib/text/english-text";
import { gapsSummary, gapsTitle } from "@/lib/text/gap-words";
import { rowWith, valuesOf } from "@/tests/support/facts";

const [power, gas] = UTILITIES;
if (!power || !gas) throw new Error("both utilities are kept");

const quantity = fc.option(fc.nat(600), { nil: null });
const zones = fc.array(
  fc
    .record({ powerNeededMw: quantity, powerSanctionedMw: quantity, powerEnergisedMw: quantity })
    .map(valuesOf),
  { maxLength: 30 },
);

describe("computeGap", () => {
  test("has no share where need or supply is unknown", () => {
    expect(
      computeGap(power, valuesOf({ powerNeededMw: 210, powerEnergisedMw: 10 })).share,
    ).toBeCloseTo(10 / 210);
    expect(computeGap(power, valuesOf({ powerNeededMw: 210 }))).toEqual({
      needed: 210,
      delivered: null,
      share: null,
    });
    expect(computeGap(power, valuesOf({ powerNeededMw: 0, powerEnergisedMw: 0 })).share).toBeNull();
  });
});

describe("computeGapTotals", () => {
  test("sums only zones with known need and supply", () => {
    fc.assert(
      fc.property(zones, (all) => {
        const totals = computeGapTotals(power, all);
        const both = all.filter((v) => v.powerNeededMw !== null && v.powerEnergisedMw !== null);
        expect(totals.bothKnown).toBe(both.length);
        expect(totals.needed).toBe(both.reduce((sum, v) => sum + Number(v.powerNeededMw), 0));
        expect(totals.delivered).toBe(both.reduce((sum, v) => sum + Number(v.powerEnergisedMw), 0));
        expect(totals.anyKnown).toBe(
          sortByGap(
            power,
            all.map((values) => ({ values })),
          ).length,
        );
      }),
    );
  });

  test("is unchanged by a zone with one unknown side", () => {
    fc.assert(
      fc.property(zones, fc.nat(600), (all, needed) => {
        const more = computeGapTotals(power, [...all, valuesOf({ powerNeededMw: needed })]);
        const before = computeGapTotals(power, all);
        expect([more.needed, more.delivered]).toEqual([before.needed, before.delivered]);
        expect(more.neededKnown).toBe(before.neededKnown + 1);
      }),
    );
  });
});

test("sortByGap puts zones with both sides first, then by need, and leaves out unknown zones", () => {
  const named = [
    valuesOf({ powerSanctionedMw: 900 }),
    valuesOf({ powerNeededMw: 50 }),
    valuesOf({ powerNeededMw: 5, powerEnergisedMw: 1 }),
    valuesOf(),
    valuesOf({ powerNeededMw: 80 }),
  ].map((values, at) => ({ values, at }));
  expect(sortByGap(power, named).map(({ at }) => at)).toEqual([2, 4, 1, 0]);
  expect(
    getLargestQuantity(
      power,
      named.map(({ values }) => values),
    ),
  ).toBe(900);
  expect(getLargestQuantity(gas, [])).toBeNull();
});

describe("the text of the page", () => {
  const words = (...all: Parameters<typeof valuesOf>[0][]) => {
    const [main, other] = [power, gas].map((utility) => ({
      utility,
      totals: computeGapTotals(utility, all.map(valuesOf)),
    }));
    if (!main || !other) throw new Error("two utilities");
    return [gapsTitle(main), gapsSummary(main, other)];
  };

  test("sums what can be summed and gives the number of zones", () => {
    expect(words({ powerNeededMw: 210, powerEnergisedMw: 10 }, { powerNeededMw: 50 })).toEqual([
      "Of the 210 MW that one zone needs, 10 are evidenced as delivered",
      "That is 4.8% of their power. Of the other one of 2 either the need or what arrives is unknown, so they are in no sum. Of gas both are known of no zone.",
    ]);
  });

  test("does not read unknown as none", () => {
    const [title, summary] = words({ powerNeededMw: 50 });
    expect(title).toBe("How much of the power needed arrives is not known of any zone");
    expect(summary).toMatch(/known of none of the 1 zones/);
    expect(words()[0]).toBe("No zone answers these conditions");
  });
});

describe("the bars on the map", () => {
  const rows = addReadiness(
    [
      rowWith({ powerNeededMw: 210, powerEnergisedMw: 10 }),
      rowWith({ powerNeededMw: 420 }),
      rowWith({}),
    ],
    DEFAULT_QUERY,
  );

  test("have one scale and draw unknown and none differently", () => {
    const longest = longestGap(power, rows);
    expect(longest).toBe(420);
    expect(rows.map(({ values }) => markerGap(power, values, longest))).toEqual([
      { needed: 0.5, delivered: 10 / 420 },
      { needed: 1, delivered: null },
      null,
    ]);
  });

  test("have a text alternative", () => {
    expect(rows.map(({ values }) => describeGap(englishText, power, values))).toEqual([
      "10 of 210 MW of power delivered",
      "420 MW of power needed, delivery unknown",
      "power needed and delivered unknown",
    ]);
    expect(getUtility("status")).toBeNull();
    expect(getUtility("gas")).toBe(gas);
  });
});
