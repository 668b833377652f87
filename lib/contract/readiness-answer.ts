import type { Weights } from "../catalogue/groups";
import type { ZoneRow } from "../evidence/row";
import type { Query } from "../query/query";
import { countDraws } from "../readiness/rank-draws";
import type { RanksBySlug, RankUncertainty } from "../readiness/rank-uncertainty";
import { type CertainOrder, computeRankingInSteps } from "../readiness/ranking";
import type { Readiness } from "../readiness/readiness";
import type { Unknowns } from "../readiness/unknowns";
import type { Day } from "../time/day";
import { METHOD } from "./meta";

/** The ranking of some zones, and how far each rank is certain. */
interface ReadinessAnswer {
  readonly method: number;
  readonly weights: Weights;
  readonly unknowns: Unknowns;
  /** How often weights, facts and scoring rules were drawn. */
  readonly draws: number;
  /** The part of the order that holds whatever the unknown facts turn out to be. */
  readonly order: CertainOrder;
  /** In the order of the query; by confirmed score where it names none. */
  readonly zones: readonly {
    readonly slug: string;
    readonly readiness: Readiness | null;
    /** By confirmed, then possible score, then completeness; equal zones share it. null without readiness. */
    readonly place: number | null;
    readonly rank: RankUncertainty | null;
  }[];
}

/**
 * The answer of `/api/v1/readiness`, in steps.
 * @param rows the zones that the query finds
 * @param ranks of these zones by slug
 */
export function* readinessInSteps(
  rows: readonly ZoneRow[],
  query: Query,
  asOf: Day,
  unknowns: Unknowns,
  ranks: RanksBySlug,
): Generator<void, ReadinessAnswer> {
  const { zones, order, weights } = yield* computeRankingInSteps(rows, query, asOf);
  return {
    method: METHOD,
    weights,
    unknowns,
    draws: countDraws(rows.length),
    order,
    zones: zones.map(({ slug, readiness, place }) => ({
      slug,
      readiness,
      place,
      rank: ranks[slug] ?? null,
    })),
  };
}
