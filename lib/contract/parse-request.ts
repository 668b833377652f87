import { readQuarter, readSpanEnd, SPAN_PARAMS, type SpanRequest } from "../changes/span";
import type { Facts } from "../evidence/ledger-records";
import { ROW_KEYS, type RowKey } from "../evidence/row";
import { type Box, readBox } from "../query/box";
import { findNearest } from "../query/edit-distance";
import { MOMENT_PARAMS } from "../query/moment-params";
import { invalid, notAllowed, notInData, REPEATED, type ReadResult } from "../query/param-issues";
import { limitParams, MAX_UNKNOWN, shorten } from "../query/param-limits";
import { readOneOf, readWholeNumber } from "../query/param-readers";
import { type ParseContext, parseQuery } from "../query/parse-query";
import type { Query } from "../query/query";
import type { Text } from "../text/text";
import { type Day, pakistanDay } from "../time/day";
import { type DayInterval, getShownDay, parseInterval } from "../time/interval";
import { type ApiIssue, toApiIssue } from "./problems";
import { findRemovedParam, removedHtml } from "./removed";

/** Rows in one answer unless the request names another number. */
export const DEFAULT_LIMIT = 100;
/** Most rows in one answer. */
export const MAX_LIMIT = 1000;

/** Values of `f`, which OGC API – Features names the form of an answer by. */
export const ANSWER_FORMS = ["json"] as const;

/** The parameters of an endpoint. */
export interface AcceptedParams {
  /** Parameters of a query (see `parseQuery`) that have a meaning here. */
  readonly query: readonly string[];
  /** `limit` and `offset`. */
  readonly paging: boolean;
  /** `fields`. */
  readonly fields: boolean;
  /** Any-of choices of this endpoint alone, with the allowed values of each: a fixed list, or what the data has. */
  readonly choices: Readonly<
    Record<string, readonly string[] | ((facts: Facts) => readonly string[])>
  >;
  /** `from`, `to` and `quarter`: the two moments of a comparison. */
  readonly span?: boolean;
  /** Parameters of OGC API – Features. With them a `limit` above the most means the most. */
  readonly ogc?: readonly ("f" | "bbox" | "datetime")[];
}

/** The parameters of an endpoint that has none. */
export const NO_PARAMS: AcceptedParams = { query: [], paging: false, fields: false, choices: {} };

/** The parameters of a request, with defaults for those that are absent or cannot be read. */
export interface ParsedRequest {
  readonly query: Query;
  readonly limit: number;
  readonly offset: number;
  /** The fields and facts about progress of each row, in the order given; null: all. */
  readonly fields: readonly RowKey[] | null;
  /** Values of each choice in the request. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
  readonly span: SpanRequest;
  /** The part of the map; null: all, and zones without a position. */
  readonly box: Box | null;
}

/** The moment of a request: the parameters that are needed before the data is loaded. */
export type RequestedMoment = Pick<Query, "asOf" | "knownOn">;

/** The data that open lists and choices are checked against; they are not checked without it. */
type DataContext = ParseContext & { readonly facts: Facts };

type Pair = readonly [string, string];

/** Reads the moment of a request alone. What cannot be read keeps its default; `parseRequest` reports it. */
export function parseMoment(
  pairs: Iterable<Pair>,
  { query: accepted, ogc = [] }: Pick<AcceptedParams, "query" | "ogc">,
  today: Day = pakistanDay(new Date()),
): RequestedMoment {
  const names = MOMENT_PARAMS.filter((name) => accepted.includes(name));
  const { pairs: all } = limitParams(pairs);
  const { query } = parseQuery(all.filter(([param]) => names.some((name) => name === param)));
  const datetime = ogc.includes("datetime") && all.find(([param]) => param === "datetime")?.[1];
  const interval = datetime ? parseInterval(datetime) : null;
  return {
    asOf: interval ? getShownDay(interval, today) : query.asOf,
    knownOn: query.knownOn,
  };
}

/** Reads the parameters of a request. Never throws: what cannot be read is an issue and keeps its default. */
export function parseRequest(
  text: Text,
  pairs: Iterable<Pair>,
  accepted: AcceptedParams,
  context?: DataContext,
): { readonly request: ParsedRequest; readonly issues: readonly ApiIssue[] } {
  const names = listParamNames(accepted);
  const limited = limitParams(pairs);
  const issues: ApiIssue[] = limited.problems.map((issue) => toApiIssue(text, issue));
  const queryPairs: Pair[] = [];
  const own = new Map<string, string>();
  const unknown = new Set<string>();
  for (const [param, got] of limited.pairs) {
    if (accepted.query.includes(param)) queryPairs.push([param, got]);
    else if (!names.includes(param)) {
      if (unknown.has(param) || unknown.size >= MAX_UNKNOWN) continue;
      unknown.add(param);
      issues.push(findRemovedParam(text, param) ?? unknownParam(text, param, got, names));
    } else if (param === "f" && got === "html") {
      issues.push(removedHtml(text));
    } else if (own.has(param)) {
      issues.push(toApiIssue(text, { param, got, ...REPEATED }));
    } else own.set(param, got);
  }

  const { query, problems } = parseQuery(queryPairs, context);
  issues.push(...problems.map((issue) => toApiIssue(text, issue)));

  const take = <T>(param: string, read: (got: string) => ReadResult<T>, fallback: T): T => {
    const got = own.get(param);
    if (got === undefined) return fallback;
    const result = read(got);
    if ("value" in result) return result.value;
    issues.push(toApiIssue(text, { param, got, ...result.issue }));
    return fallback;
  };
  const choices: Record<string, readonly string[]> = {};
  for (const [param, listed] of Object.entries(accepted.choices)) {
    // Listed only where the request has the parameter: it takes a look at every claim.
    const list = () =>
      typeof listed !== "function" ? listed : context ? listed(context.facts) : null;
    const values = take<readonly string[] | null>(param, (got) => readChoice(got, list()), null);
    if (values) choices[param] = values;
  }
  const takeNumber = (param: string, min: number, max: number | null, fallback: number) =>
    take(param, (got) => readWholeNumber(got, min, max), fallback);
  const request: ParsedRequest = {
    query,
    limit: accepted.ogc
      ? Math.min(takeNumber("limit", 1, null, DEFAULT_LIMIT), MAX_LIMIT)
      : takeNumber("limit", 1, MAX_LIMIT, DEFAULT_LIMIT),
    offset: takeNumber("offset", 0, null, 0),
    fields: take<readonly RowKey[] | null>("fields", readFields, null),
    choices,
    span: {
      from: take<SpanRequest["from"]>("from", readSpanEnd, null),
      to: take<SpanRequest["to"]>("to", readSpanEnd, null),
      quarter: take<SpanRequest["quarter"]>("quarter", readQuarter, null),
    },
    box: take<Box | null>("bbox", readBox, null),
  };
  take("f", (got) => readOneOf(ANSWER_FORMS, got), null);
  // `parseMoment` takes the day from it, which the registry is loaded for.
  take<DayInterval | null>("datetime", readInterval, null);
  return { request, issues };
}

/** The names of all parameters of an endpoint. */
export function listParamNames(accepted: AcceptedParams): readonly string[] {
  const { query, paging, fields, choices, span, ogc = [] } = accepted;
  return [
    ...query,
    ...(paging ? ["limit", "offset"] : []),
    ...(fields ? ["fields"] : []),
    ...Object.keys(choices),
    ...(span ? SPAN_PARAMS : []),
    ...ogc,
  ];
}

function unknownParam(text: Text, param: string, got: string, names: readonly string[]): ApiIssue {
  const nearest = findNearest(param, names);
  const message =
    param === "limit" || param === "offset"
      ? text.t("api.params.noPaging", { param })
      : text.t("api.params.unknown", { param: shorten(param), near: nearest ?? "none" });
  return {
    code: "unknown-parameter",
    param: shorten(param),
    got: shorten(got),
    message,
    allowed: names,
    nearest,
  };
}

function readFields(got: string): ReadResult<readonly RowKey[]> {
  const fields: RowKey[] = [];
  for (const word of splitList(got)) {
    const key = ROW_KEYS.find((one) => one === word);
    if (key === undefined) return notAllowed(word, ROW_KEYS);
    fields.push(key);
  }
  return { value: fields };
}

function readInterval(got: string): ReadResult<DayInterval> {
  const value = parseInterval(got);
  return value ? { value } : invalid({ code: "interval-format" });
}

function readChoice(got: string, allowed: readonly string[] | null): ReadResult<readonly string[]> {
  const values = splitList(got);
  const wrong = allowed && values.find((value) => !allowed.includes(value));
  return typeof wrong === "string" ? notInData(wrong, allowed ?? []) : { value: values };
}

/** The items of a comma-separated list, without duplicates. */
function splitList(got: string): string[] {
  return [...new Set(got.split(",").map((item) => item.trim()))];
}
