import "server-only";
import { Worker } from "node:worker_threads";
import type { MergeRange } from "hucre/xlsx";
import { fromBufferPromise } from "yauzl";
import { formatCell, formatColumn, MAX_TABLE_COLUMNS, MAX_TABLE_ROWS } from "@/lib/entry/table";

/** Most bytes of an XLSX file after it is unpacked: a small file can hold gigabytes. */
const MAX_UNPACKED = 32 * 1024 * 1024;
const MAX_PARTS = 2_000;
/**
 * Most elements, attributes and entities of all parts together, counted as "<", "=" and "&". A cell of text has 7, so a
 * table of 20,000 rows can have some 5 columns of it.
 */
const MAX_MARKS = 1_000_000;
/** Most attributes of one element: an object of a million cannot grow within the limits of a thread, which ends all. */
const MAX_ATTRIBUTES = 10_000;
/** Megabytes and milliseconds of the reader, which keeps up to 900 bytes for an element of 5. */
const MAX_HEAP_MB = 384;
const MAX_MS = 10_000;
/** Most characters of all cells of a sheet. */
const MAX_TEXT = 16 * 1024 * 1024;
/** Most cells that cells merged across columns cover. */
const MAX_COVERED = 200_000;
/** Rows that are read: those of the table, and titles above it. */
const MAX_ROWS = MAX_TABLE_ROWS + 50;

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
  const parsed = await parseApart(bytes, wanted);
  if (typeof parsed === "string") return parsed;
  const { rows, sheet, sheets } = parsed;
  const merges = clipMerges(rows, parsed.merges);
  if (typeof merges === "string") return merges;
  return { ...spread(rows, merges), sheet, sheets };
}

/** What the reader sends: the texts of a sheet, with its merged cells as the file has them. */
interface ParsedSheet extends Pick<ReadSheet, "sheet" | "sheets"> {
  readonly rows: string[][];
  readonly merges: readonly MergeRange[];
}

/**
 * Parses a file in a thread of its own. What a hostile file makes the reader do ends that thread, and other requests go
 * on meanwhile.
 */
function parseApart(bytes: Uint8Array, wanted: string | null): Promise<ParsedSheet | XlsxProblem> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./xlsx-worker.mjs", import.meta.url), {
      workerData: {
        bytes,
        wanted,
        range: `A1:${formatColumn(MAX_TABLE_COLUMNS - 1)}${MAX_ROWS + 1}`,
        maxRows: MAX_ROWS,
        maxMerges: MAX_COVERED,
        maxText: MAX_TEXT,
      },
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB, maxYoungGenerationSizeMb: 16 },
    });
    const timer = setTimeout(() => {
      resolve("too-large");
      void worker.terminate();
    }, MAX_MS);
    worker.once("message", resolve);
    worker.once("error", (error) => {
      if ("code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY") resolve("too-large");
      else reject(error);
    });
    worker.once("exit", () => {
      clearTimeout(timer);
      reject(new Error("The reader of XLSX files ended without an answer."));
    });
  });
}

/** Unpacks every part to count its bytes and elements, before anything holds them all. */
async function checkArchive(bytes: Uint8Array): Promise<XlsxProblem | null> {
  let unpacked = 0;
  let parts = 0;
  const marks = new MarkCounter();
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
    for await (const entry of zip.eachEntry()) {
      parts += 1;
      if (parts > MAX_PARTS || unpacked + entry.uncompressedSize > MAX_UNPACKED) return "too-large";
      for await (const chunk of await zip.openReadStreamPromise(entry)) {
        unpacked += chunk.length;
        if (unpacked > MAX_UNPACKED || !marks.add(chunk)) return "too-large";
      }
    }
    return null;
  } catch {
    return "unreadable";
  }
}

const OPENING = "<".charCodeAt(0);
const EQUALS = "=".charCodeAt(0);
const ENTITY = "&".charCodeAt(0);

/** Counts what the reader would keep objects for. */
class MarkCounter {
  private marks = 0;
  private attributes = 0;

  /** @returns false: there are too many */
  add(chunk: Uint8Array): boolean {
    for (const byte of chunk) {
      if (byte !== OPENING && byte !== EQUALS && byte !== ENTITY) continue;
      this.marks += 1;
      this.attributes =
        byte === EQUALS ? this.attributes + 1 : byte === OPENING ? 0 : this.attributes;
      if (this.marks > MAX_MARKS || this.attributes > MAX_ATTRIBUTES) return false;
    }
    return true;
  }
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
