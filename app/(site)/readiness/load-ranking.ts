import { cache } from "react";
import type { Query } from "@/lib/query/query";
import { select } from "@/lib/query/select";
import { getRankingSort, type Ranking, rankRows } from "@/lib/readiness/ranking";
import type { RegistryView } from "@/lib/server/registry/registry-at";

/** The ranking of the zones of a query. Once for each request of the page: its metadata and its content ask the same. */
export const loadRanking = cache((view: RegistryView, query: Query): Ranking => {
  const sort = getRankingSort(query.sort);
  return rankRows(select(view.rows, { ...query, sort }, view.asOf).rows, query.weights, view.asOf);
});
