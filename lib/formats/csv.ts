import { stringify } from "csv-stringify/sync";
import type { RankedRow } from "../query/select";
import type { Cell, Column } from "./columns";

/** Media type of a CSV file. */
export const CSV_TYPE = "text/csv; charset=utf-8; header=present";

const ROWS_AT_ONCE = 500;

/**
 * A CSV file, piece by piece: UTF-8 without a byte order mark, commas, quotes where needed, one line
 * feed after each line, names in the first. Unknown is the word “unknown”. Text that a spreadsheet
 * would take for a formula has an apostrophe before it.
 */
export function* csvChunks(
  rows: readonly RankedRow[],
  columns: readonly Column[],
): Generator<string> {
  yield csvLines([columns.map(({ key }) => key)]);
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    yield csvLines(
      rows.slice(start, start + ROWS_AT_ONCE).map((row) => columns.map(({ cell }) => cell(row))),
    );
  }
}

/** A number keeps its minus sign only as a number; a flag is written as a word. */
function written(cell: Cell): string | number {
  return typeof cell === "boolean" ? String(cell) : cell;
}

/** Lines of a CSV file as `csvChunks` writes them, one for each record. */
export function csvLines(records: readonly (readonly Cell[])[]): string {
  return stringify(
    records.map((record) => record.map(written)),
    { escape_formulas: true },
  );
}
