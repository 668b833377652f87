import { describe, expect, test } from "vitest";
import { type FieldKey, fieldSpec } from "@/lib/catalogue/fields";
import type { FieldValue } from "@/lib/catalogue/kinds";
import { readValue } from "@/lib/evidence/check-value";
import { seedFacts } from "../../support/seed-facts";

describe("readValue", () => {
  test.each([
    ["areaAcres", "1,000", 1000],
    ["areaAcres", " 282.5 ", 282.5],
    ["powerNeededMw", "1 250", 1250],
    ["plotsBuiltPct", "not-applicable", "not-applicable"],
    ["dependenceMarket", "0", 0],
    ["preExistingEstate", "true", true],
    ["preExistingEstate", "false", false],
    ["sectors", "steel, garments,\n textiles", ["steel", "garments", "textiles"]],
    ["location", "24.82, 67.35", { lat: 24.82, lon: 67.35 }],
    ["nationality", "cn", "CN"],
    ["approvedOn", "2020-10", "2020-10"],
    ["name", " Hattar ", "Hattar"],
  ] as const)("%s is read from “%s”", (field: FieldKey, text, value) => {
    expect(readValue(fieldSpec(field), text)).toEqual(value);
  });

  test.each([
    ["areaAcres", "many"],
    ["areaAcres", "-1"],
    ["areaAcres", "1,00"],
    ["jobs", "1.5"],
    ["plotsBuiltPct", "101"],
    ["dependenceMarket", "5"],
    ["dependenceMarket", ""],
    ["preExistingEstate", "yes"],
    ["location", "67"],
    ["location", "24.82, 67.35, 12"],
    ["status", "ready"],
    ["status", ""],
    ["areaAcres", ""],
    ["name", " "],
    ["approvedOn", "2020-13"],
  ] as const)("%s does not allow “%s”", (field: FieldKey, text) => {
    expect(readValue(fieldSpec(field), text)).toBeUndefined();
  });
});

test("every value of the data set is read back from its text", async () => {
  const { claims } = await seedFacts();
  for (const { field, value } of claims) {
    if (value === null) continue;
    expect(readValue(fieldSpec(field), formatTyped(value))).toEqual(value);
  }
});

/** A value as somebody types it. */
function formatTyped(value: Exclude<FieldValue, null>): string {
  if (Array.isArray(value)) return value.join(", ");
  if (typeof value === "object" && "lat" in value) return `${value.lat}, ${value.lon}`;
  return String(value);
}
