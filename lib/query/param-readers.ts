import { renewValue, ZONE_FIELD_KEYS } from "../catalogue/fields";
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
import { findNearest } from "./edit-distance";
import { type FilterChoice, type FilterSpec, UNKNOWN } from "./filters";
import { invalid, notAllowed, notInData, type ReadResult } from "./param-issues";
import { shorten } from "./param-limits";
import { COMPUTED_SORTS, isSortKey, type SortTerm } from "./query";

/** The most characters of a search. */
export const MAX_TEXT_LENGTH = 200;
/** Far above any sensible weight, and low enough that sums of weights stay exact. */
const MAX_WEIGHT = 1_000_000;
const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Reads one of a list of allowed words. */
export function readOneOf<T extends string>(allowed: readonly T[], got: string): ReadResult<T> {
  const value = allowed.find((word) => word === got);
  return value === undefined ? notAllowed(got, allowed) : { value };
}

/** Reads the text of a search and trims it. */
export function readText(got: string): ReadResult<string> {
  return got.length > MAX_TEXT_LENGTH
    ? invalid({ code: "search-length", max: MAX_TEXT_LENGTH })
    : { value: got.trim() };
}

/**
 * Reads slugs of zones in the order given, without duplicates.
 * @param onRecord every slug on record; without it, any well-formed slug is accepted
 */
export function readZones(got: string, onRecord?: readonly string[]): ReadResult<string[]> {
  const slugs = got.split(",").map((slug) => slug.trim());
  for (const slug of slugs) {
    if (!SLUG.test(slug)) {
      const reason = { code: "zones-format" } as const;
      if (!onRecord) return invalid(reason);
      return { issue: { ...notInData(slug, onRecord).issue, reason } };
    }
    if (onRecord && !onRecord.includes(slug)) return notInData(slug, onRecord);
  }
  return { value: [...new Set(slugs)] };
}

/** Null where the text is not a finite decimal number. */
export function toNumber(text: string): number | null {
  const value = Number(text);
  return NUMBER.test(text) && Number.isFinite(value) ? value : null;
}

/**
 * Reads a whole number, `min` or more.
 * @param max the largest allowed; null: no limit
 */
export function readWholeNumber(got: string, min: number, max: number | null): ReadResult<number> {
  const value = Number(got);
  const fits = /^\d{1,9}$/.test(got) && value >= min && (max === null || value <= max);
  return fits ? { value } : invalid({ code: "whole-number", min, max }, [`${min}–${max ?? ""}`]);
}

/** Reads a number within limits, both included. */
export function readNumber(got: string, min: number, max: number): ReadResult<number> {
  const value = toNumber(got);
  return value === null || value < min || value > max
    ? invalid({ code: "number", min, max }, [`${min}–${max}`])
    : { value };
}

/** Reads a day, `YYYY-MM-DD`. */
export function readDay(got: string): ReadResult<Day> {
  return isDay(got) ? { value: got } : invalid({ code: "day-format" }, ["YYYY-MM-DD"]);
}

/** Reads a revision number (`r12`), a day or an instant. */
export function readKnownOn(got: string): ReadResult<string> {
  return isKnownOn(got) ? { value: got } : invalid({ code: "revision-format" }, KNOWN_ON_FORMS);
}

/** Reads weights such as `legal:15,utilities:25`; an omitted block keeps its default. */
export function readWeights(got: string): ReadResult<Weights> {
  const weights: Record<BlockKey, number> = { ...BLOCK_WEIGHTS };
  const given = new Set<BlockKey>();
  for (const part of got.split(",")) {
    const [block = "", ...numbers] = part.split(":");
    if (!isBlockKey(block)) return notAllowed(block, BLOCKS);
    if (given.has(block)) return invalid({ code: "weight-repeated", block });
    given.add(block);
    const weight = toNumber(numbers.join(":"));
    if (weight === null || weight < 0 || weight > MAX_WEIGHT) {
      return invalid({
        code: "weight-range",
        block,
        max: MAX_WEIGHT,
        example: `${block}:${BLOCK_WEIGHTS[block]}`,
      });
    }
    weights[block] = weight;
  }
  return Object.values(weights).some((weight) => weight > 0)
    ? { value: weights }
    : invalid({ code: "weights-zero" });
}

/** Reads a sort such as `-readiness,name`: most important key first, `-` for descending. */
export function readSort(got: string): ReadResult<SortTerm[]> {
  const terms: SortTerm[] = [];
  for (const part of got.split(",")) {
    const descending = part.startsWith("-");
    const key = descending ? part.slice(1) : part;
    if (!isSortKey(key)) return notAllowed(key, [...COMPUTED_SORTS, ...ZONE_FIELD_KEYS]);
    if (terms.some((term) => term.key === key)) return invalid({ code: "sort-repeated", key });
    terms.push({ key, descending });
  }
  return { value: terms };
}

/**
 * Reads the choice of a filter.
 * @param open values found in the data, for a filter without a fixed list; without them, any value is accepted
 */
export function readFilter(
  filter: FilterSpec,
  got: string,
  open?: readonly string[],
): ReadResult<FilterChoice> {
  const tokens = got.split(",").map((token) => renewValue(filter.key, token.trim()));
  if (filter.kind !== "any-of") return readRange(filter, tokens);
  const known = filter.terms ?? open;
  const allowed = known ? [...known, UNKNOWN] : null;
  for (const token of tokens) {
    if (token !== "" && (!allowed || allowed.includes(token))) continue;
    const reject = filter.terms ? notAllowed : notInData;
    const { issue } = reject(token, allowed ?? []);
    return { issue: token === "" ? { ...issue, reason: { code: "value-missing" } } : issue };
  }
  return { value: { values: [...new Set(tokens)], from: null, to: null } };
}

/** A filter on a range of numbers or dates. */
type RangeLike = Exclude<FilterSpec, { kind: "any-of" }>;

const RANGE_FORMS: Readonly<Record<RangeLike["kind"], readonly string[]>> = {
  range: ["100..500", "..500", "500.."],
  period: ["2019..2021-06", "..2020", "2020.."],
};

function readRange(filter: RangeLike, tokens: readonly string[]): ReadResult<FilterChoice> {
  const words =
    filter.kind === "range" && filter.notApplicable ? [UNKNOWN, NOT_APPLICABLE] : [UNKNOWN];
  const forms = RANGE_FORMS[filter.kind];
  const allowed = [...forms, ...words];
  const values = tokens.filter((token) => words.includes(token));
  const [range, ...more] = tokens.filter((token) => !words.includes(token));
  const ends = range === undefined ? { from: null, to: null } : parseEnds(filter, range);
  if (ends === null || more.length > 0) {
    return invalid(
      { code: "range-format", form: forms[0] ?? "", words },
      allowed,
      findNearest(range ?? "", words),
    );
  }
  const { from, to } = ends;
  if (from !== null && to !== null && startsAfterEnd(filter, from, to)) {
    return invalid({ code: "range-order", from: shorten(from), to: shorten(to) }, allowed);
  }
  return { value: { values: [...new Set(values)], from, to } };
}

/** The ends of `from..to`, either of which may be omitted; null where the text is not a range. */
function parseEnds(filter: RangeLike, text: string): Pick<FilterChoice, "from" | "to"> | null {
  const [from = "", to = "", ...more] = text.split("..");
  const isEnd = (end: string) =>
    end === "" || (filter.kind === "range" ? toNumber(end) !== null : isPartialDate(end));
  const isRange = text.includes("..") && more.length === 0 && from + to !== "";
  return isRange && isEnd(from) && isEnd(to) ? { from: from || null, to: to || null } : null;
}

function startsAfterEnd(filter: RangeLike, from: string, to: string): boolean {
  return filter.kind === "range" ? Number(from) > Number(to) : firstDay(from) > lastDay(to);
}
