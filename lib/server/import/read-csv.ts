import "server-only";
import { parse } from "csv-parse/sync";
import { MAX_TABLE_CELLS, MAX_TABLE_ROWS } from "@/lib/entry/table";

/** What separates the cells of a text file. */
export const DELIMITERS = { comma: ",", semicolon: ";", tab: "\t" } as const;
export type DelimiterName = keyof typeof DELIMITERS;

/** Rows from which the delimiter is found, and the most characters of them. */
const SAMPLE_ROWS = 50;
const SAMPLE_CHARACTERS = 64 * 1024;
/** Most characters of one row. */
const MAX_ROW_CHARACTERS = 1024 * 1024;
/** Excel writes the delimiter into the first line of some files. */
const SEPARATOR_LINE = /^sep=(.)\r?\n/;

/** The cells of a text file, or why they are not read: there are too many, or the line of a quoted cell that does not end or of a row that is too long. */
export type ReadRows =
  | { readonly rows: readonly (readonly string[])[]; readonly delimiter: DelimiterName }
  | { readonly code: "too-many-cells" }
  | { readonly code: "broken-quote" | "long-row"; readonly line: number };

/** Reads the cells of a CSV file or of pasted text; the delimiter is found by which one gives the most regular rows. */
export function readRows(text: string): ReadRows {
  const named = SEPARATOR_LINE.exec(text);
  const body = named ? text.slice(named[0].length) : text;
  if (NAMES.some((name) => hasManyCells(body, DELIMITERS[name]))) return { code: "too-many-cells" };
  const delimiter = findNamed(named?.[1]) ?? findDelimiter(body);
  try {
    const rows = parseRows(body, DELIMITERS[delimiter], MAX_TABLE_ROWS + 51);
    // The line with the delimiter is a row, too, so that rows keep their numbers.
    return { rows: named ? [[], ...rows] : rows, delimiter };
  } catch (error) {
    if (!(error instanceof Error && "code" in error && "lines" in error)) throw error;
    if (!String(error.code).startsWith("CSV_")) throw error;
    const code = error.code === "CSV_MAX_RECORD_SIZE" ? "long-row" : "broken-quote";
    return { code, line: Number(error.lines) };
  }
}

/** Are there more delimiters than a table has cells? Those in quoted cells count too: a text has far fewer. */
function hasManyCells(text: string, delimiter: string): boolean {
  let cells = 0;
  for (let at = text.indexOf(delimiter); at !== -1; at = text.indexOf(delimiter, at + 1)) {
    cells += 1;
    if (cells > MAX_TABLE_CELLS) return true;
  }
  return false;
}

function parseRows(text: string, delimiter: string, to: number): string[][] {
  const rows: string[][] = parse(text, {
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: MAX_ROW_CHARACTERS,
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
  const sample = takeSample(text);
  let best: DelimiterName = "comma";
  let most = 0;
  for (const name of NAMES) {
    const regular = countRegular(sample, DELIMITERS[name]);
    if (regular <= most) continue;
    most = regular;
    best = name;
  }
  return best;
}

/** The beginning of a text, without the row at its end that is not whole. */
function takeSample(text: string): string {
  if (text.length <= SAMPLE_CHARACTERS) return text;
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  const end = sample.lastIndexOf("\n");
  return end === -1 ? sample : sample.slice(0, end);
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
