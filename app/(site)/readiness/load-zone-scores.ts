import { cache } from "react";
import type { SearchParams } from "@/app/(site)/load-query";
import { ORDER_PARAM } from "@/components/features/readiness/needs-figure";
import type { Query } from "@/lib/query/query";
import { THRESHOLD_PARAMS } from "@/lib/readiness/threshold";
import { scoreQuery, type ZoneScores } from "@/lib/readiness/zone-scores";
import type { RegistryView } from "@/lib/server/registry/registry-at";

/** The page's own parameters, beside the query. */
export const OWN_PARAMS: readonly string[] = [ORDER_PARAM, ...THRESHOLD_PARAMS];

/** The scores of the zones of a query. Once for each request of the page: its metadata and its content ask the same. */
export const loadZoneScores = cache(
  (view: RegistryView, query: Query): ZoneScores => scoreQuery(view.rows, query, view.asOf),
);

/** How older links chose the way in which unknown facts counted in ranges of ranks. */
const REMOVED_PARAM = "unknowns";

/** The parameters of an address without that of the ranges of ranks, and its values, which the page names. */
export function splitRemovedParam({ [REMOVED_PARAM]: values = [], ...kept }: SearchParams) {
  return { kept, removed: [values].flat().map((value) => `${REMOVED_PARAM}=${value}`) };
}
