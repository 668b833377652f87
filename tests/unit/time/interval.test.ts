import { describe, expect, test } from "vitest";
import { getShownDay, parseInterval } from "@/lib/time/interval";

describe("an interval", () => {
  test.each([
    ["2020-06-30", "2020-06-30", "2020-06-30"],
    ["2020-01-01/2020-12-31", "2020-01-01", "2020-12-31"],
    ["2020-01-01/..", "2020-01-01", null],
    ["2020-01-01/", "2020-01-01", null],
    ["../2020-12-31", null, "2020-12-31"],
    ["/2020-12-31", null, "2020-12-31"],
    // The evening in UTC is the next day in Pakistan.
    ["2020-06-30T18:59:59Z", "2020-06-30", "2020-06-30"],
    ["2020-06-30T19:00:00Z", "2020-07-01", "2020-07-01"],
    ["2020-06-30t23:00:00.5+05:00", "2020-06-30", "2020-06-30"],
    // As QGIS writes an open beginning and end.
    ["0000-01-01T00:00:00Z/9999-12-31T00:00:00Z", "0000-01-01", "9999-12-31"],
  ])("%s is from %s to %s", (text, from, to) => {
    expect(parseInterval(text)).toEqual({ from, to });
  });

  test.each([
    "",
    "..",
    "/",
    "../..",
    "2020",
    "2020-02-30",
    "2020-02-30T00:00:00Z",
    "2020-06-30T25:00:00Z",
    "2020-06-30T10:00:00",
    "2020-12-31/2020-01-01",
    "2020-01-01/2020-02-01/2020-03-01",
    "yesterday",
  ])("%j cannot be read", (text) => {
    expect(parseInterval(text)).toBeNull();
  });

  test.each([
    ["2020-01-01/2020-12-31", "2020-12-31"],
    ["2020-01-01/..", null],
    ["2020-01-01/2030-01-01", null],
    ["../2030-01-01", null],
    // In the future, which the registry refuses.
    ["2027-01-01/2030-01-01", "2027-01-01"],
    ["2027-01-01/..", "2027-01-01"],
  ])("%s is shown as of %s", (text, day) => {
    const interval = parseInterval(text);
    expect(interval && getShownDay(interval, "2026-11-27")).toBe(day);
  });
});
