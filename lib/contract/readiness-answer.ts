import type { ZoneRow } from "../evidence/row";
import type { Query } from "../query/query";
import { scoreZones } from "../readiness/zone-scores";
import type { Day } from "../time/day";
import type { ReadinessAnswer } from "./answer-schemas";
import { METHOD } from "./meta";

/**
 * The answer of `/api/v1/readiness`.
 * @param rows the zones that the query finds
 */
export function readinessAnswer(
  rows: readonly ZoneRow[],
  query: Query,
  asOf: Day,
): ReadinessAnswer {
  const { zones, order, weights } = scoreZones(rows, query, asOf);
  return {
    method: METHOD,
    weights,
    order,
    zones: zones.map(({ slug, readiness }) => ({ slug, readiness })),
  };
}
