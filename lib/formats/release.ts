import { listChangesBetween } from "../changes/changes";
import { type ChangeRow, changeRows } from "../contract/changes-answer";
import { dictionary } from "../contract/dictionary";
import { listMeta } from "../contract/meta";
import { releaseFilePath, releasePath } from "../contract/release-answer";
import type { Ledger, Registry } from "../evidence/registry";
import { buildRow } from "../evidence/row";
import { listSourcesAt } from "../evidence/source-versions";
import { DEFAULT_QUERY } from "../query/query";
import { select } from "../query/select";
import { EXPORTED_FIELDS, listColumns } from "./columns";
import { CSV_TYPE, csvChunks } from "./csv";
import { type FileNotes, fileNotes } from "./file-notes";
import { GEOJSON_TYPE, geojsonChunks } from "./geojson";
import { NDJSON_TYPE, ndjsonChunks } from "./ndjson";
import { changesInWords, type EarlierRelease, type FileInfo, releaseReadMe } from "./release-notes";
import { type ReleaseTable, releaseTable, releaseTables } from "./release-tables";
import { sourcesBehind } from "./sources-behind";
import { citation } from "./terms-of-use";
import { type Workbook, XLSX_TYPE, xlsxBytes } from "./xlsx";

/** What a release is made from. The same of it makes the same bytes. */
export interface ReleaseInput {
  /** As `2026.1`. */
  readonly number: string;
  readonly madeAt: Date;
  readonly notes: string | null;
  readonly ledger: Ledger;
  /** The registry at the release's day and version. */
  readonly registry: Registry;
  /** The release that the changes begin at; null: there is none of its day or before. */
  readonly since: EarlierRelease | null;
  /** Scheme and host under which the release will be read, without a slash at its end; may be empty. */
  readonly origin: string;
  /** A change as a sentence without its full stop. */
  readonly sayChange: (change: ChangeRow) => string;
}

/** A file of a release. */
export interface ReleaseFile extends FileInfo {
  /** Media type. */
  readonly type: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

/** The files that make a release, without their checksums, in the order in which they are told. */
export interface ReleaseContents {
  readonly files: readonly ReleaseFile[];
  readonly changes: number;
}

const MARKDOWN_TYPE = "text/markdown; charset=utf-8";
const JSON_TYPE = "application/json; charset=utf-8";

/** Makes the files of a release: the zones in every form, all tables, the dictionary, changes, read-me. */
export async function releaseContents(input: ReleaseInput): Promise<ReleaseContents> {
  const { number, madeAt, notes, ledger, registry, since, sayChange } = input;
  const span = since && {
    from: { asOf: since.asOf, revision: since.version },
    to: registry,
  };
  const changes = span ? listChangesBetween(ledger, span) : [];
  const told = changeRows(ledger, changes, registry).map((change) => ({
    kind: change.kind,
    on: change.on,
    words: sayChange(change),
    sourceId: change.sourceId,
  }));
  const zones = await zoneFiles(input);
  const tables = releaseTables(ledger, registry, changes);
  const files = [
    ...zones.files,
    ...tables.map(fileOf),
    ...dictionaryFiles([zones.table, ...tables]),
    textFile("changes.md", "the same in words", changesInWords(number, since, told)),
  ];
  const readMe = releaseReadMe({
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
    files: [textFile("README.md", "what this release is", readMe), ...files],
    changes: changes.length,
  };
}

/** A text of a release that no program reads. */
export function textFile(
  name: string,
  holds: string,
  text: string,
  type = MARKDOWN_TYPE,
): ReleaseFile {
  return { name, holds, records: null, type, content: new TextEncoder().encode(text) };
}

/** The zones of every scope in the four forms in which they can be had at any time. */
async function zoneFiles({ number, madeAt, ledger, registry, origin }: ReleaseInput) {
  const query = { ...DEFAULT_QUERY, scope: "all" } as const;
  const { rows, total } = select(registry.zones.map(buildRow), query, registry.asOf);
  const meta = listMeta(registry, rows.length, total);
  const columns = listColumns();
  const noted = (name: string): FileNotes => {
    const notes = fileNotes(query, meta, `${origin}${releaseFilePath(number, name)}`);
    // Without an origin there is no address that a citation could give.
    const address = origin === "" ? "" : `${origin}${releasePath(number)}`;
    const cited = citation(`${notes.title}, release ${number}`, meta, address);
    return { ...notes, citation: cited.trimEnd() };
  };
  const zones = { records: rows.length, holds: "every zone in the register" };
  const csv = [...csvChunks(rows, columns)].join("");
  const book: Workbook = {
    rows,
    columns,
    sources: sourcesBehind(
      registry.zones,
      EXPORTED_FIELDS,
      listSourcesAt(ledger.facts.sourceVersions, registry.revision),
    ),
    notes: noted("zones.xlsx"),
    madeAt,
  };
  const encode = (text: string) => new TextEncoder().encode(text);
  const files: readonly ReleaseFile[] = [
    { ...zones, name: "zones.csv", type: CSV_TYPE, content: encode(csv) },
    {
      ...zones,
      name: "zones.xlsx",
      holds: "the same as a workbook, with sources and a read-me",
      type: XLSX_TYPE,
      content: await xlsxBytes(book),
    },
    {
      ...zones,
      name: "zones.geojson",
      holds: "the same as points; a zone without a place stays",
      type: GEOJSON_TYPE,
      content: encode([...geojsonChunks(rows, noted("zones.geojson"))].join("")),
    },
    {
      ...zones,
      name: "zones.ndjson",
      holds: "the same as JSON, one zone to a line",
      type: NDJSON_TYPE,
      content: encode([...ndjsonChunks(rows)].join("")),
    },
  ];
  const table = { name: "zones.csv", columns: columns.map(described) };
  return { files, table, notes: noted("zones.csv") };
}

function described({ key, label, definition, values }: ReturnType<typeof listColumns>[number]) {
  return { key, definition: `${label}. ${definition}`, values };
}

function fileOf({ name, holds, records, csv }: ReleaseTable): ReleaseFile {
  return { name, holds, records, type: CSV_TYPE, content: new TextEncoder().encode(csv) };
}

/** The data dictionary: every column of every table for people, and every field for programs. */
function dictionaryFiles(
  tables: readonly Pick<ReleaseTable, "name" | "columns">[],
): readonly ReleaseFile[] {
  const rows = tables.flatMap(({ name, columns }) =>
    columns.map((column) => ({ file: name, ...column })),
  );
  const csv = releaseTable(
    "dictionary.csv",
    "what each column of each table means",
    (["file", "key", "definition", "values"] as const).map((key) => ({
      key: key === "key" ? "column" : key,
      definition: "",
      values: "",
      cell: (row: (typeof rows)[number]) => row[key],
    })),
    rows,
  );
  const fields = dictionary();
  const json = { tables: tables.map(({ name, columns }) => ({ name, columns })), fields };
  return [
    fileOf(csv),
    {
      name: "dictionary.json",
      holds: "the same for programs, with every word of every field",
      records: fields.length,
      type: JSON_TYPE,
      content: new TextEncoder().encode(`${JSON.stringify(json, null, 1)}\n`),
    },
  ];
}
