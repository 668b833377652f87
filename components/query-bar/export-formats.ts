import type { RowKey } from "@/lib/evidence/row";
import { GEOPACKAGE_TYPE, PARQUET_TYPE } from "@/lib/formats/file-types";
import type { Query } from "@/lib/query/query";
import { toSearch } from "@/lib/query/search-string";
import { writeQuery } from "@/lib/query/write-query";

/** Files of zones that the API gives. What is in each: the message `query.file.<extension>`. */
export const EXPORT_FORMATS = [
  { extension: "csv", name: "CSV", type: "text/csv" },
  {
    extension: "xlsx",
    name: "XLSX",
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  },
  { extension: "geojson", name: "GeoJSON", type: "application/geo+json" },
  { extension: "parquet", name: "Parquet", type: PARQUET_TYPE },
  { extension: "gpkg", name: "GeoPackage", type: GEOPACKAGE_TYPE },
] as const;

/** A file of zones. */
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/**
 * The address of a file with the zones of a query, in its order.
 * @param selected slugs of selected zones to restrict it to; empty: all that match
 * @param first fields that come first in XLSX, which people read; the other files have one order for programs
 */
export function exportAddress(
  { extension }: ExportFormat,
  query: Query,
  selected: readonly string[],
  first: readonly RowKey[] = [],
): string {
  const exported = selected.length > 0 ? { ...query, zones: selected } : query;
  const pairs = writeQuery(exported);
  if (extension === "xlsx" && first.length > 0) pairs.push(["fields", first.join(",")]);
  return `/api/v1/zones.${extension}${toSearch(pairs)}`;
}
