import { listChangesBetween } from "../changes/changes";
import { listChangeRows } from "../contract/changes-answer";
import { listDictionary } from "../contract/dictionary";
import { listMeta } from "../contract/meta";
import { releaseFilePath, releasePath } from "../contract/release-answer";
import type { Ledger, Registry } from "../evidence/registry";
import { buildRow } from "../evidence/row";
import { listSourcesAt } from "../evidence/source-versions";
import { DEFAULT_QUERY } from "../query/query";
import { select } from "../query/select";
import { describeChange } from "../text/change-words";
import type { Text } from "../text/text";
import { EXPORTED_FIELDS, listColumns } from "./columns";
import { CSV_TYPE, csvChunks } from "./csv";
import { citation, type FileNotes, fileNotes } from "./file-notes";
import { GEOJSON_TYPE, geojsonChunks, NDJSON_TYPE, ndjsonChunks } from "./json-files";
import { type EarlierRelease, type FileInfo, releaseChanges, releaseReadMe } from "./release-notes";
import { buildTable, buildTables, type ReleaseTable } from "./release-tables";
import { listSourceUses, type Workbook, XLSX_TYPE, xlsxBytes } from "./xlsx";

/** The input of a release. The same input gives the same bytes. */
export interface ReleaseInput {
  readonly text: Text;
  /** Such as `2026.1`. */
  readonly number: string;
  readonly madeAt: Date;
  readonly notes: string | null;
  readonly ledger: Ledger;
  /** The registry at the release's day and revision. */
  readonly registry: Registry;
  /** The release that changes are compared with; null: no earlier one exists. */
  readonly since: EarlierRelease | null;
  /** Scheme and host of the site, without a trailing slash; empty if it is not known. */
  readonly origin: string;
}

/** A file of a release. */
export interface ReleaseFile extends FileInfo {
  /** Media type. */
  readonly type: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

/** The files of a release in the order of display, without their checksums. */
export interface ReleaseContents {
  readonly files: readonly ReleaseFile[];
  readonly changes: number;
}

const MARKDOWN_TYPE = "text/markdown; charset=utf-8";
const JSON_TYPE = "application/json; charset=utf-8";

/** Makes the files of a release: the zones in every format, all tables, the dictionary, changes, read-me. */
export async function buildRelease(input: ReleaseInput): Promise<ReleaseContents> {
  const { text, number, madeAt, notes, ledger, registry, since } = input;
  const span = since && {
    from: { asOf: since.asOf, revision: since.version },
    to: registry,
  };
  const changes = span ? listChangesBetween(ledger, span) : [];
  const entries = listChangeRows(ledger, changes, registry).map((change) => ({
    kind: change.kind,
    on: change.on,
    words: describeChange(text, change),
    sourceId: change.sourceId,
  }));
  const zones = await buildZoneFiles(input);
  const tables = buildTables(text, ledger, registry, changes);
  const files = [
    ...zones.files,
    ...tables.map(toFile),
    ...buildDictionaryFiles(text, [zones.table, ...tables]),
    toTextFile(
      "changes.md",
      text.t("files.notes.changesFile"),
      releaseChanges(text, number, since, entries),
    ),
  ];
  const readMe = releaseReadMe(text, {
    number,
    madeAt: madeAt.toISOString(),
    notes,
    since,
    changes: changes.length,
    meta: zones.notes.meta,
    citation: zones.notes.citation,
    files,
  });
  return {
    files: [toTextFile("README.md", text.t("files.notes.readMeFile"), readMe), ...files],
    changes: changes.length,
  };
}

/** A file of a release that people read. */
export function toTextFile(
  name: string,
  summary: string,
  content: string,
  type = MARKDOWN_TYPE,
): ReleaseFile {
  return { name, summary, records: null, type, content: new TextEncoder().encode(content) };
}

/** The zones of every scope in the four formats of the API. */
async function buildZoneFiles({ text, number, madeAt, ledger, registry, origin }: ReleaseInput) {
  const query = { ...DEFAULT_QUERY, scope: "all" } as const;
  const { rows, total } = select(registry.zones.map(buildRow), query, registry.asOf);
  const meta = listMeta(registry, rows.length, total);
  const columns = listColumns(text);
  const buildNotes = (name: string): FileNotes => {
    const notes = fileNotes(text, query, meta, `${origin}${releaseFilePath(number, name)}`);
    const title = text.t("files.release", { title: notes.title, number });
    // Without an origin a citation has no address.
    const address = origin === "" ? "" : `${origin}${releasePath(number)}`;
    return { ...notes, citation: citation(text, title, meta, address) };
  };
  const zones = { records: rows.length, summary: text.t("files.table.zones.summary") };
  const csv = [...csvChunks(rows, columns)].join("");
  const book: Workbook = {
    rows,
    columns,
    sources: listSourceUses(
      registry.zones,
      EXPORTED_FIELDS,
      listSourcesAt(ledger.facts.sourceVersions, registry.revision),
    ),
    notes: buildNotes("zones.xlsx"),
    madeAt,
  };
  const encode = (content: string) => new TextEncoder().encode(content);
  const files: readonly ReleaseFile[] = [
    { ...zones, name: "zones.csv", type: CSV_TYPE, content: encode(csv) },
    {
      ...zones,
      name: "zones.xlsx",
      summary: text.t("files.table.zones.xlsx"),
      type: XLSX_TYPE,
      content: await xlsxBytes(text, book),
    },
    {
      ...zones,
      name: "zones.geojson",
      summary: text.t("files.table.zones.geojson"),
      type: GEOJSON_TYPE,
      content: encode([...geojsonChunks(rows, buildNotes("zones.geojson"))].join("")),
    },
    {
      ...zones,
      name: "zones.ndjson",
      summary: text.t("files.table.zones.ndjson"),
      type: NDJSON_TYPE,
      content: encode([...ndjsonChunks(rows)].join("")),
    },
  ];
  const described = columns.map(({ key, label, definition, values }) => ({
    key,
    definition: text.t("files.column.defined", { label, definition }),
    values,
  }));
  return {
    files,
    table: { name: "zones.csv", columns: described },
    notes: buildNotes("zones.csv"),
  };
}

function toFile({ name, summary, records, csv }: ReleaseTable): ReleaseFile {
  return { name, summary, records, type: CSV_TYPE, content: new TextEncoder().encode(csv) };
}

/** The data dictionary: every column of every table for people, and every field for programs. */
function buildDictionaryFiles(
  text: Text,
  tables: readonly Pick<ReleaseTable, "name" | "columns">[],
): readonly ReleaseFile[] {
  const rows = tables.flatMap(({ name, columns }) =>
    columns.map((column) => ({ file: name, ...column })),
  );
  const csv = buildTable(
    "dictionary.csv",
    text.t("files.table.dictionary.csv"),
    (["file", "key", "definition", "values"] as const).map((key) => ({
      key: key === "key" ? "column" : key,
      definition: "",
      values: "",
      cell: (row: (typeof rows)[number]) => row[key],
    })),
    rows,
  );
  const fields = listDictionary(text);
  const json = { tables: tables.map(({ name, columns }) => ({ name, columns })), fields };
  return [
    toFile(csv),
    {
      name: "dictionary.json",
      summary: text.t("files.table.dictionary.json"),
      records: fields.length,
      type: JSON_TYPE,
      content: new TextEncoder().encode(`${JSON.stringify(json, null, 1)}\n`),
    },
  ];
}
