import { describe, expect, it } from "vitest";
import { momentPairs, momentSearch } from "@/lib/query/moment-params";
import { readDay, readNumber, readText, readWholeNumber } from "@/lib/query/param-readers";
import { DEFAULT_QUERY, isDefaultSort, RANKING_SORT, type SortTerm } from "@/lib/query/query";

describe("the parameters of a moment", () => {
  it("are the day and the revision that are given", () => {
    expect(momentPairs({ asOf: "2020-01-01", knownOn: "r3" })).toEqual([
      ["asOf", "2020-01-01"],
      ["knownOn", "r3"],
    ]);
    expect(momentPairs({ knownOn: null, asOf: undefined })).toEqual([]);
    expect(momentPairs({ asOf: ["2020-01-01", "2021-01-01"] })).toEqual([
      ["asOf", "2020-01-01"],
      ["asOf", "2021-01-01"],
    ]);
  });

  it("are a query string, or nothing", () => {
    expect(momentSearch({ asOf: "2020-01-01", knownOn: "r3" })).toBe("?asOf=2020-01-01&knownOn=r3");
    expect(momentSearch({})).toBe("");
  });
});

describe("readWholeNumber", () => {
  it.each([
    ["1", 1],
    ["500", 500],
    ["007", 7],
  ])("reads %s", (got, value) => {
    expect(readWholeNumber(got, 1, 500)).toEqual({ value });
  });

  it.each(["0", "501", "1.5", "-1", "", "1e2", " 1", "1x", "x1"])(
    "refuses %j from 1 to 500",
    (got) => {
      expect(readWholeNumber(got, 1, 500)).toEqual({
        issue: {
          reason: { code: "whole-number", min: 1, max: 500 },
          allowed: ["1–500"],
          nearest: null,
        },
      });
    },
  );

  it("without a maximum takes up to 9 digits", () => {
    expect(readWholeNumber("999999999", 0, null)).toEqual({ value: 999_999_999 });
    expect(readWholeNumber("1000000000", 0, null)).toMatchObject({ issue: { allowed: ["0–"] } });
  });
});

it("a number or day that cannot be read gets the allowed form", () => {
  expect(readNumber("101", 0, 100)).toMatchObject({ issue: { allowed: ["0–100"] } });
  expect(readDay("today")).toMatchObject({ issue: { allowed: ["YYYY-MM-DD"] } });
  expect(readText("x".repeat(200))).toEqual({ value: "x".repeat(200) });
});

it.each<[readonly SortTerm[], boolean]>([
  [DEFAULT_QUERY.sort, true],
  [DEFAULT_QUERY.sort.map((term) => ({ ...term })), true],
  [DEFAULT_QUERY.sort.map(({ key }) => ({ key, descending: false })), false],
  [[...DEFAULT_QUERY.sort, { key: "name", descending: false }], false],
  [RANKING_SORT, false],
  [[], false],
])("the sort %j is the default: %s", (sort, expected) => {
  expect(isDefaultSort(sort)).toBe(expected);
});
