import { describe, expect, it } from "vitest";
import { AGE_LABELS, AGES, ageInWords, ageOf, isStale } from "@/lib/registry/age";

const TODAY = "2026-11-24";

describe("age in words", () => {
  it.each([
    ["2026-11-24", "today"],
    ["2026-11-23", "1 day"],
    ["2026-11-11", "13 days"],
    ["2026-11-10", "2 weeks"],
    ["2026-10-26", "4 weeks"],
    ["2026-09-25", "8 weeks"],
    ["2026-09-24", "2 months"],
    ["2025-11-25", "11 months"],
    ["2025-11-24", "1 year"],
    ["2024-11-25", "1 year"],
    ["2024-11-24", "2 years"],
    ["2012-01-01", "14 years"],
  ])("of a value since %s: %s", (since, words) => {
    expect(ageInWords(since, TODAY)).toBe(words);
  });

  it("counts a month once its day is reached, at the ends of months too", () => {
    expect(ageInWords("2025-12-31", "2026-02-28")).toBe("8 weeks");
    expect(ageInWords("2025-12-31", "2026-03-01")).toBe("2 months");
    expect(ageInWords("2024-02-29", "2025-02-28")).toBe("11 months");
    expect(ageInWords("2024-02-29", "2025-03-01")).toBe("1 year");
  });
});

describe("age classes", () => {
  it.each([
    ["2026-11-24", "under-1"],
    ["2025-11-25", "under-1"],
    ["2025-11-24", "1-2"],
    ["2024-11-25", "1-2"],
    ["2024-11-24", "2-5"],
    ["2021-11-25", "2-5"],
    ["2021-11-24", "over-5"],
  ])("a value since %s is %s", (since, age) => {
    expect(ageOf(since, TODAY)).toBe(age);
  });

  it("have a label each", () => {
    expect(Object.keys(AGE_LABELS)).toEqual([...AGES]);
  });
});

describe("staleness", () => {
  it("begins after 730 days for ladders, indicators and quantities", () => {
    for (const field of ["status", "electricity", "enterprisesProducing", "jobs"] as const) {
      expect(isStale(field, "2024-11-24", TODAY)).toBe(false);
      expect(isStale(field, "2024-11-23", TODAY)).toBe(true);
    }
  });

  it("never comes to the other fields", () => {
    for (const field of ["areaAcres", "name", "landLease", "targetGas"] as const) {
      expect(isStale(field, "1990-01-01", TODAY)).toBe(false);
    }
  });
});
