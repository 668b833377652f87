import type { ZoneFieldKey } from "@/lib/catalogue/fields";
import { BLOCK_INDICATORS } from "@/lib/catalogue/fields";
import { BLOCKS, type Weights } from "@/lib/catalogue/groups";
import { type Contradiction, listContradictions } from "@/lib/evidence/contradictions";
import type { ZoneRow } from "@/lib/evidence/row";
import { DEFAULT_QUERY, type Query } from "@/lib/query/query";
import { isCandidate } from "@/lib/query/scope";
import { type RankedRow, select } from "@/lib/query/select";
import { computeFreshShare } from "@/lib/readiness/fresh-share";
import { listPlaces } from "@/lib/readiness/places";
import type { Day } from "@/lib/time/day";
import { type CertainOrder, computeCertainOrder } from "./certain-order";

/** A zone with its place and the caveats of its readiness. */
export interface RankedZone {
  readonly slug: string;
  readonly row: RankedRow;
  readonly readiness: RankedRow["readiness"];
  /** By confirmed score; equal zones share one. Null where no indicator applies. */
  readonly place: number | null;
  /** Share of the known indicators that is fresh, 0–1; null where none is known. */
  readonly fresh: number | null;
  /** Approval not confirmed. */
  readonly candidate: boolean;
  /** Disputed indicators. */
  readonly disputed: readonly ZoneFieldKey[];
  /** Indicators that do not support its status. */
  readonly contradictions: readonly Contradiction[];
}

/** The result of `computeRanking`. */
export interface Ranking {
  /** In the order of the query's sort. */
  readonly zones: readonly RankedZone[];
  readonly order: CertainOrder;
  readonly weights: Weights;
}

/** The parts of a query that the reader changes without loading another page. */
type RankingQuery = Pick<
  Query,
  "weights" | "sort" | "coverageMin" | "readinessMin" | "readinessMode"
>;

/** The indicators of readiness in the catalogue's order. */
export const INDICATORS: readonly ZoneFieldKey[] = BLOCKS.flatMap(
  (block) => BLOCK_INDICATORS[block],
);

/**
 * Ranks zones by the weights of a query.
 * @param rows zones that match the other conditions of the query
 */
export function computeRanking(rows: readonly ZoneRow[], query: RankingQuery, asOf: Day): Ranking {
  const { weights } = query;
  const { sort, coverageMin, readinessMin, readinessMode } = query;
  const ranking = { weights, sort, coverageMin, readinessMin, readinessMode };
  const found = select(rows, { ...DEFAULT_QUERY, scope: "all", ...ranking }, asOf).rows;
  const places = listPlaces(found);
  return {
    zones: found.map((row) => ({
      slug: row.slug,
      row,
      readiness: row.readiness,
      place: places.get(row.slug) ?? null,
      fresh: computeFreshShare(row, weights, asOf),
      candidate: isCandidate(row.values),
      disputed: INDICATORS.filter((key) => row.marks[key] === "contested"),
      contradictions: listContradictions(row.values),
    })),
    order: computeCertainOrder(found),
    weights,
  };
}
