/** A calendar day in Pakistan, `YYYY-MM-DD`; sorts as text. */
export type Day = string;
/** A year, month or day: `2020`, `2020-10` or `2020-10-07`. */
export type PartialDate = string;

/** The first day of the record: the year of the Special Economic Zones Act. */
export const RECORD_BEGINS: Day = "2012-01-01";

const PAKISTAN_OFFSET_MS = 5 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;
const PARTIAL = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** The day in Pakistan (UTC+5, no summer time) of an instant. */
export function pakistanDay(instant: Date): Day {
  return new Date(instant.getTime() + PAKISTAN_OFFSET_MS).toISOString().slice(0, 10);
}

/** The first instant of a day in Pakistan. */
export function startOfDay(day: Day): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - PAKISTAN_OFFSET_MS);
}

/** Accepts a year, a month or a day that exists in the calendar. */
export function isPartialDate(text: string): text is PartialDate {
  const match = PARTIAL.exec(text);
  if (!match) return false;
  const month = Number(match[2] ?? 1);
  const day = Number(match[3] ?? 1);
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= daysInMonth(Number(match[1]), month);
}

/** Accepts `YYYY-MM-DD` for days that exist in the calendar. */
export function isDay(text: string): text is Day {
  return text.length === 10 && isPartialDate(text);
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The first day of a year, month or day. */
export function firstDay(date: PartialDate): Day {
  return date + "-01-01".slice(date.length - 4);
}

/** The last day of a year, month or day. */
export function lastDay(date: PartialDate): Day {
  if (date.length === 10) return date;
  if (date.length === 4) return `${date}-12-31`;
  const [year, month] = date.split("-").map(Number);
  return `${date}-${String(daysInMonth(year ?? 0, month ?? 1)).padStart(2, "0")}`;
}

/** A date without its day. */
export function toMonth(date: PartialDate): PartialDate {
  return date.slice(0, "2020-10".length);
}

/** Days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** The day that is a number of days later; negative numbers go back. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Calendar months from the month of `from` to the month of `to`; negative where `to` is earlier. */
export function monthsApart(from: Day, to: Day): number {
  const month = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return month(to) - month(from);
}

/** A quarter of a year, 1 to 4. */
export interface YearQuarter {
  readonly year: number;
  readonly quarter: number;
}

/** The quarter that contains a day. */
export function quarterOn(day: Day): YearQuarter {
  return { year: Number(day.slice(0, 4)), quarter: Math.ceil(Number(day.slice(5, 7)) / 3) };
}

/** The first day of a quarter. */
export function firstDayOfQuarter({ year, quarter }: YearQuarter): Day {
  const years = String(year).padStart(4, "0");
  return `${years}-${String(quarter * 3 - 2).padStart(2, "0")}-01`;
}
