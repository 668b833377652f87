import "server-only";
import { type Cell, type MergeRange, readXlsx } from "hucre/xlsx";
import { fromBufferPromise } from "yauzl";
import { formatCell, formatColumn, MAX_TABLE_COLUMNS, MAX_TABLE_ROWS } from "@/lib/entry/table";

/** Most bytes of an XLSX file after it is unpacked: a small file can hold gigabytes. */
const MAX_UNPACKED = 64 * 1024 * 1024;
const MAX_PARTS = 2_000;
/**
 * Most elements and attributes of all parts together, counted as "<" and "=". The reader keeps up to 900 bytes for one
 * of 5 bytes. A cell of text has 7, so a table of 20,000 rows can have some 15 columns of it.
 */
const MAX_MARKS = 2_500_000;
/** Most cells that cells merged across columns cover. */
const MAX_COVERED = 200_000;
/** Rows that are read: those of the table, and titles above it. */
const MAX_ROWS = MAX_TABLE_ROWS + 50;

/** The errors of the reader that a file causes, by name. */
const READER_ERRORS: Readonly<Record<string, XlsxProblem>> = {
  EncryptedFileError: "protected",
  ParseError: "unreadable",
  UnsupportedFormatError: "unreadable",
  XmlError: "unreadable",
  ZipError: "unreadable",
};

/** A sheet of cells, and the cells that a merged cell covers. */
export interface ReadSheet {
  readonly rows: readonly (readonly string[])[];
  /** Number of merged cells whose value was copied to all their rows. */
  readonly filled: number;
  /** Addresses of cells that a cell merged across columns covers. */
  readonly covered: readonly string[];
  readonly sheet: string;
  /** The visible sheets of the file. */
  readonly sheets: readonly string[];
}

/** Why an XLSX file is not read. */
export type XlsxProblem = "unreadable" | "too-large" | "protected" | "no-sheet" | "too-many-rows";

/**
 * Reads one visible sheet of an XLSX file. Numbers, dates and percentages become the texts that the sheet shows without
 * its formats: 0.07 formatted as a percentage is "7%", a date that shows only month and year is "2027-12".
 * @param wanted the name of the sheet; null: the first visible one
 */
export async function readSheet(
  bytes: Uint8Array,
  wanted: string | null,
): Promise<ReadSheet | XlsxProblem> {
  const problem = await checkArchive(bytes);
  if (problem !== null) return problem;
  const names: string[] = [];
  try {
    const { sheets } = await readXlsx(bytes, {
      readStyles: true,
      range: `A1:${formatColumn(MAX_TABLE_COLUMNS - 1)}${MAX_ROWS + 1}`,
      sheets: ({ name, hidden, veryHidden }) => {
        if (hidden || veryHidden) return false;
        names.push(name);
        return wanted === null ? names.length === 1 : name === wanted;
      },
    });
    const [sheet] = sheets;
    if (!sheet) return "no-sheet";
    if (sheet.rows.length > MAX_ROWS) return "too-many-rows";
    const rows = sheet.rows.map((cells, row) =>
      cells.map((value, column) => toText(value, sheet.cells?.get(`${row},${column}`))),
    );
    const merges = clipMerges(rows, sheet.merges ?? []);
    if (typeof merges === "string") return merges;
    return { ...spread(rows, merges), sheet: sheet.name, sheets: names };
  } catch (error) {
    const problem = error instanceof Error ? READER_ERRORS[error.name] : undefined;
    if (problem === undefined) throw error;
    return problem;
  }
}

/** Unpacks every part to count its bytes and elements, before anything holds them all. */
async function checkArchive(bytes: Uint8Array): Promise<XlsxProblem | null> {
  let unpacked = 0;
  let parts = 0;
  let marks = 0;
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
    for await (const entry of zip.eachEntry()) {
      parts += 1;
      if (parts > MAX_PARTS || unpacked + entry.uncompressedSize > MAX_UNPACKED) return "too-large";
      for await (const chunk of await zip.openReadStreamPromise(entry)) {
        unpacked += chunk.length;
        marks += countMarks(chunk);
        if (unpacked > MAX_UNPACKED || marks > MAX_MARKS) return "too-large";
      }
    }
    return null;
  } catch {
    return "unreadable";
  }
}

const OPENING = "<".charCodeAt(0);
const EQUALS = "=".charCodeAt(0);

function countMarks(chunk: Uint8Array): number {
  let marks = 0;
  for (const byte of chunk) if (byte === OPENING || byte === EQUALS) marks += 1;
  return marks;
}

function toText(value: Cell["value"], cell: Cell | undefined): string {
  if (value === null) return "";
  const format = cell?.style?.numFmt ?? "";
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? "" : formatDate(value.toISOString(), format);
  }
  if (typeof value === "number" && /%/.test(format)) {
    return `${Number((value * 100).toPrecision(12))}%`;
  }
  return String(value).trim();
}

/** The day of a date, or its month or year where the format shows no more. */
function formatDate(instant: string, format: string): string {
  const letters = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "").toLowerCase();
  if (letters === "" || letters.includes("d")) return instant.slice(0, 10);
  return letters.includes("m") ? instant.slice(0, 7) : instant.slice(0, 4);
}

/**
 * The parts of merged cells that are inside the table. No program writes merged cells that overlap: a small file of
 * them would cover the same cells any number of times.
 */
function clipMerges(
  rows: readonly (readonly string[])[],
  merges: readonly MergeRange[],
): readonly MergeRange[] | XlsxProblem {
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
  const taken = new Uint8Array(rows.length * width);
  const clipped: MergeRange[] = [];
  let covered = 0;
  for (const { startRow, startCol, ...end } of merges) {
    const endRow = Math.min(end.endRow, rows.length - 1);
    const endCol = Math.min(end.endCol, width - 1);
    if (endRow < startRow || endCol < startCol) continue;
    for (let row = startRow; row <= endRow; row++) {
      const cells = taken.subarray(row * width + startCol, row * width + endCol + 1);
      if (cells.includes(1)) return "unreadable";
      cells.fill(1);
    }
    covered += (endRow - startRow + 1) * (endCol - startCol);
    if (covered > MAX_COVERED) return "too-large";
    clipped.push({ startRow, startCol, endRow, endCol });
  }
  return clipped;
}

/** Copies the value of a cell that is merged over rows to each of them. */
function spread(
  rows: string[][],
  merges: readonly MergeRange[],
): Pick<ReadSheet, "rows" | "filled" | "covered"> {
  const covered: string[] = [];
  let filled = 0;
  for (const { startRow, startCol, endRow, endCol } of merges) {
    const value = rows[startRow]?.[startCol] ?? "";
    if (value === "") continue;
    if (endRow > startRow) filled += 1;
    for (let row = startRow; row <= endRow; row++) {
      const cells = rows[row] ?? [];
      cells[startCol] = value;
      for (let column = startCol + 1; column <= Math.min(endCol, cells.length - 1); column++) {
        covered.push(formatCell(column, row + 1));
      }
    }
  }
  return { rows, filled, covered };
}
