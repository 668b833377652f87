import { fieldSpec, type ZoneFieldKey } from "../catalogue/fields";
import { NOT_APPLICABLE } from "../catalogue/kinds";
import { listFieldTerms } from "../catalogue/vocabularies";
import type { RankedRow } from "../query/select";
import { STANDINGS, type Standing } from "../readiness/standing";
import { formatRevision } from "../text/revision-words";
import type { Text } from "../text/text";
import type { ZoneColumn } from "./columns";
import type { FileNotes } from "./file-notes";
import { getFieldCell, getHeading, withUnit } from "./sheet-words";
import {
  type Sheet,
  type SheetRow,
  spreadsheetParts,
  storedZip,
  type ZipPart,
  zipChunks,
} from "./spreadsheet";
import { SHEET_NAMES, type SheetColumn, type TableSheet, tableSheet } from "./table-sheet";
import { type Evidenced, evidenceSheets } from "./workbook-sheets";

/** Media type of an XLSX file. */
export const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The content of an XLSX file. */
export interface Workbook {
  readonly rows: readonly RankedRow[];
  readonly columns: readonly ZoneColumn[];
  /** What the sheets beside the zones are made of. */
  readonly evidenced: Evidenced;
  readonly notes: FileNotes;
  /** The creation time in the file: not the present one, so that the same content gives the same bytes. */
  readonly madeAt: Date;
}

/**
 * An XLSX file in chunks and as fast as it is read: the sheets Read me, Zones, Evidence, Claims, Firms, Events, Sources and
 * Dictionary. Numbers and flags are typed; unknown is an empty cell. The same workbook gives the same bytes with the same
 * zlib.
 */
export function xlsxChunks(text: Text, book: Workbook): AsyncGenerator<Uint8Array> {
  return zipChunks(listParts(text, book));
}

/** The whole XLSX file without compression, so that its bytes are the same on any machine. */
export function xlsxBytes(text: Text, book: Workbook): Promise<Uint8Array<ArrayBuffer>> {
  return storedZip(listParts(text, book));
}

function listParts(text: Text, book: Workbook): readonly ZipPart[] {
  const tables = [zonesSheet(text, book), ...evidenceSheets(text, book.evidenced)];
  return spreadsheetParts({
    title: book.notes.title,
    creator: text.t("files.creator"),
    madeAt: book.madeAt,
    sheets: [
      readMeSheet(text, book.notes),
      ...tables.map(({ sheet }) => sheet),
      dictionarySheet(text, tables),
    ],
  });
}

/** The zones in words: the name first, or the slug where the name is not in the file, then the fields in their order. */
function zonesSheet(text: Text, { rows, columns }: Workbook): TableSheet {
  // Days of a date are for programs: people have the date itself.
  const [slug, ...others] = columns.filter(({ type }) => type !== "date");
  const name = others.find(({ field }) => field === "name");
  const ordered = name
    ? [name, ...others.filter((column) => column !== name), slug]
    : [slug, ...others];
  return tableSheet(
    "Zones",
    ordered.flatMap((column) => (column ? [toZoneColumn(text, column)] : [])),
    rows,
  );
}

function toZoneColumn(text: Text, column: ZoneColumn): SheetColumn<RankedRow> {
  const { key, label, definition, values, field, unit, cell } = column;
  if (key === "standing") {
    const getWords = (standing: Standing) => text.t(`query.standing.${standing}`);
    return {
      ...{ heading: label, definition, wide: false },
      values: STANDINGS.map(getWords).join(", "),
      cell: ({ progress }) => getWords(progress.standing),
    };
  }
  const isChoice = field !== null && fieldSpec(field).kind === "choice";
  return {
    heading: field === null ? withUnit(text, label, unit) : getHeading(text, field),
    definition,
    wide: field === "name",
    values: isChoice ? listTermsInWords(text, field) : values,
    cell: isChoice ? ({ values: own }) => getFieldCell(text, field, own[field]) : cell,
  };
}

/** The words of a choice, as they are in its column. */
function listTermsInWords(text: Text, field: ZoneFieldKey): string {
  const spec = fieldSpec(field);
  if (spec.kind !== "choice") return "";
  return listFieldTerms(spec)
    .map(({ value }) => getFieldCell(text, field, value))
    .join(", ");
}

/** What each column of each sheet means. */
function dictionarySheet(text: Text, tables: readonly TableSheet[]): Sheet {
  const { t } = text;
  const rows = tables.flatMap(({ sheet, columns }) =>
    columns.map((column, i) => ({ ...column, sheet: sheet.name, position: i + 1 })),
  );
  type Row = (typeof rows)[number];
  const column = (label: "sheet" | "column" | "definition" | "allowed" | "position") => ({
    heading: t(`files.label.${label}`),
    definition: "",
    values: "",
    wide: label === "column" || label === "definition" || label === "allowed",
  });
  const columns: readonly SheetColumn<Row>[] = [
    { ...column("column"), cell: ({ heading }) => heading },
    { ...column("sheet"), cell: ({ sheet }) => sheet },
    { ...column("position"), cell: ({ position }) => position },
    { ...column("definition"), cell: ({ definition }) => definition },
    { ...column("allowed"), cell: ({ values }) => values || null },
  ];
  return tableSheet("Dictionary", columns, rows).sheet;
}

function readMeSheet(text: Text, notes: FileNotes): Sheet {
  return { name: "Read me", widths: [28, 90], table: null, rows: listReadMeRows(text, notes) };
}

/** What a reader needs to know about a workbook: its selection, day and terms, and its sheets. */
function listReadMeRows(text: Text, notes: FileNotes): readonly SheetRow[] {
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
    title(t("files.readMe.sheets")),
    ...SHEET_NAMES.map((name) => line(name, t(`files.readMe.sheet.${name}`))),
    title(t("files.readMe.howTo")),
    line(t("files.readMe.emptyCell"), t("files.readMe.unknown")),
    line(NOT_APPLICABLE, t("files.readMe.notApplicable")),
    line(t("files.readMe.readiness"), t("files.readMe.readinessNote")),
    line(t("files.readMe.candidates"), t("files.readMe.candidatesNote")),
    line(t("files.readMe.boundaries"), notes.boundaryNote),
    title(t("files.readMe.terms")),
    line(t("files.readMe.licence"), `${licence.name}, ${licence.url}`),
    line(t("files.readMe.cite"), notes.citation),
  ];
}

const line = (...cells: string[]): SheetRow => ({ cells, style: "wrapped" });
const title = (...cells: string[]): SheetRow => ({ cells, style: "wrappedHeading" });
