import { describe, expect, it } from "vitest";
import { getAge, getJudgedOn, isStale } from "@/lib/evidence/age";

const TODAY = "2026-11-24";

describe("getAge", () => {
  it.each([
    ["2026-11-24", "under-1"],
    ["2025-11-25", "under-1"],
    ["2025-11-24", "1-2"],
    ["2024-11-25", "1-2"],
    ["2024-11-24", "2-5"],
    ["2021-11-25", "2-5"],
    ["2021-11-24", "over-5"],
  ])("a value since %s has the age class %s", (since, age) => {
    expect(getAge(since, TODAY)).toBe(age);
  });

  it("a year is complete on the same day of the next year, after a leap day on 1 March", () => {
    expect(getAge("2024-02-29", "2025-02-28")).toBe("under-1");
    expect(getAge("2024-02-29", "2025-03-01")).toBe("1-2");
  });
});

describe("isStale", () => {
  it("status, indicators and quantities are stale after 730 days", () => {
    for (const field of ["status", "electricity", "enterprisesProducing", "jobs"] as const) {
      expect(isStale(field, "2024-11-24", TODAY)).toBe(false);
      expect(isStale(field, "2024-11-23", TODAY)).toBe(true);
    }
  });

  it("other fields are never stale", () => {
    for (const field of ["areaAcres", "name", "landLease", "targetGas"] as const) {
      expect(isStale(field, "1990-01-01", TODAY)).toBe(false);
    }
  });
});

it.each([
  [null, TODAY],
  ["2025-03-01", "2025-03-01"],
  ["2025-02", "2025-02-28"],
  ["2026", TODAY],
  [TODAY, TODAY],
])("the age of values is judged, after a last search on %s, on %s", (lastSearchedOn, day) => {
  expect(getJudgedOn({ lastSearchedOn }, TODAY)).toBe(day);
});
