import type { ZoneFieldKey } from "@/lib/catalogue/fields";
import type { Weights } from "@/lib/catalogue/groups";
import type { ZoneRow } from "@/lib/evidence/row";
import { DEFAULT_QUERY, isDefaultSort, type Query, RANKING_SORT } from "@/lib/query/query";
import { isCandidate } from "@/lib/query/scope";
import { type RankedRow, select } from "@/lib/query/select";
import { computeFreshShare } from "@/lib/readiness/readiness";
import type { Day } from "@/lib/time/day";
import { INDICATORS } from "./indicators";
import type { Readiness } from "./readiness";

/** A zone with the caveats of its readiness. */
export interface ScoredZone {
  readonly slug: string;
  readonly row: RankedRow;
  readonly readiness: RankedRow["readiness"];
  /** Share of the known indicators that is fresh, 0–1; null where none is known. */
  readonly fresh: number | null;
  /** Approval not confirmed. */
  readonly candidate: boolean;
  /** Disputed indicators. */
  readonly disputed: readonly ZoneFieldKey[];
}

/** The scores of some zones under some weights. */
export interface ZoneScores {
  /** In the order of the query's sort; by confirmed score where the reader chose none. */
  readonly zones: readonly ScoredZone[];
  readonly order: CertainOrder;
  readonly weights: Weights;
}

/** The parts of a query that the reader changes without loading another page. */
type ScoreQuery = Pick<
  Query,
  "weights" | "sort" | "coverageMin" | "readinessMin" | "readinessMode"
>;

/** The order of the zones: by confirmed score, where the reader chose none. */
export function getScoreSort(sort: Query["sort"]): Query["sort"] {
  return isDefaultSort(sort) ? RANKING_SORT : sort;
}

/**
 * Scores zones by the weights of a query.
 * @param rows zones that match the other conditions of the query
 */
export function scoreZones(rows: readonly ZoneRow[], query: ScoreQuery, asOf: Day): ZoneScores {
  const { weights, sort, coverageMin, readinessMin, readinessMode } = query;
  const conditions = { weights, sort, coverageMin, readinessMin, readinessMode };
  return scoreQuery(rows, { ...DEFAULT_QUERY, scope: "all", ...conditions }, asOf);
}

/** Scores the zones of a query. @param rows every zone of the registry on the day */
export function scoreQuery(rows: readonly ZoneRow[], query: Query, asOf: Day): ZoneScores {
  const sort = getScoreSort(query.sort);
  return listScored(select(rows, { ...query, sort }, asOf).rows, query.weights, asOf);
}

/** The scores of the zones that a query found. @param found with readiness under the weights, in the order to show */
function listScored(found: readonly RankedRow[], weights: Weights, asOf: Day): ZoneScores {
  const zones = found.map((row) => ({
    slug: row.slug,
    row,
    readiness: row.readiness,
    fresh: computeFreshShare(row, weights, asOf),
    candidate: isCandidate(row.values),
    disputed: INDICATORS.filter((key) => row.marks[key] === "contested"),
  }));
  return { zones, order: computeCertainOrder(found), weights };
}

/** The certain part of an order by score: a zone is certainly ahead where its `low` is above the other's `high`. */
export interface CertainOrder {
  /** Zones with a readiness. */
  readonly zones: number;
  /** Pairs of these zones. */
  readonly pairs: number;
  /** Pairs in which one zone is certainly ahead. */
  readonly certain: number;
  /** Slugs of the zones that are not certainly behind any other, so that any of them may be first. */
  readonly maybeFirst: readonly string[];
  /** Zones that are certainly behind another. */
  readonly certainlyBehind: number;
  /** Slug of the zone that is certainly ahead of all others; null: none. */
  readonly certainFirst: string | null;
}

interface Banded {
  readonly slug: string;
  readonly readiness: Readiness | null;
}

/**
 * The order of zones that holds for every possible value of the unknowns (domain.md, section 3).
 * Zones without readiness are left out. O(n log n).
 */
export function computeCertainOrder(rows: readonly Banded[]): CertainOrder {
  const banded = rows.flatMap(({ slug, readiness }) =>
    readiness === null ? [] : [{ slug, ...readiness }],
  );
  const highs = Float64Array.from(banded, ({ high }) => high).sort();
  const certain = banded.reduce((sum, { low }) => sum + countBelow(highs, low), 0);
  const best = banded.reduce((most, { low }) => Math.max(most, low), Number.NEGATIVE_INFINITY);
  const maybeFirst = banded.filter(({ high }) => high >= best).map(({ slug }) => slug);
  const zones = banded.length;
  const [first] = maybeFirst;
  return {
    zones,
    pairs: (zones * Math.max(0, zones - 1)) / 2,
    certain,
    maybeFirst,
    certainlyBehind: zones - maybeFirst.length,
    certainFirst: maybeFirst.length === 1 && zones > 1 && first !== undefined ? first : null,
  };
}

/** The number of values below a limit in an ascending list. */
function countBelow(ascending: Float64Array, limit: number): number {
  let from = 0;
  let to = ascending.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((ascending[middle] ?? limit) < limit) from = middle + 1;
    else to = middle;
  }
  return from;
}
