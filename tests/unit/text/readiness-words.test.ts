import { describe, expect, test } from "vitest";
import { BLOCK_WEIGHTS } from "@/lib/catalogue/groups";
import { computeCertainOrder, type RankedZone, type Ranking } from "@/lib/readiness/ranking";
import { readThreshold } from "@/lib/readiness/threshold";
import { englishText } from "@/lib/text/english-text";
import {
  describeLeaders,
  describeRanking,
  formatRank,
  formatRankRange,
} from "@/lib/text/readiness-words";
import { createRow } from "@/tests/support/facts";

function zone(name: string, low: number, high: number, candidate = false): RankedZone {
  const readiness = { low, high, coverage: 0.5 };
  const row = { ...createRow({ name }), slug: name, readiness };
  return {
    slug: name,
    row,
    readiness,
    place: 1,
    fresh: null,
    candidate,
    disputed: [],
    contradictions: [],
  };
}

const ranking = (...zones: RankedZone[]): Ranking => ({
  zones,
  order: computeCertainOrder(zones),
  weights: BLOCK_WEIGHTS,
});
const describeAt30 = (...zones: RankedZone[]) =>
  describeRanking(englishText, ranking(...zones), 30);

describe("the headline of the ranking", () => {
  test("says that overlapping ranges have no certain order, then who has the highest confirmed score", () => {
    expect(describeAt30(zone("A", 49.1, 86), zone("B", 30, 90, true), zone("C", 0, 100))).toEqual({
      title: "We cannot yet say which zone has the highest readiness score",
      summary:
        "All 3 ranges overlap: no zone is certainly ahead of another. A has the highest confirmed score, 49.1 of 100. That score also rises with how much we know, so it does not show which zone is most ready. 2 zones have at least 30 confirmed points (approval not confirmed for 1).",
    });
    expect(describeAt30(zone("A", 10, 90), zone("B", 10, 90))).toEqual({
      title: "We cannot yet say which zone has the highest readiness score",
      summary:
        "Both ranges overlap: no zone is certainly ahead of another. 2 zones share the highest confirmed score, 10 of 100. That score also rises with how much we know, so it does not show which zone is most ready. No zone has at least 30 confirmed points.",
    });
  });

  test("names the zone that is certainly first", () => {
    expect(describeAt30(zone("A", 60, 80), zone("B", 0, 40))).toMatchObject({
      title:
        "A has the highest readiness score of 2 zones, whatever the unknown facts turn out to be",
      summary: expect.stringMatching(/^The order of both zones is certain/),
    });
  });

  test("counts the zones that could be first where some cannot", () => {
    expect(describeAt30(zone("A", 60, 80), zone("B", 50, 90), zone("C", 0, 40))).toMatchObject({
      title: "We cannot yet say which zone has the highest readiness score",
      summary: expect.stringMatching(
        /^The order is certain for 2 of 3 pairs of zones, [^.]+\. Any of 2 zones could have the highest readiness score; 1 zone cannot\. /,
      ),
    });
  });

  test("does not rank a single zone, or none", () => {
    expect(describeAt30(zone("A", 0, 80))).toEqual({
      title: "A is the only zone to rank",
      summary: "On confirmed evidence alone, no zone has any points.",
    });
    expect(describeAt30()).toMatchObject({ title: "No zones to rank" });
  });
});

test("the first 3 ranks are read aloud", () => {
  const zones = [zone("A", 60, 80), { ...zone("B", 0, 40), place: 2 }];
  expect(describeLeaders(englishText, ranking(...zones))).toBe(
    "Highest confirmed scores: 1: A and 2: B.",
  );
});

test("ranks are ordinals", () => {
  expect(
    [1, 2, 3, 4, 11, 12, 13, 21, 22, 111].map((rank) => formatRank(englishText, rank)),
  ).toEqual(["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "111th"]);
  expect(formatRankRange(englishText, 2, 4)).toBe("2nd to 4th");
  expect(formatRankRange(englishText, 35, 35)).toBe("35th");
});

test("the threshold is read from its parameter and from the name in older links", () => {
  expect(readThreshold([["threshold", "50"]]).threshold).toBe(50);
  expect(readThreshold([["line", "50"]]).threshold).toBe(50);
  expect(readThreshold([["line", "500"]])).toMatchObject({
    threshold: null,
    problem: { param: "line", got: "500" },
  });
  expect(readThreshold([["q", "50"]])).toEqual({ threshold: null, problem: null });
});
