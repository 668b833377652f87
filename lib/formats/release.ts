import { listChangesBetween } from "../changes/changes";
import { isOwnSearch, listChangeRows } from "../contract/changes-answer";
import { listMeta } from "../contract/meta";
import { releaseFilePath, releasePath } from "../contract/release-answer";
import { indexEvidence, type Ledger } from "../evidence/evidence-index";
import { getFactsAt, listRecordsBy } from "../evidence/facts-at";
import type { Facts } from "../evidence/ledger-records";
import { buildRegistry, type Registry } from "../evidence/registry";
import type { Moment } from "../evidence/resolve";
import { buildRow } from "../evidence/row";
import { DEFAULT_QUERY } from "../query/query";
import { select } from "../query/select";
import { describeChange } from "../text/change-words";
import type { Text } from "../text/text";
import { EXPORTED_FIELDS, listColumns } from "./columns";
import { CSV_TYPE, csvChunks } from "./csv";
import { DATA_PACKAGE, dataPackage } from "./data-package";
import { dictionaryTable, zonesTable } from "./day-tables";
import { citation, type FileNotes, fileNotes } from "./file-notes";
import { GEOPACKAGE_TYPE, PARQUET_TYPE, SQLITE_TYPE } from "./file-types";
import { writeGeoPackage } from "./geopackage";
import { GEOJSON_TYPE, geojsonChunks } from "./json-files";
import { parquetChunks } from "./parquet";
import { writeRegistry } from "./registry-database";
import {
  CITATION_FILE,
  type CitedRelease,
  citationFile,
  getPublicationDay,
  releaseTitle,
  YAML_TYPE,
  ZENODO_FILE,
  zenodoFile,
} from "./release-metadata";
import {
  type EarlierRelease,
  type FileInfo,
  licenceFile,
  releaseChanges,
  releaseReadMe,
} from "./release-notes";
import { buildTables, csvTable, parquetTable, type ReleaseTable } from "./release-tables";
import type { SqlDatabase } from "./sql-table";
import { type Workbook, XLSX_TYPE, xlsxBytes } from "./xlsx";

/** The input of a release. The same input gives the same bytes, whatever was recorded after its revision. */
export interface ReleaseInput {
  readonly text: Text;
  /** Such as `2026.1`. */
  readonly number: string;
  readonly notes: string | null;
  /** Of the whole ledger. */
  readonly facts: Facts;
  /** The day and the revision that the release shows. */
  readonly moment: Moment;
  /** The release that changes are compared with, not later in day or revision; null: no earlier one exists. */
  readonly since: EarlierRelease | null;
  /** Scheme and host of the site, without a trailing slash; empty if it is not known. */
  readonly origin: string;
  /** Who operates the site; null: not said. */
  readonly operator: string | null;
  /** Makes a database of SQLite. */
  readonly toDatabase: (write: (db: SqlDatabase) => Promise<void>) => Promise<Bytes>;
}

type Bytes = Uint8Array<ArrayBuffer>;

/** A file of a release. */
export interface ReleaseFile extends FileInfo {
  /** Media type. */
  readonly type: string;
  readonly content: Bytes;
}

/** The files of a release in the order of display, without their checksums. */
export interface ReleaseContents {
  readonly files: readonly ReleaseFile[];
  readonly changes: number;
}

const MARKDOWN_TYPE = "text/markdown; charset=utf-8";
const JSON_TYPE = "application/json; charset=utf-8";
/** Media type of a text without marks. */
export const TEXT_TYPE = "text/plain; charset=utf-8";

/**
 * Makes the files of a release: the zones in every format, all tables as CSV, Parquet and one database, the dictionary, changes,
 * read-me.
 * @throws Error if nothing was recorded by the revision
 */
export async function buildRelease(input: ReleaseInput): Promise<ReleaseContents> {
  const { text, number, moment, notes, since, origin, operator } = input;
  const facts = getFactsAt(input.facts, moment.revision);
  const ledger = { facts, evidence: indexEvidence(facts) };
  // Without the identity of the revision, which is another one in every database, the files have the same bytes in all.
  const registry = {
    ...buildRegistry(facts, ledger.evidence, moment),
    knownOn: `r${moment.revision}`,
  };
  // The clock is in no file: what the release shows was complete at the time of its revision.
  const recordedAt = facts.revisions.at(-1)?.recordedAt;
  if (recordedAt === undefined) throw new Error("A release needs a revision.");
  const span = since && {
    from: { asOf: since.asOf, revision: since.version },
    to: registry,
  };
  const all = span ? listChangesBetween(ledger, span) : [];
  const changes = all.filter(({ field }) => !isOwnSearch(field));
  const entries = listChangeRows(ledger, changes, registry).map((change) => ({
    kind: change.kind,
    on: change.on,
    words: describeChange(text, change),
    sourceId: change.sourceId,
  }));
  const zones = await buildZoneFiles(input, { ledger, registry, recordedAt: new Date(recordedAt) });
  const cells = buildTables(text, ledger, registry, changes);
  const tables = cells.map(csvTable);
  const described = [zones.table, ...tables];
  const toAddress = (path: string) => (origin === "" ? "" : origin + path);
  const cited = {
    number,
    title: releaseTitle(text, number),
    asOf: moment.asOf,
    notes,
    publishedOn: getPublicationDay(moment.asOf, recordedAt),
    operator,
    url: toAddress(releasePath(number)),
    earlierUrl: since ? toAddress(releasePath(since.number)) : "",
  };
  const contents = [
    ...zones.files,
    ...tables.map(toFile),
    ...cells.map((table, i) => ({
      name: `${table.name}.parquet`,
      summary: text.t("files.table.parquet", { file: `${table.name}.csv` }),
      records: tables[i]?.records ?? null,
      type: PARQUET_TYPE,
      content: parquetTable(table),
    })),
    toFile(csvTable(dictionaryTable(text, described))),
    toTextFile(
      "changes.md",
      text.t("files.notes.changesFile"),
      releaseChanges(text, number, since, entries),
    ),
    ...buildCitationFiles(text, cited, zones.notes),
  ];
  const packaged = {
    ...{ title: zones.notes.title, version: number, recordedAt, origin },
    files: contents.map((file) => ({ ...file, bytes: file.content.byteLength })),
    description: text.t("files.notes.packageDescription"),
  };
  const files = [
    ...contents,
    toTextFile(
      DATA_PACKAGE,
      text.t("files.notes.packageFile"),
      dataPackage(packaged, described),
      JSON_TYPE,
    ),
  ];
  const readMe = releaseReadMe(text, {
    number,
    recordedAt,
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

/** The terms of the data, and how to cite and to deposit it. */
function buildCitationFiles(
  text: Text,
  release: CitedRelease,
  notes: FileNotes,
): readonly ReleaseFile[] {
  const { t } = text;
  const citation = citationFile(text, release);
  const zenodo = zenodoFile(text, release);
  return [
    toTextFile("LICENSE.txt", t("files.notes.licenceFile"), licenceFile(text, notes), TEXT_TYPE),
    toTextFile(CITATION_FILE, t("files.metadata.citationFile"), citation, YAML_TYPE),
    toTextFile(ZENODO_FILE, t("files.metadata.zenodoFile"), zenodo, JSON_TYPE),
  ];
}

/** What a release shows. */
interface ReleasedState {
  readonly ledger: Ledger;
  readonly registry: Registry;
  /** Instant of the revision. */
  readonly recordedAt: Date;
}

/** The zones of every scope in the formats of the API that are files of one table. */
async function buildZoneFiles(
  { text, number, origin, toDatabase }: ReleaseInput,
  { ledger, registry, recordedAt }: ReleasedState,
) {
  const query = { ...DEFAULT_QUERY, scope: "all" } as const;
  const { rows, total } = select(registry.zones.map(buildRow), query, registry.asOf);
  const meta = listMeta(registry, rows.length, total);
  const columns = listColumns(text);
  const buildNotes = (name: string): FileNotes => {
    const notes = fileNotes(text, query, meta, `${origin}${releaseFilePath(number, name)}`);
    // Without an origin a citation has no address.
    const address = origin === "" ? "" : `${origin}${releasePath(number)}`;
    return { ...notes, citation: citation(text, releaseTitle(text, number), meta, address) };
  };
  const zones = { records: rows.length, summary: text.t("files.table.zones.summary") };
  const csv = [...csvChunks(rows, columns)].join("");
  const bySlug = new Map(registry.zones.map((zone) => [zone.slug, zone]));
  const book: Workbook = {
    rows,
    columns,
    evidenced: {
      zones: rows.flatMap(({ slug }) => bySlug.get(slug) ?? []),
      fields: EXPORTED_FIELDS,
      ledger,
      moment: registry,
      events: listRecordsBy(ledger.facts, registry).events,
    },
    notes: buildNotes("zones.xlsx"),
    madeAt: recordedAt,
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
      content: encode([...geojsonChunks(rows, buildNotes("zones.geojson"), columns)].join("")),
    },
    {
      ...zones,
      name: "zones.parquet",
      summary: text.t("files.table.zones.parquet"),
      type: PARQUET_TYPE,
      content: Uint8Array.from(
        Buffer.concat([
          ...parquetChunks(rows, columns, { getPlace: ({ values }) => values.location }),
        ]),
      ),
    },
    {
      ...zones,
      name: "zones.gpkg",
      summary: text.t("files.table.zones.gpkg"),
      type: GEOPACKAGE_TYPE,
      content: await toDatabase((db) =>
        writeGeoPackage(db, {
          ...{ rows, columns, madeAt: recordedAt },
          notes: buildNotes("zones.gpkg"),
        }),
      ),
    },
    {
      name: "registry.sqlite",
      summary: text.t("files.notes.databaseFile"),
      records: null,
      type: SQLITE_TYPE,
      content: await toDatabase((db) =>
        writeRegistry(db, { text, ledger, registry, rows, notes: buildNotes("registry.sqlite") }),
      ),
    },
  ];
  return {
    files,
    table: { name: "zones.csv", columns: zonesTable(text, columns, rows).columns },
    notes: buildNotes("zones.csv"),
  };
}

function toFile({ name, summary, records, csv }: ReleaseTable): ReleaseFile {
  return { name, summary, records, type: CSV_TYPE, content: new TextEncoder().encode(csv) };
}
