import fc from "fast-check";
import { createElement } from "react";
import { describe, expect, test } from "vitest";
import {
  describeGap,
  getUtility,
  longestGap,
  markerGap,
} from "@/components/features/explorer/map-points";
import { GapBar } from "@/components/features/gaps/gap-figure";
import {
  computeGap,
  computeGapTotals,
  GAS as gas,
  getLargestQuantity,
  POWER as power,
  sortByGap,
} from "@/lib/gaps/gaps";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { addReadiness } from "@/lib/query/select";
import { englishText } from "@/lib/text/english-text";
import { gapsSummary, gapsTitle } from "@/lib/text/page-summaries";
import { createRow, createValues } from "@/tests/support/facts";
import { isHollow, lengthOf, partsOf } from "../charts/markup";

const quantity = fc.option(fc.nat(600), { nil: null });
const zones = fc.array(
  fc
    .record({ powerNeededMw: quantity, powerSanctionedMw: quantity, powerEnergisedMw: quantity })
    .map(createValues),
  { maxLength: 30 },
);

describe("the gap of a zone", () => {
  test("has no share where either side is unknown", () => {
    expect(
      computeGap(power, createValues({ powerNeededMw: 210, powerEnergisedMw: 10 })).share,
    ).toBeCloseTo(10 / 210);
    expect(computeGap(power, createValues({ powerNeededMw: 210 }))).toEqual({
      needed: 210,
      delivered: null,
      share: null,
    });
    expect(
      computeGap(power, createValues({ powerNeededMw: 0, powerEnergisedMw: 0 })).share,
    ).toBeNull();
  });
});

describe("sums over zones", () => {
  test("leave out every zone whose need or delivery is unknown", () => {
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

  test("do not change when a zone with unknown delivery is added", () => {
    fc.assert(
      fc.property(zones, fc.nat(600), (all, needed) => {
        const more = computeGapTotals(power, [...all, createValues({ powerNeededMw: needed })]);
        const before = computeGapTotals(power, all);
        expect([more.needed, more.delivered]).toEqual([before.needed, before.delivered]);
        expect(more.neededKnown).toBe(before.neededKnown + 1);
      }),
    );
  });
});

test("zones with both quantities come first, then the greater need; no known quantity is left out", () => {
  const named = [
    createValues({ powerSanctionedMw: 900 }),
    createValues({ powerNeededMw: 50 }),
    createValues({ powerNeededMw: 5, powerEnergisedMw: 1 }),
    createValues(),
    createValues({ powerNeededMw: 80 }),
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

describe("the words of the page", () => {
  const words = (...all: Parameters<typeof createValues>[0][]) => {
    const values = all.map(createValues);
    const [powerTotals, gasTotals] = [
      computeGapTotals(power, values),
      computeGapTotals(gas, values),
    ];
    return [gapsTitle(englishText, powerTotals), gapsSummary(englishText, powerTotals, gasTotals)];
  };

  test("the sums are only over zones with both figures, and the summary says how many", () => {
    expect(words({ powerNeededMw: 210, powerEnergisedMw: 10 }, { powerNeededMw: 50 })).toEqual([
      "1 zone needs 210 MW of power; 10 MW is confirmed delivered",
      "That is 4.8% of the power this zone needs. The other zone of 2 is not in the sum: power needed, power delivered or both are unknown. Gas: no zone has figures for both.",
    ]);
    const gasOfTwo = { gasNeededMmcfd: 32, gasSuppliedMmcfd: 3.75 };
    expect(words(gasOfTwo, gasOfTwo)[1]).toMatch(
      /Gas: 7\.5 of 64 MMCFD confirmed delivered \(2 zones with both figures\)\.$/,
    );
  });

  test("an unknown delivery is never written as 0 delivered", () => {
    const [title, summary] = words({ powerNeededMw: 50 });
    expect(title).toBe("We do not know how much of the power needed is delivered");
    expect(summary).toMatch(/^The zone has no figures for both power needed and power delivered\./);
    expect(words()[0]).toBe("No matching zones");
  });
});

describe("the bar of a zone", () => {
  const bar = (known: Parameters<typeof createValues>[0]) =>
    createElement(GapBar, { utility: power, values: createValues(known), full: 200 });

  test("delivered is solid within the pale length of the need", () => {
    const drawn = bar({ powerNeededMw: 100, powerEnergisedMw: 50 });
    expect(lengthOf(partsOf(drawn, "behind")[0], "width")).toBe(50);
    expect(lengthOf(partsOf(drawn, "known")[0], "width")).toBe(25);
    expect(partsOf(drawn, "possible")).toEqual([]);
  });

  test("unknown delivery is hollow up to the need; 0 delivered has no length", () => {
    const [open] = partsOf(bar({ powerNeededMw: 100 }), "possible");
    expect(isHollow(open)).toBe(true);
    expect(lengthOf(open, "width")).toBe(50);
    const none = bar({ powerNeededMw: 100, powerEnergisedMw: 0 });
    expect(partsOf(none).map(({ attributes }) => attributes["data-part"])).toEqual(["behind"]);
  });

  test("nothing is drawn where need and delivery are unknown", () => {
    expect(partsOf(bar({ powerSanctionedMw: 90 }))).toEqual([]);
  });
});

describe("the bars on the map", () => {
  const rows = addReadiness(
    [
      createRow({ powerNeededMw: 210, powerEnergisedMw: 10 }),
      createRow({ powerNeededMw: 420 }),
      createRow({}),
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
