import { NOT_APPLICABLE } from "../catalogue/kinds";
import type { ZoneRow } from "../evidence/row";
import { sharedCache } from "../evidence/shared-cache";
import type { Day } from "../time/day";
import { type AnyOfFilter, type EndsFilter, type FilterSpec, UNKNOWN } from "./filters";

/** The values of every row in one filter, as numbers, so that counting them again costs little. */
interface FacetIndex {
  /** The words that `codes` point at: first those of the filter itself, then others in the data. */
  readonly words: readonly string[];
  /** How many of the words are counted even where no row has them. */
  readonly fixed: number;
  /** Where the codes of each row start, and after the last row where they end. */
  readonly starts: Uint32Array;
  readonly codes: Uint16Array;
}

/** The numbers or dates of every row in one filter, in their order. */
interface ExtentIndex {
  /** Each once, the least first. */
  readonly values: readonly (number | string)[];
  /** The place of each row's value in `values`, from 1; 0: it has none. */
  readonly ranks: Uint32Array;
}

interface RowsIndex {
  readonly asOf: Day;
  readonly facets: Map<string, FacetIndex>;
  readonly extents: Map<string, ExtentIndex>;
}

const indexes = sharedCache<readonly ZoneRow[], RowsIndex>("row-indexes");

/** The indexes over some rows; each is made once for the same rows and day. */
function getRowsIndex(rows: readonly ZoneRow[], asOf: Day): RowsIndex {
  const known = indexes.get(rows);
  if (known?.asOf === asOf) return known;
  const index = { asOf, facets: new Map(), extents: new Map() };
  indexes.set(rows, index);
  return index;
}

function getFacetIndex(filter: FilterSpec, rows: readonly ZoneRow[], asOf: Day): FacetIndex {
  const { facets } = getRowsIndex(rows, asOf);
  const known = facets.get(filter.key);
  if (known) return known;
  const facet = indexWords(listFixedWords(filter), rows, (row) => listWords(filter, row, asOf));
  facets.set(filter.key, facet);
  return facet;
}

function getExtentIndex(filter: EndsFilter, rows: readonly ZoneRow[], asOf: Day): ExtentIndex {
  const { extents } = getRowsIndex(rows, asOf);
  const known = extents.get(filter.key);
  if (known) return known;
  const own = rows.map(({ values }) => {
    const value = values[filter.key];
    const counts = typeof value === "number" || typeof value === "string";
    return counts && value !== NOT_APPLICABLE ? value : null;
  });
  const values = [...new Set(own.filter((value) => value !== null))].sort((a, b) =>
    a < b ? -1 : a > b ? 1 : 0,
  );
  const rankOf = new Map(values.map((value, i) => [value, i + 1]));
  const ranks = Uint32Array.from(own, (value) => (value === null ? 0 : (rankOf.get(value) ?? 0)));
  const extent = { values, ranks };
  extents.set(filter.key, extent);
  return extent;
}

/** The words that a filter always counts; of a range or a period only those beside its numbers or dates. */
function listFixedWords(filter: FilterSpec): readonly string[] {
  if (filter.kind === "any-of") return [...(filter.terms ?? []), UNKNOWN];
  return hasNotApplicable(filter) ? [UNKNOWN, NOT_APPLICABLE] : [UNKNOWN];
}

/** The words of a row in a filter. */
function listWords(filter: FilterSpec, row: ZoneRow, asOf: Day): readonly string[] {
  if (filter.kind === "any-of") {
    const values = filter.getValues(row, asOf);
    if (values.length === 0) return [UNKNOWN];
    return values.length === 1 ? values : [...new Set(values)];
  }
  const value = row.values[filter.key];
  if (value === null) return [UNKNOWN];
  return hasNotApplicable(filter) && value === NOT_APPLICABLE ? [NOT_APPLICABLE] : [];
}

const hasNotApplicable = (filter: EndsFilter) => filter.kind === "range" && filter.notApplicable;

function indexWords(
  fixed: readonly string[],
  rows: readonly ZoneRow[],
  list: (row: ZoneRow) => readonly string[],
): FacetIndex {
  const codeOf = new Map(fixed.map((word, code) => [word, code]));
  const codes: number[] = [];
  const starts = new Uint32Array(rows.length + 1);
  for (const [at, row] of rows.entries()) {
    for (const word of list(row)) {
      const code = codeOf.get(word) ?? codeOf.size;
      codeOf.set(word, code);
      codes.push(code);
    }
    starts[at + 1] = codes.length;
  }
  return { words: [...codeOf.keys()], fixed: fixed.length, starts, codes: Uint16Array.from(codes) };
}

/**
 * The number of rows with each word of a filter; words of the data itself only where some row has them.
 * @param places the counted rows, as places in `rows`
 */
export function countWords(
  filter: FilterSpec,
  rows: readonly ZoneRow[],
  places: readonly number[],
  asOf: Day,
): Readonly<Record<string, number>> {
  const { words, fixed, starts, codes } = getFacetIndex(filter, rows, asOf);
  const counts = new Uint32Array(words.length);
  for (const place of places) {
    const end = starts[place + 1] ?? 0;
    for (let at = starts[place] ?? 0; at < end; at += 1) {
      const code = codes[at] ?? 0;
      counts[code] = (counts[code] ?? 0) + 1;
    }
  }
  return Object.fromEntries(
    words
      .map((word, code): [string, number] => [word, counts[code] ?? 0])
      .filter(([, count], code) => code < fixed || count > 0),
  );
}

/** The least and greatest number or date of some rows, and how many have one; null where none has. */
export function findExtent(
  filter: EndsFilter,
  rows: readonly ZoneRow[],
  places: readonly number[],
  asOf: Day,
): { readonly known: number; readonly min: string; readonly max: string } | null {
  const { values, ranks } = getExtentIndex(filter, rows, asOf);
  let known = 0;
  let [least, greatest] = [values.length, 0];
  for (const place of places) {
    const rank = ranks[place] ?? 0;
    if (rank === 0) continue;
    known += 1;
    if (rank < least) least = rank;
    if (rank > greatest) greatest = rank;
  }
  return known === 0
    ? null
    : { known, min: String(values[least - 1]), max: String(values[greatest - 1]) };
}

/** A test whether the row at a place has any of some words in a filter. */
export function testWords(
  filter: AnyOfFilter,
  chosen: readonly string[],
  rows: readonly ZoneRow[],
  asOf: Day,
): (place: number) => boolean {
  const { words, starts, codes } = getFacetIndex(filter, rows, asOf);
  const isChosen = Uint8Array.from(words, (word) => Number(chosen.includes(word)));
  return (place) => {
    const end = starts[place + 1] ?? 0;
    for (let at = starts[place] ?? 0; at < end; at += 1) {
      if (isChosen[codes[at] ?? 0] === 1) return true;
    }
    return false;
  };
}
