import { PassThrough, type Writable } from "node:stream";
import ExcelJS from "exceljs";
import { UNKNOWN } from "../query/filters";
import type { RankedRow } from "../query/select";
import type { Column } from "./columns";
import type { FileNotes } from "./file-notes";
import { readMeLines } from "./read-me";
import type { SourceUse } from "./sources-behind";
import { setZipInstant } from "./zip-instant";

/** Media type of an XLSX file. */
export const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** What an XLSX file is made of. */
export interface Workbook {
  readonly rows: readonly RankedRow[];
  readonly columns: readonly Column[];
  readonly sources: readonly SourceUse[];
  readonly notes: FileNotes;
  /** Instant that the file names as that of its making: a fixed one, so that the same content is the same file. */
  readonly madeAt: Date;
}

type Sheet = ExcelJS.Worksheet;
type SheetOptions = Partial<ExcelJS.AddWorksheetOptions>;

const ROWS_AT_ONCE = 500;
const HEAD_FONT = { bold: true } as const;
const UNKNOWN_FONT = { italic: true, color: { argb: "FF767676" } } as const;
const WIDE = 42;
const NARROW = 16;

/**
 * Writes an XLSX file with the sheets Data, Sources and Read me; resolves once the last byte is
 * handed to `out`. Numbers and flags are typed; unknown is the word “unknown”, since an empty cell
 * counts as 0 in a formula. Stops early where `out` is destroyed.
 * @throws where `out` fails
 */
export async function writeXlsx(book: Workbook, out: Writable): Promise<void> {
  const writer = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true });
  writer.creator = "CPEC SEZ Tracker";
  writer.title = book.notes.title;
  writer.created = book.madeAt;
  writer.modified = book.madeAt;
  await writeData(writer.addWorksheet("Data", FROZEN_SLUG), book, out);
  writeSources(writer.addWorksheet("Sources", FROZEN_HEAD), book.sources);
  writeReadMe(writer.addWorksheet("Read me"), book);
  if (!out.destroyed) await writer.commit();
}

/**
 * The same as bytes, which are the same whenever they are made.
 * @param out what it is gathered in; destroyed, it ends the making
 * @throws where `out` is destroyed before its end
 */
export async function xlsxBytes(
  book: Workbook,
  out = new PassThrough(),
): Promise<Uint8Array<ArrayBuffer>> {
  const [chunks] = await Promise.all([out.toArray(), writeXlsx(book, out)]);
  const bytes = new Uint8Array(await new Blob(chunks).arrayBuffer());
  setZipInstant(bytes, book.madeAt);
  return bytes;
}

const FROZEN_HEAD: SheetOptions = { views: [{ state: "frozen", ySplit: 1 }] };
const FROZEN_SLUG: SheetOptions = { views: [{ state: "frozen", xSplit: 1, ySplit: 1 }] };

function writeHead(sheet: Sheet, names: readonly string[], rows: number): void {
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows + 1, column: names.length } };
  const head = sheet.addRow([...names]);
  head.font = HEAD_FONT;
  head.commit();
}

async function writeData(sheet: Sheet, { rows, columns }: Workbook, out: Writable): Promise<void> {
  sheet.columns = columns.map(({ key }) => ({ width: key === "name" ? WIDE : NARROW }));
  writeHead(
    sheet,
    columns.map(({ key }) => key),
    rows.length,
  );
  for (const [index, row] of rows.entries()) {
    const cells = columns.map(({ cell }) => cell(row));
    const written = sheet.addRow(cells);
    cells.forEach((cell, at) => {
      if (cell === UNKNOWN) written.getCell(at + 1).font = UNKNOWN_FONT;
    });
    written.commit();
    if (index % ROWS_AT_ONCE !== ROWS_AT_ONCE - 1) continue;
    // Lets what is written flow out before more is made.
    await new Promise((resolve) => setImmediate(resolve));
    if (out.destroyed) return;
  }
  sheet.commit();
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

function writeSources(sheet: Sheet, sources: readonly SourceUse[]): void {
  sheet.columns = SOURCE_HEAD.map((key) => ({ width: key === "title" ? WIDE : NARROW }));
  writeHead(sheet, SOURCE_HEAD, sources.length);
  for (const { source, values } of sources) {
    const cells = SOURCE_HEAD.map((key) =>
      key === "values" ? values : (source[key] ?? (key === "url" ? "none" : UNKNOWN)),
    );
    sheet.addRow(cells).commit();
  }
  sheet.commit();
}

function writeReadMe(sheet: Sheet, { columns, notes }: Workbook): void {
  sheet.columns = [{ width: 28 }, { width: 90 }, { width: 60 }];
  for (const line of readMeLines(notes, columns)) {
    const row = sheet.addRow(line.cells);
    if (line.heading) row.font = HEAD_FONT;
    row.alignment = { wrapText: true, vertical: "top" };
    row.commit();
  }
  sheet.commit();
}
