import "server-only";
import { parse } from "csv-parse/sync";
import { MAX_TABLE_ROWS } from "@/lib/entry/table";

/** What separates the cells of a text file. */
export const DELIMITERS = { comma: ",", semicolon: ";", tab: "\t" } as const;
export type DelimiterName = keyof typeof DELIMITERS;

/** Rows from which the delimiter is found. */
const SAMPLE_ROWS = 50;
/** Excel writes the delimiter into the first line of some files. */
const SEPARATOR_LINE = /^sep=(.)\r?\n/;

/** The cells of a text file, or the line where a quoted cell does not end. */
export type ReadRows =
  | { readonly rows: readonly (readonly string[])[]; readonly delimiter: DelimiterName }
  | { readonly brokenLine: number };

/** Reads the cells of a CSV file or of pasted text; the delimiter is found by which one gives the most regular rows. */
export function readRows(text: string): ReadRows {
  const named = SEPARATOR_LINE.exec(text);
  const body = named ? text.slice(named[0].length) : text;
  const delimiter = findNamed(named?.[1]) ?? findDelimiter(body);
  try {
    const rows = parseRows(body, DELIMITERS[delimiter], MAX_TABLE_ROWS + 51);
    // The line with the delimiter is a row, too, so that rows keep their numbers.
    return { rows: named ? [[], ...rows] : rows, delimiter };
  } catch (error) {
    const line = findBrokenLine(error);
    if (line === null) throw error;
    return { brokenLine: line };
  }
}

/** The line of an error of the parser; null: it is another error. */
function findBrokenLine(error: unknown): number | null {
  if (!(error instanceof Error && "code" in error && "lines" in error)) return null;
  return String(error.code).startsWith("CSV_") ? Number(error.lines) : null;
}

function parseRows(text: string, delimiter: string, to: number): string[][] {
  const rows: string[][] = parse(text, {
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    to,
  });
  return rows.map((cells) => cells.map(cleanCell));
}

/** Without spaces around it, and without the apostrophe that files of the tracker put before what looks like a formula. */
function cleanCell(cell: string): string {
  return cell.trim().replace(/^'(?=[=+\-@])/, "");
}

const NAMES = Object.keys(DELIMITERS) as DelimiterName[];

function findNamed(character: string | undefined): DelimiterName | undefined {
  return NAMES.find((name) => DELIMITERS[name] === character);
}

function findDelimiter(text: string): DelimiterName {
  let best: DelimiterName = "comma";
  let most = 0;
  for (const name of NAMES) {
    const regular = countRegular(text, DELIMITERS[name]);
    if (regular <= most) continue;
    most = regular;
    best = name;
  }
  return best;
}

/** The cells in rows of the most usual width; 0 for rows of one cell. */
function countRegular(text: string, delimiter: string): number {
  let rows: string[][];
  try {
    rows = parseRows(text, delimiter, SAMPLE_ROWS);
  } catch {
    return 0;
  }
  const widths = new Map<number, number>();
  for (const { length } of rows) {
    if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1);
  }
  return Math.max(0, ...[...widths].map(([width, count]) => width * count));
}
