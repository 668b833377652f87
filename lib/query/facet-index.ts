import { NOT_APPLICABLE } from "../catalogue/kinds";
import type { ZoneRow } from "../evidence/row";
import type { Day } from "../time/day";
import { type AnyOfFilter, type FilterSpec, UNKNOWN } from "./filters";

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

interface RowsIndex {
  readonly asOf: Day;
  readonly facets: Map<string, FacetIndex>;
}

const indexes = new WeakMap<readonly ZoneRow[], RowsIndex>();

/** The index of a filter over some rows. It is made once for the same rows and day. */
function getFacetIndex(filter: FilterSpec, rows: readonly ZoneRow[], asOf: Day): FacetIndex {
  let index = indexes.get(rows);
  if (index?.asOf !== asOf) {
    index = { asOf, facets: new Map() };
    indexes.set(rows, index);
  }
  let facet = index.facets.get(filter.key);
  if (!facet) {
    facet = filter.kind === "any-of" ? indexAnyOf(filter, rows, asOf) : indexRange(filter, rows);
    index.facets.set(filter.key, facet);
  }
  return facet;
}

function indexAnyOf(filter: AnyOfFilter, rows: readonly ZoneRow[], asOf: Day): FacetIndex {
  return indexWords([...(filter.terms ?? []), UNKNOWN], rows, (row) => {
    const values = filter.getValues(row, asOf);
    if (values.length === 0) return [UNKNOWN];
    return values.length === 1 ? values : [...new Set(values)];
  });
}

/** Of a range or a period only the words beside its numbers or dates. */
function indexRange(
  filter: Exclude<FilterSpec, AnyOfFilter>,
  rows: readonly ZoneRow[],
): FacetIndex {
  const hasNotApplicable = filter.kind === "range" && filter.notApplicable;
  const words = hasNotApplicable ? [UNKNOWN, NOT_APPLICABLE] : [UNKNOWN];
  return indexWords(words, rows, ({ values }) => {
    const value = values[filter.key];
    if (value === null) return [UNKNOWN];
    return hasNotApplicable && value === NOT_APPLICABLE ? [NOT_APPLICABLE] : [];
  });
}

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
