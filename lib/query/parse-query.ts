import { findNearest } from "./edit-distance";
import { FILTERS, type FilterChoice, type FilterKey, getFilter } from "./filters";
import { type ParamIssue, REPEATED, type ReadResult, type ValueIssue } from "./param-issues";
import { limitParams, MAX_UNKNOWN } from "./param-limits";
import {
  readDay,
  readFilter,
  readKnownOn,
  readNumber,
  readOneOf,
  readSort,
  readText,
  readWeights,
  readZones,
} from "./param-readers";
import { DEFAULT_QUERY, type Query, READINESS_MODES } from "./query";
import { SCOPES } from "./scope";

/** A query, and an issue for every parameter that was ignored because it cannot be read. */
interface ParsedQuery {
  readonly query: Query;
  readonly problems: readonly ParamIssue[];
}

/** What a query is checked against, beside the catalogue. */
export interface ParseContext {
  /** Parameters that the caller reads itself (columns, map view, limit, …). */
  readonly alsoKnown?: readonly string[];
  /** Values found in the data, for filters without a fixed list such as sectors. */
  readonly openTerms?: Readonly<Partial<Record<FilterKey, readonly string[]>>>;
  /** Slugs of every zone on record, whether or not it is in the registry on the selected day. */
  readonly zoneSlugs?: readonly string[];
}

type Pairs = Iterable<readonly [string, string]>;

/** The parts of a query that are one parameter each; each filter is a parameter of its own. */
type QueryParam = Exclude<keyof Query, "filters">;

const READERS: {
  readonly [K in QueryParam]: (got: string, context: ParseContext) => ReadResult<Query[K]>;
} = {
  scope: (got) => readOneOf(SCOPES, got),
  q: readText,
  zones: (got, { zoneSlugs }) => readZones(got, zoneSlugs),
  readinessMin: (got) => readNumber(got, 0, 100),
  readinessMode: (got) => readOneOf(READINESS_MODES, got),
  coverageMin: (got) => readNumber(got, 0, 1),
  weights: readWeights,
  sort: readSort,
  asOf: readDay,
  knownOn: readKnownOn,
};

/** Every parameter of a query. */
export const ALL_QUERY_PARAMS: readonly string[] = [
  ...Object.keys(READERS),
  ...FILTERS.map(({ key }) => key),
];

/**
 * Reads a query from the parameters of an address, in the same way for pages, API and files. Never
 * throws: a parameter that cannot be read is reported and keeps its default. Of unknown parameters at
 * most 10 are reported, each once.
 */
export function parseQuery(params: Pairs, context: ParseContext = {}): ParsedQuery {
  const { pairs, problems: overLimits } = limitParams(params);
  const problems: ParamIssue[] = [...overLimits];
  const parts: Partial<Query> = {};
  const filters: Partial<Record<FilterKey, FilterChoice>> = {};
  const seen = new Set<string>();

  let unknown = 0;
  for (const [param, got] of pairs) {
    const isOwn = ALL_QUERY_PARAMS.includes(param);
    if (!isOwn && !context.alsoKnown?.includes(param)) {
      if (seen.has(param) || ++unknown > MAX_UNKNOWN) continue;
    }
    const issue =
      isOwn && seen.has(param) ? REPEATED : readInto(parts, filters, param, got, context);
    if (issue) problems.push({ param, got, ...issue });
    seen.add(param);
  }
  return { query: { ...DEFAULT_QUERY, ...parts, filters }, problems };
}

function isQueryParam(param: string): param is QueryParam {
  return Object.hasOwn(READERS, param);
}

/** Reads one parameter into the query; returns an issue where it cannot be read. */
function readInto(
  parts: { -readonly [K in keyof Query]?: Query[K] },
  filters: Partial<Record<FilterKey, FilterChoice>>,
  param: string,
  got: string,
  context: ParseContext,
): ValueIssue | null {
  const filter = getFilter(param);
  if (filter) {
    const read = readFilter(filter, got, context.openTerms?.[filter.key]);
    if ("issue" in read) return read.issue;
    filters[filter.key] = read.value;
    return null;
  }
  if (isQueryParam(param)) return readPart(parts, param, got, context);
  return context.alsoKnown?.includes(param) ? null : unknownParam(param, context);
}

function readPart<K extends QueryParam>(
  parts: { -readonly [P in K]?: Query[P] },
  param: K,
  got: string,
  context: ParseContext,
): ValueIssue | null {
  const read = READERS[param](got, context);
  if ("issue" in read) return read.issue;
  parts[param] = read.value;
  return null;
}

function unknownParam(param: string, context: ParseContext): ValueIssue {
  const names = [...ALL_QUERY_PARAMS, ...(context.alsoKnown ?? [])];
  return {
    reason: { code: "unknown-param" },
    allowed: names,
    nearest: findNearest(param, names),
  };
}
