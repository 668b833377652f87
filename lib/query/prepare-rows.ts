import type { ZoneRow } from "../evidence/row";
import type { Day } from "../time/day";
import { prepareFilter } from "./facet-index";
import { FILTERS, type FilterSpec } from "./filters";
import { DEFAULT_QUERY, type Query } from "./query";
import { countScopes } from "./scope";
import { getRowWords } from "./search";
import { addReadinessInSteps, rankNamesInSteps, type Selection, select } from "./select";

/**
 * Makes everything that a query over some rows keeps for later ones, so that it answers as fast as the next one. The caller
 * may pause between steps. Each takes some milliseconds for 10,000 rows; the order takes up to 30.
 * @param query its weights, order and filters are prepared; absent: those that a page begins with, and its text search
 * @param counts filters whose zones are counted, beside those of the query; absent: all
 * @returns what the query finds
 */
export function* prepareRows(
  rows: readonly ZoneRow[],
  asOf: Day,
  query: Query = DEFAULT_QUERY,
  counts: readonly FilterSpec[] = FILTERS,
): Generator<void, Selection> {
  yield* addReadinessInSteps(rows, query);
  yield* rankNamesInSteps(rows);
  countScopes(rows);
  yield;
  for (const filter of FILTERS) {
    if (!query.filters[filter.key] && !counts.includes(filter)) continue;
    prepareFilter(filter, rows, asOf);
    yield;
  }
  if (query === DEFAULT_QUERY || query.q !== "") {
    for (const row of rows) {
      getRowWords(row);
      yield;
    }
  }
  return select(rows, query, asOf);
}
