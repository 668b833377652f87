import { describe, expect, it } from "vitest";
import {
  addDays,
  daysBetween,
  firstDay,
  firstDayOfQuarter,
  isDay,
  isPartialDate,
  lastDay,
  monthsApart,
  pakistanDay,
  quarterOn,
  startOfDay,
} from "@/lib/time/day";

describe("pakistanDay and startOfDay", () => {
  it("a day in Pakistan starts at 19:00 UTC of the day before", () => {
    expect(pakistanDay(new Date("2026-11-23T18:59:59.999Z"))).toBe("2026-11-23");
    expect(pakistanDay(new Date("2026-11-23T19:00:00.000Z"))).toBe("2026-11-24");
    expect(pakistanDay(new Date("2026-11-24T18:59:59.999Z"))).toBe("2026-11-24");
  });

  it("the year changes 5 hours earlier than in UTC", () => {
    expect(pakistanDay(new Date("2026-12-31T19:00:00Z"))).toBe("2027-01-01");
  });

  it("there is no daylight saving time", () => {
    expect(pakistanDay(new Date("2026-07-01T18:59:59Z"))).toBe("2026-07-01");
    expect(pakistanDay(new Date("2026-07-01T19:00:00Z"))).toBe("2026-07-02");
  });

  it("startOfDay is the first instant with that day", () => {
    expect(startOfDay("2026-11-24").toISOString()).toBe("2026-11-23T19:00:00.000Z");
    expect(pakistanDay(startOfDay("2026-11-24"))).toBe("2026-11-24");
  });
});

describe("isPartialDate, firstDay and lastDay", () => {
  it.each(["2020", "2020-10", "2020-12", "2020-10-07", "2024-02-29", "2000-02-29"])(
    "%s is a partial date",
    (text) => {
      expect(isPartialDate(text)).toBe(true);
    },
  );

  it.each([
    "",
    "20",
    "2020-",
    "2020-1",
    "2020-13",
    "2020-00",
    "2020-10-00",
    "2020-10-32",
    "2023-02-29",
    "1900-02-29",
    "2020-04-31",
    "x2020-10-07",
    "2020-10-07T00:00",
    " 2020",
    "2020/10",
  ])("%j is not a partial date", (text) => {
    expect(isPartialDate(text)).toBe(false);
  });

  it("only a complete date is a day", () => {
    expect(isDay("2020-10-07")).toBe(true);
    expect(isDay("2020-10")).toBe(false);
    expect(isDay("2023-02-29")).toBe(false);
  });

  it("a partial date has a first and a last day", () => {
    expect(["2020", "2020-10", "2020-10-07"].map(firstDay)).toEqual([
      "2020-01-01",
      "2020-10-01",
      "2020-10-07",
    ]);
    expect(["2020", "2020-02", "2021-02", "2020-11", "2020-12", "2020-10-07"].map(lastDay)).toEqual(
      ["2020-12-31", "2020-02-29", "2021-02-28", "2020-11-30", "2020-12-31", "2020-10-07"],
    );
  });
});

describe("daysBetween", () => {
  it("days are counted over leap days and backwards", () => {
    expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
    expect(daysBetween("2023-02-28", "2023-03-01")).toBe(1);
    expect(daysBetween("2026-11-24", "2026-11-24")).toBe(0);
    expect(daysBetween("2026-11-24", "2026-11-20")).toBe(-4);
  });
});

describe("addDays and monthsApart", () => {
  it("a number of days later crosses months and leap days, and goes back", () => {
    expect(addDays("2024-02-28", 2)).toBe("2024-03-01");
    expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
    expect(addDays("2026-11-24", 0)).toBe("2026-11-24");
  });

  it("months are counted by the calendar, not by days", () => {
    expect(monthsApart("2025-12-31", "2026-01-01")).toBe(1);
    expect(monthsApart("2024-03-01", "2026-05-31")).toBe(26);
    expect(monthsApart("2026-05-31", "2024-03-01")).toBe(-26);
    expect(monthsApart("2026-05-01", "2026-05-31")).toBe(0);
  });
});

describe("quarters", () => {
  it.each([
    ["2025-01-01", 1, "2025-01-01"],
    ["2025-03-31", 1, "2025-01-01"],
    ["2025-04-01", 2, "2025-04-01"],
    ["2025-12-31", 4, "2025-10-01"],
    ["0099-07-15", 3, "0099-07-01"],
  ])("%s is in quarter %d, which starts on %s", (day, quarter, first) => {
    const at = quarterOn(day);
    expect(at).toEqual({ year: Number(day.slice(0, 4)), quarter });
    expect(firstDayOfQuarter(at)).toBe(first);
  });
});
