import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ZONE_FIELD_KEYS } from "@/lib/catalogue/fields";
import { buildRegistry, indexEvidence, type ZoneRecord } from "@/lib/evidence/registry";
import { inScope, SCOPES } from "@/lib/query/scope";
import { computeReadiness } from "@/lib/readiness/readiness";
import { seedFacts } from "@/tests/support/seed-facts";

interface GoldenZone {
  readonly values: unknown;
  readonly marks: unknown;
  readonly readiness: unknown;
}
interface GoldenDay {
  readonly scopes: Readonly<Record<string, readonly string[]>>;
  readonly zones: Readonly<Record<string, GoldenZone>>;
}

const golden = JSON.parse(readFileSync("tests/golden/registry.json", "utf8")) as Readonly<
  Record<string, GoldenDay>
>;
const facts = await seedFacts();
const index = indexEvidence(facts);

/** A zone in the golden form: a value for each field with a claim that shows, null where it says "not known". */
function goldenForm(zone: ZoneRecord): GoldenZone {
  const shown = ZONE_FIELD_KEYS.filter((key) => zone.fields[key].evidence !== null);
  const marked = ZONE_FIELD_KEYS.filter((key) => zone.fields[key].mark !== null);
  return {
    values: Object.fromEntries(shown.map((key) => [key, zone.values[key]])),
    marks: Object.fromEntries(marked.map((key) => [key, zone.fields[key].mark])),
    readiness: computeReadiness(zone.values),
  };
}

it("holds four days", () => {
  expect(Object.keys(golden)).toEqual(["2019-01-01", "2021-06-30", "2024-06-30", "2026-11-24"]);
});

describe.each(Object.entries(golden))("the registry as of %s", (day, expected) => {
  const { zones } = buildRegistry(facts, index, { asOf: day, revision: 1 });

  it("holds the golden zones, in the register's order", () => {
    expect(zones.map(({ slug }) => slug).sort()).toEqual(Object.keys(expected.zones).sort());
    const orders = zones.map(({ order }) => order);
    expect(orders).toEqual([...orders].sort((a, b) => a - b));
  });

  it.each(SCOPES)("has the golden zones in the scope %s", (scope) => {
    const slugs = zones.filter(({ values }) => inScope(values, scope)).map(({ slug }) => slug);
    expect(slugs.sort()).toEqual([...(expected.scopes[scope] ?? [])].sort());
  });

  it.each(Object.keys(expected.zones))(
    "shows the golden values, marks and readiness of %s",
    (slug) => {
      const zone = zones.find((z) => z.slug === slug);
      expect(zone && goldenForm(zone)).toEqual(expected.zones[slug]);
    },
  );
});
