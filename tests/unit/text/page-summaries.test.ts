import { describe, expect, it } from "vitest";
import type { GapAnswer } from "@/lib/gaps/dated-gaps";
import { GAS, POWER } from "@/lib/gaps/gaps";
import { describeComparison } from "@/lib/text/comparison-summary";
import { englishText } from "@/lib/text/english-text";
import { gapsSummary, gapsTitle } from "@/lib/text/gaps-summary";

describe("the page of what zones need", () => {
  const gap = (part: Partial<GapAnswer>): GapAnswer => ({
    zones: 3,
    bothKnown: 0,
    apart: 0,
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
      "figures too far apart",
      { bothKnown: 2, apart: 2 },
      "We do not know how much of the power needed is delivered",
    ],
    [
      "a sum",
      { bothKnown: 1, sum: sum(50, 20) },
      "1 zone needs 50 MW of power; 20 MW is confirmed delivered",
    ],
    [
      "all short",
      { bothKnown: 2, short: 2 },
      "2 zones report both figures within 2 years; when last reported, both got less power than needed",
    ],
    [
      "none short",
      { bothKnown: 2 },
      "2 zones report both figures within 2 years; when last reported, both got as much power as needed",
    ],
    [
      "some short",
      { bothKnown: 4, apart: 1, short: 1 },
      "3 zones report both figures within 2 years; when last reported, 1 got less power than needed",
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
