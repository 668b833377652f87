import "server-only";
import { writeFile } from "node:fs/promises";
import { ENDPOINTS } from "@/lib/contract/endpoints";
import { listMeta } from "@/lib/contract/meta";
import { OGC_RESOURCES } from "@/lib/contract/ogc/resources";
import { listRecordsBy } from "@/lib/evidence/facts-at";
import { EXPORTED_FIELDS, listColumns, snapshotColumn } from "@/lib/formats/columns";
import { CSV_TYPE, csvChunks } from "@/lib/formats/csv";
import {
  type FileEnding,
  type FileNotes,
  fileName,
  fileNotes,
  LICENCE,
} from "@/lib/formats/file-notes";
import { GEOPACKAGE_TYPE, PARQUET_TYPE, SQLITE_TYPE, ZIP_TYPE } from "@/lib/formats/file-types";
import { writeGeoPackage } from "@/lib/formats/geopackage";
import { GEOJSON_TYPE, geojsonChunks } from "@/lib/formats/json-files";
import { packageParts } from "@/lib/formats/open-package";
import { parquetChunks } from "@/lib/formats/parquet";
import { writeRegistry } from "@/lib/formats/registry-database";
import { zipChunks } from "@/lib/formats/spreadsheet";
import { XLSX_TYPE, xlsxChunks } from "@/lib/formats/xlsx";
import type { Query } from "@/lib/query/query";
import { select } from "@/lib/query/select";
import { writeQuery } from "@/lib/query/write-query";
import { englishText } from "@/lib/text/english-text";
import { databaseChunks } from "../database-file";
import { fileChunks } from "../temporary-file";
import { type Handlers, type RequestContext, readRoute } from "./read-route";
import { attachment, createStream, type Representation } from "./respond";

/** The name of the notes in a Parquet file. */
const NOTES_NAME = "cpec-sez-tracker";

/** The types of its properties, which a program cannot see where all values of a day are unknown. */
const GEOJSON_SCHEMA = `<${OGC_RESOURCES.schema.path}>; rel="describedby"; type="${OGC_RESOURCES.schema.type}"`;

/** The formats that cost much time, which are made one at a time. */
const HEAVY: ReadonlySet<FileEnding> = new Set(["xlsx", "parquet", "gpkg"]);

/** The route of the zones as a file: all rows of the query that `/zones` answers. */
export function zoneFileRoute(ending: FileEnding): Handlers {
  return readRoute({
    accepts: ENDPOINTS[ending].accepts,
    isFromDisk: ending === "gpkg",
    answer: (context) =>
      HEAVY.has(ending) ? () => buildZoneFile(context, ending) : buildZoneFile(context, ending),
  });
}

/** The route of the registry of a day as a database: the zones of every scope and all tables. */
export function registryFileRoute(): Handlers {
  return readRoute({
    accepts: ENDPOINTS.sqlite.accepts,
    isFromDisk: true,
    answer: (context) => () => {
      const { text, params, view } = context;
      const { rows, notes } = selectRows(context, { ...params.query, scope: "all" });
      const { registry } = view;
      const contents = { text, ledger: view, registry, rows, notes };
      return {
        type: SQLITE_TYPE,
        headers: {
          ...attachment(fileName(notes.meta, "sqlite", "registry")),
          ...buildHeaders(notes),
        },
        body: () => createStream(databaseChunks((db) => writeRegistry(db, contents))),
      };
    },
  });
}

/** The route of a data package: the zones of a query and all tables about them. */
export function packageRoute(): Handlers {
  return readRoute({
    accepts: ENDPOINTS.package.accepts,
    isFromDisk: true,
    answer: (context) => () => {
      const { text, params, view, origin } = context;
      const { rows, notes } = selectRows(context, params.query);
      const slugs = new Set(rows.map(({ slug }) => slug));
      const zones = view.registry.zones.filter(({ slug }) => slugs.has(slug));
      const isPart = zones.length < view.registry.zones.length;
      const registry = isPart ? { ...view.registry, zones } : view.registry;
      const parts = packageParts({
        text,
        ledger: view,
        registry,
        isPart,
        rows,
        columns: listColumns(text, params.fields ?? EXPORTED_FIELDS),
        notes,
        recordedAt: getRecordedAt(view),
        origin,
      });
      return {
        type: ZIP_TYPE,
        headers: {
          ...attachment(fileName(notes.meta, "zip", "package")),
          ...buildHeaders(notes),
        },
        body: () => createStream(fileChunks((file) => writeFile(file, zipChunks(parts)))),
      };
    },
  });
}

/** The zones of a query, with the notes of their file. */
function selectRows(context: RequestContext, query: Query) {
  const { text, view } = context;
  const { rows, total } = select(view.rows, query, view.asOf);
  const meta = listMeta(view.registry, rows.length, total);
  return { rows, notes: fileNotes(text, query, meta, getPermanentAddress(context, meta)) };
}

function buildZoneFile(context: RequestContext, ending: FileEnding): Representation {
  const { text, params, view } = context;
  const { rows, notes } = selectRows(context, params.query);
  const fields = params.fields ?? EXPORTED_FIELDS;
  const headers = { ...attachment(fileName(notes.meta, ending)), ...buildHeaders(notes) };
  switch (ending) {
    case "csv":
      return {
        type: CSV_TYPE,
        headers,
        body: () =>
          createStream(
            csvChunks(rows, [...listColumns(text, fields), snapshotColumn(text, notes.meta)]),
          ),
      };
    case "geojson":
      return {
        type: GEOJSON_TYPE,
        headers: { ...headers, link: `${headers.link}, ${GEOJSON_SCHEMA}` },
        body: () => createStream(geojsonChunks(rows, notes, listColumns(text, fields))),
      };
    case "parquet":
      return {
        type: PARQUET_TYPE,
        headers,
        body: () =>
          createStream(
            parquetChunks(rows, listColumns(text, fields), {
              notes: { name: NOTES_NAME, content: notes },
              getPlace: ({ values }) => values.location,
            }),
          ),
      };
    case "gpkg": {
      const madeAt = getRecordedAt(view);
      const contents = { rows, columns: listColumns(text, fields), notes, madeAt };
      return {
        type: GEOPACKAGE_TYPE,
        headers,
        body: () => createStream(databaseChunks((db) => writeGeoPackage(db, contents))),
      };
    }
    case "xlsx": {
      const zones = new Map(view.registry.zones.map((zone) => [zone.slug, zone]));
      const book = {
        rows,
        columns: [
          ...listColumns(text, [...new Set([...fields, ...EXPORTED_FIELDS])]),
          snapshotColumn(text, notes.meta),
        ],
        evidenced: {
          zones: rows.flatMap(({ slug }) => zones.get(slug) ?? []),
          fields: EXPORTED_FIELDS,
          ledger: view,
          moment: view.registry,
          events: listRecordsBy(view.facts, view.registry).events,
        },
        notes,
        madeAt: getRecordedAt(view),
      };
      return { type: XLSX_TYPE, headers, body: () => createStream(xlsxChunks(text, book)) };
    }
  }
}

/** When the last revision in the file was recorded. */
function getRecordedAt({ facts, revision: last }: RequestContext["view"]): Date {
  const revision = facts.revisions.filter(({ number }) => number <= last).at(-1);
  return new Date(revision?.recordedAt ?? 0);
}

/** The permanent address of the same file, with its day and revision. */
function getPermanentAddress(
  { params, url, origin }: RequestContext,
  { asOf, knownOn }: FileNotes["meta"],
): string {
  const pairs = writeQuery({ ...params.query, asOf, knownOn });
  if (params.fields) pairs.push(["fields", params.fields.join(",")]);
  return `${origin}${url.pathname}?${new URLSearchParams(pairs)}`;
}

/** The notes of a file as headers, for formats that cannot contain them. */
function buildHeaders({ meta, address }: FileNotes) {
  return {
    link: [
      `<${LICENCE.url}>; rel="license"`,
      `<${address}>; rel="cite-as"`,
      '</api/v1/fields>; rel="describedby"; type="application/json"',
    ].join(", "),
    "registry-as-of": meta.asOf,
    "registry-known-on": meta.knownOn,
    "registry-version": String(meta.version),
    "registry-method": String(meta.method),
    "registry-matched": String(meta.matched),
    "registry-total": String(meta.total),
    // Headers are ASCII, so the note is in English whatever the language of the site.
    "registry-boundary-note": englishText.t("files.boundaryNote"),
  };
}
