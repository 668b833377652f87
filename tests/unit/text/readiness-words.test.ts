import { describe, expect, test } from "vitest";
import { BLOCK_WEIGHTS } from "@/lib/catalogue/groups";
import { readThreshold } from "@/lib/readiness/threshold";
import { computeCertainOrder, type ScoredZone, type ZoneScores } from "@/lib/readiness/zone-scores";
import { englishText } from "@/lib/text/english-text";
import { describeScores } from "@/lib/text/readiness-words";
import { createRow } from "@/tests/support/facts";

function zone(name: string, low: number, high: number, candidate = false): ScoredZone {
  const readiness = { low, high, coverage: 0.5 };
  const row = { ...createRow({ name }), slug: name, readiness };
  return {
    slug: name,
    row,
    readiness,
    fresh: null,
    candidate,
    disputed: [],
  };
}

const scores = (...zones: ScoredZone[]): ZoneScores => ({
  zones,
  order: computeCertainOrder(zones),
  weights: BLOCK_WEIGHTS,
});
const describeAt30 = (...zones: ScoredZone[]) => describeScores(englishText, scores(...zones), 30);

describe("the headline of the scores", () => {
  test("says that overlapping ranges have no certain order, then who has the highest confirmed score", () => {
    expect(describeAt30(zone("A", 49.1, 86), zone("B", 30, 90, true), zone("C", 0, 100))).toEqual({
      title: "We cannot yet say which zone has the highest readiness score",
      summary:
        "All 3 ranges overlap: no zone is certainly ahead of another (0 of 3 pairs). A has the highest confirmed score, 49.1 of 100. That score also rises with how much we know, so it does not show which zone is most ready. 2 zones have at least 30 confirmed points (approval not confirmed for 1).",
    });
    expect(describeAt30(zone("A", 10, 90), zone("B", 10, 90))).toEqual({
      title: "We cannot yet say which zone has the highest readiness score",
      summary:
        "Both ranges overlap: no zone is certainly ahead of another (0 of 1 pair). 2 zones share the highest confirmed score, 10 of 100. That score also rises with how much we know, so it does not show which zone is most ready. No zone has at least 30 confirmed points.",
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

  test("does not compare a single zone, or none", () => {
    expect(describeAt30(zone("A", 0, 80))).toEqual({
      title: "Only A has a readiness score here",
      summary: "On confirmed evidence alone, no zone has any points.",
    });
    expect(describeAt30()).toMatchObject({ title: "No zones with a readiness score" });
  });
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
