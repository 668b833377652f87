import { describe, expect, it } from "vitest";
import { fieldSpec } from "@/lib/catalogue/fields";
import { differs, distanceKm } from "@/lib/evidence/value-equality";

const area = fieldSpec("areaAcres");
const approvedOn = fieldSpec("approvedOn");
const sectors = fieldSpec("sectors");
const developer = fieldSpec("developer");
const location = fieldSpec("location");

describe("numbers differ by more than 5 % of the larger magnitude", () => {
  it.each([
    [100, 95, false],
    [100, 94.9, true],
    [2800, 3217, true],
    [3217, 3278, false],
    [0, 0, false],
    [0, 1, true],
    [0, 0.001, true],
    [-100, -95, false],
    [-100, 100, true],
  ])("%d and %d differ: %s", (a, b, expected) => {
    expect(differs(area, a, b)).toBe(expected);
    expect(differs(area, b, a)).toBe(expected);
  });

  it("a number differs from not-applicable", () => {
    expect(differs(fieldSpec("plotsBuiltPct"), 0, "not-applicable")).toBe(true);
    expect(differs(fieldSpec("plotsBuiltPct"), "not-applicable", "not-applicable")).toBe(false);
  });
});

describe("partial dates differ where neither contains the other", () => {
  it.each([
    ["2020", "2020-08-13", false],
    ["2020-08", "2020-08-13", false],
    ["2020-08-13", "2020-08-13", false],
    ["2020-08", "2020-09", true],
    ["2020-08", "2020-09-01", true],
    ["2020", "2021", true],
    ["2020-08-13", "2020-08-14", true],
  ])("%s and %s differ: %s", (a, b, expected) => {
    expect(differs(approvedOn, a, b)).toBe(expected);
    expect(differs(approvedOn, b, a)).toBe(expected);
  });
});

describe("lists differ as sets", () => {
  it("order, case, spaces and repeats do not matter", () => {
    expect(
      differs(sectors, ["textiles", "Food  processing"], ["food processing", "Textiles"]),
    ).toBe(false);
    expect(differs(sectors, ["textiles", "textiles"], ["textiles"])).toBe(false);
    expect(differs(sectors, ["textiles"], ["textiles", "paper"])).toBe(true);
    expect(differs(sectors, ["textiles", "steel"], ["textiles", "paper"])).toBe(true);
  });
});

describe("text differs ignoring case and spaces", () => {
  it("a text differs from its own beginning", () => {
    expect(differs(developer, " Sindh  SEZ\nCompany", "sindh sez company")).toBe(false);
    expect(differs(developer, "Sindh SEZ", "Sindh SEZ Company")).toBe(true);
  });

  it("different choices and flags differ", () => {
    expect(differs(fieldSpec("zoneType"), "multi-enterprise", "sole-enterprise")).toBe(true);
    expect(differs(fieldSpec("preExistingEstate"), true, false)).toBe(true);
    expect(differs(fieldSpec("preExistingEstate"), true, true)).toBe(false);
  });
});

describe("places differ by more than 5 km", () => {
  // One degree of a meridian is 111.19 km on a sphere of 6,371 km.
  it("4 km apart is the same place, 6 km is not", () => {
    expect(differs(location, { lon: 73, lat: 31 }, { lon: 73, lat: 31.0449 })).toBe(false);
    expect(differs(location, { lon: 73, lat: 31 }, { lon: 73, lat: 31.045 })).toBe(true);
  });

  it("distance is measured along the great circle", () => {
    expect(distanceKm({ lon: 73, lat: 31 }, { lon: 73, lat: 32 })).toBeCloseTo(111.19, 2);
    // Karachi to Islamabad, some 1,140 km.
    expect(distanceKm({ lon: 67.01, lat: 24.86 }, { lon: 73.05, lat: 33.69 })).toBeCloseTo(
      1141,
      -1,
    );
    expect(distanceKm({ lon: 180, lat: 0 }, { lon: -180, lat: 0 })).toBeCloseTo(0, 6);
  });
});

it("unknown never differs", () => {
  for (const [spec, value] of [
    [area, 100],
    [approvedOn, "2020"],
    [sectors, ["textiles"]],
    [developer, "A company"],
    [location, { lon: 73, lat: 31 }],
  ] as const) {
    expect(differs(spec, null, value)).toBe(false);
    expect(differs(spec, value, null)).toBe(false);
  }
  expect(differs(area, null, null)).toBe(false);
});
