import { describe, expect, test } from "vitest";
import { ZONE_FIELD_KEYS, type ZoneFieldKey } from "@/lib/catalogue/fields";
import type { FieldValue } from "@/lib/catalogue/kinds";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import { buildRegistry, type ZoneRecord } from "@/lib/evidence/registry";
import { answerGap, getBasis, getComparableShare, getDatedQuantity } from "@/lib/gaps/dated-gaps";
import { GAS, POWER } from "@/lib/gaps/gaps";
import { englishText } from "@/lib/text/english-text";
import { gapsSummary, gapsTitle } from "@/lib/text/gaps-summary";
import { createEvidence, createValues } from "@/tests/support/facts";
import { seedFacts } from "@/tests/support/seed-facts";

const EMPTY = { value: null, evidence: null, mark: null, rivals: [] };

/** A value with the day and the source of its claim. */
type Told = readonly [value: FieldValue, asOf: string, sourceId?: string];

/** A zone in which only these fields are known. */
function zoneOf(told: Partial<Record<ZoneFieldKey, Told>>): Pick<ZoneRecord, "values" | "fields"> {
  const resolved = ZONE_FIELD_KEYS.map((field) => {
    const [value, asOf, sourceId = "a-source"] = told[field] ?? [null, ""];
    if (value === null) return [field, EMPTY];
    return [field, { ...EMPTY, value, evidence: createEvidence({ field, value, asOf, sourceId }) }];
  });
  const values = Object.entries(told).map(([field, [value]]) => [field, value]);
  return {
    fields: Object.fromEntries(resolved) as ZoneRecord["fields"],
    values: createValues(Object.fromEntries(values)),
  };
}

const dated = (needed: number, on: string, basis: string, delivered: number, then: string) =>
  zoneOf({
    powerNeededMw: [needed, on],
    powerNeededBasis: [basis, on],
    powerEnergisedMw: [delivered, then],
  });

describe("the sum over zones", () => {
  test("is made where every need has one basis and all figures are within two years", () => {
    const zones = [
      dated(10, "2020-01-01", "first-phase", 4, "2021-01-01"),
      dated(30, "2021-06-01", "first-phase", 6, "2021-12-31"),
    ];
    expect(answerGap(POWER, zones)).toMatchObject({
      bothKnown: 2,
      short: 2,
      sum: { needed: 40, delivered: 10, basis: "first-phase" },
    });
  });

  test("is not made across bases, across an unknown basis, or across more than two years", () => {
    const one = dated(10, "2020-01-01", "first-phase", 4, "2020-01-01");
    const whole = dated(10, "2020-01-01", "full-build-out", 4, "2020-01-01");
    const unsaid = zoneOf({
      powerNeededMw: [10, "2020-01-01"],
      powerEnergisedMw: [4, "2020-01-01"],
    });
    const late = dated(10, "2022-01-01", "first-phase", 4, "2022-01-01");
    for (const other of [whole, unsaid, late]) {
      expect(answerGap(POWER, [one, other])).toMatchObject({ bothKnown: 2, short: 2, sum: null });
    }
    expect(answerGap(POWER, [unsaid, unsaid]).sum).toBeNull();
    expect(answerGap(POWER, [unsaid]).sum).toMatchObject({ needed: 10, delivered: 4, basis: null });
    expect(
      answerGap(POWER, [dated(1, "2020-01-01", "first-phase", 1, "2023-01-01")]),
    ).toMatchObject({
      short: 0,
      sum: null,
    });
  });

  test("leaves out a zone with unknown delivery, and never counts it as getting nothing", () => {
    const known = dated(10, "2020-01-01", "first-phase", 4, "2020-01-01");
    const open = zoneOf({ powerNeededMw: [500, "2020-01-01"] });
    expect(answerGap(POWER, [known, open])).toMatchObject({
      zones: 2,
      bothKnown: 1,
      sum: { needed: 10, delivered: 4 },
    });
    expect(answerGap(POWER, [open])).toMatchObject({ bothKnown: 0, short: 0, sum: null });
  });
});

describe("a figure of a zone", () => {
  test("is of the basis that its own source gives", () => {
    const own = zoneOf({
      powerNeededMw: [10, "2020", "a"],
      powerNeededBasis: ["first-phase", "2020", "a"],
    });
    const another = zoneOf({
      powerNeededMw: [10, "2020", "a"],
      powerNeededBasis: ["full-build-out", "2021", "b"],
    });
    expect([getBasis(POWER, own), getBasis(POWER, another), getBasis(GAS, own)]).toEqual([
      "first-phase",
      null,
      null,
    ]);
  });

  test("is old where the report on the utility is a year newer", () => {
    const on = (asOf: string) =>
      getDatedQuantity(
        POWER,
        zoneOf({ powerEnergisedMw: [10, "2020-10-01"], electricity: ["partial", asOf] }),
        "powerEnergisedMw",
      )?.newerReport;
    expect(on("2021-10-01")).toBe("2021-10-01");
    expect(on("2021-09-30")).toBeNull();
    expect(on("2019-01-01")).toBeNull();
    const gasOnly = zoneOf({
      powerEnergisedMw: [10, "2020-10-01"],
      gas: ["partial", "2024-01-01"],
    });
    expect(getDatedQuantity(POWER, gasOnly, "powerEnergisedMw")?.newerReport).toBeNull();
    expect(getDatedQuantity(POWER, gasOnly, "powerNeededMw")).toBeNull();
  });

  test("gives no share with one that is more than two years away", () => {
    expect(
      getComparableShare(POWER, dated(10, "2020-01-01", "first-phase", 4, "2021-12-31")),
    ).toBeCloseTo(0.4);
    expect(
      getComparableShare(POWER, dated(10, "2020-01-01", "first-phase", 4, "2022-01-01")),
    ).toBeNull();
    expect(getComparableShare(POWER, zoneOf({ powerNeededMw: [10, "2020"] }))).toBeNull();
  });
});

describe("the words of the page", () => {
  const words = (...zones: ReturnType<typeof zoneOf>[]) => {
    const answer = answerGap(POWER, zones);
    return [gapsTitle(englishText, POWER, answer), gapsSummary(englishText, POWER, answer)];
  };
  const first = dated(10, "2020-01-01", "first-phase", 4, "2020-01-01");
  const whole = dated(90, "2020-01-01", "full-build-out", 4, "2020-01-01");

  test("are in megawatts where the figures can be added up", () => {
    expect(words(first, first, zoneOf({}))).toEqual([
      "2 zones need 20 MW of power; 8 MW is confirmed delivered",
      "That is 40% of the power these zones need for the first phase. In the other zone of 3, one figure or both are unknown.",
    ]);
  });

  test("count zones where they cannot", () => {
    const served = dated(4, "2020-01-01", "first-phase", 4, "2020-01-01");
    expect(words(first, whole)).toEqual([
      "2 zones report both figures within 2 years; when last reported, both got less power than needed",
      "There is no total, because the figures cover different years and phases.",
    ]);
    expect(words(first, whole, served)[0]).toBe(
      "3 zones report both figures within 2 years; when last reported, 2 got less power than needed",
    );
  });

  test("do not compare figures that are more than 2 years apart", () => {
    const apart = dated(10, "2020-01-01", "first-phase", 4, "2024-01-01");
    const notCompared = "the 2 figures are more than 2 years apart, so we do not compare them.";
    expect(words(apart)).toEqual([
      "We do not know how much of the power needed is delivered",
      `In 1 zone, ${notCompared}`,
    ]);
    expect(words(first, apart, apart)).toEqual([
      "1 zone reports both figures within 2 years; when last reported, it got less power than needed",
      `In 2 zones, ${notCompared}`,
    ]);
  });

  test("an unknown delivery is never written as 0 delivered", () => {
    expect(words(zoneOf({ powerNeededMw: [50, "2020"] }))).toEqual([
      "We do not know how much of the power needed is delivered",
      "",
    ]);
    expect(words()[0]).toBe("No matching zones");
  });
});

const facts = await seedFacts(2);

describe("the data set", () => {
  const { zones } = buildRegistry(facts, indexEvidence(facts), {
    asOf: "2026-11-25",
    revision: 2,
  });
  const zone = (slug: string) => {
    const found = zones.find((one) => one.slug === slug);
    if (!found) throw new Error(`no zone ${slug}`);
    return found;
  };

  test("has different bases, so it counts zones", () => {
    expect(getBasis(POWER, zone("bin-qasim-industrial-park"))).toBe("first-phase");
    expect(getBasis(POWER, zone("rashakai-sez"))).toBe("full-build-out");
    expect(answerGap(POWER, zones)).toMatchObject({ bothKnown: 3, apart: 2, short: 1, sum: null });
    expect(answerGap(GAS, zones)).toMatchObject({ bothKnown: 2, apart: 1, short: 1, sum: null });
  });

  test("says where the figure of delivery is older than the report on the grid", () => {
    for (const slug of ["rashakai-sez", "allama-iqbal-industrial-city"]) {
      const { fields } = zone(slug);
      const delivered = fields.powerEnergisedMw.evidence?.effectiveOn ?? "";
      const report = fields.electricity.evidence?.effectiveOn ?? "";
      expect(
        getDatedQuantity(POWER, zone(slug), "powerEnergisedMw")?.newerReport !== null,
        slug,
      ).toBe(Date.parse(report) - Date.parse(delivered) >= 365 * 86_400_000);
    }
  });
});
