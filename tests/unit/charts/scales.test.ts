import { describe, expect, test } from "vitest";
import { percent, toPercent } from "@/components/charts/drawing";
import { bandScale, dayScale, greatest } from "@/components/charts/scales";

describe("a place in percent", () => {
  test("is proportional and stays within the whole", () => {
    expect([0, 10, 40, 50, -5].map((value) => toPercent(value, 40))).toEqual([0, 25, 100, 100, 0]);
  });

  test("of a whole of 0 is 0", () => {
    expect(toPercent(5, 0)).toBe(0);
  });

  test("is written with at most two decimals", () => {
    expect([percent(100 / 3), percent(50)]).toEqual(["33.33%", "50%"]);
  });
});

describe("the greatest amount", () => {
  test("passes over what is unknown and is at least 1", () => {
    expect(greatest([3, null, 7])).toBe(7);
    expect(greatest([null, 0])).toBe(1);
    expect(greatest([])).toBe(1);
  });
});

describe("a band scale", () => {
  test("keeps the order of its keys and shares the length equally", () => {
    const at = bandScale(["b", "a"], 0);
    expect(at("b")).toEqual({ from: 0, width: 50, middle: 25 });
    expect(at("a")).toEqual({ from: 50, width: 50, middle: 75 });
  });

  test("leaves its padding on both sides of a column", () => {
    expect(bandScale(["a", "b"], 0.4)("a")).toEqual({ from: 10, width: 30, middle: 25 });
  });

  test("has no place for another key", () => {
    expect(bandScale(["a"])("b")).toBeNull();
  });
});

describe("a scale of days", () => {
  test("runs from the first day of the first year to the end of the last", () => {
    const { at } = dayScale({ days: ["2021-03-01", "2020-06-01"] });
    expect([at("2020-01-01"), at("2022-01-01")]).toEqual([0, 100]);
  });

  test("places a day by its date, in whatever zone the machine is", () => {
    const zone = process.env.TZ;
    const places = ["Asia/Karachi", "America/Los_Angeles"].map((name) => {
      process.env.TZ = name;
      return dayScale({ days: ["2020-01-01"] }).at("2020-07-01");
    });
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(places).toEqual([49.73, 49.73]);
  });

  test("marks years from the first, no more than asked for and one", () => {
    const { ticks } = dayScale({ days: ["2010-05-05", "2026-05-05"] });
    expect(ticks.map(({ label }) => label)).toEqual([
      "2010",
      "2013",
      "2016",
      "2019",
      "2022",
      "2025",
    ]);
    expect(ticks.map(({ at }) => at)).toEqual([...ticks].map(({ at }) => at).sort((a, b) => a - b));
  });

  test("leaves room for a mark on the last day", () => {
    const { at } = dayScale({ days: ["2020-01-01"], margin: 0.25 });
    expect(at("2021-01-01")).toBe(80);
  });

  test("without a day is an error", () => {
    expect(() => dayScale({ days: [] })).toThrow("no day");
  });
});
