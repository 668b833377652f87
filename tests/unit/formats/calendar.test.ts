import ICAL from "ical.js";
import { expect, test } from "vitest";
import { type Calendar, type CalendarEntry, calendarChunks } from "@/lib/formats/calendar";

const ENTRY: CalendarEntry = {
  id: "a-zone/targetGas@cpec-sez-tracker",
  sequence: 2,
  day: "2027-12-31",
  changedAt: "2026-11-24T06:00:00.000Z",
  title: "Ä, b; c: gas (target: 2027) and a title that is longer than a line of a calendar may be",
  description: "On 24 Nov 2026: open.\nSource: X, Y",
  address: "https://sez.example.org/zones/a-zone#ledger-gas",
  category: "Gas",
};
const CALENDAR = {
  title: "Targets",
  description: "Dates, announced",
  address: "https://sez.example.org/changes",
  entries: [ENTRY],
};

const write = (calendar: Calendar) => [...calendarChunks(calendar)].join("");

/** The entries as a calendar program reads them. */
function read(text: string) {
  return new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents("vevent")
    .map((one) => ({ component: one, event: new ICAL.Event(one) }));
}

test("an entry is a whole day with its words, whatever they contain", () => {
  const [entry] = read(write(CALENDAR));
  expect(entry?.event).toMatchObject({
    uid: ENTRY.id,
    summary: ENTRY.title,
    description: ENTRY.description,
    sequence: 2,
  });
  expect(entry?.event.startDate).toMatchObject({ isDate: true, year: 2027, month: 12, day: 31 });
  expect(entry?.component.getFirstPropertyValue("url")).toBe(ENTRY.address);
  expect(entry?.component.getFirstPropertyValue("transp")).toBe("TRANSPARENT");
});

test("lines end and fold as RFC 5545 asks", () => {
  const text = write(CALENDAR);
  expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
  const lines = text.split("\r\n");
  expect(lines.some((line) => line.includes("\n"))).toBe(false);
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
});

test("the same calendar has the same bytes, in any time zone", () => {
  const zone = process.env.TZ;
  try {
    const texts = ["UTC", "Asia/Karachi", "America/New_York"].map((name) => {
      process.env.TZ = name;
      return write(CALENDAR);
    });
    expect(new Set(texts).size).toBe(1);
  } finally {
    process.env.TZ = zone;
  }
});

test("a calendar without entries is still a calendar", () => {
  expect(read(write({ ...CALENDAR, entries: [] }))).toEqual([]);
});
