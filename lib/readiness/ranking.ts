import type { ZoneFieldKey } from "@/lib/catalogue/fields";
import { BLOCK_INDICATORS } from "@/lib/catalogue/fields";
import { BLOCKS, type Weights } from "@/lib/catalogue/groups";
import { type Contradiction, listContradictions } from "@/lib/evidence/contradictions";
import { computeFreshShare } from "@/lib/evidence/fresh-share";
import { listPlaces } from "@/lib/evidence/places";
import type { ZoneRow } from "@/lib/evidence/row";
import { DEFAULT_QUERY, type Query } from "@/lib/query/query";
import { isCandidate } from "@/lib/query/scope";
import { type RankedRow, select } from "@/lib/query/select";
import type { Day } from "@/lib/time/day";
import { type CertainOrder, computeCertainOrder } from "./certain-order";

/** A zone as it stands in the ranking. */
export interface RankedZone {
  readonly slug: string;
  readonly row: RankedRow;
  readonly readiness: RankedRow["readiness"];
  /** By the floor; equals share one. Null where nothing that readiness asks for applies. */
  readonly place: number | null;
  /** How much of what is known is fresh, 0–1; null where nothing is known. */
  readonly fresh: number | null;
  /** Approval not evidenced. */
  readonly candidate: boolean;
  /** Indicators whose claims contradict each other. */
  readonly contested: readonly ZoneFieldKey[];
  /** Where its status says more than its indicators bear. */
  readonly contradictions: readonly Contradiction[];
}

/** The ranking of some zones under some weights. */
export interface Ranking {
  /** In the sort asked for. */
  readonly zones: readonly RankedZone[];
  readonly order: CertainOrder;
  readonly weights: Weights;
}

/** The part of a query that depends on the weights, which the reader changes without leaving the page. */
export type RankingQuery = Pick<
  Query,
  "weights" | "sort" | "coverageMin" | "readinessMin" | "readinessMode"
>;

/** Indicators of readiness, in the catalogue's order. */
export const INDICATORS: readonly ZoneFieldKey[] = BLOCKS.flatMap(
  (block) => BLOCK_INDICATORS[block],
);

/**
 * Ranks zones under the reader's weights.
 * @param rows zones that answer all else that is asked
 */
export function computeRanking(rows: readonly ZoneRow[], query: RankingQuery, asOf: Day): Ranking {
  const { weights } = query;
  const { sort, coverageMin, readinessMin, readinessMode } = query;
  const asked = { weights, sort, coverageMin, readinessMin, readinessMode };
  const found = select(rows, { ...DEFAULT_QUERY, scope: "all", ...asked }, asOf).rows;
  const places = listPlaces(found);
  return {
    zones: found.map((row) => ({
      slug: row.slug,
      row,
      readiness: row.readiness,
      place: places.get(row.slug) ?? null,
      fresh: computeFreshShare(row, weights, asOf),
      candidate: isCandidate(row.values),
      contested: INDICATORS.filter((key) => row.marks[key] === "contested"),
      contradictions: listContradictions(row.values),
    })),
    order: computeCertainOrder(found),
    weights,
  };
}
