import type { ZoneRow } from "../evidence/row";
import type { Day } from "../time/day";
import { testWords } from "./facet-index";
import { FILTERS, type FilterKey, matchesEnds } from "./filters";
import type { Query } from "./query";
import { buildTextMatcher } from "./search";
import type { RankedRow } from "./select";

/** A test of a query on every row. A facet leaves out the condition with its own `key`. */
export interface Condition {
  readonly key: FilterKey | "q" | "zones" | "readiness" | "coverageMin";
  /** Makes the test of the row at a place, of rows without and with their readiness. */
  readonly buildTest: (
    rows: readonly ZoneRow[],
    ranked: readonly RankedRow[],
  ) => (place: number) => boolean;
}

/** A test that reads the row itself. */
function readsRow(holds: (row: RankedRow) => boolean): Condition["buildTest"] {
  return (_, ranked) => (place) => {
    const row = ranked[place];
    return row !== undefined && holds(row);
  };
}

/** The conditions of a query except its scope. */
export function listConditions(query: Query, asOf: Day): Condition[] {
  const conditions: Condition[] = [];
  if (query.q.trim() !== "") {
    conditions.push({ key: "q", buildTest: readsRow(buildTextMatcher(query.q)) });
  }
  if (query.zones.length > 0) {
    const zones = new Set(query.zones);
    conditions.push({ key: "zones", buildTest: readsRow(({ slug }) => zones.has(slug)) });
  }
  for (const filter of FILTERS) {
    const choice = query.filters[filter.key];
    if (choice)
      conditions.push({
        key: filter.key,
        buildTest:
          filter.kind === "any-of"
            ? (rows) => testWords(filter, choice.values, rows, asOf)
            : readsRow((row) => matchesEnds(filter, choice, row)),
      });
  }
  if (query.readinessMin !== null) {
    conditions.push({
      key: "readiness",
      buildTest: readsRow((row) => meetsReadiness(row, query)),
    });
  }
  const { coverageMin } = query;
  if (coverageMin !== null) {
    conditions.push({
      key: "coverageMin",
      buildTest: readsRow(
        ({ readiness }) => readiness !== null && readiness.coverage >= coverageMin,
      ),
    });
  }
  return conditions;
}

/** Is a row's confirmed score (`certainly`) or possible score at least the query's minimum? */
function meetsReadiness({ readiness }: RankedRow, { readinessMin, readinessMode }: Query): boolean {
  if (readiness === null || readinessMin === null) return false;
  return (readinessMode === "certainly" ? readiness.low : readiness.high) >= readinessMin;
}
