import "server-only";
import { parse } from "csv-parse/sync";
import {
  countKnownHeaders,
  findHeader,
  MAX_TABLE_CELLS,
  MAX_TABLE_COLUMNS,
  MAX_TABLE_ROWS,
  type Table,
} from "@/lib/entry/table";
import { readSheet, type XlsxProblem } from "./read-xlsx";

/** How a table was read. */
export type TableForm =
  | { readonly kind: "text"; readonly encoding: TextEncoding; readonly delimiter: DelimiterName }
  | {
      readonly kind: "xlsx";
      readonly sheet: string;
      readonly sheets: readonly string[];
      /** Number of merged cells whose value was copied to all their rows. */
      readonly filled: number;
    };

/** Why a file or a text is not read as a table. */
export type TableProblem =
  | {
      readonly code:
        | XlsxProblem
        | "old-excel"
        | "not-a-table"
        | "encoding"
        | "no-header"
        | "no-rows"
        | "too-many-cells"
        | "too-many-columns";
    }
  | { readonly code: "broken-quote" | "long-row"; readonly line: number };

/** A table with how it was read, or why it was not. */
export type ReadTable =
  | { readonly table: Table; readonly form: TableForm }
  | { readonly problem: TableProblem };

/** Beginnings of files: ZIP archives, as XLSX is one, and files of Excel until 2003. */
const ZIP = [0x50, 0x4b];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const PDF = [0x25, 0x50, 0x44, 0x46];

/**
 * Reads a table of a CSV or XLSX file, or of text pasted from a spreadsheet.
 * @param sheet name of a sheet of an XLSX file; null: its first visible one, or the second where only that is a table, as in
 *   the tracker's own files, which begin with a read-me
 * @param isKnown is a text the header of something that can be imported?
 */
export async function readTable(
  bytes: Uint8Array,
  sheet: string | null,
  isKnown: (header: string) => boolean,
): Promise<ReadTable> {
  const begins = (signature: readonly number[]) => signature.every((byte, i) => bytes[i] === byte);
  if (begins(OLE)) return refuse("old-excel");
  if (begins(PDF)) return refuse("not-a-table");
  if (begins(ZIP)) {
    const read = await (sheet === null ? readTableSheet(bytes, isKnown) : readSheet(bytes, sheet));
    if (typeof read === "string") return refuse(read);
    const { rows, covered, ...form } = read;
    return toTable(rows, covered, { kind: "xlsx", ...form }, isKnown);
  }
  const decoded = decodeText(bytes);
  if (decoded === null) return refuse("encoding");
  const read = readRows(decoded.text);
  if ("code" in read) return { problem: read };
  const { encoding } = decoded;
  return toTable(read.rows, [], { kind: "text", encoding, delimiter: read.delimiter }, isKnown);
}

/** The first visible sheet, or the second where headers that are known are only there. */
async function readTableSheet(bytes: Uint8Array, isKnown: (header: string) => boolean) {
  const first = await readSheet(bytes, null);
  if (typeof first === "string" || countKnownHeaders(first.rows, isKnown) >= 2) return first;
  const [, next] = first.sheets;
  const second = next === undefined ? null : await readSheet(bytes, next);
  if (second === null || typeof second === "string") return first;
  return countKnownHeaders(second.rows, isKnown) >= 2 ? second : first;
}

function refuse(code: Exclude<TableProblem["code"], "broken-quote" | "long-row">): ReadTable {
  return { problem: { code } };
}

function toTable(
  cells: readonly (readonly string[])[],
  covered: readonly string[],
  form: TableForm,
  isKnown: (header: string) => boolean,
): ReadTable {
  const at = findHeader(cells, isKnown);
  if (at === -1) return refuse("no-header");
  const header = trimEnd(cells[at] ?? []);
  const rows = cells.slice(at + 1).map(trimEnd);
  while (rows.at(-1)?.length === 0) rows.pop();
  if (rows.length === 0) return refuse("no-rows");
  if (rows.length > MAX_TABLE_ROWS) return refuse("too-many-rows");
  const width = rows.reduce((most, { length }) => Math.max(most, length), header.length);
  if (width > MAX_TABLE_COLUMNS) return refuse("too-many-columns");
  const names = Array.from({ length: width }, (_, i) => header[i] ?? "");
  return { table: { headerRow: at + 1, header: names, rows, covered }, form };
}

/** A row without the empty cells at its end. */
function trimEnd(cells: readonly string[]): readonly string[] {
  const last = cells.findLastIndex((cell) => cell !== "");
  return cells.slice(0, last + 1);
}

/** The encodings that files of text are read in. */
type TextEncoding = "UTF-8" | "UTF-16LE" | "UTF-16BE" | "Windows-1252";

/** A text with its encoding. Null: it is binary, or in another encoding. */
interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
}

/** Bytes that Windows-1252 does not define. */
const UNDEFINED = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
/** Western texts have single letters with accents; so many in a row are another script. */
const MAX_HIGH_BYTES = 3;
/** Bytes that are looked at to find UTF-16 without a byte order mark. */
const SAMPLE = 4_000;

/**
 * Decodes a file of text: by its byte order mark, else as UTF-8 where it is valid, else as Windows-1252 where it can be
 * that. Nothing is guessed: bytes of another script in an old encoding are not read.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return decode(bytes, "UTF-8");
  if (first === 0xff && second === 0xfe) return decode(bytes, "UTF-16LE");
  if (first === 0xfe && second === 0xff) return decode(bytes, "UTF-16BE");
  const zeros = findZeros(bytes);
  if (zeros !== null) return zeros === "mixed" ? null : decode(bytes, zeros);
  return decode(bytes, "UTF-8") ?? (isWestern(bytes) ? decode(bytes, "Windows-1252") : null);
}

/** @returns null where the bytes are not valid in the encoding */
function decode(bytes: Uint8Array, encoding: TextEncoding): DecodedText | null {
  try {
    const text = new TextDecoder(encoding.toLowerCase(), { fatal: true }).decode(bytes);
    return text.includes("\0") ? null : { text, encoding };
  } catch {
    return null;
  }
}

/** UTF-16 has a zero in every second byte of Latin letters; other texts have none. */
function findZeros(bytes: Uint8Array): "UTF-16LE" | "UTF-16BE" | "mixed" | null {
  let even = 0;
  let odd = 0;
  const length = Math.min(bytes.length, SAMPLE);
  for (let i = 0; i < length; i++) {
    if (bytes[i] !== 0) continue;
    if (i % 2 === 0) even += 1;
    else odd += 1;
  }
  if (even + odd === 0) return null;
  if (even === 0 && odd > length / 8) return "UTF-16LE";
  return odd === 0 && even > length / 8 ? "UTF-16BE" : "mixed";
}

function isWestern(bytes: Uint8Array): boolean {
  let run = 0;
  for (const byte of bytes) {
    if (UNDEFINED.has(byte)) return false;
    run = byte >= 0x80 ? run + 1 : 0;
    if (run > MAX_HIGH_BYTES) return false;
  }
  return true;
}

/** What separates the cells of a text file. */
const DELIMITERS = { comma: ",", semicolon: ";", tab: "\t" } as const;
type DelimiterName = keyof typeof DELIMITERS;

/** Rows from which the delimiter is found, and the most characters of them. */
const SAMPLE_ROWS = 50;
const SAMPLE_CHARACTERS = 64 * 1024;
/** Most characters of one row. */
const MAX_ROW_CHARACTERS = 1024 * 1024;
/** Excel writes the delimiter into the first line of some files. */
const SEPARATOR_LINE = /^sep=(.)\r?\n/;

/** The cells of a text file, or why they are not read: there are too many, or the line of a quoted cell that does not end or of a row that is too long. */
type ReadRows =
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
