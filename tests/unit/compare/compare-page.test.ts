import { describe, expect, test } from "vitest";
import { moved, readPicked, withWord } from "@/components/features/compare/read-picked";
import { ZONE_FIELD_KEYS } from "@/lib/catalogue/fields";
import { buildRegistry, indexEvidence } from "@/lib/evidence/registry";
import { comparisonCsv } from "@/lib/formats/comparison";
import { compareZones } from "@/lib/query/compare";
import { comparisonSummary } from "@/lib/text/comparison-words";
import { englishText } from "@/lib/text/english-text";
import { COMPILED_ON, seedFacts } from "@/tests/support/seed-facts";

const ZONES = ["rashakai-sez", "dhabeji-sez", "hattar-sez", "a", "b", "c", "d"].map((slug) => ({
  slug,
  name: slug.split("-")[0] ?? slug,
}));

describe("the zones of an address", () => {
  test("are each taken once, in their order, up to six", () => {
    expect(readPicked("b, a,b,,rashakai-sez", ZONES)).toEqual({
      slugs: ["b", "a", "rashakai-sez"],
      beyond: [],
      strange: [],
    });
    expect(readPicked(ZONES.map(({ slug }) => slug).join(), ZONES).beyond).toEqual(["d"]);
    expect(readPicked("", ZONES).slugs).toEqual([]);
  });

  test("are named with the nearest where there is none of that name", () => {
    const { slugs, strange } = readPicked("rashakay,dhabeji-sez,zzzzzz", ZONES);
    expect(slugs).toEqual(["dhabeji-sez"]);
    expect(strange).toMatchObject([
      { word: "rashakay", near: { slug: "rashakai-sez" } },
      { word: "zzzzzz", near: null },
    ]);
    expect(withWord("rashakay,dhabeji-sez", "rashakay", "rashakai-sez")).toBe(
      "rashakai-sez,dhabeji-sez",
    );
    expect(withWord("x,dhabeji-sez", "x", null)).toBe("dhabeji-sez");
  });

  test("move by a place", () => {
    expect(moved(["a", "b", "c"], 2, -1)).toEqual(["a", "c", "b"]);
    expect(moved(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
  });
});

describe("the sentence over a comparison", () => {
  const band = (low: number, high: number) => ({ low, high, coverage: 0.5 });
  const counts = { differs: 2, same: 1, open: 3, own: 2 };

  test("says who leads by the floor and that it is not certain", () => {
    const words = comparisonSummary(
      [
        { name: "A", readiness: band(49.1, 86) },
        { name: "B", readiness: band(30, 90) },
      ],
      counts,
    );
    expect(words).toBe(
      "By the floor A leads with 49 points in evidence, but the two bands overlap, so neither is certainly ahead. They differ in two fields and agree in one; in three fewer than two values are known, so nothing can be said.",
    );
  });

  test("says what is certain, what is shared and what is not there", () => {
    const [high, low] = [band(60, 80), band(0, 40)];
    const two = [
      { name: "A", readiness: high },
      { name: "B", readiness: low },
    ];
    expect(comparisonSummary(two, counts)).toMatch(/; A is certainly ahead of B\./);
    expect(comparisonSummary([...two, { name: "C", readiness: high }], counts)).toMatch(
      /A and C lead with 60 points in evidence each; in two of three pairs/,
    );
    expect(
      comparisonSummary(
        [
          { name: "A", readiness: band(0, 100) },
          { name: "B", readiness: null },
        ],
        { ...counts, differs: 0, open: 0 },
      ),
    ).toBe(
      "Nothing is in evidence by which one would lead. In no field are they known to differ; they agree in one.",
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
