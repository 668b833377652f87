import { getRowValue, ROW_KEYS, type RowKey, type RowValues } from "../evidence/row";
import type { RankedRow } from "../query/select";
import type { Readiness } from "../readiness/readiness";
import type { ZoneColumn } from "./columns";
import type { FileNotes } from "./file-notes";
import { getBoundingBox } from "./point";

/** Media type of a GeoJSON file. */
export const GEOJSON_TYPE = "application/geo+json; charset=utf-8";

/** A zone in JSON: its slug, the chosen fields and facts about progress (null is unknown) and its readiness. */
export type FlatRow = { readonly slug: string } & Partial<RowValues> & {
    readonly readiness: Readiness | null;
  };

/**
 * The flat row of a zone. Readiness is null where no indicator is applicable.
 * @param fields the fields, in this order; slug and readiness are always included
 */
export function flatRow(row: RankedRow, fields: readonly RowKey[] = ROW_KEYS): FlatRow {
  const values: Partial<Record<RowKey, RowValues[RowKey]>> = {};
  for (const key of fields) values[key] = getRowValue(row, key);
  return { slug: row.slug, ...(values as Partial<RowValues>), readiness: row.readiness };
}

/**
 * A GeoJSON file (RFC 7946) in chunks, in WGS 84 as the format demands, longitude first. Each zone is a feature: its slug is
 * the id, its columns are the properties, so that each has one type on any day and null where it is unknown. A zone
 * without a place has a null geometry. The notes are foreign members of the collection.
 */
export function* geojsonChunks(
  rows: readonly RankedRow[],
  notes: FileNotes,
  columns: readonly ZoneColumn[],
): Generator<string> {
  const bbox = getBoundingBox(rows);
  const head = JSON.stringify({ type: "FeatureCollection", ...(bbox && { bbox }), ...notes });
  yield `${head.slice(0, -1)},"features":[`;
  let separator = "\n";
  for (const row of rows) {
    yield separator + writeDecimals(JSON.stringify(toFeature(row, columns)), columns);
    separator = ",\n";
  }
  yield "\n]}\n";
}

/** A zone as a feature of GeoJSON. */
export function toFeature(row: RankedRow, columns: readonly ZoneColumn[]) {
  const { location } = row.values;
  return {
    type: "Feature",
    id: row.slug,
    geometry: location && { type: "Point", coordinates: [location.lon, location.lat] },
    properties: Object.fromEntries(columns.map(({ key, cell }) => [key, cell(row)])),
  };
}

/**
 * Writes the numbers of columns that can have fractions with a decimal point: 250.0. QGIS takes the type of a column from the
 * first 10 zones, and shows a fraction in a column of whole numbers as unknown; on an early day there may be no fraction at all.
 * @param json a document with features
 */
export function writeDecimals(json: string, columns: readonly ZoneColumn[]): string {
  const keys = columns.flatMap(({ key, type }) => (type === "number" ? key : []));
  // In a text, the quotation marks of a key would be escaped.
  return json.replace(new RegExp(`("(?:${keys.join("|")})":-?\\d+)(?=[,}])`, "g"), "$1.0");
}
