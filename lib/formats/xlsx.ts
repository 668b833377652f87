import type { ZoneFieldKey } from "../catalogue/fields";
import { NOT_APPLICABLE } from "../catalogue/kinds";
import type { Source } from "../evidence/ledger-records";
import type { ZoneRecord } from "../evidence/registry";
import { UNKNOWN } from "../query/filters";
import type { RankedRow } from "../query/select";
import { formatRevision } from "../text/revision-words";
import type { Text } from "../text/text";
import type { Cell, Column } from "./columns";
import type { FileNotes } from "./file-notes";
import {
  type CellStyle,
  type Sheet,
  type SheetRow,
  spreadsheetParts,
  storedZip,
  type ZipPart,
  zipChunks,
} from "./spreadsheet";

/** Media type of an XLSX file. */
export const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A source with the number of values in the file that cite it. */
interface SourceUse {
  readonly source: Source;
  readonly values: number;
}

/** The content of an XLSX file. */
export interface Workbook {
  readonly rows: readonly RankedRow[];
  readonly columns: readonly Column[];
  readonly sources: readonly SourceUse[];
  readonly notes: FileNotes;
  /** The creation time in the file: not the present one, so that the same content gives the same bytes. */
  readonly madeAt: Date;
}

/** Every source of the displayed values of some fields of some zones, the most used first. */
export function listSourceUses(
  zones: readonly ZoneRecord[],
  fields: readonly ZoneFieldKey[],
  sources: readonly Source[],
): readonly SourceUse[] {
  const values = new Map<string, number>();
  for (const zone of zones) {
    for (const field of fields) {
      const id = zone.fields[field].evidence?.claim.sourceId;
      if (id !== undefined) values.set(id, (values.get(id) ?? 0) + 1);
    }
  }
  return sources
    .flatMap((source) => {
      const count = values.get(source.id);
      return count === undefined ? [] : [{ source, values: count }];
    })
    .sort((a, b) => b.values - a.values || (a.source.id < b.source.id ? -1 : 1));
}

/** Programs address sheets by these names, so they are the same in every language. */
const SHEET_NAMES = { data: "Data", sources: "Sources", readMe: "Read me" } as const;

const WIDE = 42;
const NARROW = 16;

/**
 * An XLSX file with the sheets Data, Sources and Read me, in chunks and as fast as it is read. Numbers
 * and flags are typed; unknown is the word “unknown”, because formulas count an empty cell as 0. The
 * same workbook gives the same bytes with the same zlib.
 */
export function xlsxChunks(text: Text, book: Workbook): AsyncGenerator<Uint8Array> {
  return zipChunks(listParts(text, book));
}

/** The whole XLSX file without compression, so that its bytes are the same on any machine. */
export function xlsxBytes(text: Text, book: Workbook): Promise<Uint8Array<ArrayBuffer>> {
  return storedZip(listParts(text, book));
}

function listParts(text: Text, book: Workbook): readonly ZipPart[] {
  return spreadsheetParts({
    title: book.notes.title,
    creator: text.t("files.creator"),
    madeAt: book.madeAt,
    sheets: [dataSheet(book), sourcesSheet(book.sources), readMeSheet(text, book)],
  });
}

const plain = (): CellStyle => "plain";
const heading = (): CellStyle => "heading";
const markUnknown = (cell: Cell): CellStyle => (cell === UNKNOWN ? "unknown" : "plain");

function dataSheet({ rows, columns }: Workbook): Sheet {
  return {
    name: SHEET_NAMES.data,
    widths: columns.map(({ key }) => (key === "name" ? WIDE : NARROW)),
    table: { frozenColumns: 1 },
    rows: dataRows(rows, columns),
  };
}

function* dataRows(rows: readonly RankedRow[], columns: readonly Column[]): Generator<SheetRow> {
  yield { cells: columns.map(({ key }) => key), getStyle: heading };
  for (const row of rows) {
    yield { cells: columns.map(({ cell }) => cell(row)), getStyle: markUnknown };
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
    getStyle: plain,
  }));
  return {
    name: SHEET_NAMES.sources,
    widths: SOURCE_HEAD.map((key) => (key === "title" ? WIDE : NARROW)),
    table: { frozenColumns: 0 },
    rows: [{ cells: SOURCE_HEAD, getStyle: heading }, ...rows],
  };
}

function readMeSheet(text: Text, { columns, notes }: Workbook): Sheet {
  return {
    name: SHEET_NAMES.readMe,
    widths: [28, 90, 60],
    table: null,
    rows: listReadMeRows(text, notes, columns),
  };
}

/** What a reader needs to know about a table file: its selection, day and terms, and each column. */
function listReadMeRows(
  text: Text,
  notes: FileNotes,
  columns: readonly Column[],
): readonly SheetRow[] {
  const { t } = text;
  const { meta, licence } = notes;
  return [
    title(notes.title),
    line(
      t("files.readMe.zones"),
      t("files.readMe.zoneCount", {
        matched: text.number(meta.matched),
        total: text.number(meta.total),
      }),
    ),
    line(
      t("files.readMe.asOf"),
      t("files.readMe.day", { words: text.day(meta.asOf, "long"), day: meta.asOf }),
    ),
    line(
      t("files.readMe.revision"),
      t("files.readMe.revisionNote", {
        knownOn: meta.knownOn,
        revision: formatRevision(meta.version),
      }),
    ),
    line(t("files.readMe.method"), String(meta.method)),
    line(t("files.readMe.address"), notes.address),
    title(t("files.readMe.query")),
    ...notes.filter.map(({ label, words }) => line(label, words)),
    title(t("files.readMe.howTo")),
    line(UNKNOWN, t("files.readMe.unknown")),
    line(NOT_APPLICABLE, t("files.readMe.notApplicable")),
    line(t("files.readMe.readiness"), t("files.readMe.readinessNote")),
    line(t("files.readMe.candidates"), t("files.readMe.candidatesNote")),
    line(t("files.readMe.boundaries"), notes.boundaryNote),
    title(t("files.readMe.terms")),
    line(t("files.readMe.licence"), `${licence.name}, ${licence.url}`),
    line(t("files.readMe.cite"), notes.citation),
    title(t("files.readMe.columns"), t("files.readMe.definition"), t("files.readMe.values")),
    ...columns.map(({ key, label, definition, values }) =>
      line(key, t("files.column.defined", { label, definition }), values),
    ),
  ];
}

const line = (...cells: string[]): SheetRow => ({ cells, getStyle: () => "wrapped" });
const title = (...cells: string[]): SheetRow => ({ cells, getStyle: () => "wrappedHeading" });
