import { MONTH_NAMES, WEEKDAY_NAMES } from "../catalogue/typed-words";
import { editDistance } from "../query/edit-distance";
import { addDays, isPartialDate, type PartialDate } from "../time/day";
import { isUnderstood, type Reading, type Refusal, refuse, repaired, understood } from "./reading";
import { foldWords, type PlainTyped } from "./typed-text";

const two = (number: number) => String(number).padStart(2, "0");
const LAST_MONTH_OF_FISCAL_YEAR = "06";

/**
 * Reads a year, month or day in the forms that articles use: "Dec 2027", "Wednesday, 7 October 2020", "October 7, 2020".
 * Quarters, fiscal years, two-digit years and days that could be months are refused with a suggestion.
 */
export function readDate({ text, translated }: PlainTyped): Reading<PartialDate> {
  if (/^\d{4}(?:-\d{2}){0,2}$/.test(text) && isPartialDate(text)) {
    return understood(text, translated);
  }
  const day = MIDNIGHT.exec(text)?.[1];
  if (day !== undefined && isPartialDate(day)) return understood(day, true);
  const bare = dropWeekday(text);
  return refusePeriod(bare) ?? readNumbers(bare) ?? readNamedMonth(bare) ?? refuse("date");
}

/** A day as programs write it, with a time that has no zone, or with midnight in UTC, which is the same day in Pakistan. */
const MIDNIGHT =
  /^(\d{4}-\d{2}-\d{2})[T ](?:\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?|00:00(?::00(?:\.0+)?)?Z)$/i;

/** A date without the name of the day of the week before it. */
function dropWeekday(text: string): string {
  const [, first = "", rest = ""] = /^([\p{L}\p{M}]+)[.,]{0,2} (.+)$/u.exec(text) ?? [];
  const word = foldWords(first);
  const isWeekday =
    word.length >= 3 && WEEKDAY_NAMES.some((name) => foldWords(name).startsWith(word));
  return isWeekday ? rest : text;
}

/** A fiscal year inside a text, not the beginning of a whole date: "June 2023-24". */
const FISCAL_INSIDE = /(?<![\d/-])(\d{4})\s*[-/–]\s*(\d{2}|\d{4})(?!\d|\s*[-/.]\s*\d)/;
const FIRST_MONTH_OF_FISCAL_YEAR = 7;

/** Periods that are neither a day, a month nor a year of the calendar. */
function refusePeriod(text: string): Refusal | null {
  const lower = text.toLowerCase();
  const year = /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(lower)?.[0];
  const fiscal = FISCAL_INSIDE.exec(lower);
  if (fiscal) {
    const [, from = "", to = ""] = fiscal;
    const next = Number(from) + 1;
    if (Number(to) === next || Number(to) === next % 100) {
      const month = foldWords(lower)
        .split(" ")
        .map((word) => findMonth(word) ?? repairMonth(word))
        .find((found) => found !== null);
      const isFirst = month !== undefined && month >= FIRST_MONTH_OF_FISCAL_YEAR;
      return refuse(
        "fiscal-year",
        `${isFirst ? from : next}-${month === undefined ? LAST_MONTH_OF_FISCAL_YEAR : two(month)}`,
      );
    }
  }
  if (year === undefined) return null;
  if (/^(?:fy|fiscal year|financial year)/.test(lower)) {
    return refuse("fiscal-year", `${year}-${LAST_MONTH_OF_FISCAL_YEAR}`);
  }
  const quarter =
    /\bq([1-4])\b/.exec(lower)?.[1] ??
    /\b(first|second|third|fourth|last|1st|2nd|3rd|4th) quarter\b/.exec(lower)?.[1];
  if (quarter !== undefined) {
    const number = QUARTERS[quarter] ?? Number(quarter);
    return refuse("quarter", `${year}-${two(number * 3)}`);
  }
  if (/\b(?:h1|first half|mid|middle)\b/.test(lower)) return refuse("part-of-year", `${year}-06`);
  if (/\b(?:h2|second half|end|late|year-end)\b/.test(lower)) {
    return refuse("part-of-year", `${year}-12`);
  }
  return /\b(?:early|beginning|start|spring|summer|autumn|winter)\b/.test(lower)
    ? refuse("part-of-year", year)
    : null;
}

const QUARTERS: Readonly<Record<string, number>> = {
  first: 1,
  "1st": 1,
  second: 2,
  "2nd": 2,
  third: 3,
  "3rd": 3,
  fourth: 4,
  "4th": 4,
  last: 4,
};

/** Days since 1899-12-30, as spreadsheets count them: from 1954 to 2119. */
const SERIAL = /^[2-7]\d{4}$/;

/** Dates of numbers alone: "12/2027", "2020/10/07", "07.10.2020". */
function readNumbers(text: string): Reading<PartialDate> | null {
  if (SERIAL.test(text)) return refuse("serial-date", addDays("1899-12-30", Number(text)));
  const numbers = text.split(/\s*[-/.]\s*|\s+/);
  if (!numbers.every((part) => /^\d{1,4}$/.test(part))) return null;
  const [a = "", b = "", c] = numbers;
  if (numbers.length === 2) {
    if (a.length === 4) return readParts(a, b);
    return b.length === 4 ? readParts(b, a) : null;
  }
  if (numbers.length !== 3 || c === undefined) return null;
  if (a.length === 4) return readParts(a, b, c);
  if (c.length === 2 && a.length <= 2) {
    const suggestion = toPartial(centuryOf(c), b, a) ?? toPartial(centuryOf(c), a, b);
    return refuse("short-year", suggestion);
  }
  const [dayFirst, monthFirst] = [toPartial(c, b, a), toPartial(c, a, b)];
  if (dayFirst !== null && monthFirst !== null && dayFirst !== monthFirst) {
    return refuse("day-or-month", dayFirst);
  }
  const date = dayFirst ?? monthFirst;
  return date === null ? refuse("date") : understood(date, true);
}

function readParts(year: string, month: string, day?: string): Reading<PartialDate> {
  const date = toPartial(year, month, day);
  return date === null ? refuse("date") : understood(date, true);
}

/** A date of its parts; null where it is not in the calendar. */
function toPartial(year: string, month: string, day?: string): PartialDate | null {
  if (year.length !== 4) return null;
  const parts = [year, two(Number(month)), ...(day === undefined ? [] : [two(Number(day))])];
  const date = parts.join("-");
  return isPartialDate(date) ? date : null;
}

/** Two-digit years are of this century; only a suggestion. */
function centuryOf(year: string): string {
  return `20${year}`;
}

const SPAN_OF_YEARS = /(?<!\d)\d{4}\s*[-/–]\s*\d{2}(?!\d)/;

/** Dates with the name of a month, in any order: "7th Oct 2020", "October 7, 2020", "Dec. 2027". */
function readNamedMonth(text: string): Reading<PartialDate> | null {
  const words = foldWords(text)
    .replace(/(\d)(?:st|nd|rd|th)\b/g, "$1")
    .replace(/(\d)(?=\p{L})|(?<=\p{L})(?=\d)/gu, "$1 ")
    .split(" ")
    .filter((word) => word !== "of" && word !== "the");
  const names = words.filter((word) => !/^\d+$/.test(word));
  const numbers = words.filter((word) => /^\d+$/.test(word));
  const [name] = names;
  if (name === undefined || names.length !== 1 || numbers.length > 2) return null;
  const known = findMonth(name);
  const month = known ?? repairMonth(name);
  if (month === null) return null;
  const year = numbers.find((number) => number.length === 4);
  const others = numbers.filter((number) => number !== year);
  // "June 2023-25" is a span of years, and no day of June.
  if (SPAN_OF_YEARS.test(text)) return null;
  if (year !== undefined) {
    const read = readParts(year, String(month), others[0]);
    return known === null && isUnderstood(read) ? repaired(read.value) : read;
  }
  const short = numbers.at(-1);
  if (short?.length !== 2) return null;
  const day = numbers.length === 2 ? numbers[0] : undefined;
  return refuse("short-year", toPartial(centuryOf(short), String(month), day));
}

/** The month of a name or its first 3 letters or more; null: none, or two fit. */
function findMonth(name: string): number | null {
  if (name === "sept") return 9;
  return (
    findOneMonth((month) => month === name) ??
    (name.length < 3 ? null : findOneMonth((month) => month.startsWith(name)))
  );
}

/** The month of a name with one misspelled letter; null: none, or two fit. */
function repairMonth(name: string): number | null {
  return name.length < 4 ? null : findOneMonth((month) => editDistance(name, month, 1) <= 1);
}

function findOneMonth(fits: (month: string) => boolean): number | null {
  const found = MONTH_NAMES.flatMap((names, i) =>
    names.some((month) => fits(foldWords(month))) ? [i + 1] : [],
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}
