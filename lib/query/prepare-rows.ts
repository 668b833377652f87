import type { ZoneRow } from "../evidence/row";
import type { Day } from "../time/day";
import { prepareFilter } from "./facet-index";
import { FILTERS } from "./filters";
import { DEFAULT_QUERY } from "./query";
import { countScopes } from "./scope";
import { getRowWords } from "./search";
import { addReadiness, rankNames, select } from "./select";

/** Rows whose words are folded in one step. */
const STEP_ROWS = 200;

/**
 * Makes everything that queries over some rows keep for later ones, and the default order, so that the first query with
 * the default weights and order answers as fast as the next. The caller may pause between steps. Each takes some
 * milliseconds for 10,000 rows; the scores and the orders take up to 80.
 */
export function* prepareRows(rows: readonly ZoneRow[], asOf: Day): Generator<undefined> {
  addReadiness(rows, DEFAULT_QUERY);
  yield;
  rankNames(rows);
  yield;
  countScopes(rows);
  yield;
  select(rows, DEFAULT_QUERY, asOf);
  yield;
  for (const filter of FILTERS) {
    prepareFilter(filter, rows, asOf);
    yield;
  }
  for (let start = 0; start < rows.length; start += STEP_ROWS) {
    for (const row of rows.slice(start, start + STEP_ROWS)) getRowWords(row);
    yield;
  }
}
