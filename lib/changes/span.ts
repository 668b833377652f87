import type { Moment } from "../evidence/resolve";
import { invalid, type ParamIssue, type ParamReason, type ReadResult } from "../query/param-issues";
import {
  addDays,
  type Day,
  firstDayOfQuarter,
  isDay,
  lastDay,
  quarterOn,
  type YearQuarter,
} from "../time/day";
import type { Span } from "./change";

/** One end of a comparison. */
type SpanEnd = { readonly day: Day } | { readonly revision: number };

/** The comparison that a request asks for; null: the default. */
export interface SpanRequest {
  readonly from: SpanEnd | null;
  readonly to: SpanEnd | null;
  /** Instead of both ends. */
  readonly quarter: Quarter | null;
}

/** A quarter of a year. */
export interface Quarter {
  /** Such as `2025-Q4`. */
  readonly name: string;
  /** The last day before the quarter. */
  readonly before: Day;
  /** Its last day. */
  readonly last: Day;
}

/** The parameters of a comparison. */
export const SPAN_PARAMS = ["from", "to", "quarter"] as const;

const END_FORMS = ["2025-11-24", "r12"];
const REVISION = /^r(\d{1,9})$/;
const QUARTER = /^(\d{4})-Q([1-4])$/;

/** Reads one end of a comparison: a day or a revision such as `r12`. */
export function readSpanEnd(got: string): ReadResult<SpanEnd> {
  const revision = REVISION.exec(got)?.[1];
  if (revision !== undefined) return { value: { revision: Number(revision) } };
  if (isDay(got)) return { value: { day: got } };
  return invalid({ code: "end-format" }, END_FORMS);
}

/** Reads a quarter such as `2025-Q4`. */
export function readQuarter(got: string): ReadResult<Quarter> {
  const [, year, number] = QUARTER.exec(got) ?? [];
  if (year === undefined || number === undefined) {
    return invalid({ code: "quarter-format" }, ["2025-Q4"]);
  }
  return { value: getQuarter({ year: Number(year), quarter: Number(number) }) };
}

/** The quarter that contains a day. */
export function getQuarterOn(day: Day): Quarter {
  return getQuarter(quarterOn(day));
}

/** The quarter of a day and those before it, the newest first. */
export function listLastQuarters(day: Day, count: number): Quarter[] {
  const quarters: Quarter[] = [];
  for (let on = day; quarters.length < count; ) {
    const quarter = getQuarterOn(on);
    quarters.push(quarter);
    on = quarter.before;
  }
  return quarters;
}

function getQuarter({ year, quarter }: YearQuarter): Quarter {
  const first = firstDayOfQuarter({ year, quarter });
  const years = first.slice(0, 4);
  return {
    name: `${years}-Q${quarter}`,
    before: addDays(first, -1),
    last: lastDay(`${years}-${String(quarter * 3).padStart(2, "0")}`),
  };
}

/**
 * The two moments that a request compares, or the issue with it. Days are compared at the revision
 * of `latest`, revisions on its day; neither end can be later. The default is its day and the same
 * day one year earlier. Where one end is missing, `to` is compared with the day one year earlier or
 * with the revision before it, and `from` with `latest`.
 * @param latest the last moment that can be compared
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
    return problem("quarter", request.quarter.name, { code: "quarter-and-ends" });
  }
  if (request.quarter && request.quarter.before >= latest.asOf) {
    return problem("quarter", request.quarter.name, {
      code: "quarter-not-begun",
      last: getQuarterOn(latest.asOf).name,
    });
  }
  if ((from && "revision" in from) || (to && "revision" in to)) {
    if ((from && "day" in from) || (to && "day" in to)) {
      return problem("to", formatEnd(to), { code: "mixed-ends" }, END_FORMS);
    }
    const last = to?.revision ?? latest.revision;
    const first = from?.revision ?? Math.max(0, last - 1);
    for (const [param, revision] of [
      ["to", last],
      ["from", first],
    ] as const) {
      if (revision > latest.revision) {
        return problem(param, `r${revision}`, { code: "no-revision", last: `r${latest.revision}` });
      }
    }
    if (first > last) return backwards(`r${first}`, `r${last}`);
    const at = (revision: number): Moment => ({ asOf: latest.asOf, revision });
    return { span: { from: at(first), to: at(last) } };
  }
  const last = to?.day ?? latest.asOf;
  const first = from?.day ?? getYearBefore(last);
  for (const [param, day] of [
    ["to", last],
    ["from", first],
  ] as const) {
    if (day > latest.asOf) {
      return problem(param, day, { code: "after-shown", last: latest.asOf });
    }
  }
  if (first > last) return backwards(first, last);
  const at = (asOf: Day): Moment => ({ asOf, revision: latest.revision });
  return { span: { from: at(first), to: at(last) } };
}

/** The same day one year earlier; 28 February for 29 February. */
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
  return "day" in end ? end.day : `r${end.revision}`;
}

function backwards(first: string, last: string) {
  return problem("from", first, { code: "end-order", last });
}

function problem(
  param: string,
  got: string,
  reason: ParamReason,
  allowed: readonly string[] = [],
): { readonly problem: ParamIssue } {
  return { problem: { param, got, reason, allowed, nearest: null } };
}
