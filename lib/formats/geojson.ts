import type { ZoneFieldKey } from "../catalogue/fields";
import type { RankedRow } from "../query/select";
import { EXPORTED_FIELDS } from "./columns";
import type { FileNotes } from "./file-notes";
import { flatRow } from "./flat-row";

/** Media type of a GeoJSON file. */
export const GEOJSON_TYPE = "application/geo+json; charset=utf-8";

/**
 * A GeoJSON file (RFC 7946), piece by piece. Each zone is a feature with its slug as id and its flat
 * row as properties; one without a place stays, with a null geometry. The notes are foreign members
 * of the collection.
 */
export function* geojsonChunks(
  rows: readonly RankedRow[],
  notes: FileNotes,
  fields: readonly ZoneFieldKey[] = EXPORTED_FIELDS,
): Generator<string> {
  const head = JSON.stringify({ type: "FeatureCollection", ...notes });
  yield `${head.slice(0, -1)},"features":[`;
  let separator = "\n";
  for (const row of rows) {
    yield separator + JSON.stringify(featureOf(row, fields));
    separator = ",\n";
  }
  yield "\n]}\n";
}

function featureOf(row: RankedRow, fields: readonly ZoneFieldKey[]) {
  const { location } = row.values;
  return {
    type: "Feature",
    id: row.slug,
    geometry: location && { type: "Point", coordinates: [location.lon, location.lat] },
    properties: flatRow(row, fields),
  };
}
