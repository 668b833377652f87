import type { Column } from "./columns";
import type { Sheet, SheetRow } from "./spreadsheet";

/** The sheets that are tables, in order. Programs address them by these names, so they are the same in every language. */
export const SHEET_NAMES = [
  "Zones",
  "Evidence",
  "Claims",
  "Firms",
  "Targets",
  "Readiness",
  "Events",
  "Sources",
  "Dictionary",
] as const;

/** A column of a sheet that is a table. */
export interface SheetColumn<Row> extends Pick<Column<Row>, "definition" | "values" | "cell"> {
  /** Its first cell. */
  readonly heading: string;
  /** Does it hold names or sentences? */
  readonly wide?: boolean;
  /** Are its addresses links? */
  readonly link?: boolean;
}

/** A sheet that is a table, and what its columns mean. */
export interface TableSheet {
  readonly sheet: Sheet;
  readonly columns: readonly Pick<SheetColumn<never>, "heading" | "definition" | "values">[];
}

/** Width of a column in characters: of names and of everything else. */
const WIDE = 42;
const NARROW = 16;

/**
 * A sheet with the headings of its columns in the first row, which stays in view with the first column and has filters.
 * @param rows read once, while the sheet is written
 */
export function tableSheet<Row>(
  name: (typeof SHEET_NAMES)[number],
  columns: readonly SheetColumn<Row>[],
  rows: Iterable<Row>,
): TableSheet {
  const sheet = {
    name,
    widths: columns.map(({ wide }) => (wide ? WIDE : NARROW)),
    table: {
      frozenColumns: 1,
      linkColumns: columns.flatMap(({ link }, i) => (link ? i : [])),
    },
    rows: listSheetRows(columns, rows),
  };
  return { sheet, columns };
}

function* listSheetRows<Row>(
  columns: readonly SheetColumn<Row>[],
  rows: Iterable<Row>,
): Generator<SheetRow> {
  yield { cells: columns.map((column) => column.heading), style: "wrappedHeading" };
  for (const row of rows) yield { cells: columns.map(({ cell }) => cell(row)), style: "plain" };
}
