import { NOT_APPLICABLE } from "../catalogue/kinds";
import type { ZoneRow } from "../evidence/row";
import type { Day } from "../time/day";
import { countWords } from "./facet-index";
import { FILTERS, type FilterKey, type PeriodFilter, type RangeFilter } from "./filters";
import type { Query } from "./query";
import { countScopes, inScope, type Scope } from "./scope";
import { addReadiness, type Condition, listConditions, type RankedRow } from "./select";

/** The number of zones with each value of a filter, under all other conditions of the query. */
export interface Facet {
  readonly key: FilterKey;
  /** Every value of a fixed list, counts of 0 included; also `unknown` and, where allowed, `not-applicable`. */
  readonly counts: Readonly<Record<string, number>>;
  /** For ranges and periods: the number of zones with a value, and its minimum and maximum; null where none has one. */
  readonly extent: { readonly known: number; readonly min: string; readonly max: string } | null;
}

/** Counts for the readiness filter, under all other conditions. */
export interface ReadinessFacet {
  readonly certainly: number;
  readonly possibly: number;
}

/** All counts of the filters. */
export interface Facets {
  readonly scopes: Readonly<Record<Scope, number>>;
  readonly filters: Readonly<Record<string, Facet>>;
  readonly readiness: ReadinessFacet;
}

/**
 * Counts zones per value of each filter, unknown included, under all conditions except the filter's
 * own. The counts of a single-valued filter sum to the zones that match the other conditions.
 */
export function countFacets(rows: readonly ZoneRow[], query: Query, asOf: Day): Facets {
  const ranked = addReadiness(rows, query);
  const { matched, missedBy } = partition(ranked, query, asOf);
  const candidates = (key: Condition["key"]) => {
    const missed = missedBy.get(key);
    return missed ? [...matched, ...missed] : matched;
  };
  const least = query.readinessMin ?? 0;
  const readiness = { certainly: 0, possibly: 0 };
  for (const place of candidates("readiness")) {
    const score = ranked[place]?.readiness;
    if (score && score.low >= least) readiness.certainly += 1;
    if (score && score.high >= least) readiness.possibly += 1;
  }
  return {
    scopes: countScopes(rows),
    filters: Object.fromEntries(
      FILTERS.map((filter) => {
        const places = candidates(filter.key);
        const counts = countWords(filter, rows, places, asOf);
        const extent = filter.kind === "any-of" ? null : findExtent(filter, rows, places);
        return [filter.key, { key: filter.key, counts, extent }];
      }),
    ),
    readiness,
  };
}

/**
 * The places of the rows that match every condition, and of those that fail only one, by the key of that condition.
 * Each condition is tested once per row.
 */
function partition(rows: readonly RankedRow[], query: Query, asOf: Day) {
  const conditions = listConditions(query, asOf);
  const matched: number[] = [];
  const missedBy = new Map<Condition["key"], number[]>();
  for (const [place, row] of rows.entries()) {
    if (!inScope(row.values, query.scope)) continue;
    const first = conditions.findIndex(({ holds }) => !holds(row));
    const missed = conditions[first];
    if (!missed) matched.push(place);
    else if (conditions.slice(first + 1).every(({ holds }) => holds(row))) {
      const list = missedBy.get(missed.key) ?? [];
      missedBy.set(missed.key, list);
      list.push(place);
    }
  }
  return { matched, missedBy };
}

function findExtent(
  filter: RangeFilter | PeriodFilter,
  rows: readonly ZoneRow[],
  places: readonly number[],
): Facet["extent"] {
  let known = 0;
  let min: number | string | null = null;
  let max: number | string | null = null;
  for (const place of places) {
    const value = rows[place]?.values[filter.key];
    if ((typeof value !== "number" && typeof value !== "string") || value === NOT_APPLICABLE) {
      continue;
    }
    known += 1;
    if (min === null || value < min) min = value;
    if (max === null || value > max) max = value;
  }
  return min === null || max === null ? null : { known, min: String(min), max: String(max) };
}
