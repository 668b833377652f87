import type { Day } from "../time/day";
import { FILTERS, type FilterKey, matchesFilter } from "./filters";
import type { Query } from "./query";
import { buildTextMatcher } from "./search";
import type { RankedRow } from "./select";

/** A test of a query on every row. A facet leaves out the condition with its own `key`. */
export interface Condition {
  readonly key: FilterKey | "q" | "zones" | "readiness" | "coverageMin";
  readonly holds: (row: RankedRow) => boolean;
}

/** The conditions of a query except its scope. */
export function listConditions(query: Query, asOf: Day): Condition[] {
  const conditions: Condition[] = [];
  if (query.q.trim() !== "") {
    conditions.push({ key: "q", holds: buildTextMatcher(query.q) });
  }
  if (query.zones.length > 0) {
    const zones = new Set(query.zones);
    conditions.push({ key: "zones", holds: ({ slug }) => zones.has(slug) });
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
