import "server-only";
import { ENDPOINTS } from "@/lib/contract/endpoints";
import { listMeta } from "@/lib/contract/meta";
import { EXPORTED_FIELDS, listColumns } from "@/lib/formats/columns";
import { CSV_TYPE, csvChunks } from "@/lib/formats/csv";
import { type FileEnding, type FileNotes, fileName, fileNotes } from "@/lib/formats/file-notes";
import { GEOJSON_TYPE, geojsonChunks } from "@/lib/formats/geojson";
import { NDJSON_TYPE, ndjsonChunks } from "@/lib/formats/ndjson";
import { sourcesBehind } from "@/lib/formats/sources-behind";
import { LICENCE } from "@/lib/formats/terms-of-use";
import { XLSX_TYPE, xlsxChunks } from "@/lib/formats/xlsx";
import { select } from "@/lib/query/select";
import { writeQuery } from "@/lib/query/write-query";
import { type Handlers, type RequestContext, readRoute } from "./read-route";
import type { Representation } from "./respond";
import { createStream } from "./streams";

/** The route of the zones as a file of one kind: all rows of the same query that `/zones` answers. */
export function zoneFileRoute(ending: FileEnding): Handlers {
  return readRoute({
    accepts: ENDPOINTS[ending].accepts,
    answer: (asking) => zoneFile(asking, ending),
  });
}

function zoneFile(asking: RequestContext, ending: FileEnding): Representation {
  const { asked, view } = asking;
  const { rows, total } = select(view.rows, asked.query, view.asOf);
  const fields = asked.fields ?? EXPORTED_FIELDS;
  const meta = listMeta(view.registry, rows.length, total);
  const notes = fileNotes(asked.query, meta, addressOf(asking, meta));
  const headers = headersOf(notes, fileName(meta, ending));
  switch (ending) {
    case "csv":
      return {
        type: CSV_TYPE,
        headers,
        body: () => createStream(csvChunks(rows, listColumns(fields))),
      };
    case "ndjson":
      return { type: NDJSON_TYPE, headers, body: () => createStream(ndjsonChunks(rows, fields)) };
    case "geojson":
      return {
        type: GEOJSON_TYPE,
        headers,
        body: () => createStream(geojsonChunks(rows, notes, fields)),
      };
    case "xlsx": {
      const slugs = new Set(rows.map(({ slug }) => slug));
      const zones = view.registry.zones.filter(({ slug }) => slugs.has(slug));
      const sources = sourcesBehind(zones, fields, view.sources);
      const book = { rows, columns: listColumns(fields), sources, notes, madeAt: recordedAt(view) };
      return { type: XLSX_TYPE, headers, body: () => createStream(xlsxChunks(book)) };
    }
  }
}

/** When the last of what the file holds came to be known. */
function recordedAt({ facts, revision: knownOn }: RequestContext["view"]): Date {
  const revision = facts.revisions.findLast(({ number }) => number <= knownOn);
  return new Date(revision?.recordedAt ?? 0);
}

/** The address of the same file for ever: with the day and the version in it. */
function addressOf(
  { asked, address, origin }: RequestContext,
  { asOf, knownOn }: FileNotes["meta"],
): string {
  const pairs = writeQuery({ ...asked.query, asOf, knownOn });
  if (asked.fields) pairs.push(["fields", asked.fields.join(",")]);
  return `${origin}${address.pathname}?${new URLSearchParams(pairs)}`;
}

/** What a file that has no room for notes says of itself. */
function headersOf({ meta, boundaryNote, address }: FileNotes, name: string) {
  return {
    "content-disposition": `attachment; filename="${name}"`,
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
    "registry-boundary-note": boundaryNote,
  };
}
