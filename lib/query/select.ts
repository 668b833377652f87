import { zoneName } from "@/lib/evidence/zone-name";
import { fieldSpec } from "../catalogue/fields";
import { BLOCKS, type Weights } from "../catalogue/groups";
import { type FieldSpec, type FieldValue, NOT_APPLICABLE } from "../catalogue/kinds";
import { VOCABULARIES, type Vocabulary } from "../catalogue/vocabularies";
import type { ZoneRow } from "../evidence/row";
import { memoize, sharedCache } from "../evidence/shared-cache";
import { sortByKey } from "../evidence/sort-by-key";
import { computeReadiness, type Readiness } from "../readiness/readiness";
import { listStandingKeys } from "../readiness/standing";
import type { Day } from "../time/day";
import { matchRows } from "./match-rows";
import type { Query, SortKey, SortTerm } from "./query";

/** A row with its readiness under the query's weights. */
export interface RankedRow extends ZoneRow {
  readonly readiness: Readiness | null;
}

/** The result of a query. */
export interface Selection {
  /** The matching zones, sorted. */
  readonly rows: readonly RankedRow[];
  /** The number of zones in the scope, before all other conditions. */
  readonly total: number;
}

/** The last readiness of each list of rows: the next query has the same objects, and its rows are not drawn again. */
const lastRanked = sharedCache<
  readonly ZoneRow[],
  { readonly weights: Weights; readonly ranked: readonly RankedRow[] }
>("ranked-rows");

/** Adds readiness under a query's weights. The same list and weights give the same objects, so that they can be compared. */
export function addReadiness(
  rows: readonly ZoneRow[],
  { weights }: Pick<Query, "weights">,
): readonly RankedRow[] {
  const last = lastRanked.get(rows);
  if (last && isSameWeights(last.weights, weights)) return last.ranked;
  const ranked = rows.map((row) => ({ ...row, readiness: computeReadiness(row, weights) }));
  lastRanked.set(rows, { weights, ranked });
  return ranked;
}

function isSameWeights(a: Weights, b: Weights): boolean {
  return a === b || BLOCKS.every((block) => a[block] === b[block]);
}

/**
 * The zones that match a query, sorted. Used by pages, API and files alike.
 * @param rows every zone of the registry at the query's moment
 * @param asOf the selected day, for conditions on age
 */
export function select(rows: readonly ZoneRow[], query: Query, asOf: Day): Selection {
  const ranked = addReadiness(rows, query);
  const { matched, total } = matchRows(rows, ranked, query, asOf);
  const isMatched = new Uint8Array(rows.length);
  for (const place of matched) isMatched[place] = 1;
  const places = sortRows(rows, ranked, query.sort).filter((place) => isMatched[place] === 1);
  return { rows: places.map((place) => ranked[place] as RankedRow), total };
}

/** The last order of each list of rows: most queries differ in their filters alone. */
const lastSorted = sharedCache<
  readonly RankedRow[],
  { readonly sort: string; readonly places: readonly number[] }
>("sorted-rows");

/** The places of all rows in the order of a sort. */
function sortRows(
  rows: readonly ZoneRow[],
  ranked: readonly RankedRow[],
  terms: readonly SortTerm[],
): readonly number[] {
  const sort = terms.map(({ key, descending }) => `${key} ${descending}`).join();
  const last = lastSorted.get(ranked);
  if (last?.sort === sort) return last.places;
  const names = rankNames(rows);
  const keys = terms.map((term) => buildSortKey(term, ranked));
  const places = sortByKey([...ranked.keys()], (place) => {
    const row = ranked[place] as RankedRow;
    const key: number[] = [];
    for (const addTo of keys) addTo(key, row);
    key.push(names[place] ?? 0);
    return key;
  });
  lastSorted.set(ranked, { sort, places });
  return places;
}

/** For each row its rank by name, and among equal names in the register's order. Every sort ends with it. */
const rankNames = memoize("ranked-names", (rows: readonly ZoneRow[]): Uint32Array => {
  const ranks = new Uint32Array(rows.length);
  const sorted = rows
    .map((row, place) => ({ place, name: zoneName(row), order: row.order }))
    .sort((a, b) => collator.compare(a.name, b.name) || a.order - b.order);
  for (const [rank, { place }] of sorted.entries()) ranks[place] = rank;
  return ranks;
});

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/**
 * Adds the numbers by which a term sorts a row to its key, the most important first; the least comes first.
 * @param rows all that are sorted
 */
function buildSortKey(
  { key: name, descending }: SortTerm,
  rows: readonly RankedRow[],
): (key: number[], row: RankedRow) => void {
  const sign = descending ? -1 : 1;
  if (name === "readiness") {
    return (key, { readiness }) => {
      if (readiness === null) key.push(1, 0, 0, 0);
      else key.push(0, sign * readiness.low, sign * readiness.high, sign * readiness.coverage);
    };
  }
  if (name === "standing") {
    return (key, row) => {
      key.push(Number(row.progress.standing === "unknown"));
      for (const number of listStandingKeys(row)) key.push(sign * number);
    };
  }
  const places = new Map(rows.map((row) => [row, getSortPlace(name, row)]));
  const texts = numberTexts(places.values());
  return (key, row) => {
    const { rank, by } = places.get(row) ?? UNKNOWN_PLACE;
    key.push(rank, sign * (texts.get(by) ?? Number(by)));
  };
}

/** The position of a row in a sort. */
interface SortPlace {
  /** Values (0) come before asides and not-applicable (1), and those before unknown (2), in either direction. */
  readonly rank: 0 | 1 | 2;
  /** Sorts rows of the same rank. */
  readonly by: string | number | boolean;
}

const UNKNOWN_PLACE: SortPlace = { rank: 2, by: 0 };

/** The number of each text in the order of all, which is found once, however many rows have the text. */
function numberTexts(places: Iterable<SortPlace>): ReadonlyMap<SortPlace["by"], number> {
  const texts = new Set<string>();
  for (const { by } of places) if (typeof by === "string") texts.add(by);
  const numbers = new Map<SortPlace["by"], number>();
  let last = "";
  for (const text of [...texts].sort(collator.compare)) {
    // Texts that differ in case or accents alone share one.
    numbers.set(text, collator.compare(last, text) === 0 ? (numbers.get(last) ?? 0) : numbers.size);
    last = text;
  }
  return numbers;
}

function getSortPlace(key: Exclude<SortKey, "readiness" | "standing">, row: RankedRow): SortPlace {
  if (key !== "readinessHigh" && key !== "coverage")
    return getValuePlace(fieldSpec(key), row.values[key]);
  const by = row.readiness?.[key === "coverage" ? "coverage" : "high"];
  return by === undefined ? UNKNOWN_PLACE : { rank: 0, by };
}

/** A choice sorts in its vocabulary's order, a place by latitude, a list as text. */
function getValuePlace(spec: FieldSpec, value: FieldValue): SortPlace {
  if (value === null) return UNKNOWN_PLACE;
  if (spec.kind === "choice") {
    const { steps, asides }: Vocabulary = VOCABULARIES[spec.vocabulary];
    const step = steps.findIndex((term) => term.value === value);
    if (step >= 0) return { rank: 0, by: step };
    return { rank: 1, by: asides.findIndex((term) => term.value === value) };
  }
  if (spec.kind === "number" && value === NOT_APPLICABLE) return { rank: 1, by: 0 };
  if (typeof value !== "object") return { rank: 0, by: value };
  return { rank: 0, by: "lat" in value ? value.lat : value.join(", ") };
}
