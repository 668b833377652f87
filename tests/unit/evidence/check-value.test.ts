import { describe, expect, it } from "vitest";
import { type FieldKey, fieldSpec, ZONE_FIELD_KEYS } from "@/lib/catalogue/fields";
import { getValueIssue, isFieldValue } from "@/lib/evidence/check-value";

const fault = (field: FieldKey, value: unknown) => getValueIssue(fieldSpec(field), value);

describe("allowed values", () => {
  it.each<[FieldKey, unknown]>([
    ["name", "Rashakai"],
    ["aliases", ["RSEZ"]],
    ["status", "stalled"],
    ["electricity", "not-applicable"],
    ["preExistingEstate", false],
    ["dependenceMarket", 0],
    ["dependenceMarket", 4],
    ["nationality", "CN"],
    ["approvedOn", "2020"],
    ["approvedOn", "2020-02-29"],
    ["location", { lon: 73.1, lat: 31.6 }],
    ["areaAcres", 0],
    ["areaAcres", 2800.5],
    ["plotsBuiltPct", 100],
    ["plotsBuiltPct", "not-applicable"],
    ["jobs", 12],
  ])("%s allows %j", (field, value) => {
    expect(fault(field, value)).toBeNull();
    expect(isFieldValue(fieldSpec(field), value)).toBe(true);
  });

  it("every field allows null", () => {
    for (const field of ZONE_FIELD_KEYS) expect(fault(field, null)).toBeNull();
  });
});

describe("refused values", () => {
  it.each<[FieldKey, unknown, RegExp]>([
    ["name", "  ", /text, not empty/],
    ["name", 5, /text/],
    ["name", undefined, /text/],
    ["aliases", [], /at least one/],
    ["aliases", ["a", ""], /at least one text/],
    ["aliases", "a", /list/],
    ["sectors", ["food, drink"], /comma or semicolon/],
    ["sectors", ["food; drink"], /comma or semicolon/],
    ["status", "open", /one of not-started, .*cancelled/],
    ["status", ["stalled"], /one of/],
    ["preExistingEstate", "true", /true or false/],
    ["dependenceMarket", 5, /0 to 4/],
    ["dependenceMarket", 1.5, /0 to 4/],
    ["dependenceMarket", "1", /0 to 4/],
    ["nationality", "China", /two capitals/],
    ["nationality", "cn", /two capitals/],
    ["approvedOn", "2020-13", /that exists/],
    ["approvedOn", "2023-02-29", /that exists/],
    ["approvedOn", 2020, /that exists/],
    ["location", { lon: 181, lat: 0 }, /longitude/],
    ["location", { lon: 0, lat: Number.NaN }, /latitude/],
    ["location", { lon: 0 }, /latitude/],
    ["location", { lon: 0, lat: 0, height: 1 }, /latitude/],
    ["areaAcres", -1, /at least 0 \(acres\)/],
    ["areaAcres", Number.POSITIVE_INFINITY, /number/],
    ["areaAcres", "100", /number/],
    ["areaAcres", "not-applicable", /number/],
    ["plotsBuiltPct", 101, /from 0 to 100 \(%\), or not-applicable/],
    ["jobs", 1.5, /whole number/],
    ["enterprisesProducing", 2.5, /whole number/],
  ])("%s refuses %j", (field, value, sentence) => {
    expect(fault(field, value)).toMatch(sentence);
    expect(isFieldValue(fieldSpec(field), value)).toBe(false);
  });
});
