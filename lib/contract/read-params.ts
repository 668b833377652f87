import { isZoneField, ZONE_FIELD_KEYS, type ZoneFieldKey } from "../catalogue/fields";
import { readQuarter, readSpanEnd, SPAN_PARAMS, type SpanRequest } from "../changes/span";
import type { Facts } from "../evidence/ledger-records";
import { findNearest } from "../query/edit-distance";
import { invalid, notAllowed, type ReadResult, repeated } from "../query/param-issues";
import { type ParseContext, parseQuery } from "../query/parse-query";
import type { Query } from "../query/query";
import { type Fault, paramFault } from "./problems";

/** Rows in one answer where the request does not say. */
export const DEFAULT_LIMIT = 100;
/** Most rows in one answer. */
export const MAX_LIMIT = 1000;

/** Which parameters an address takes, beside `minVersion`, which every one takes. */
export interface Accepts {
  /** Parameters of a query (see `parseQuery`) that mean something here. */
  readonly query: readonly string[];
  /** `limit` and `offset`. */
  readonly paging: boolean;
  /** `fields`. */
  readonly fields: boolean;
  /** Any-of choices of this address alone, with the values that each may take. */
  readonly choices: Readonly<Record<string, (facts: Facts) => readonly string[]>>;
  /** `from`, `to` and `quarter`: which two moments are compared. */
  readonly span?: boolean;
}

/** What a request asks for. */
export interface Asked {
  readonly query: Query;
  readonly limit: number;
  readonly offset: number;
  /** Fields asked for, in the order given; null: all. */
  readonly fields: readonly ZoneFieldKey[] | null;
  readonly minVersion: number | null;
  /** Values of each choice that was given. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
  readonly span: SpanRequest;
}

/** What a request asks for, and everything in it that cannot be used. */
export interface ReadParams {
  readonly asked: Asked;
  readonly faults: readonly Fault[];
}

/** What is in the data, against which open lists and choices are checked; without it they are not. */
export type ParamContext = Pick<ParseContext, "openTerms"> & { readonly facts: Facts };

type Pair = readonly [string, string];

/** Reads a request's parameters. Never throws: what cannot be used is a fault and left at its default. */
export function readParams(
  pairs: Iterable<Pair>,
  accepts: Accepts,
  context?: ParamContext,
): ReadParams {
  const names = listNames(accepts);
  const faults: Fault[] = [];
  const ofQuery: Pair[] = [];
  const own = new Map<string, string>();
  for (const [param, got] of pairs) {
    if (accepts.query.includes(param)) ofQuery.push([param, got]);
    else if (!names.includes(param)) faults.push(unknownParam(param, got, names));
    else if (own.has(param)) faults.push(paramFault({ param, got, ...repeated(param) }));
    else own.set(param, got);
  }

  const { query, problems } = parseQuery(ofQuery, {
    openTerms: context?.openTerms,
    zoneSlugs: context?.facts.zones.map(({ slug }) => slug),
  });
  faults.push(...problems.map((problem) => paramFault(problem)));

  const take = <T>(param: string, read: (got: string) => ReadResult<T>, otherwise: T): T => {
    const got = own.get(param);
    if (got === undefined) return otherwise;
    const result = read(got);
    if ("value" in result) return result.value;
    faults.push(paramFault({ param, got, ...result.issue }));
    return otherwise;
  };
  const choices: Record<string, readonly string[]> = {};
  for (const [param, valuesIn] of Object.entries(accepts.choices)) {
    const allowed = context ? valuesIn(context.facts) : null;
    const values = take<readonly string[] | null>(param, (got) => readChoice(got, allowed), null);
    if (values) choices[param] = values;
  }
  const asked: Asked = {
    query,
    limit: take("limit", (got) => wholeNumber(got, 1, MAX_LIMIT), DEFAULT_LIMIT),
    offset: take("offset", (got) => wholeNumber(got, 0, null), 0),
    fields: take<readonly ZoneFieldKey[] | null>("fields", readFields, null),
    minVersion: take<number | null>("minVersion", (got) => wholeNumber(got, 0, null), null),
    choices,
    span: {
      from: take<SpanRequest["from"]>("from", readSpanEnd, null),
      to: take<SpanRequest["to"]>("to", readSpanEnd, null),
      quarter: take<SpanRequest["quarter"]>("quarter", readQuarter, null),
    },
  };
  return { asked, faults };
}

/** Every parameter that an address takes. */
export function listNames({ query, paging, fields, choices, span }: Accepts): readonly string[] {
  return [
    ...query,
    ...(paging ? ["limit", "offset"] : []),
    ...(fields ? ["fields"] : []),
    ...Object.keys(choices),
    ...(span ? SPAN_PARAMS : []),
    "minVersion",
  ];
}

function unknownParam(param: string, got: string, names: readonly string[]): Fault {
  const near = findNearest(param, names);
  const message = `${unknownInWords(param, near)} See the list of allowed names.`;
  return paramFault({ param, got, message, allowed: names, nearest: near }, "unknown-parameter");
}

function unknownInWords(param: string, near: string | null): string {
  if (param === "limit" || param === "offset") {
    return `This answer holds all rows; leave “${param}” out.`;
  }
  const missing = `There is no parameter “${param}” here.`;
  return near ? `${missing} Did you mean “${near}”?` : missing;
}

function wholeNumber(got: string, min: number, max: number | null): ReadResult<number> {
  const value = Number(got);
  const fits = /^\d{1,9}$/.test(got) && value >= min && (max === null || value <= max);
  if (fits) return { value };
  const range = max === null ? `${min} or more` : `from ${min} to ${max}`;
  const allowed = [max === null ? `${min}–` : `${min}–${max}`];
  return invalid(`Give a whole number, ${range}.`, allowed);
}

function readFields(got: string): ReadResult<readonly ZoneFieldKey[]> {
  const fields: ZoneFieldKey[] = [];
  for (const key of words(got)) {
    if (!isZoneField(key)) return notAllowed(key, ZONE_FIELD_KEYS);
    fields.push(key);
  }
  return { value: fields };
}

function readChoice(got: string, allowed: readonly string[] | null): ReadResult<readonly string[]> {
  const values = words(got);
  const wrong = allowed && values.find((value) => !allowed.includes(value));
  return wrong === null || wrong === undefined
    ? { value: values }
    : notAllowed(wrong, allowed ?? []);
}

/** The words of a list, once each. */
function words(got: string): string[] {
  return [...new Set(got.split(",").map((word) => word.trim()))];
}
