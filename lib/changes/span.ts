import type { Moment } from "../evidence/resolve";
import { invalid, type ParamIssue, type ReadResult } from "../query/param-issues";
import { addDays, type Day, isDay, lastDay } from "../time/day";
import type { Span } from "./change";

/** One end of a comparison: a day, or a version. */
export type SpanEnd = { readonly day: Day } | { readonly version: number };

/** What is to be compared, as asked; null: by default. */
export interface SpanRequest {
  readonly from: SpanEnd | null;
  readonly to: SpanEnd | null;
  /** In place of both ends. */
  readonly quarter: Quarter | null;
}

/** A quarter of a year: the last day before it, and its own last day. */
export interface Quarter {
  /** As `2025-Q4`. */
  readonly name: string;
  readonly before: Day;
  readonly last: Day;
}

/** The parameters that say what is to be compared. */
export const SPAN_PARAMS = ["from", "to", "quarter"] as const;

const END_FORMS = ["2025-11-24", "r12"];
const VERSION = /^r(\d{1,9})$/;
const QUARTER = /^(\d{4})-Q([1-4])$/;

/** Reads one end of a comparison: a day, or a version. */
export function readSpanEnd(got: string): ReadResult<SpanEnd> {
  const version = VERSION.exec(got)?.[1];
  if (version !== undefined) return { value: { version: Number(version) } };
  if (isDay(got)) return { value: { day: got } };
  return invalid("Give a day as 2025-11-24, or a version as r12.", END_FORMS);
}

/** Reads a quarter. */
export function readQuarter(got: string): ReadResult<Quarter> {
  const [, year, number] = QUARTER.exec(got) ?? [];
  if (year === undefined || number === undefined) {
    return invalid("Give a quarter as 2025-Q4.", ["2025-Q4"]);
  }
  return { value: getQuarter(Number(year), Number(number)) };
}

/** The quarter in which a day lies. */
export function getQuarterOn(day: Day): Quarter {
  return getQuarter(Number(day.slice(0, 4)), Math.ceil(Number(day.slice(5, 7)) / 3));
}

/** The quarter before another. */
export function getQuarterBefore({ before }: Quarter): Quarter {
  return getQuarterOn(before);
}

function getQuarter(year: number, number: number): Quarter {
  const month = (count: number) => String(count).padStart(2, "0");
  const years = String(year).padStart(4, "0");
  return {
    name: `${years}-Q${number}`,
    before: addDays(`${years}-${month(number * 3 - 2)}-01`, -1),
    last: lastDay(`${years}-${month(number * 3)}`),
  };
}

/**
 * The two moments that a request compares, or what is wrong with it. Days are compared with all
 * that is known at `latest`, versions on its day; nothing after it can be asked for. By default,
 * its day with the same day a year before; of one day, the year up to it; of one version, what it
 * or what came after it changed.
 * @param latest the last moment that counts
 */
export function resolveSpan(
  request: SpanRequest,
  latest: Moment,
): { readonly span: Span } | { readonly problem: ParamIssue } {
  const { from, to } = request.quarter
    ? {
        from: { day: request.quarter.before },
        to: { day: minDay(request.quarter.last, latest.asOf) },
      }
    : request;
  if (request.quarter && (request.from || request.to)) {
    return problem(
      "quarter",
      request.quarter.name,
      "A quarter says both days: leave from and to out.",
    );
  }
  if (request.quarter && request.quarter.before >= latest.asOf) {
    return problem("quarter", request.quarter.name, "The quarter has not begun.", [
      `up to ${getQuarterOn(latest.asOf).name}`,
    ]);
  }
  if ((from && "version" in from) || (to && "version" in to)) {
    if ((from && "day" in from) || (to && "day" in to)) {
      return problem(
        "to",
        formatEnd(to),
        "Give two days or two versions, not one of each.",
        END_FORMS,
      );
    }
    const last = to?.version ?? latest.knownOn;
    const first = from?.version ?? Math.max(0, last - 1);
    for (const [param, version] of [
      ["to", last],
      ["from", first],
    ] as const) {
      if (version > latest.knownOn) {
        const message = `There is no such version yet; the last one is r${latest.knownOn}.`;
        return problem(param, `r${version}`, message, [`up to r${latest.knownOn}`]);
      }
    }
    if (first > last) return backwards(`r${first}`, `r${last}`);
    const at = (knownOn: number): Moment => ({ asOf: latest.asOf, knownOn });
    return { span: { from: at(first), to: at(last) } };
  }
  const last = to?.day ?? latest.asOf;
  const first = from?.day ?? getYearBefore(last);
  for (const [param, day] of [
    ["to", last],
    ["from", first],
  ] as const) {
    if (day > latest.asOf) {
      const message = `Nothing is shown after ${latest.asOf}, in Pakistan.`;
      return problem(param, day, message, [`up to ${latest.asOf}`]);
    }
  }
  if (first > last) return backwards(first, last);
  const at = (asOf: Day): Moment => ({ asOf, knownOn: latest.knownOn });
  return { span: { from: at(first), to: at(last) } };
}

/** The same day a year before; of the 29th of February, the 28th. */
export function getYearBefore(day: Day): Day {
  const year = String(Number(day.slice(0, 4)) - 1).padStart(4, "0");
  const same = `${year}${day.slice(4)}`;
  return isDay(same) ? same : `${year}-02-28`;
}

function minDay(day: Day, limit: Day): Day {
  return day < limit ? day : limit;
}

function formatEnd(end: SpanEnd | null): string {
  if (!end) return "";
  return "day" in end ? end.day : `r${end.version}`;
}

function backwards(first: string, last: string) {
  return problem("from", first, `It lies after ${last}. Swap the two.`, [`up to ${last}`]);
}

function problem(
  param: string,
  got: string,
  message: string,
  allowed: readonly string[] = [],
): { readonly problem: ParamIssue } {
  return { problem: { param, got, message, allowed, nearest: null } };
}
