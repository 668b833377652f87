import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ZONE_FIELD_KEYS, type ZoneFieldKey } from "@/lib/catalogue/fields";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import { buildRegistry } from "@/lib/evidence/registry";
import { buildRow } from "@/lib/evidence/row";
import {
  compareField,
  compareZones,
  countDifferences,
  listFirstDifferences,
  listSimilarZones,
  suggestComparisons,
} from "@/lib/query/compare";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { addReadiness, type RankedRow } from "@/lib/query/select";
import { createClaim, createFacts, createRow } from "@/tests/support/facts";
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

test("the first differences are those that readers ask about first, and never an unknown", () => {
  const zones = registry.zones.filter(({ slug }) =>
    ["rashakai-sez", "dhabeji-sez", "hattar-sez"].includes(slug),
  );
  const groups = compareZones(zones);
  const first = listFirstDifferences(groups);
  expect(first).toHaveLength(10);
  expect(first[0]?.key).toBe("status");
  expect(first.every(({ difference, known }) => difference === "differs" && known > 1)).toBe(true);
  expect(listFirstDifferences(groups, 100)).toHaveLength(countDifferences(groups).differs);
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

describe("comparisons of small registries", () => {
  /** Zones of the given values in the register's order, named a, b, c … */
  function zones(...known: readonly Readonly<Record<string, string>>[]) {
    const slugs = known.map((_, i) => "abcdefghij".charAt(i));
    const facts = createFacts({
      zones: slugs.map((slug, i) => ({ slug, order: i + 1 })),
      claims: known.flatMap((values, i) =>
        Object.entries({ cohort: "added-37", ...values }).map(([field, value]) =>
          createClaim({ zone: slugs[i] ?? "", field: field as ZoneFieldKey, value }),
        ),
      ),
    });
    return buildRegistry(facts, indexEvidence(facts), { asOf: COMPILED_ON, revision: 1 }).zones;
  }

  test("fields are sorted by difference, and unknown ones last", () => {
    const utilities = compareZones(
      zones(
        { electricity: "absent", gas: "absent", water: "partial" },
        { electricity: "absent", gas: "partial" },
      ),
    ).find(({ group }) => group === "utilities")?.fields;
    expect(utilities?.slice(0, 3)).toEqual([
      { key: "gas", difference: "differs", known: 2 },
      { key: "electricity", difference: "same", known: 2 },
      { key: "water", difference: "open", known: 1 },
    ]);
    expect(utilities?.slice(3).every(({ known }) => known === 0)).toBe(true);
  });

  test("groups without fields are left out", () => {
    expect(compareZones(zones({}, {})).map(({ group }) => group)).not.toContain("tenancy");
  });

  test("similar zones are those of the province, best first, then in the register's order", () => {
    const all = zones(
      { province: "sindh" },
      { province: "punjab", electricity: "available" },
      { province: "sindh" },
      { province: "sindh", electricity: "available" },
      {},
      {},
    );
    const similar = (i: number) => {
      const zone = all[i];
      if (!zone) throw new Error(`no zone ${i}`);
      const { shown, total } = listSimilarZones(zone, [...all].reverse());
      expect(shown).toHaveLength(total);
      return shown.map((other) => other.zone.slug).join("");
    };
    expect(similar(0)).toBe("dc");
    expect(similar(2)).toBe("da");
    expect(similar(1)).toBe("");
    expect(similar(4)).toBe("");
  });

  test("of many similar zones six are shown", () => {
    const all = zones(...Array.from({ length: 9 }, () => ({ province: "sindh" })));
    const [first] = all;
    if (!first) throw new Error("no zones");
    const { shown, total } = listSimilarZones(first, all);
    expect([shown.length, total]).toEqual([6, 8]);
  });
});

describe("suggested sets", () => {
  const row = (slug: string, known: Parameters<typeof createRow>[0], low = 0, order = 1) => ({
    ...createRow(known, { slug, order }),
    readiness: { low, high: 100, coverage: 0.5 },
  });
  const sets = (rows: readonly RankedRow[], picked: RankedRow | null = null) =>
    Object.fromEntries(
      suggestComparisons(rows, picked).map(({ key, slugs }) => [key, slugs.join("")]),
    );

  test("are of zones in order of confirmed score, then in the register's order", () => {
    const rows = [
      row("a", { status: "operational" }, 10, 3),
      row("b", { status: "operational", legalStatus: "developer-bound" }, 30, 2),
      row("c", { status: "operational", legalStatus: "developer-bound" }, 30, 1),
      row("d", { status: "serviced" }),
    ];
    expect(sets(rows)).toEqual({ floor: "cba", bound: "cb" });
    expect(sets([...rows, row("e", { status: "operational" })])).toEqual({
      floor: "cba",
      operational: "cbae",
      bound: "cb",
    });
  });

  test("by confirmed score are the best four", () => {
    const rows = [..."abcdef"].map((slug, i) => row(slug, {}, 10 * i));
    expect(sets(rows)).toEqual({ floor: "fedc" });
    expect(sets([...rows, { ...row("g", {}), readiness: null }])).toEqual({ floor: "fedc" });
  });

  test("have 2 to 6 zones", () => {
    const operational = (count: number) =>
      [..."abcdefgh"].slice(0, count).map((slug) => row(slug, { status: "operational" }));
    expect([1, 2, 6, 7].map((count) => sets(operational(count)).operational)).toEqual([
      undefined,
      "ab",
      "abcdef",
      undefined,
    ]);
  });

  test("are given once, in whatever order", () => {
    const known = { status: "operational", province: "sindh" } as const;
    const rows = [row("a", known, 30), row("b", known, 20)];
    expect(sets(rows, rows[1])).toEqual({ neighbours: "ba" });
  });

  test("for a zone begin with it and up to three others of its province", () => {
    const rows = [..."abcde"].map((slug, i) => row(slug, { province: "sindh" }, 0, i));
    const apart = row("x", { province: "punjab" });
    expect(sets([...rows, apart], rows[2])).toEqual({ neighbours: "cabd" });
    expect(sets([...rows, apart], apart)).toEqual({});
    expect(sets([row("y", {}), row("z", {})], row("y", {}))).toEqual({});
  });
});
