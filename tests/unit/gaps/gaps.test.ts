import fc from "fast-check";
import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { getUtility, longestGap, markerGap } from "@/components/features/explorer/map-points";
import { GapBar } from "@/components/features/readiness/gap-figure";
import type { ZoneValues } from "@/lib/catalogue/fields";
import {
  computeGapTotals,
  GAS as gas,
  getLargestQuantity,
  getRowShare,
  POWER as power,
  sortByGap,
} from "@/lib/gaps/gaps";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { addReadiness } from "@/lib/query/select";
import { englishText } from "@/lib/text/english-text";
import { describeGap } from "@/lib/text/gap-words";
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
  test("has no share where either side is unknown, or the figures are over 730 days apart", () => {
    const both = { powerNeededMw: 210, powerEnergisedMw: 10 };
    const share = (values: Partial<ZoneValues>, delivered = "2020-01-01") =>
      getRowShare(
        power,
        createRow(values, { dates: { powerNeededMw: "2020", powerEnergisedMw: delivered } }),
      );
    expect(share(both)).toBeCloseTo(10 / 210);
    expect(share(both, "2021-12-31")).toBeCloseTo(10 / 210);
    expect(share(both, "2022-01-01")).toBeNull();
    expect(share({ powerNeededMw: 210 })).toBeNull();
    expect(share({ powerNeededMw: 0, powerEnergisedMw: 0 })).toBeNull();
  });
});

test("counts of zones agree with the list, and unknown delivery is never counted as known", () => {
  fc.assert(
    fc.property(zones, (all) => {
      const totals = computeGapTotals(power, all);
      const both = all.filter((v) => v.powerNeededMw !== null && v.powerEnergisedMw !== null);
      expect(totals.bothKnown).toBe(both.length);
      expect(totals.neededKnown).toBe(all.filter((v) => v.powerNeededMw !== null).length);
      expect(totals.anyKnown).toBe(
        sortByGap(
          power,
          all.map((values) => ({ values })),
        ).length,
      );
    }),
  );
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
    expect(rows.map((row) => describeGap(englishText, power, row))).toEqual([
      "10 of 210 MW of power delivered",
      "420 MW of power needed, delivery unknown",
      "power needed and delivered unknown",
    ]);
    const values = { powerNeededMw: 210, powerEnergisedMw: 10 };
    const dates = { powerNeededMw: "2019-03", powerEnergisedMw: "2022" };
    expect(describeGap(englishText, power, createRow(values, { dates }))).toBe(
      "10 MW of power delivered (2022), 210 MW needed (Mar 2019)",
    );
    expect(getUtility("standing")).toBeNull();
    expect(getUtility("gas")).toBe(gas);
  });
});
