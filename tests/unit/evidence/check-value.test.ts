import { describe, expect, it } from "vitest";
import { type FieldKey, fieldSpec, ZONE_FIELD_KEYS } from "@/lib/catalogue/fields";
import { getValueIssue, isFieldValue } from "@/lib/evidence/check-value";
import { describeValueRule } from "@/lib/text/claim-issue-words";
import { englishText } from "@/lib/text/english-text";

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
    ["location", { lon: 60.8, lat: 37.1 }],
    ["location", { lon: 77.1, lat: 23.6 }],
    ["areaAcres", 0.1],
    ["areaAcres", 2800.5],
    ["areaAcres", 100_000],
    ["approvedOn", "2012"],
    ["targetGas", "2099-12-31"],
    ["plotsBuiltPct", 100],
    ["plotsBuiltPct", "not-applicable"],
    ["jobs", 12],
    ["involvement", ["technology:CN", "joint-venture:KR"]],
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
    ["name", "  ", /needs text/],
    ["name", 5, /text/],
    ["name", undefined, /text/],
    ["aliases", [], /at least one/],
    ["aliases", ["a", ""], /at least one item/],
    ["aliases", "a", /at least one item/],
    ["sectors", ["food, drink"], /without commas or semicolons/],
    ["sectors", ["food; drink"], /without commas or semicolons/],
    ["status", "open", /one of not-started, .*or cancelled/],
    ["status", ["stalled"], /one of/],
    ["preExistingEstate", "true", /true or false/],
    ["dependenceMarket", 5, /0 to 4/],
    ["dependenceMarket", -1, /0 to 4/],
    ["dependenceMarket", 1.5, /0 to 4/],
    ["dependenceMarket", "1", /0 to 4/],
    ["involvement", ["technology"], /a kind and a country in each item/],
    ["involvement", ["technology:China"], /such as technology:CN/],
    ["involvement", ["technology:XX"], /code of ISO 3166-1/],
    ["involvement", ["technology:CN", "ownership:CN"], /kind is equity, .*or training/],
    ["involvement", ["technology:CN:NL"], /a kind and a country/],
    ["involvement", [], /at least one item/],
    ["nationality", "China", /2 capital letters/],
    ["nationality", "cn", /2 capital letters/],
    ["nationality", ["CN"], /2 capital letters/],
    ["nationality", "ZZ", /ISO 3166-1/],
    ["ultimateOwnerNationality", "UK", /ISO 3166-1/],
    ["approvedOn", "2020-13", /that exists/],
    ["approvedOn", "2023-02-29", /that exists/],
    ["approvedOn", 2020, /that exists/],
    ["location", undefined, /longitude/],
    ["location", { lon: 181, lat: 0 }, /longitude/],
    ["location", { lon: 73, lat: -91 }, /latitude/],
    ["location", { lon: "73", lat: 31 }, /longitude/],
    ["location", { lon: 73, lat: "31" }, /latitude/],
    ["location", { lon: 73, lat: Number.NaN }, /latitude/],
    ["location", { lon: 73 }, /latitude/],
    ["location", { lon: 73, lat: 31, height: 1 }, /latitude/],
    ["areaAcres", 0, /from 0.1 to 100,000 \(acres\)/],
    ["areaAcres", 100_001, /from 0.1 to 100,000 \(acres\)/],
    ["powerNeededMw", 5_001, /from 0 to 5,000 \(MW\)/],
    ["gasSuppliedMmcfd", 501, /from 0 to 500 \(MMCFD\)/],
    ["enterprisesProducing", 2_001, /from 0 to 2,000 \(firms\), or not-applicable/],
    ["jobs", 1_000_001, /from 0 to 1,000,000 \(jobs\)/],
    ["tenancyJobs", 100_001, /from 0 to 100,000 \(jobs\)/],
    ["investmentCommittedUsdM", 20_001, /from 0 to 20,000 \(USD m\)/],
    ["investmentUsdM", 20_001, /from 0 to 20,000 \(USD m\)/],
    ["approvedOn", "2011-12-31", /from 2012, the year of the SEZ Act, to 2099/],
    ["targetGas", "2100", /from 2012, the year of the SEZ Act, to 2099/],
    ["location", { lon: 77.2, lat: 35 }, /a longitude from 60\.8 to 77\.1/],
    ["location", { lon: 70, lat: 23.5 }, /a latitude from 23\.6 to 37\.1/],
    ["areaAcres", Number.POSITIVE_INFINITY, /number/],
    ["areaAcres", "100", /number/],
    ["areaAcres", "not-applicable", /number/],
    ["plotsBuiltPct", 101, /from 0 to 100 \(%\), or not-applicable/],
    ["jobs", 1.5, /whole number/],
    ["enterprisesProducing", 2.5, /whole number/],
  ])("%s refuses %j", (field, value, sentence) => {
    const rule = fault(field, value);
    expect(rule && describeValueRule(englishText, field, rule)).toMatch(sentence);
    expect(isFieldValue(fieldSpec(field), value)).toBe(false);
  });
});

describe("the rule for a number", () => {
  it("names the end of the plausible range, on either side of it", () => {
    expect(fault("jobs", 1_000_001)).toMatchObject({ min: 0, max: 1_000_000 });
    expect(fault("jobs", 1_000_000)).toBeNull();
    expect(fault("areaAcres", 100_000.5)).toMatchObject({ max: 100_000 });
    expect(fault("areaAcres", 100_000)).toBeNull();
    expect(fault("jobs", -1)).toMatchObject({
      max: 1_000_000,
      integer: true,
      notApplicable: false,
    });
    expect(fault("jobs", "many")).toMatchObject({ max: 1_000_000 });
  });

  it("names the greatest number that there can be", () => {
    expect(fault("plotsBuiltPct", -1)).toMatchObject({ max: 100, unit: "%", notApplicable: true });
  });
});
