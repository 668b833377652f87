import type { ZoneRow } from "../evidence/row";
import type { Day } from "../time/day";
import type { Condition } from "./conditions";
import { countWords, findExtent } from "./facet-index";
import { FILTERS, type FilterKey } from "./filters";
import { matchRows } from "./match-rows";
import type { Query } from "./query";
import { countScopes, type Scope } from "./scope";
import { addReadiness } from "./select";

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
  const { matched, missedBy } = matchRows(rows, ranked, query, asOf);
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
        const extent = filter.kind === "any-of" ? null : findExtent(filter, rows, places, asOf);
        return [filter.key, { key: filter.key, counts, extent }];
      }),
    ),
    readiness,
  };
}
