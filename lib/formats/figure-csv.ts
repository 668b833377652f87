import { stringify } from "csv-stringify/browser/esm/sync";

/** A column of the data behind a figure. */
export interface FigureColumn {
  readonly key: string;
  readonly label: string;
  /** Aligned at the end of the cell, in tabular figures. */
  readonly numeric?: boolean;
}

/** A row of the data behind a figure: its cells by column (null is unknown) and a link to its evidence. */
export type FigureRow = Readonly<Record<string, string | number | null | undefined>> & {
  readonly href?: string | undefined;
};

/**
 * The data behind a figure as CSV: column keys in the first line, an unknown cell is empty. Runs in
 * the browser too. Text that a spreadsheet would read as a formula starts with an apostrophe.
 */
export function figureCsv(columns: readonly FigureColumn[], rows: readonly FigureRow[]): string {
  const keys = columns.map(({ key }) => key);
  return stringify([keys, ...rows.map((row) => keys.map((key) => row[key] ?? null))], {
    escape_formulas: true,
  });
}
