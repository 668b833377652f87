import { describe, expect, it } from "vitest";
import type { GapAnswer } from "@/lib/gaps/dated-gaps";
import { describeComparison } from "@/lib/text/comparison-summary";
import { englishText } from "@/lib/text/english-text";
import { gapsSummary, gapsTitle } from "@/lib/text/gaps-summary";

describe("the page of what zones need", () => {
  const gap = (part: Partial<GapAnswer>): GapAnswer => ({
    zones: 3,
    bothKnown: 0,
    short: 0,
    apart: 0,
    outdated: 0,
    sum: null,
    ...part,
  });
  const sum = (
    needed: number,
    delivered: number,
    basis: "first-phase" | "full-build-out" | null = null,
  ) => ({ needed, delivered, basis, share: needed === 0 ? null : delivered / needed });
  const nothing = gap({});

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
      "In both zones with both figures, less power is delivered than needed",
    ],
    [
      "none short",
      { bothKnown: 2 },
      "In both zones with both figures, as much power is delivered as needed",
    ],
    [
      "some short",
      { bothKnown: 3, short: 1 },
      "In 1 of 3 zones with both figures, less power is delivered than needed",
    ],
  ])("is called by %s", (_, part, title) => {
    expect(gapsTitle(englishText, gap(part))).toBe(title);
  });

  it.each<[string, Partial<GapAnswer>, string]>([
    ["no zone", { zones: 0 }, "Remove a filter to see what zones need and what is delivered."],
    [
      "no figures",
      {},
      "None of the 3 zones has figures for both power needed and power delivered. Gas: no zone has figures for both.",
    ],
    [
      "a share of the first phase",
      { bothKnown: 3, sum: sum(30, 10, "first-phase") },
      "That is 33.3% of the power these zones need for the first phase. Gas: no zone has figures for both.",
    ],
    [
      "a share of the whole",
      { bothKnown: 1, zones: 1, sum: sum(30, 15, "full-build-out") },
      "That is 50% of the power this zone needs when every plot is used. Gas: no zone has figures for both.",
    ],
    [
      "a share of an unknown need",
      { bothKnown: 1, zones: 1, sum: sum(30, 15) },
      "That is 50% of the power this zone needs. Gas: no zone has figures for both.",
    ],
    [
      "nothing needed",
      { bothKnown: 1, zones: 1, sum: sum(0, 0) },
      "Gas: no zone has figures for both.",
    ],
    [
      "a rest and old figures",
      { bothKnown: 2, outdated: 1, sum: sum(4, 1) },
      "That is 25% of the power these zones need. For the other zone of 3, power needed, power delivered or both are unknown. In 1 zone, the figure for power delivered is at least a year older than the latest report on electricity. Gas: no zone has figures for both.",
    ],
  ])("sums up %s", (_, part, words) => {
    expect(gapsSummary(englishText, gap(part), nothing)).toBe(words);
  });

  it.each<[Partial<GapAnswer>, string]>([
    [
      { bothKnown: 2, sum: sum(64, 7.5) },
      "Gas: 7.5 of 64 MMCFD confirmed delivered (2 zones with both figures).",
    ],
    [
      { bothKnown: 2, short: 2 },
      "Gas: less is delivered than needed in both zones with both figures.",
    ],
    [
      { bothKnown: 2, short: 0 },
      "Gas: as much is delivered as needed in both zones with both figures.",
    ],
    [
      { bothKnown: 2, short: 1 },
      "Gas: less is delivered than needed in 1 of 2 zones with both figures.",
    ],
  ])("adds the gas: %o", (gas, words) => {
    expect(gapsSummary(englishText, nothing, gap(gas))).toMatch(
      new RegExp(`${words.replaceAll(/[().]/g, "\\$&")}$`),
    );
  });
});

describe("the comparison of zones", () => {
  const counts = { differs: 3, same: 2, open: 0, own: 0 };
  const zone = (name: string, low: number, high: number) => ({
    name,
    readiness: { low, high, coverage: 0.5 },
  });
  const compare = (...zones: Parameters<typeof describeComparison>[1]) =>
    describeComparison(englishText, zones, counts);

  it.each<[string, Parameters<typeof describeComparison>[1], string]>([
    [
      "one score",
      [zone("A", 10, 20), { name: "B", readiness: null }],
      "No zone has confirmed points.",
    ],
    ["no points", [zone("A", 0, 20), zone("B", 0, 90)], "No zone has confirmed points."],
    [
      "a lead",
      [zone("A", 10.4, 20), zone("B", 5, 90)],
      "A has the highest confirmed score, 10 of 100. Both ranges overlap, so the order is not certain.",
    ],
    [
      "a tie",
      [zone("A", 10, 20), zone("B", 10, 90), zone("C", 1, 90)],
      "A and B share the highest confirmed score, 10 of 100. All ranges overlap, so the order is not certain.",
    ],
    [
      "a certain pair",
      [zone("A", 10, 20), zone("B", 50, 90)],
      "B has the highest confirmed score, 50 of 100. B is certainly ahead of A.",
    ],
    [
      "certain pairs",
      [zone("A", 10, 20), zone("B", 50, 90), zone("C", 1, 9)],
      "B has the highest confirmed score, 50 of 100. The order is certain for 3 of 3 pairs.",
    ],
  ])("with %s", (_, zones, words) => {
    expect(compare(...zones)).toBe(`${words} The zones differ in 3 fields and agree in 2.`);
  });

  it("says where no difference is known, and what cannot be compared", () => {
    const words = (part: Partial<typeof counts>) =>
      describeComparison(englishText, [], { ...counts, ...part });
    expect(words({ differs: 0 })).toMatch(
      / No difference is known; the zones agree in 2 fields\.$/,
    );
    expect(words({ own: 2 })).toMatch(
      / 2 fields are not compared because each zone has its own\.$/,
    );
    expect(words({ open: 1 })).toMatch(
      / 1 field cannot be compared because fewer than 2 values are known\.$/,
    );
  });
});
