import "server-only";
import {
  countKnownHeaders,
  findHeader,
  MAX_TABLE_COLUMNS,
  MAX_TABLE_ROWS,
  type Table,
} from "@/lib/entry/table";
import { decodeText, type TextEncoding } from "./decode-text";
import { type DelimiterName, readRows } from "./read-csv";
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
