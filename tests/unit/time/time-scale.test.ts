import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dayAt,
  monthsFrom,
  placeOf,
  quarterBars,
  stepFrom,
  tickPlaces,
  yearMarks,
} from "@/components/time/time-scale";
import { RECORD_BEGINS } from "@/lib/time/day";

const TODAY = "2026-11-24";

describe("the scale", () => {
  it("gives every day a place, and the day of every place back", () => {
    expect(placeOf(RECORD_BEGINS)).toBe(0);
    expect(placeOf("1998-05-28")).toBe(0);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6000 }), (place) => {
        expect(placeOf(dayAt(place))).toBe(place);
      }),
    );
  });

  it.each([
    ["2020-02-29", 12, "2021-02-28"],
    ["2020-03-31", -1, "2020-02-29"],
    ["2020-12-15", 1, "2021-01-15"],
    ["2012-06-01", -12, RECORD_BEGINS],
    ["2026-06-01", 12, TODAY],
  ])("goes from %s by %i months to %s", (day, months, expected) => {
    expect(monthsFrom(day, months, TODAY)).toBe(expected);
  });

  it("goes to the next day on which something changed, and at last to the ends", () => {
    const days = ["2014-05-01", "2018-01-01", "2018-03-02"];
    expect(stepFrom(days, "2018-01-01", 1, TODAY)).toBe("2018-03-02");
    expect(stepFrom(days, "2018-01-02", -1, TODAY)).toBe("2018-01-01");
    expect(stepFrom(days, "2018-03-02", 1, TODAY)).toBe(TODAY);
    expect(stepFrom(days, "2014-05-01", -1, TODAY)).toBe(RECORD_BEGINS);
  });

  it("has a tick for each day on which something changed, at that day's place", () => {
    const places = tickPlaces(["1998-05-28", RECORD_BEGINS, "2019-06-30", TODAY], TODAY);
    expect(places).toEqual([0, placeOf("2019-06-30") / placeOf(TODAY), 1]);
  });

  it("marks the years and draws the quarters within it", () => {
    expect(yearMarks(TODAY).map(({ year }) => year)).toEqual(
      Array.from({ length: 15 }, (_, i) => 2012 + i),
    );
    const bars = quarterBars([4, 0, 1, ...Array.from({ length: 57 }, () => 2)], TODAY);
    expect(bars).toHaveLength(59);
    expect(bars[0]).toMatchObject({ at: 0, height: 1 });
    expect(bars[1]?.height).toBe(0.5);
    expect(bars.every(({ at, width }) => at >= 0 && width > 0 && at + width <= 1 + 1e-9)).toBe(
      true,
    );
  });
});
