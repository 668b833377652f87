import type { RankedRow } from "../query/select";
import type { ZoneColumn } from "./columns";
import { CSV_TYPE } from "./csv";
import { DATA_PACKAGE, dataPackage } from "./data-package";
import {
  DAY_TABLES,
  dayTable,
  dictionaryTable,
  type TableInput,
  tableCsv,
  zonesTable,
} from "./day-tables";
import type { FileNotes } from "./file-notes";
import { licenceFile, packageReadMe } from "./release-notes";
import type { ZipPart } from "./spreadsheet";

/** What a package of files is made of. */
export interface PackageContents extends TableInput {
  /** The zones, in the order of the query. */
  readonly rows: readonly RankedRow[];
  readonly columns: readonly ZoneColumn[];
  readonly notes: FileNotes;
  /** Instant of the revision. */
  readonly recordedAt: Date;
  /** Scheme and host of the site. */
  readonly origin: string;
}

/**
 * The parts of a Frictionless data package: the zones and all tables about them as CSV, with their types, keys and terms. Rows are
 * made while a part is read.
 */
export function packageParts(contents: PackageContents): readonly ZipPart[] {
  const { text, rows, columns, notes, recordedAt, origin } = contents;
  const tables = [
    { ...zonesTable(text, columns, rows), summary: text.t("files.package.zones") },
    ...DAY_TABLES.map((name) => ({
      ...dayTable(contents, name),
      summary: text.t(`files.package.${name}`),
    })),
  ].map((table) => ({ ...table, name: `${table.name}.csv` }));
  const dictionary = { ...dictionaryTable(text, tables), name: "dictionary.csv" };
  const files = [...tables, dictionary].map(({ name, summary }) => ({
    name,
    summary,
    type: CSV_TYPE,
  }));
  const licence = {
    name: "LICENSE.txt",
    summary: text.t("files.notes.licenceFile"),
    type: "text/plain",
  };
  const description = dataPackage(
    {
      title: notes.title,
      description: text.t("files.notes.partDescription"),
      version: `r${notes.meta.version}`,
      recordedAt: recordedAt.toISOString(),
      origin,
      files: [...files, licence],
      sources: tables
        .filter(({ name }) => name === "sources.csv")
        .map(({ name, summary }) => ({ title: summary, path: name })),
    },
    tables,
  );
  const readMe = packageReadMe(text, notes, [...files, licence]);
  return [
    { path: "README.md", texts: [readMe] },
    { path: licence.name, texts: [licenceFile(text, notes)] },
    { path: DATA_PACKAGE, texts: [description] },
    ...[...tables, dictionary].map((table) => ({
      path: table.name,
      texts: tableCsv(table),
    })),
  ];
}
