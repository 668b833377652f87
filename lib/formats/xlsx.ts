import { UNKNOWN } from "../query/filters";
import type { RankedRow } from "../query/select";
import type { Cell, Column } from "./columns";
import type { FileNotes } from "./file-notes";
import { readMeLines } from "./read-me";
import type { SourceUse } from "./sources-behind";
import { type CellStyle, type Sheet, type SheetRow, spreadsheetParts } from "./spreadsheet";
import { zipChunks } from "./zip";

/** Media type of an XLSX file. */
export const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** What an XLSX file is made of. */
export interface Workbook {
  readonly rows: readonly RankedRow[];
  readonly columns: readonly Column[];
  readonly sources: readonly SourceUse[];
  readonly notes: FileNotes;
  /** The time that the file gives as that of its making: a fixed one, so that the same content is the same file. */
  readonly madeAt: Date;
}

const WIDE = 42;
const NARROW = 16;

/**
 * An XLSX file with the sheets Data, Sources and Read me, piece by piece and as fast as it is read.
 * Numbers and flags are typed; unknown is the word “unknown”, since an empty cell counts as 0 in a
 * formula. The same workbook makes the same bytes.
 */
export function xlsxChunks(book: Workbook): AsyncGenerator<Uint8Array> {
  return zipChunks(
    spreadsheetParts({
      title: book.notes.title,
      creator: "CPEC SEZ Tracker",
      madeAt: book.madeAt,
      sheets: [dataSheet(book), sourcesSheet(book.sources), readMeSheet(book)],
    }),
  );
}

/** The same, whole. */
export async function xlsxBytes(book: Workbook): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of xlsxChunks(book)) chunks.push(chunk);
  return Uint8Array.from(Buffer.concat(chunks));
}

const plain = (): CellStyle => "plain";
const heading = (): CellStyle => "heading";
const markedUnknown = (cell: Cell): CellStyle => (cell === UNKNOWN ? "unknown" : "plain");

function dataSheet({ rows, columns }: Workbook): Sheet {
  return {
    name: "Data",
    widths: columns.map(({ key }) => (key === "name" ? WIDE : NARROW)),
    table: { frozenColumns: 1 },
    rows: dataRows(rows, columns),
  };
}

function* dataRows(rows: readonly RankedRow[], columns: readonly Column[]): Generator<SheetRow> {
  yield { cells: columns.map(({ key }) => key), styleOf: heading };
  for (const row of rows) {
    yield { cells: columns.map(({ cell }) => cell(row)), styleOf: markedUnknown };
  }
}

const SOURCE_HEAD = [
  "id",
  "title",
  "publisher",
  "publishedOn",
  "publishedOnEstimated",
  "accessed",
  "kind",
  "url",
  "values",
] as const;

function sourcesSheet(sources: readonly SourceUse[]): Sheet {
  const rows = sources.map(({ source, values }) => ({
    cells: SOURCE_HEAD.map((key) =>
      key === "values" ? values : (source[key] ?? (key === "url" ? "none" : UNKNOWN)),
    ),
    styleOf: plain,
  }));
  return {
    name: "Sources",
    widths: SOURCE_HEAD.map((key) => (key === "title" ? WIDE : NARROW)),
    table: { frozenColumns: 0 },
    rows: [{ cells: SOURCE_HEAD, styleOf: heading }, ...rows],
  };
}

function readMeSheet({ columns, notes }: Workbook): Sheet {
  return {
    name: "Read me",
    widths: [28, 90, 60],
    table: null,
    rows: readMeLines(notes, columns).map((line) => ({
      cells: line.cells,
      styleOf: () => (line.heading ? "wrappedHeading" : "wrapped"),
    })),
  };
}
