import { type FieldValue, NOT_APPLICABLE } from "../catalogue/kinds";
import type { ZoneRow } from "../evidence/row";
import type { Day } from "../time/day";
import {
  type AnyOfFilter,
  FILTERS,
  type FilterKey,
  type FilterSpec,
  type PeriodFilter,
  type RangeFilter,
  UNKNOWN,
} from "./filters";
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
  const ranked = addReadiness(
    rows.filter((row) => inScope(row.values, query.scope)),
    query,
  );
  const { matched, missedBy } = partition(ranked, listConditions(query, asOf));
  const candidates = (key: Condition["key"]) => {
    const missed = missedBy.get(key);
    return missed ? [...matched, ...missed] : matched;
  };
  const least = query.readinessMin ?? 0;
  const others = candidates("readiness");
  return {
    scopes: countScopes(rows),
    filters: Object.fromEntries(
      FILTERS.map((filter) => [filter.key, countFacet(filter, candidates(filter.key), asOf)]),
    ),
    readiness: {
      certainly: others.filter(({ readiness }) => readiness && readiness.low >= least).length,
      possibly: others.filter(({ readiness }) => readiness && readiness.high >= least).length,
    },
  };
}

/**
 * The rows that match every condition, and those that fail only one, by the key of that condition.
 * Each condition is tested once per row.
 */
function partition(rows: readonly RankedRow[], conditions: readonly Condition[]) {
  const matched: RankedRow[] = [];
  const missedBy = new Map<Condition["key"], RankedRow[]>();
  for (const row of rows) {
    const first = conditions.findIndex(({ holds }) => !holds(row));
    const missed = conditions[first];
    if (!missed) matched.push(row);
    else if (conditions.slice(first + 1).every(({ holds }) => holds(row))) {
      const list = missedBy.get(missed.key) ?? [];
      missedBy.set(missed.key, list);
      list.push(row);
    }
  }
  return { matched, missedBy };
}

function countFacet(filter: FilterSpec, rows: readonly RankedRow[], asOf: Day): Facet {
  return filter.kind === "any-of"
    ? countAnyOfFacet(filter, rows, asOf)
    : countRangeFacet(filter, rows);
}

function countAnyOfFacet(filter: AnyOfFilter, rows: readonly RankedRow[], asOf: Day): Facet {
  const words = [...(filter.terms ?? []), UNKNOWN];
  const counts = new Map(words.map((word) => [word, 0]));
  for (const row of rows) {
    const values = new Set(filter.getValues(row, asOf));
    for (const value of values.size === 0 ? [UNKNOWN] : values) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return { key: filter.key, counts: Object.fromEntries(counts), extent: null };
}

function countRangeFacet(filter: RangeFilter | PeriodFilter, rows: readonly RankedRow[]): Facet {
  const values = rows.map((row) => row.values[filter.key]);
  const count = (word: FieldValue) => values.filter((value) => value === word).length;
  const counts: Record<string, number> = { [UNKNOWN]: count(null) };
  if (filter.kind === "range" && filter.notApplicable) {
    counts[NOT_APPLICABLE] = count(NOT_APPLICABLE);
  }
  const known = values
    .filter((value) => typeof value === "number" || typeof value === "string")
    .filter((value) => value !== NOT_APPLICABLE)
    .sort((a, b) => Number(a > b) - Number(a < b));
  const [min] = known;
  const max = known.at(-1);
  const extent =
    min === undefined || max === undefined
      ? null
      : { known: known.length, min: String(min), max: String(max) };
  return { key: filter.key, counts, extent };
}
