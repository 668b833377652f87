import { NOT_APPLICABLE } from "../catalogue/kinds";
import type { Day } from "./day";
import { FILTERS, type FilterKey, type FilterSpec, UNKNOWN } from "./filters";
import type { Query } from "./query";
import type { ZoneRow } from "./row";
import { inScope, SCOPES, type Scope } from "./scope";
import { conditionsOf, type RankedRow, rank } from "./select";

/** How many zones have each value of a filter, under all other conditions of the query. */
export interface Facet {
  readonly key: FilterKey;
  /** Every closed value, zero included; unknown and not-applicable under their own words. */
  readonly counts: Readonly<Record<string, number>>;
  /** For ranges and periods: zones with a value, and its least and greatest; null where none has one. */
  readonly extent: { readonly known: number; readonly min: string; readonly max: string } | null;
}

/** Counts beside the readiness filter, under all other conditions. */
export interface ReadinessFacet {
  readonly certainly: number;
  readonly possibly: number;
}

/** Every count that the filters show. */
export interface Facets {
  readonly scopes: Readonly<Record<Scope, number>>;
  readonly filters: Readonly<Record<string, Facet>>;
  readonly readiness: ReadinessFacet;
}

/**
 * Counts per value of each filter, unknown included, under all conditions but the filter's own.
 * The counts of a single-valued filter sum to the zones that pass the other conditions.
 */
export function facetsOf(rows: readonly ZoneRow[], query: Query, asOf: Day): Facets {
  const ranked = rank(
    rows.filter((row) => inScope(row.values, query.scope)),
    query,
  );
  const conditions = conditionsOf(query, asOf);
  const without = (key: string) => {
    const others = conditions.filter((condition) => condition.key !== key);
    return ranked.filter((row) => others.every(({ holds }) => holds(row)));
  };
  // Most filters are not in use: they all count the same zones, selected once.
  const matched = without("");
  const used = new Set<string>(conditions.map(({ key }) => key));
  const candidates = (key: string) => (used.has(key) ? without(key) : matched);
  const least = query.readinessMin ?? 0;
  const others = candidates("readiness");
  return {
    scopes: Object.fromEntries(
      SCOPES.map((scope) => [scope, rows.filter((row) => inScope(row.values, scope)).length]),
    ) as Record<Scope, number>,
    filters: Object.fromEntries(
      FILTERS.map((filter) => [filter.key, facetOf(filter, candidates(filter.key), asOf)]),
    ),
    readiness: {
      certainly: others.filter(({ readiness }) => readiness && readiness.low >= least).length,
      possibly: others.filter(({ readiness }) => readiness && readiness.high >= least).length,
    },
  };
}

function facetOf(filter: FilterSpec, rows: readonly RankedRow[], asOf: Day): Facet {
  const counts: Record<string, number> = {};
  const count = (value: string) => {
    counts[value] = (counts[value] ?? 0) + 1;
  };
  if (filter.kind === "any-of") {
    for (const { value } of filter.terms ?? []) counts[value] = 0;
    counts[UNKNOWN] = 0;
    for (const row of rows) {
      const values = filter.valuesOf(row, asOf);
      if (values.length === 0) count(UNKNOWN);
      for (const value of new Set(values)) count(value);
    }
    return { key: filter.key, counts, extent: null };
  }
  counts[UNKNOWN] = 0;
  const known: (string | number)[] = [];
  for (const row of rows) {
    const value = row.values[filter.key];
    if (value === null) count(UNKNOWN);
    else if (value === NOT_APPLICABLE) count(NOT_APPLICABLE);
    else if (typeof value === "number" || typeof value === "string") known.push(value);
  }
  known.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const [min] = known;
  const max = known.at(-1);
  return {
    key: filter.key,
    counts,
    extent:
      min === undefined || max === undefined
        ? null
        : { known: known.length, min: String(min), max: String(max) },
  };
}
