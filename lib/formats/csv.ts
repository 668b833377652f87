import { stringify } from "csv-stringify/sync";
import type { RankedRow } from "../query/select";
import type { Cell, Column } from "./columns";

/** Media type of a CSV file. */
export const CSV_TYPE = "text/csv; charset=utf-8; header=present";

const ROWS_PER_CHUNK = 500;

/**
 * A CSV file in chunks: UTF-8 without a byte order mark, commas, quotes where needed, a line feed after
 * each line, column names in the first. Unknown is the word “unknown”. Text that a spreadsheet would
 * read as a formula starts with an apostrophe.
 */
export function* csvChunks(
  rows: readonly RankedRow[],
  columns: readonly Column[],
): Generator<string> {
  yield csvLines([columns.map(({ key }) => key)]);
  for (let start = 0; start < rows.length; start += ROWS_PER_CHUNK) {
    yield csvLines(
      rows.slice(start, start + ROWS_PER_CHUNK).map((row) => columns.map(({ cell }) => cell(row))),
    );
  }
}

/** A flag is written as a word. A number stays a number, because a text with a minus sign gets an apostrophe. */
function toCsvCell(cell: Cell): string | number {
  return typeof cell === "boolean" ? String(cell) : cell;
}

/** Lines of a CSV file in the form of `csvChunks`, one per record. */
export function csvLines(records: readonly (readonly Cell[])[]): string {
  return stringify(
    records.map((record) => record.map(toCsvCell)),
    { escape_formulas: true },
  );
}
