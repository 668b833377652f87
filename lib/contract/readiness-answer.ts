import type { Weights } from "../catalogue/groups";
import type { ZoneRow } from "../evidence/row";
import type { Query } from "../query/query";
import type { Readiness } from "../readiness/readiness";
import { type CertainOrder, scoreZones } from "../readiness/zone-scores";
import type { Day } from "../time/day";
import { METHOD } from "./meta";

/** The scores of some zones, and how far their order is certain. */
interface ReadinessAnswer {
  readonly method: number;
  readonly weights: Weights;
  /** The part of the order that holds whatever the unknown facts turn out to be. */
  readonly order: CertainOrder;
  /** In the order of the query; by confirmed score where it names none. */
  readonly zones: readonly { readonly slug: string; readonly readiness: Readiness | null }[];
}

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
