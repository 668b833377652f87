import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ZONE_FIELD_KEYS } from "@/lib/catalogue/fields";
import { buildRegistry, indexEvidence } from "@/lib/evidence/registry";
import { buildRow } from "@/lib/evidence/row";
import {
  compareField,
  compareZones,
  countDifferences,
  listCertainPairs,
  suggestComparisons,
} from "@/lib/query/compare";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { addReadiness } from "@/lib/query/select";
import { COMPILED_ON, seedFacts } from "@/tests/support/seed-facts";

const facts = await seedFacts();
const evidence = indexEvidence(facts);
const registry = buildRegistry(facts, evidence, { asOf: COMPILED_ON, revision: 1 });

describe("compareField", () => {
  test("unknown is never a difference", () => {
    expect(compareField("electricity", ["partial", null])).toMatchObject({
      difference: "open",
      known: 1,
    });
    expect(compareField("electricity", [null, null]).difference).toBe("open");
    expect(compareField("electricity", ["partial", null, "partial"]).difference).toBe("same");
    expect(compareField("electricity", ["partial", null, "available"]).difference).toBe("differs");
  });

  test("values differ by the rule for claims", () => {
    expect(compareField("areaAcres", [1000, 1040]).difference).toBe("same");
    expect(compareField("areaAcres", [1000, 1100]).difference).toBe("differs");
    expect(compareField("approvedOn", ["2020", "2020-10"]).difference).toBe("same");
    expect(
      compareField("sectors", [
        ["steel", "food"],
        ["food", "steel"],
      ]).difference,
    ).toBe("same");
  });

  test("aliases and location are compared as own", () => {
    expect(compareField("aliases", [["a"], ["b"]]).difference).toBe("own");
    expect(
      compareField("location", [
        { lon: 60, lat: 30 },
        { lon: 70, lat: 30 },
      ]).difference,
    ).toBe("own");
  });
});

describe("compareZones", () => {
  test("every field except the name is listed once, differing fields first", () => {
    fc.assert(
      fc.property(fc.subarray([...registry.zones], { minLength: 2, maxLength: 6 }), (zones) => {
        const groups = compareZones(zones);
        const keys = groups.flatMap(({ fields }) => fields.map(({ key }) => key));
        expect([...keys].sort()).toEqual(ZONE_FIELD_KEYS.filter((key) => key !== "name").sort());
        for (const { fields } of groups) {
          const order = fields.map(({ difference }) =>
            ["differs", "same", "open", "own"].indexOf(difference),
          );
          expect(order).toEqual([...order].sort());
        }
        const counts = countDifferences(groups);
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(keys.length);
      }),
      { numRuns: 40 },
    );
  });

  test("the order of the zones does not matter", () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...registry.zones], { minLength: 2, maxLength: 6 }),
        (zones) => {
          expect(countDifferences(compareZones(zones))).toEqual(
            countDifferences(compareZones([...zones].reverse())),
          );
        },
      ),
      { numRuns: 20 },
    );
  });
});

test("a zone is certainly ahead only where its confirmed score is above the other's possible score", () => {
  const band = (low: number, high: number) => ({ low, high, coverage: 0.5 });
  expect(listCertainPairs([band(60, 90), band(10, 40), null, band(40, 60)])).toEqual([
    { ahead: 0, behind: 1 },
  ]);
});

describe("suggestComparisons", () => {
  const rows = addReadiness(registry.zones.map(buildRow), DEFAULT_QUERY);

  test("every set has a valid size and no set is repeated", () => {
    const sets = suggestComparisons(rows, rows[0] ?? null);
    expect(sets.length).toBeGreaterThan(3);
    for (const { slugs } of sets) {
      expect(slugs.length).toBeGreaterThanOrEqual(2);
      expect(slugs.length).toBeLessThanOrEqual(6);
      expect(new Set(slugs).size).toBe(slugs.length);
    }
    expect(sets.find(({ key }) => key === "priority")?.slugs).toHaveLength(4);
  });

  test("there are no suggestions without zones", () => {
    expect(suggestComparisons([], null)).toEqual([]);
  });
});
