import { ZONE_FIELD_KEYS } from "../catalogue/fields";
import {
  BLOCK_WEIGHTS,
  BLOCKS,
  type BlockKey,
  isBlockKey,
  type Weights,
} from "../catalogue/groups";
import { NOT_APPLICABLE } from "../catalogue/kinds";
import { isDay, isPartialDate } from "./day";
import {
  FILTERS,
  type FilterChoice,
  type FilterKey,
  type FilterSpec,
  filterSpec,
  UNKNOWN,
} from "./filters";
import { isKnownOn, KNOWN_ON_FORMS } from "./known-on";
import { nearest } from "./nearest";
import {
  DEFAULT_QUERY,
  isSortKey,
  type Query,
  READINESS_MODES,
  READINESS_SORTS,
  type SortTerm,
} from "./query";
import { SCOPES } from "./scope";

/** What is wrong with one parameter, and how to put it right. */
export interface ParamProblem {
  readonly param: string;
  readonly got: string;
  /** A sentence that says what to do. */
  readonly message: string;
  /** The values or forms that are allowed, where they can be listed. */
  readonly allowed: readonly string[];
  /** The allowed name or value nearest to what was given. */
  readonly nearest: string | null;
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
type Read<T> = { readonly value: T } | { readonly problem: Omit<ParamProblem, "param" | "got"> };

/** Parameters of a query that are not filters. */
export const QUERY_PARAMS = [
  "scope",
  "q",
  "zones",
  "readinessMin",
  "readinessMode",
  "coverageMin",
  "weights",
  "sort",
  "asOf",
  "knownOn",
] as const;

/** Every parameter that a query may carry. */
export const ALL_QUERY_PARAMS: readonly string[] = [
  ...QUERY_PARAMS,
  ...FILTERS.map(({ key }) => key),
];

const MAX_TEXT = 200;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * Reads a query from the parameters of an address. The one meaning of every parameter, for page,
 * API and files. Never throws: what cannot be read is reported and left at its default.
 */
export function parseQuery(params: Pairs, context: ParseContext = {}): ParsedQuery {
  const problems: ParamProblem[] = [];
  const query: { -readonly [K in keyof Query]: Query[K] } = { ...DEFAULT_QUERY };
  const filters: Partial<Record<FilterKey, FilterChoice>> = {};
  const seen = new Set<string>();

  for (const [param, got] of params) {
    const take = <T>(read: Read<T>, use: (value: T) => void) => {
      if ("value" in read) use(read.value);
      else problems.push({ param, got, ...read.problem });
    };
    const known = ALL_QUERY_PARAMS.includes(param);
    if (known && seen.has(param)) {
      problems.push({
        param,
        got,
        message: `Give “${param}” once; several values go in one, separated by commas.`,
        allowed: [],
        nearest: null,
      });
      continue;
    }
    seen.add(param);
    const filter = filterSpec(param);
    if (filter) {
      take(readFilter(filter, got, context), (choice) => {
        filters[filter.key] = choice;
      });
      continue;
    }
    switch (param) {
      case "scope":
        take(oneOf(SCOPES, got), (scope) => {
          query.scope = scope;
        });
        break;
      case "q":
        take(readText(got), (q) => {
          query.q = q;
        });
        break;
      case "zones":
        take(readZones(got, context), (zones) => {
          query.zones = zones;
        });
        break;
      case "readinessMin":
        take(numberIn(got, 0, 100), (least) => {
          query.readinessMin = least;
        });
        break;
      case "readinessMode":
        take(oneOf(READINESS_MODES, got), (mode) => {
          query.readinessMode = mode;
        });
        break;
      case "coverageMin":
        take(numberIn(got, 0, 1), (least) => {
          query.coverageMin = least;
        });
        break;
      case "weights":
        take(readWeights(got), (weights) => {
          query.weights = weights;
        });
        break;
      case "sort":
        take(readSort(got), (sort) => {
          query.sort = sort;
        });
        break;
      case "asOf":
        take(readDay(got), (day) => {
          query.asOf = day;
        });
        break;
      case "knownOn":
        take(readKnownOn(got), (knownOn) => {
          query.knownOn = knownOn;
        });
        break;
      default:
        if (!context.alsoKnown?.includes(param)) problems.push(unknownParam(param, got, context));
    }
  }
  return { query: { ...query, filters }, problems };
}

function unknownParam(param: string, got: string, context: ParseContext): ParamProblem {
  const names = [...ALL_QUERY_PARAMS, ...(context.alsoKnown ?? [])];
  const near = nearest(param, names);
  return {
    param,
    got,
    message: near
      ? `There is no parameter “${param}”. Did you mean “${near}”?`
      : `There is no parameter “${param}”. See the list of allowed names.`,
    allowed: names,
    nearest: near,
  };
}

function bad<T>(
  message: string,
  allowed: readonly string[] = [],
  near: string | null = null,
): Read<T> {
  return { problem: { message, allowed, nearest: near } };
}

function oneOf<T extends string>(allowed: readonly T[], got: string): Read<T> {
  const value = allowed.find((word) => word === got);
  return value === undefined ? notAllowed(got, allowed) : { value };
}

function notAllowed<T>(got: string, allowed: readonly string[]): Read<T> {
  const near = nearest(got, allowed);
  return bad(
    near
      ? `“${got}” is not a value here. Did you mean “${near}”?`
      : `“${got}” is not a value here. See the list of allowed values.`,
    allowed,
    near,
  );
}

function readText(got: string): Read<string> {
  return got.length > MAX_TEXT
    ? bad(`Search for at most ${MAX_TEXT} characters.`)
    : { value: got.trim() };
}

function readZones(got: string, { zoneSlugs }: ParseContext): Read<string[]> {
  const slugs = got.split(",").map((slug) => slug.trim());
  for (const slug of slugs) {
    if (!SLUG.test(slug)) {
      return bad(
        "Give the slugs of zones, separated by commas, such as rashakai-sez,dhabeji-sez.",
        zoneSlugs,
        zoneSlugs ? nearest(slug, zoneSlugs) : null,
      );
    }
    if (zoneSlugs && !zoneSlugs.includes(slug)) return notAllowed(slug, zoneSlugs);
  }
  return { value: [...new Set(slugs)] };
}

function toNumber(text: string): number | null {
  const value = Number(text);
  return /^-?\d+(\.\d+)?$/.test(text) && Number.isFinite(value) ? value : null;
}

function numberIn(got: string, min: number, max: number): Read<number> {
  const value = toNumber(got);
  return value === null || value < min || value > max
    ? bad(`Give a number from ${min} to ${max}.`, [`${min}–${max}`])
    : { value };
}

function readDay(got: string): Read<string> {
  return isDay(got)
    ? { value: got }
    : bad("Give a day that exists, as YYYY-MM-DD.", ["YYYY-MM-DD"]);
}

function readKnownOn(got: string): Read<string> {
  return isKnownOn(got)
    ? { value: got }
    : bad("Give a version such as r12, a day, or an instant.", KNOWN_ON_FORMS);
}

function readWeights(got: string): Read<Weights> {
  const weights: Record<BlockKey, number> = { ...BLOCK_WEIGHTS };
  for (const part of got.split(",")) {
    const [block = "", number = ""] = part.split(":");
    if (!isBlockKey(block)) return notAllowed(block, BLOCKS);
    const weight = toNumber(number);
    if (weight === null || weight < 0) {
      return bad(`Give “${block}” a weight of 0 or more, as ${block}:${BLOCK_WEIGHTS[block]}.`);
    }
    weights[block] = weight;
  }
  return Object.values(weights).some((weight) => weight > 0)
    ? { value: weights }
    : bad("At least one weight must be above 0.");
}

function readSort(got: string): Read<SortTerm[]> {
  const terms: SortTerm[] = [];
  for (const part of got.split(",")) {
    const descending = part.startsWith("-");
    const key = descending ? part.slice(1) : part;
    if (!isSortKey(key)) return notAllowed(key, [...READINESS_SORTS, ...ZONE_FIELD_KEYS]);
    if (terms.some((term) => term.key === key)) return bad(`Sort by “${key}” once.`);
    terms.push({ key, descending });
  }
  return { value: terms };
}

function readFilter(filter: FilterSpec, got: string, context: ParseContext): Read<FilterChoice> {
  const tokens = got.split(",").map((token) => token.trim());
  if (filter.kind === "any-of") {
    const known = filter.terms?.map((term) => term.value) ?? context.openTerms?.[filter.key];
    const allowed = known ? [...known, UNKNOWN] : null;
    for (const token of tokens) {
      if (token === "") return bad("Give at least one value.", allowed ?? []);
      if (allowed && !allowed.includes(token)) return notAllowed(token, allowed);
    }
    return { value: { values: [...new Set(tokens)], from: null, to: null } };
  }
  return readRange(filter, tokens);
}

function readRange(
  filter: Exclude<FilterSpec, { kind: "any-of" }>,
  tokens: string[],
): Read<FilterChoice> {
  const words =
    filter.kind === "range" && filter.notApplicable ? [UNKNOWN, NOT_APPLICABLE] : [UNKNOWN];
  const isEnd = (text: string) =>
    text === "" || (filter.kind === "range" ? toNumber(text) !== null : isPartialDate(text));
  const example =
    filter.kind === "range"
      ? ["100..500", "..500", "500.."]
      : ["2019..2021-06", "..2020", "2020.."];
  const allowed = [...example, ...words];
  let ends: readonly [string, string] | null = null;
  const values: string[] = [];
  for (const token of tokens) {
    if (words.includes(token)) {
      values.push(token);
      continue;
    }
    const [from = "", to = "", ...more] = token.split("..");
    const readable =
      token.includes("..") && more.length === 0 && from + to !== "" && isEnd(from) && isEnd(to);
    if (!readable || ends) {
      return bad(
        `Give one range such as ${example[0]}, and ${words.join(" or ")} beside it.`,
        allowed,
        nearest(token, words),
      );
    }
    if (filter.kind === "range" && from !== "" && to !== "" && Number(from) > Number(to)) {
      return bad(
        `The range starts at ${from}, above its end ${to}; write ${to}..${from}.`,
        allowed,
      );
    }
    if (filter.kind === "period" && from !== "" && to !== "" && from > `${to}~`) {
      return bad(
        `The range starts at ${from}, after its end ${to}; write ${to}..${from}.`,
        allowed,
      );
    }
    ends = [from, to];
  }
  return {
    value: { values: [...new Set(values)], from: ends?.[0] || null, to: ends?.[1] || null },
  };
}
