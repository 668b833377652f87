import { nearest } from "./edit-distance";
import { FILTERS, type FilterChoice, type FilterKey, filterSpec } from "./filters";
import {
  type Complaint,
  type Read,
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

/** What is wrong with one parameter, and how to put it right. */
export interface ParamProblem extends Complaint {
  readonly param: string;
  readonly got: string;
}

/** A query read from parameters, with every parameter that could not be read (and was left out). */
export interface ParsedQuery {
  readonly query: Query;
  readonly problems: readonly ParamProblem[];
}

/** What the reader of parameters may be told beyond the catalogue. */
export interface ParseContext {
  /** Parameters that belong to the caller (columns, map view, limit, …). */
  readonly alsoKnown?: readonly string[];
  /** Values met in the data for filters with open lists, such as sectors. */
  readonly openTerms?: Readonly<Partial<Record<FilterKey, readonly string[]>>>;
  /** Slugs of every zone on record, whether or not the registry holds it on the day looked at. */
  readonly zoneSlugs?: readonly string[];
}

type Pairs = Iterable<readonly [string, string]>;

/** A part of a query that has a parameter of its own name; the filters have one each. */
type QueryParam = Exclude<keyof Query, "filters">;

const READERS: {
  readonly [K in QueryParam]: (got: string, context: ParseContext) => Read<Query[K]>;
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

/** Every parameter that a query may carry. */
export const ALL_QUERY_PARAMS: readonly string[] = [
  ...Object.keys(READERS),
  ...FILTERS.map(({ key }) => key),
];

/**
 * Reads a query from the parameters of an address. The one meaning of every parameter, for page,
 * API and files. Never throws: what cannot be read is reported and left at its default.
 */
export function parseQuery(params: Pairs, context: ParseContext = {}): ParsedQuery {
  const problems: ParamProblem[] = [];
  const parts: Partial<Query> = {};
  const filters: Partial<Record<FilterKey, FilterChoice>> = {};
  const seen = new Set<string>();

  for (const [param, got] of params) {
    const complaint = seen.has(param)
      ? onceOnly(param)
      : readInto(parts, filters, param, got, context);
    if (complaint) problems.push({ param, got, ...complaint });
    if (ALL_QUERY_PARAMS.includes(param)) seen.add(param);
  }
  return { query: { ...DEFAULT_QUERY, ...parts, filters }, problems };
}

function isQueryParam(param: string): param is QueryParam {
  return Object.hasOwn(READERS, param);
}

/** Reads one parameter into the query; the complaint where it cannot be read. */
function readInto(
  parts: { -readonly [K in keyof Query]?: Query[K] },
  filters: Partial<Record<FilterKey, FilterChoice>>,
  param: string,
  got: string,
  context: ParseContext,
): Complaint | null {
  const filter = filterSpec(param);
  if (filter) {
    const read = readFilter(filter, got, context.openTerms?.[filter.key]);
    if ("complaint" in read) return read.complaint;
    filters[filter.key] = read.value;
    return null;
  }
  if (isQueryParam(param)) return readPart(parts, param, got, context);
  return context.alsoKnown?.includes(param) ? null : noSuchParam(param, context);
}

function readPart<K extends QueryParam>(
  parts: { -readonly [P in K]?: Query[P] },
  param: K,
  got: string,
  context: ParseContext,
): Complaint | null {
  const read = READERS[param](got, context);
  if ("complaint" in read) return read.complaint;
  parts[param] = read.value;
  return null;
}

function onceOnly(param: string): Complaint {
  return {
    message: `Give “${param}” once; several values go in one, separated by commas.`,
    allowed: [],
    nearest: null,
  };
}

function noSuchParam(param: string, context: ParseContext): Complaint {
  const names = [...ALL_QUERY_PARAMS, ...(context.alsoKnown ?? [])];
  const near = nearest(param, names);
  return {
    message: near
      ? `There is no parameter “${param}”. Did you mean “${near}”?`
      : `There is no parameter “${param}”. See the list of allowed names.`,
    allowed: names,
    nearest: near,
  };
}
