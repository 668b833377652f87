import { describe, expect, it } from "vitest";
import { buildDependenceRows } from "@/lib/dependence/dependence-row";
import { groupTiedFirms } from "@/lib/dependence/firm-involvement";
import type { ZoneRecord } from "@/lib/evidence/registry";
import { buildRow } from "@/lib/evidence/row";
import { CHINA, listPlacedFirms } from "@/lib/firms/firms";
import type { GapAnswer } from "@/lib/gaps/dated-gaps";
import { GAS, POWER } from "@/lib/gaps/gaps";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { addReadiness } from "@/lib/query/select";
import { describeComparison } from "@/lib/text/comparison-summary";
import { englishText } from "@/lib/text/english-text";
import { gapsSummary, gapsTitle } from "@/lib/text/gaps-summary";
import { dependenceAnswer, describeOperation } from "@/lib/text/page-summaries";
import { claimsOf, firmsAt, resolveTestZone, type TestClaim } from "@/tests/support/test-zone";

const TODAY = "2026-11-24";

describe("the page of what zones need", () => {
  const gap = (part: Partial<GapAnswer>): GapAnswer => ({
    zones: 3,
    bothKnown: 0,
    short: 0,
    outdated: 0,
    sum: null,
    ...part,
  });
  const sum = (
    needed: number,
    delivered: number,
    basis: "first-phase" | "full-build-out" | null = null,
  ) => ({ needed, delivered, basis, share: needed === 0 ? null : delivered / needed });

  it.each<[string, Partial<GapAnswer>, string]>([
    ["no zone", { zones: 0 }, "No matching zones"],
    ["no figures", {}, "We do not know how much of the power needed is delivered"],
    [
      "a sum",
      { bothKnown: 1, sum: sum(50, 20) },
      "1 zone needs 50 MW of power; 20 MW is confirmed delivered",
    ],
    [
      "all short",
      { bothKnown: 2, short: 2 },
      "2 zones report both figures; both get less power than needed",
    ],
    [
      "none short",
      { bothKnown: 2 },
      "2 zones report both figures; both get as much power as needed",
    ],
    [
      "some short",
      { bothKnown: 3, short: 1 },
      "3 zones report both figures; 1 gets less power than needed",
    ],
  ])("is called by %s", (_, part, title) => {
    expect(gapsTitle(englishText, POWER, gap(part))).toBe(title);
  });

  it.each<[string, Partial<GapAnswer>, string]>([
    ["no figures", {}, ""],
    [
      "figures that have no total",
      { bothKnown: 3 },
      "There is no total, because the figures cover different years and phases.",
    ],
    [
      "a share of the first phase",
      { bothKnown: 3, sum: sum(30, 10, "first-phase") },
      "That is 33.3% of the power these zones need for the first phase.",
    ],
    [
      "a share of the whole",
      { bothKnown: 1, zones: 1, sum: sum(30, 15, "full-build-out") },
      "That is 50% of the power this zone needs when every plot is used.",
    ],
    [
      "a share of an unknown need",
      { bothKnown: 1, zones: 1, sum: sum(30, 15) },
      "That is 50% of the power this zone needs.",
    ],
    ["nothing needed", { bothKnown: 1, zones: 1, sum: sum(0, 0) }, ""],
    [
      "a rest and old figures",
      { bothKnown: 2, outdated: 1, sum: sum(4, 1) },
      "That is 25% of the power these zones need. In the other zone of 3, one figure or both are unknown. In 1 zone, the figure for delivery is at least a year older than the latest report on electricity.",
    ],
  ])("sums up %s", (_, part, words) => {
    expect(gapsSummary(englishText, POWER, gap(part))).toBe(words);
  });

  it("names gas in its own unit", () => {
    expect(gapsTitle(englishText, GAS, gap({ bothKnown: 2, sum: sum(64, 7.5) }))).toBe(
      "2 zones need 64 MMCFD of gas; 7.5 MMCFD is confirmed delivered",
    );
    expect(gapsSummary(englishText, GAS, gap({ bothKnown: 2, zones: 2, outdated: 2 }))).toMatch(
      /In 2 zones, .* latest report on gas\.$/,
    );
  });
});

describe("the page of dependence", () => {
  const LEVELS = ["Finance", "Technology", "Construction", "Market", "Management", "Anchor"];
  const zone = (
    levels: number,
    values: Parameters<typeof claimsOf>[0] = {},
    part: Partial<TestClaim> = {},
  ) => {
    const keys = Object.keys(resolveTestZone([]).values).filter((key) =>
      key.startsWith("dependence"),
    );
    expect(keys).toHaveLength(LEVELS.length);
    const known = Object.fromEntries(keys.slice(0, levels).map((key) => [key, 2]));
    return resolveTestZone([
      ...claimsOf(known).map((claim) => ({ ...claim, ...part })),
      ...claimsOf(values),
    ]);
  };
  const rowsOf = (...zones: readonly ZoneRecord[]) =>
    zones.flatMap((one) =>
      buildDependenceRows(addReadiness([buildRow(one)], DEFAULT_QUERY), [one], TODAY),
    );
  const answer = (...zones: readonly ZoneRecord[]) =>
    dependenceAnswer(englishText, rowsOf(...zones), groupTiedFirms(listPlacedFirms(zones), CHINA));
  const high = { confidence: "high" } as const;

  it("says in how many zones ties are known, and of how many firms the owner is not", () => {
    const firm = (tenancy: string, field: TestClaim["field"], value: TestClaim["value"]) => ({
      tenancy,
      field,
      value,
    });
    const zones = resolveTestZone([
      firm("a", "ultimateOwnerNationality", "CN"),
      firm("b", "involvement", ["technology:CN"]),
      firm("c", "ultimateOwnerNationality", "PK"),
      firm("d", "tenancyStage", "producing"),
    ]);
    const { title, summary } = answer(zones);
    expect(title).toBe("Firms with ties to China are known in 1 of 1 zone");
    expect(summary).toMatch(
      /^1 firm is registered in China or owned from there, and partners from China take part in 1 more\. For 2 of 4 firms the owner is unknown, and may be Chinese\. /,
    );
    expect(answer(zone(6)).title).toBe("No firm with ties to China is known in this zone");
  });

  it("never takes missing evidence for independence", () => {
    expect(answer()).toEqual({
      title: "Dependence on China",
      summary: "No matching zones. Remove a filter to see results.",
    });
    expect(answer(zone(0), zone(0)).summary).toBe(
      "No firm is named in these zones. We have no evidence for any of 12 ratings in 2 zones. That does not mean these zones are independent.",
    );
  });

  it("says how good the evidence is", () => {
    const weak = { confidence: "low" } as const;
    expect(answer(zone(2, {}, weak), zone(0)).summary).toMatch(
      / We have weak evidence for 2 of 12 ratings, and none for 1 zone\. That does not mean that zone is independent\.$/,
    );
    expect(answer(zone(2, {}, weak), zone(1, {}, high)).summary).toMatch(
      / We have evidence for 3 of 12 ratings, 2 of them weak, and at least one rating for every zone\.$/,
    );
    expect(answer(zone(1, {}, high), zone(0), zone(0)).summary).toMatch(
      / We have evidence for 1 of 18 ratings, none of it weak, and none for 2 zones\. That does not mean those zones are independent\.$/,
    );
  });

  it("says what shows that firms operate", () => {
    const operation = (...claims: readonly TestClaim[]) => {
      const [row] = rowsOf(resolveTestZone(claims));
      return row && describeOperation(englishText, row);
    };
    expect(
      operation(
        ...claimsOf({ enterprisesProducing: 2, status: "operational" }),
        ...firmsAt("producing"),
      ),
    ).toBe(
      "Operational since 1 Jan 2020, last reported 1 Jan 2020. 1 producer is known by name, not reported in the last 2 years.",
    );
  });
});

describe("the comparison of zones", () => {
  const counts = { differs: 3, same: 2, open: 0, own: 0 };

  it.each<[Partial<typeof counts>, string]>([
    [{}, "The zones differ in 3 rows and agree in 2."],
    [{ differs: 1, own: 2 }, "The zones differ in 1 row and agree in 2."],
    [{ differs: 0 }, "No difference is known; the zones agree in 2 rows."],
    [
      { open: 14 },
      "The zones differ in 3 rows and agree in 2. 14 rows have too little data to compare.",
    ],
  ])("with %o", (part, words) => {
    expect(describeComparison(englishText, { ...counts, ...part })).toBe(words);
  });
});
