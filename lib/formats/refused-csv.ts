import { stringify } from "csv-stringify/browser/esm/sync";
import { PROBLEMS_HEADER } from "../catalogue/import-columns";

/** A row of a table that was refused, and what is wrong with it. */
export interface RefusedRow {
  readonly cells: readonly string[];
  readonly problems: readonly string[];
}

/**
 * The refused rows of an imported table as CSV with their problems in a last column, which an import leaves out. Begins
 * with a byte order mark, so that Excel reads it as UTF-8. Runs in the browser too.
 */
export function refusedCsv(header: readonly string[], rows: readonly RefusedRow[]): string {
  const lines = rows.map(({ cells, problems }) => [
    ...header.map((_, column) => cells[column] ?? ""),
    problems.join(" | "),
  ]);
  return stringify([[...header, PROBLEMS_HEADER], ...lines], { bom: true, escape_formulas: true });
}
