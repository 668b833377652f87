import { BLOCK_INDICATORS, type ZoneFieldKey } from "../catalogue/fields";
import { BLOCKS, type Weights } from "../catalogue/groups";
import { NOT_APPLICABLE } from "../catalogue/kinds";
import { isStaleIn } from "../evidence/fresh-share";
import type { ZoneRow } from "../evidence/row";
import type { Day } from "../time/day";
import {
  computeInterval,
  computeScore,
  type Readiness,
  type ReadinessSum,
  roundHalfUp,
  sumReadiness,
} from "./readiness";

/** One value worth finding out, and what it would do to its zone's place by the floor. */
export interface OpenQuestion {
  readonly slug: string;
  readonly field: ZoneFieldKey;
  /** `unknown`: nothing is known; `stale`: what is known is older than the field stays fresh. */
  readonly why: "unknown" | "stale";
  /** The zone's place today; equals share one. */
  readonly place: number;
  /** Its place if the answer were the best there is, the other zones as they are. */
  readonly best: number;
  /** Its place if the answer were the worst. */
  readonly worst: number;
  /** Points that any answer takes off the zone's band; 0 for what is only stale. */
  readonly width: number;
}

/**
 * What to find out next: each unknown or stale value of some zones with the places that its zone
 * would gain or lose, those that move most first, then those that narrow the band most (domain.md,
 * section 3). What would move nothing is left out.
 * @param rows the zones that are ranked, no others
 * @param asOf the day looked at
 */
export function listOpenQuestions(
  rows: readonly ZoneRow[],
  weights: Weights,
  asOf: Day,
): OpenQuestion[] {
  const standings = rows.flatMap((row) => scoreRow(row, weights) ?? []);
  const ranked = Float64Array.from(standings, ({ readiness }) => getSortKey(readiness)).sort();
  return standings
    .flatMap((standing) => listRowQuestions(standing, ranked, weights, asOf))
    .sort((a, b) => getMoves(b) - getMoves(a) || b.width - a.width || a.place - b.place);
}

/** Places that an answer may move its zone by, gained and lost together. */
function getMoves({ best, worst }: OpenQuestion): number {
  return worst - best;
}

interface ScoredRow {
  readonly row: ZoneRow;
  readonly sum: ReadinessSum;
  readonly readiness: Readiness;
}

function scoreRow(row: ZoneRow, weights: Weights): ScoredRow | null {
  const sum = sumReadiness(row.values, weights);
  const readiness = computeInterval(sum);
  return readiness === null ? null : { row, sum, readiness };
}

function listRowQuestions(
  { row, sum, readiness }: ScoredRow,
  ranked: Float64Array,
  weights: Weights,
  asOf: Day,
): OpenQuestion[] {
  const own = getSortKey(readiness);
  const place = countAhead(ranked, own) + 1;
  /** The place where this zone alone stands elsewhere: it is not ahead of itself. */
  const placeWith = (other: Readiness | null) => {
    if (other === null) return place;
    const key = getSortKey(other);
    const counted = countAhead(ranked, key);
    return own > key ? counted : counted + 1;
  };
  return BLOCKS.flatMap((block) => {
    const indicators = BLOCK_INDICATORS[block];
    const share = weights[block] / indicators.length;
    if (share === 0) return [];
    return indicators.flatMap((field): OpenQuestion[] => {
      const score = computeScore(row.values, field);
      if (score === NOT_APPLICABLE) return [];
      if (score !== null && !isStaleIn(row, field, asOf)) return [];
      const best = placeWith(computeInterval(withScore(sum, share, score, 1)));
      const worst = placeWith(computeInterval(withScore(sum, share, score, 0)));
      const width = score === null ? roundHalfUp((100 * share) / sum.total, 1) : 0;
      if (best === worst && width === 0) return [];
      const why = score === null ? "unknown" : "stale";
      return [{ slug: row.slug, field, why, place, best, worst, width }];
    });
  });
}

/** The sum with another score in place of one indicator's. */
function withScore(
  { total, known, confirmed: evidenced }: ReadinessSum,
  share: number,
  before: number | null,
  score: number,
): ReadinessSum {
  return {
    total,
    known: before === null ? known + share : known,
    confirmed: evidenced + share * (score - (before ?? 0)),
  };
}

/**
 * Low, high and coverage, rounded as they are, as one number that is the higher the further ahead a
 * zone is by the floor: to compare numbers is quicker than to compare three parts one by one.
 */
function getSortKey({ low, high, coverage }: Readiness): number {
  return (Math.round(low * 10) * 1_001 + Math.round(high * 10)) * 101 + Math.round(coverage * 100);
}

/** How many of the ranked, lowest first, stand ahead of a key. */
function countAhead(ranked: Float64Array, key: number): number {
  let from = 0;
  let to = ranked.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((ranked[middle] ?? key) <= key) from = middle + 1;
    else to = middle;
  }
  return ranked.length - from;
}
