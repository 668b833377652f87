import type { Query } from "@/lib/query/query";
import { toSearch } from "@/lib/query/search-string";
import { writeQuery } from "@/lib/query/write-query";

/** Files of zones that the API gives: what stands after the dot, the name, and what is in it. */
export const EXPORT_FORMATS = [
  { extension: "csv", name: "CSV", holds: "one line a zone, values only" },
  { extension: "xlsx", name: "XLSX", holds: "data, sources and a read-me" },
  { extension: "geojson", name: "GeoJSON", holds: "points, with the precision of each" },
  { extension: "ndjson", name: "NDJSON", holds: "one JSON object a line" },
] as const;

/** A file of zones. */
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/**
 * The address of a file that holds exactly the zones of a query, in its order.
 * @param selected picked zones to restrict it to; empty: all that match
 */
export function exportAddress(
  { extension }: ExportFormat,
  query: Query,
  selected: readonly string[],
): string {
  const asked = selected.length > 0 ? { ...query, zones: selected } : query;
  return `/api/v1/zones.${extension}${toSearch(writeQuery(asked))}`;
}
