/** Most rows of a table that is imported, without its headers. */
export const MAX_TABLE_ROWS = 20_000;
/** Most columns of such a table. */
export const MAX_TABLE_COLUMNS = 250;

/** Most cells of such a table, also empty ones. */
export const MAX_TABLE_CELLS = 1_000_000;

/** A table as read from a file or from pasted text. Cells are texts; an empty one is "". */
export interface Table {
  /** Number of the row with the headers in the file, from 1. */
  readonly headerRow: number;
  readonly header: readonly string[];
  /** The rows below the headers, in order; an empty row is an empty list, so that rows keep their numbers. */
  readonly rows: readonly (readonly string[])[];
  /** Addresses of cells that a cell merged across columns covers: which column its value is for is not known. */
  readonly covered: readonly string[];
}

/** The number of a row of a table in its file, from 1. */
export function getRowNumber({ headerRow }: Pick<Table, "headerRow">, index: number): number {
  return headerRow + 1 + index;
}

/** The letters of a column as spreadsheets write them: 0 is A, 26 is AA. */
export function formatColumn(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : formatColumn(Math.floor(index / 26) - 1) + last;
}

/**
 * The address of a cell, such as D17.
 * @param column from 0
 * @param row from 1
 */
export function formatCell(column: number, row: number): string {
  return `${formatColumn(column)}${row}`;
}

/** Rows at the top of a file that are searched for the headers. */
const HEADER_SEARCH = 20;

/** The most headers that are known in one row near the top. */
export function countKnownHeaders(
  rows: readonly (readonly string[])[],
  isKnown: (header: string) => boolean,
): number {
  return Math.max(0, ...countKnown(rows.slice(0, HEADER_SEARCH), isKnown));
}

function countKnown(
  rows: readonly (readonly string[])[],
  isKnown: (header: string) => boolean,
): readonly number[] {
  return rows.map((cells) => cells.filter((cell) => cell !== "" && isKnown(cell)).length);
}

/**
 * The place of the row with the headers: the first near the top with most names that are known, else the first with 2
 * cells. Titles above a table are skipped in this way.
 * @param isKnown does a header name something that can be imported?
 * @returns -1 where no row has 2 cells
 */
export function findHeader(
  rows: readonly (readonly string[])[],
  isKnown: (header: string) => boolean,
): number {
  const top = rows.slice(0, HEADER_SEARCH);
  const known = countKnown(top, isKnown);
  const most = Math.max(0, ...known);
  if (most >= 2) return known.indexOf(most);
  return top.findIndex((cells) => cells.filter((cell) => cell !== "").length >= 2);
}
