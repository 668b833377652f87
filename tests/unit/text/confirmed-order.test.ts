import { describe, expect, it } from "vitest";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { scoreZones } from "@/lib/readiness/zone-scores";
import { englishText } from "@/lib/text/english-text";
import { describeCorrelation, describeScores } from "@/lib/text/readiness-words";
import { createRow } from "@/tests/support/facts";

type Known = Parameters<typeof createRow>[0];

/** Zones A, B, C … of these values. */
const score = (...known: Known[]) =>
  scoreZones(
    known.map((values, i) => {
      const name = "ABCDEFG".charAt(i);
      return createRow({ name, ...values }, { slug: name, order: i + 1 });
    }),
    DEFAULT_QUERY,
    "2026-11-24",
  );
const NONE: Known = { landTitle: "absent" };

describe("the words of scores", () => {
  const words = (...known: Known[]) => describeScores(englishText, score(...known), 5);

  it("of no zones say why", () => {
    expect(words()).toEqual({
      title: "No zones with a readiness score",
      summary: "No zones match. Remove a filter or choose another day.",
    });
  });

  it("of zones to which nothing applies say so", () => {
    const scores = score({});
    const none = scores.zones.map((zone) => ({ ...zone, readiness: null }));
    expect(describeScores(englishText, { ...scores, zones: none }, 5).summary).toBe(
      "None of the readiness facts apply to these zones.",
    );
  });

  it("name the zone with the highest confirmed score, and count those that reach the threshold", () => {
    expect(words({ gas: "partial" }, { gas: "available", water: "partial" }, NONE).summary).toBe(
      "All 3 ranges overlap: no zone is certainly ahead of another (0 of 3 pairs). B has the highest confirmed score, 8 of 100. That score also rises with how much we know, so it does not show which zone is most ready. 1 zone has at least 5 confirmed points.",
    );
    expect(
      words({ gas: "available" }, { gas: "available", candidateForRemainder: true }).summary,
    ).toMatch(
      /2 zones share the highest confirmed score, 5 of 100\..* 2 zones have at least 5 confirmed points \(approval not confirmed for 1\)\.$/,
    );
    expect(words({}, {}).summary).toMatch(/On confirmed evidence alone, no zone has any points\.$/);
    expect(words({ gas: "available" })).toMatchObject({
      title: "Only A has a readiness score here",
    });
  });

  it("do not count zones to which nothing applies", () => {
    const scores = score({ gas: "available" }, {});
    const zones = scores.zones.map((zone, i) => (i === 0 ? zone : { ...zone, readiness: null }));
    expect(describeScores(englishText, { ...scores, zones }, 5).title).toBe(
      "Only A has a readiness score here",
    );
  });
});

it.each([
  [0.8, 44, "nearly an order"],
  [0.79, 44, "partly an order"],
  [0.4, 44, "partly an order"],
  [0.39, 1, "hardly an order"],
  [-0.5, 2, "hardly an order"],
])("a correlation of %d over %i zones is %s", (value, zones, words) => {
  const sentence = describeCorrelation(englishText, value, zones);
  expect(sentence).toContain(words);
  expect(sentence).toContain(value.toFixed(2));
  expect(sentence).toContain(zones === 1 ? "1 announced zone " : `${zones} announced zones`);
});

it("a correlation that is not defined has no words", () => {
  expect(describeCorrelation(englishText, null, 1)).toBeNull();
});
