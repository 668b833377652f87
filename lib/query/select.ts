import { zoneName } from "@/lib/evidence/zone-name";
import { fieldSpec } from "../catalogue/fields";
import { BLOCKS, type Weights } from "../catalogue/groups";
import { type FieldSpec, type FieldValue, NOT_APPLICABLE } from "../catalogue/kinds";
import { VOCABULARIES, type Vocabulary } from "../catalogue/vocabularies";
import type { ZoneRow } from "../evidence/row";
import { byConfirmedScore, computeReadiness, type Readiness } from "../readiness/readiness";
import type { Day } from "../time/day";
import { FILTERS, type FilterKey, matchesFilter } from "./filters";
import type { Query, SortKey, SortTerm } from "./query";
import { inScope } from "./scope";
import { buildTextMatcher } from "./search";

/** A row with its readiness under the query's weights. */
export interface RankedRow extends ZoneRow {
  readonly readiness: Readiness | null;
}

/** The result of a query. */
interface Selection {
  /** The matching zones, sorted. */
  readonly rows: readonly RankedRow[];
  /** The number of zones in the scope, before all other conditions. */
  readonly total: number;
}

/** A test of a query on every row. A facet leaves out the condition with its own `key`. */
export interface Condition {
  readonly key: FilterKey | "q" | "zones" | "readiness" | "coverageMin";
  readonly holds: (row: RankedRow) => boolean;
}

/** The last ranking of each list of rows, so that the next query neither computes nor draws the rows again. */
const lastRanked = new WeakMap<
  readonly ZoneRow[],
  { readonly weights: Weights; readonly ranked: readonly RankedRow[] }
>();

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

/** The conditions of a query except its scope. */
export function listConditions(query: Query, asOf: Day): Condition[] {
  const conditions: Condition[] = [];
  if (query.q.trim() !== "") {
    conditions.push({ key: "q", holds: buildTextMatcher(query.q) });
  }
  if (query.zones.length > 0) {
    conditions.push({ key: "zones", holds: ({ slug }) => query.zones.includes(slug) });
  }
  for (const filter of FILTERS) {
    const choice = query.filters[filter.key];
    if (choice)
      conditions.push({
        key: filter.key,
        holds: (row) => matchesFilter(filter, choice, row, asOf),
      });
  }
  if (query.readinessMin !== null) {
    conditions.push({ key: "readiness", holds: (row) => meetsReadiness(row, query) });
  }
  const { coverageMin } = query;
  if (coverageMin !== null) {
    conditions.push({
      key: "coverageMin",
      holds: ({ readiness }) => readiness !== null && readiness.coverage >= coverageMin,
    });
  }
  return conditions;
}

/** Is a row's confirmed score (`certainly`) or possible score at least the query's minimum? */
function meetsReadiness({ readiness }: RankedRow, { readinessMin, readinessMode }: Query): boolean {
  if (readiness === null || readinessMin === null) return false;
  return (readinessMode === "certainly" ? readiness.low : readiness.high) >= readinessMin;
}

/**
 * The zones that match a query, sorted. Used by pages, API and files alike.
 * @param rows every zone of the registry at the query's moment
 * @param asOf the selected day, for conditions on age
 */
export function select(rows: readonly ZoneRow[], query: Query, asOf: Day): Selection {
  const scoped = sortRows(addReadiness(rows, query), query.sort).filter(({ values }) =>
    inScope(values, query.scope),
  );
  const conditions = listConditions(query, asOf);
  return {
    rows: scoped.filter((row) => conditions.every(({ holds }) => holds(row))),
    total: scoped.length,
  };
}

/** The last order of each list of rows: most queries keep the order and change the conditions. */
const lastSorted = new WeakMap<
  readonly RankedRow[],
  { readonly terms: readonly SortTerm[]; readonly sorted: readonly RankedRow[] }
>();

function sortRows(rows: readonly RankedRow[], terms: readonly SortTerm[]): readonly RankedRow[] {
  const last = lastSorted.get(rows);
  if (last && isSameSort(last.terms, terms)) return last.sorted;
  const sorted = [...rows].sort(compareRows(terms));
  lastSorted.set(rows, { terms, sorted });
  return sorted;
}

function isSameSort(a: readonly SortTerm[], b: readonly SortTerm[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ key, descending }, i) => b[i]?.key === key && b[i].descending === descending)
  );
}

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** A comparison function for several sort terms; rows that are equal in all sort by name, then in the register's order. */
function compareRows(terms: readonly SortTerm[]): (a: RankedRow, b: RankedRow) => number {
  return (a, b) => {
    for (const term of terms) {
      const order = compareBy(term, a, b);
      if (order !== 0) return order;
    }
    return collator.compare(zoneName(a), zoneName(b)) || a.order - b.order;
  };
}

function compareBy({ key, descending }: SortTerm, a: RankedRow, b: RankedRow): number {
  const sign = descending ? -1 : 1;
  if (key === "readiness") {
    if (a.readiness === null || b.readiness === null)
      return byConfirmedScore(a.readiness, b.readiness);
    return -sign * byConfirmedScore(a.readiness, b.readiness);
  }
  return comparePlaces(getSortPlace(key, a), getSortPlace(key, b), sign);
}

/** The position of a row in a sort. */
interface SortPlace {
  /** Values (0) come before asides and not-applicable (1), and those before unknown (2), in either direction. */
  readonly rank: 0 | 1 | 2;
  /** Sorts rows of the same rank. */
  readonly by: string | number;
}

const UNKNOWN_PLACE: SortPlace = { rank: 2, by: 0 };

function comparePlaces(a: SortPlace, b: SortPlace, sign: number): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  if (typeof a.by === "number" && typeof b.by === "number") return sign * (a.by - b.by);
  return sign * collator.compare(String(a.by), String(b.by));
}

function getSortPlace(key: Exclude<SortKey, "readiness">, row: RankedRow): SortPlace {
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
  if (typeof value === "boolean") return { rank: 0, by: Number(value) };
  if (typeof value === "number" || typeof value === "string") return { rank: 0, by: value };
  return { rank: 0, by: "lat" in value ? value.lat : value.join(", ") };
}
