import { describe, expect, test } from "vitest";
import { moveSlug, parseSelection, replaceWord } from "@/components/features/compare/selection";
import { ZONE_FIELD_KEYS } from "@/lib/catalogue/fields";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import { buildRegistry } from "@/lib/evidence/registry";
import { comparisonCsv } from "@/lib/formats/csv";
import { compareZones } from "@/lib/query/compare";
import { describeComparison } from "@/lib/text/comparison-summary";
import { englishText } from "@/lib/text/english-text";
import { COMPILED_ON, seedFacts } from "@/tests/support/seed-facts";

const ZONES = ["rashakai-sez", "dhabeji-sez", "hattar-sez", "a", "b", "c", "d"].map((slug) => ({
  slug,
  name: slug.split("-")[0] ?? slug,
}));

describe("the zones in an address", () => {
  test("are taken once each, in their order, at most 6", () => {
    expect(parseSelection("b, a,b,,rashakai-sez", ZONES)).toEqual({
      slugs: ["b", "a", "rashakai-sez"],
      beyond: [],
      moreUnknown: 0,
      unknown: [],
    });
    expect(parseSelection(ZONES.map(({ slug }) => slug).join(), ZONES).beyond).toEqual(["d"]);
    expect(parseSelection("", ZONES).slugs).toEqual([]);
    const words = Array.from({ length: 13 }, (_, i) => `no-zone-${i}`).join();
    expect(parseSelection(words, ZONES).unknown).toHaveLength(10);
    expect(parseSelection(words, ZONES).moreUnknown).toBe(3);
  });

  test("get a suggestion of the nearest zone where there is none of that name", () => {
    const { slugs, unknown } = parseSelection("rashakay,dhabeji-sez,zzzzzz", ZONES);
    expect(slugs).toEqual(["dhabeji-sez"]);
    expect(unknown).toMatchObject([
      { word: "rashakay", near: { slug: "rashakai-sez" } },
      { word: "zzzzzz", near: null },
    ]);
    expect(replaceWord("rashakay,dhabeji-sez", "rashakay", "rashakai-sez")).toBe(
      "rashakai-sez,dhabeji-sez",
    );
    expect(replaceWord("x,dhabeji-sez", "x", null)).toBe("dhabeji-sez");
  });

  test("a slug moves by one place", () => {
    expect(moveSlug(["a", "b", "c"], 2, -1)).toEqual(["a", "c", "b"]);
    expect(moveSlug(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
  });
});

describe("the summary of a comparison", () => {
  const band = (low: number, high: number) => ({ low, high, coverage: 0.5 });
  const counts = { differs: 2, same: 1, open: 3, own: 2 };

  test("names the zone with the highest confirmed score and says that the order is not certain", () => {
    const words = describeComparison(
      englishText,
      [
        { name: "A", readiness: band(49.1, 86) },
        { name: "B", readiness: band(30, 90) },
      ],
      counts,
    );
    expect(words).toBe(
      "A has the highest confirmed score, 49 of 100. Both ranges overlap, so the order is not certain. The zones differ in 2 fields and agree in 1. 3 fields cannot be compared because fewer than 2 values are known. 2 fields are not compared because each zone has its own.",
    );
  });

  test("names certain pairs, ties and missing points", () => {
    const [high, low] = [band(60, 80), band(0, 40)];
    const two = [
      { name: "A", readiness: high },
      { name: "B", readiness: low },
    ];
    expect(describeComparison(englishText, two, counts)).toMatch(/ A is certainly ahead of B\./);
    expect(
      describeComparison(englishText, [...two, { name: "C", readiness: high }], counts),
    ).toMatch(
      /A and C share the highest confirmed score, 60 of 100\. The order is certain for 2 of 3 pairs\./,
    );
    expect(
      describeComparison(
        englishText,
        [
          { name: "A", readiness: band(0, 100) },
          { name: "B", readiness: null },
        ],
        { ...counts, differs: 0, open: 0 },
      ),
    ).toBe(
      "No zone has confirmed points. No difference is known; the zones agree in 1 field. 2 fields are not compared because each zone has its own.",
    );
  });
});

test("the file has a line for each field, unknown as the word", async () => {
  const facts = await seedFacts();
  const moment = { asOf: COMPILED_ON, revision: 1 };
  const zones = buildRegistry(facts, indexEvidence(facts), moment).zones.filter(({ slug }) =>
    ["rashakai-sez", "dhabeji-sez"].includes(slug),
  );
  const lines = comparisonCsv(englishText, zones, compareZones(zones)).trim().split("\n");
  expect(lines).toHaveLength(1 + ZONE_FIELD_KEYS.filter((key) => key !== "name").length);
  const order = zones.map(({ slug }) => slug);
  expect(lines[0]).toBe(
    `group,field,label,unit,difference,known,${order
      .flatMap((slug) => [slug, `${slug} date`, `${slug} mark`, `${slug} source`])
      .join(",")}`,
  );
  const power = lines.find((line) => line.includes("powerEnergisedMw"));
  expect(power).toMatch(
    /^quantities,powerEnergisedMw,[^,]+,MW,open,1,10,2020-10[^,]*,,[^,]+,unknown,,,$/,
  );
});
