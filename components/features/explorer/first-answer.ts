import type { MapBounds } from "@/components/map/map-point";
import type { PendingPoint } from "@/components/map/pending-map";
import type { RowsAtMoment } from "@/lib/client/rows";
import type { Query } from "@/lib/query/query";
import { toSearch } from "@/lib/query/search-string";
import { addReadiness } from "@/lib/query/select";
import { writeQuery } from "@/lib/query/write-query";
import type { ExplorerAnswer, Relaxation } from "./explorer-answer";
import { FIRST_ROWS } from "./table-window";

/**
 * What the server works out of a query over a large registry, so that the page answers before it has every row. The rows
 * that it shows first come beside it.
 */
export interface FirstAnswer extends Pick<ExplorerAnswer, "found" | "total" | "facets" | "funnel"> {
  /** The query, from `queryKey`. */
  readonly key: string;
  readonly headline: string;
  /** Matching zones before the first row. */
  readonly start: number;
  /** Some of the matching zones, for the picture of the map while it loads. */
  readonly points: readonly PendingPoint[];
  /** The area of all matching zones; null: the whole country, as without conditions. */
  readonly area: MapBounds | null;
  /** Conditions to remove where no zone matches. */
  readonly relaxations: readonly Relaxation[];
}

/** Pages of the first rows. */
export function countPages(found: number): number {
  return Math.max(1, Math.ceil(found / FIRST_ROWS));
}

/** Tells queries of one moment apart. */
export function queryKey(query: Query): string {
  return toSearch(writeQuery({ ...query, asOf: null, knownOn: null }));
}

/** The server's answer in the form of the browser's own. */
export function openFirstAnswer(
  { found, total, facets, funnel, headline }: FirstAnswer,
  { rows, asOf }: RowsAtMoment,
  query: Query,
): ExplorerAnswer {
  return { rows: addReadiness(rows, query), found, total, facets, funnel, headline, asOf };
}
