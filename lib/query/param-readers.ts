import { ZONE_FIELD_KEYS } from "../catalogue/fields";
import {
  BLOCK_WEIGHTS,
  BLOCKS,
  type BlockKey,
  isBlockKey,
  type Weights,
} from "../catalogue/groups";
import { NOT_APPLICABLE } from "../catalogue/kinds";
import { type Day, firstDay, isDay, isPartialDate, lastDay } from "../time/day";
import { isKnownOn, KNOWN_ON_FORMS } from "../time/revision-param";
import { nearest } from "./edit-distance";
import { type FilterChoice, type FilterSpec, UNKNOWN } from "./filters";
import { isSortKey, READINESS_SORTS, type SortTerm } from "./query";

/** Why a text could not be read, and how to put it right. */
export interface Complaint {
  /** A sentence that says what to do. */
  readonly message: string;
  /** The values or forms that are allowed, where they can be listed. */
  readonly allowed: readonly string[];
  /** The allowed name or value nearest to what was given. */
  readonly nearest: string | null;
}

/** What a text says, or why it says nothing. */
export type Read<T> = { readonly value: T } | { readonly complaint: Complaint };

const LONGEST_TEXT = 200;
/** Far above any sensible weight, and far below where sums of weights lose their meaning. */
const GREATEST_WEIGHT = 1_000_000;
const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

function bad<T>(
  message: string,
  allowed: readonly string[] = [],
  near: string | null = null,
): Read<T> {
  return { complaint: { message, allowed, nearest: near } };
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

/** Reads one word of a list. */
export function readOneOf<T extends string>(allowed: readonly T[], got: string): Read<T> {
  const value = allowed.find((word) => word === got);
  return value === undefined ? notAllowed(got, allowed) : { value };
}

/** Reads the text of a search, without the spaces around it. */
export function readText(got: string): Read<string> {
  return got.length > LONGEST_TEXT
    ? bad(`Search for at most ${LONGEST_TEXT} characters.`)
    : { value: got.trim() };
}

/**
 * Reads slugs of zones, each once, in the order given.
 * @param onRecord every slug that there is; without it any slug of the right form is taken
 */
export function readZones(got: string, onRecord?: readonly string[]): Read<string[]> {
  const slugs = got.split(",").map((slug) => slug.trim());
  for (const slug of slugs) {
    if (!SLUG.test(slug)) {
      return bad(
        "Give the slugs of zones, separated by commas, such as rashakai-sez,dhabeji-sez.",
        onRecord,
        onRecord ? nearest(slug, onRecord) : null,
      );
    }
    if (onRecord && !onRecord.includes(slug)) return notAllowed(slug, onRecord);
  }
  return { value: [...new Set(slugs)] };
}

/** A finite decimal number; null for any other text. */
function toNumber(text: string): number | null {
  const value = Number(text);
  return NUMBER.test(text) && Number.isFinite(value) ? value : null;
}

/** Reads a number within limits, both included. */
export function readNumber(got: string, min: number, max: number): Read<number> {
  const value = toNumber(got);
  return value === null || value < min || value > max
    ? bad(`Give a number from ${min} to ${max}.`, [`${min}–${max}`])
    : { value };
}

/** Reads a day, `YYYY-MM-DD`. */
export function readDay(got: string): Read<Day> {
  return isDay(got)
    ? { value: got }
    : bad("Give a day that exists, as YYYY-MM-DD.", ["YYYY-MM-DD"]);
}

/** Reads a version, a day or an instant. */
export function readKnownOn(got: string): Read<string> {
  return isKnownOn(got)
    ? { value: got }
    : bad("Give a version such as r12, a day, or an instant.", KNOWN_ON_FORMS);
}

/** Reads `legal:15,utilities:25`; a block left out keeps its default. */
export function readWeights(got: string): Read<Weights> {
  const weights: Record<BlockKey, number> = { ...BLOCK_WEIGHTS };
  const given = new Set<BlockKey>();
  for (const part of got.split(",")) {
    const [block = "", ...numbers] = part.split(":");
    if (!isBlockKey(block)) return notAllowed(block, BLOCKS);
    if (given.has(block)) return bad(`Give “${block}” one weight.`);
    given.add(block);
    const weight = toNumber(numbers.join(":"));
    if (weight === null || weight < 0 || weight > GREATEST_WEIGHT) {
      return bad(
        `Give “${block}” a weight from 0 to ${GREATEST_WEIGHT}, as ${block}:${BLOCK_WEIGHTS[block]}.`,
      );
    }
    weights[block] = weight;
  }
  return Object.values(weights).some((weight) => weight > 0)
    ? { value: weights }
    : bad("At least one weight must be above 0.");
}

/** Reads `-readiness,name`: keys in the order of their importance, `-` for descending. */
export function readSort(got: string): Read<SortTerm[]> {
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

/**
 * Reads what is asked of a filter.
 * @param open values met in the data, for a filter whose list is open; without them any is taken
 */
export function readFilter(
  filter: FilterSpec,
  got: string,
  open?: readonly string[],
): Read<FilterChoice> {
  const tokens = got.split(",").map((token) => token.trim());
  if (filter.kind !== "any-of") return readRange(filter, tokens);
  const known = filter.terms?.map((term) => term.value) ?? open;
  const allowed = known ? [...known, UNKNOWN] : null;
  for (const token of tokens) {
    if (token === "") return bad("Give at least one value.", allowed ?? []);
    if (allowed && !allowed.includes(token)) return notAllowed(token, allowed);
  }
  return { value: { values: [...new Set(tokens)], from: null, to: null } };
}

type RangeLike = Exclude<FilterSpec, { kind: "any-of" }>;

const RANGE_FORMS: Readonly<Record<RangeLike["kind"], readonly string[]>> = {
  range: ["100..500", "..500", "500.."],
  period: ["2019..2021-06", "..2020", "2020.."],
};

function readRange(filter: RangeLike, tokens: readonly string[]): Read<FilterChoice> {
  const words =
    filter.kind === "range" && filter.notApplicable ? [UNKNOWN, NOT_APPLICABLE] : [UNKNOWN];
  const forms = RANGE_FORMS[filter.kind];
  const allowed = [...forms, ...words];
  const values = tokens.filter((token) => words.includes(token));
  const [range, ...more] = tokens.filter((token) => !words.includes(token));
  const ends = range === undefined ? { from: null, to: null } : endsOf(filter, range);
  if (ends === null || more.length > 0) {
    return bad(
      `Give one range such as ${forms[0]}, and ${words.join(" or ")} beside it.`,
      allowed,
      nearest(range ?? "", words),
    );
  }
  const { from, to } = ends;
  if (from !== null && to !== null && startsAfterEnd(filter, from, to)) {
    return bad(`The range starts at ${from}, after its end ${to}; write ${to}..${from}.`, allowed);
  }
  return { value: { values: [...new Set(values)], from, to } };
}

/** The ends of `from..to`, of which one may be left out; null where the text is no range. */
function endsOf(filter: RangeLike, text: string): Pick<FilterChoice, "from" | "to"> | null {
  const [from = "", to = "", ...more] = text.split("..");
  const isEnd = (end: string) =>
    end === "" || (filter.kind === "range" ? toNumber(end) !== null : isPartialDate(end));
  const isRange = text.includes("..") && more.length === 0 && from + to !== "";
  return isRange && isEnd(from) && isEnd(to) ? { from: from || null, to: to || null } : null;
}

function startsAfterEnd(filter: RangeLike, from: string, to: string): boolean {
  return filter.kind === "range" ? Number(from) > Number(to) : firstDay(from) > lastDay(to);
}
