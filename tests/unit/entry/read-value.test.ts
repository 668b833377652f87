import { describe, expect, test } from "vitest";
import { type FieldKey, fieldSpec } from "@/lib/catalogue/fields";
import type { FieldValue } from "@/lib/catalogue/kinds";
import { readTypedValue } from "@/lib/entry/read-value";
import { isUnderstood } from "@/lib/entry/reading";
import { seedFacts } from "../../support/seed-facts";

const read = (field: FieldKey, text: string) => readTypedValue(fieldSpec(field), text);

describe("a value as the tracker writes it is read without a word", () => {
  test.each([
    ["areaAcres", "1,000", 1000],
    ["areaAcres", " 282.5 ", 282.5],
    ["areaAcres", "1,000 acres", 1000],
    ["powerNeededMw", "1 250", 1250],
    ["powerEnergisedMw", "60 MW", 60],
    ["powerEnergisedMw", "60MW", 60],
    ["plotsBuiltPct", "50 %", 50],
    ["plotsBuiltPct", "not-applicable", "not-applicable"],
    ["gasSuppliedMmcfd", "7.5 MMCFD", 7.5],
    ["jobs", "1,200 jobs", 1200],
    ["investmentUsdM", "40", 40],
    ["dependenceMarket", "0", 0],
    ["preExistingEstate", "true", true],
    ["preExistingEstate", "no", false],
    ["sectors", "steel, garments,\n textiles", ["steel", "garments", "textiles"]],
    ["involvement", "technology:CN, lender:US", ["technology:CN", "lender:US"]],
    ["location", "24.82, 67.35", { lat: 24.82, lon: 67.35 }],
    ["location", "24.82 67.35", { lat: 24.82, lon: 67.35 }],
    ["gasSuppliedMmcfd", "7.5 million cubic feet per day", 7.5],
    ["nationality", "cn", "CN"],
    ["nationality", "China", "CN"],
    ["approvedOn", "2020-10", "2020-10"],
    ["approvedOn", "2020-10-07", "2020-10-07"],
    ["name", " Hattar ", "Hattar"],
    ["status", "under-development", "under-development"],
    ["status", "Under development", "under-development"],
  ] as const)("%s: %s", (field, text, value) => {
    expect(read(field, text)).toEqual({ value, shownBack: null, money: null });
  });
});

describe("another form is understood and shown back", () => {
  test.each([
    ["areaAcres", "۱۲۳", 123],
    ["areaAcres", "١٬٠٠٠٫٥", 1000.5],
    ["areaAcres", "1,00,000", 100_000],
    ["jobs", "1.2 lakh", 120_000],
    ["jobs", "5 thousand workers", 5000],
    ["plotsBuiltPct", "Not applicable", "not-applicable"],
    ["investmentUsdM", "US$ 40 million", 40],
    ["investmentUsdM", "$1.2 bn", 1200],
    ["investmentUsdM", "40 million US dollars", 40],
    ["targetOperational", "Dec 2027", "2027-12"],
    ["targetOperational", "دسمبر ۲۰۲۷", "2027-12"],
    ["approvedOn", "7 October 2020", "2020-10-07"],
    ["approvedOn", "October 7th, 2020", "2020-10-07"],
    ["approvedOn", "7-Oct-2020", "2020-10-07"],
    ["approvedOn", "2020/10/7", "2020-10-07"],
    ["approvedOn", "31/10/2020", "2020-10-31"],
    ["approvedOn", "10/2020", "2020-10"],
    ["status", "under dev", "under-development"],
    ["developmentAgreement", "in plac", "available"],
    ["gas", "None", "absent"],
    ["province", "KP", "khyber-pakhtunkhwa"],
    ["province", "AJK", "azad-jammu-kashmir"],
    ["nationality", "UAE", "AE"],
    ["involvement", "technology from China", ["technology:CN"]],
    ["preExistingEstate", "ہاں", true],
    ["dependenceMarket", "level 3", 3],
    ["dependenceMarket", "3/4", 3],
    ["sectors", "steel; steel", ["steel"]],
    ["areaAcres", "1.000", 1],
    ["powerEnergisedMw", "1.000 MW", 1],
    ["powerEnergisedMw", "2.500", 2.5],
    ["investmentUsdM", "2.500", 2.5],
    ["areaAcres", "1,000.50", 1000.5],
    ["nationality", "PRC", "CN"],
    ["nationality", "England", "GB"],
    ["nationality", "Holland", "NL"],
    ["nationality", "Macau", "MO"],
    ["nationality", "KSA", "SA"],
    ["nationality", "U.A.E.", "AE"],
    ["nationality", "U.S.A.", "US"],
    ["nationality", "NA", "NA"],
    ["approvedOn", "2020-10-07T00:00:00", "2020-10-07"],
    ["approvedOn", "2020-10-07 00:00", "2020-10-07"],
    ["approvedOn", "2020-10-07T00:00:00.000Z", "2020-10-07"],
    ["approvedOn", "Saturday, 7 October 2020", "2020-10-07"],
    ["approvedOn", "Sat. October 7, 2020", "2020-10-07"],
    ["approvedOn", "ہفتہ 7 اکتوبر 2020", "2020-10-07"],
    ["location", "N 24.82, E 67.35", { lat: 24.82, lon: 67.35 }],
    ["location", "N24°49'12\" E67°21'0\"", { lat: 24.82, lon: 67.35 }],
    ["location", "24.82; 67.35", { lat: 24.82, lon: 67.35 }],
    ["location", "24.82 N, 67.35 E", { lat: 24.82, lon: 67.35 }],
    ["location", "67.35E 24.82N", { lat: 24.82, lon: 67.35 }],
    ["location", "24°49'12\"N 67°21'0\"E", { lat: 24.82, lon: 67.35 }],
  ] as const)("%s: %s", (field, text, value) => {
    expect(read(field, text)).toEqual({ value, shownBack: { code: "read" }, money: null });
  });

  test.each([
    ["targetOperational", "Decembr 2027", "2027-12"],
    ["status", "Partialy operational", "partially-operational"],
    ["involvement", "tecnology:CN, lender:US", ["technology:CN", "lender:US"]],
  ] as const)("%s: one letter of %s is repaired", (field, text, value) => {
    expect(read(field, text)).toEqual({ value, shownBack: { code: "repaired" }, money: null });
  });

  test.each([
    ["areaAcres", "100 hectares", 247.105, 100],
    ["areaAcres", "800 kanals", 100, 800],
    ["areaAcres", "2 km²", 494.211, 2],
    ["powerEnergisedMw", "500 kW", 0.5, 500],
  ] as const)("%s: %s is converted", (field, text, value, amount) => {
    expect(read(field, text)).toMatchObject({ value, shownBack: { code: "converted", amount } });
  });

  test("a sum in rupees becomes dollars at its rate and is kept", () => {
    expect(read("investmentUsdM", "Rs 3.5 bn at 278")).toEqual({
      value: 12.6,
      shownBack: { code: "exchanged", money: { amount: 3.5e9, currency: "PKR" }, perUsd: 278 },
      money: { amount: 3.5e9, currency: "PKR" },
    });
    expect(read("investmentUsdM", "RMB 200 million @ 7.1 per US dollar")).toMatchObject({
      value: 28.2,
      money: { amount: 2e8, currency: "CNY" },
    });
    expect(read("investmentUsdM", "Rs.50 crore at 278")).toMatchObject({ value: 1.8 });
    expect(read("investmentUsdM", "Rs 3.5 bn at Rs 278")).toMatchObject({ value: 12.6 });
    expect(read("investmentUsdM", "Rs 3.5 bn at Rs. 278 per dollar")).toMatchObject({
      value: 12.6,
    });
  });
});

describe("what could mean two things is refused with a suggestion", () => {
  test.each([
    ["areaAcres", "0,125", "separator", "0.125"],
    ["areaAcres", "24.8,", "separator", "24.8"],
    ["areaAcres", "1,5", "separator", "1.5"],
    ["areaAcres", "1.250,5", "separator", "1250.5"],
    ["areaAcres", "007", "separator", "7"],
    ["jobs", "0x10", "number", "16"],
    ["jobs", "1e3", "number", "1000"],
    ["jobs", "two firms", "number", "2 jobs"],
    ["jobs", "many", "number", null],
    ["areaAcres", "approx. 1,000", "approximate", "1,000"],
    ["areaAcres", "about 1,000 acres", "approximate", "1,000 acres"],
    ["jobs", "500+", "approximate", "500"],
    ["jobs", "5-10", "range", null],
    ["jobs", "5 to 10", "range", null],
    ["areaAcres", "N/A", "no-value", null],
    ["areaAcres", "-", "no-value", null],
    ["plotsBuiltPct", "N/A", "no-value", "not-applicable"],
    ["electricity", "n/a", "no-value", "not-applicable"],
    ["status", "–", "no-value", null],
    ["sectors", "steel, n/a", "no-value", null],
    ["name", "", "empty", null],
    ["powerEnergisedMw", "60 acres", "unit", null],
    ["powerEnergisedMw", "60 MWW", "unit", "60 mw"],
    ["powerEnergisedMw", "60 MVA", "unit", "60 mw"],
    ["jobs", "0.5 m", "scale", "0.5 million"],
    ["jobs", "1.5", "rule", null],
    ["plotsBuiltPct", "101", "rule", null],
    ["areaAcres", "0.12345678901234567890", "digits", null],
    ["investmentUsdM", "40 million", "currency", "US$ 40 million"],
    ["investmentUsdM", "$40", "scale", "USD 40 million"],
    ["investmentUsdM", "Rs 3.5 bn", "rate", null],
    ["investmentUsdM", "about $40 million", "approximate", "$40 million"],
    ["approvedOn", "Q3 2021", "quarter", "2021-09"],
    ["approvedOn", "third quarter of 2021", "quarter", "2021-09"],
    ["approvedOn", "end of 2021", "part-of-year", "2021-12"],
    ["approvedOn", "mid-2021", "part-of-year", "2021-06"],
    ["approvedOn", "2020-21", "fiscal-year", "2021-06"],
    ["approvedOn", "FY2021", "fiscal-year", "2021-06"],
    ["approvedOn", "07/10/2020", "day-or-month", "2020-10-07"],
    ["approvedOn", "7-Oct-20", "short-year", "2020-10-07"],
    ["approvedOn", "June 2023-24", "fiscal-year", "2024-06"],
    ["approvedOn", "Dec 2026/27", "fiscal-year", "2026-12"],
    ["approvedOn", "June 2023-25", "date", null],
    ["approvedOn", "July 2023-2024", "fiscal-year", "2023-07"],
    ["approvedOn", "during 2023–24", "fiscal-year", "2024-06"],
    ["approvedOn", "2020-10-06T19:00:00Z", "date", null],
    ["approvedOn", "44111", "serial-date", "2020-10-07"],
    ["approvedOn", "2020-13", "date", null],
    ["approvedOn", "1999", "rule", null],
    ["status", "operatonl", "word", "Operational"],
    ["status", "oper", null, null],
    ["status", "ready", "word", null],
    ["electricity", "p", "word", null],
    ["location", "67.35, 24.82", "swapped-place", "24.82, 67.35"],
    ["location", "24,82 67,35", "separator", "24.82, 67.35"],
    ["location", "24.82, 67.35,", "place", "24.82, 67.35"],
    ["location", "67", "place", null],
    ["location", "24°75'N 67°90'E", "place", null],
    ["location", "24°30'60\"N 67°E", "place", null],
    ["location", "24.5°30'N 67°E", "place", null],
    ["location", "24°30.5'30\"N 67°E", "place", null],
    ["nationality", "Sino", "country", null],
    ["nationality", "XYZ", "country", null],
    ["nationality", "Pakstian", "country", "Pakistan"],
    ["nationality", "Grmanny", "country", "Germany"],
    ["nationality", "na", "no-value", null],
    ["investmentUsdM", "Rs 3.5 bn at US$ 278", "rate", null],
    ["investmentUsdM", "Rs 3.5 bn at 0.0036 USD", "rate", null],
    ["location", "51.5, 0.1", "rule", null],
    ["dependenceMarket", "5", "word", null],
    ["preExistingEstate", "maybe", "word", null],
  ] as const)("%s: %s", (field, text, code, suggestion) => {
    const reading = read(field, text);
    if (code === null) return expect(isUnderstood(reading)).toBe(true);
    expect(reading).toMatchObject({ issue: { code }, suggestion });
  });

  test("two words of a vocabulary that fit are both named", () => {
    expect(read("electricity", "pla")).toMatchObject({ value: "planned" });
    expect(read("legalStatus", "app")).toMatchObject({
      issue: { code: "ambiguous", allowed: ["Applied", "Approved"] },
    });
  });
});

test("every value of the data set is read back from its text", async () => {
  const { claims } = await seedFacts();
  for (const { field, value } of claims) {
    if (value === null) continue;
    expect(
      readTypedValue(fieldSpec(field), formatTyped(value)),
      `${field}: ${value}`,
    ).toMatchObject({
      value,
      shownBack: null,
    });
  }
});

/** A value as somebody types it. */
function formatTyped(value: Exclude<FieldValue, null>): string {
  if (Array.isArray(value)) return value.join(", ");
  if (typeof value === "object" && "lat" in value) return `${value.lat}, ${value.lon}`;
  return String(value);
}
