import { describe, expect, test } from "vitest";
import { moveSlug, parseSelection, replaceWord } from "@/components/features/compare/selection";
import { ZONE_FIELD_KEYS } from "@/lib/catalogue/fields";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import { buildRegistry } from "@/lib/evidence/registry";
import { comparisonCsv } from "@/lib/formats/csv";
import { compareZones } from "@/lib/query/compare";
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
