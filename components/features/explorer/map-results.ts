import { boundPoints, type MapBounds } from "@/components/map/map-point";
import type { Place } from "@/lib/catalogue/kinds";
import type { Query } from "@/lib/query/query";
import { listActiveConditions } from "@/lib/query/query-edits";

/** The area of the zones that a query finds; null: the whole country, as without conditions. */
export function boundResults(query: Query, places: readonly Place[]): MapBounds | null {
  return listActiveConditions(query).length === 0 ? null : boundPoints(places);
}
