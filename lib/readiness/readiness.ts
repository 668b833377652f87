import { BLOCK_INDICATORS, type ZoneFieldKey } from "../catalogue/fields";
import { BLOCK_WEIGHTS, BLOCKS, type BlockKey, type Weights } from "../catalogue/groups";
import { NOT_APPLICABLE } from "../catalogue/kinds";
import { getJudgedOn, isStale } from "../evidence/age";
import type { ZoneRow } from "../evidence/row";
import { type Day, firstDay } from "../time/day";
import type { ScoreBounds } from "./bounds";
import { computeScore, roundHalfUp } from "./scale";

/** Readiness as a range on 0–100. `low`: confirmed score; `high`: possible score; `coverage`: data completeness, 0–1. */
export interface Readiness {
  readonly low: number;
  readonly high: number;
  readonly coverage: number;
}

/** What the score of a zone is computed from. */
export type Scored = Pick<ZoneRow, "values" | "bounds">;

/** The sums behind a readiness, in units of the weights. */
export interface ReadinessSum {
  /** Weight of the applicable indicators. */
  readonly total: number;
  /** Weight of the known indicators. */
  readonly known: number;
  /** Weight of the indicators times the least score that the evidence allows. */
  readonly confirmed: number;
  /** Weight of the indicators times the greatest. */
  readonly possible: number;
}

type Sum = { -readonly [K in keyof ReadinessSum]: ReadinessSum[K] };

/** The least and greatest score of an indicator; `not-applicable`: it does not count. */
export function getScoreBounds(
  { values, bounds }: Scored,
  indicator: ZoneFieldKey,
): ScoreBounds | typeof NOT_APPLICABLE {
  const own = bounds[indicator];
  if (own) return own;
  const score = computeScore(values, indicator);
  if (score === NOT_APPLICABLE) return score;
  return score === null
    ? { low: 0, high: 1, known: false, impliedBy: null }
    : { low: score, high: score, known: true, impliedBy: null };
}

function add(sum: Sum, zone: Scored, block: BlockKey, weight: number): void {
  const indicators = BLOCK_INDICATORS[block];
  for (const indicator of indicators) {
    const score = getScoreBounds(zone, indicator);
    if (score === NOT_APPLICABLE) continue;
    const share = weight / indicators.length;
    sum.total += share;
    if (score.known) sum.known += share;
    sum.confirmed += share * score.low;
    sum.possible += share * score.high;
  }
}

/** Readiness from its sums; null where no indicator applies. */
export function computeInterval({
  total,
  known,
  confirmed,
  possible,
}: ReadinessSum): Readiness | null {
  if (total <= 0) return null;
  return {
    low: roundHalfUp((100 * confirmed) / total, 1),
    high: roundHalfUp((100 * possible) / total, 1),
    coverage: roundHalfUp(known / total, 2),
  };
}

const emptySum = (): Sum => ({ total: 0, known: 0, confirmed: 0, possible: 0 });

/** The sums of each block, in the catalogue's order. */
export function listBlockSums(
  zone: Scored,
  weights: Weights,
): readonly (ReadinessSum & { readonly block: BlockKey })[] {
  return BLOCKS.map((block) => {
    const sum = emptySum();
    add(sum, zone, block, weights[block]);
    return { block, ...sum };
  });
}

/** Sums the indicators of all blocks by weight. */
export function sumReadiness(zone: Scored, weights: Weights): ReadinessSum {
  const sum = emptySum();
  for (const block of BLOCKS) add(sum, zone, block, weights[block]);
  return sum;
}

/**
 * Readiness of a zone: `low` adds the least score that the evidence on each indicator allows, `high` the greatest.
 * Rounded once, half up: `low` and `high` to one decimal, `coverage` to two. Null where no indicator applies
 * (docs/domain.md, section 3).
 */
export function computeReadiness(zone: Scored, weights: Weights = BLOCK_WEIGHTS): Readiness | null {
  return computeInterval(sumReadiness(zone, weights));
}

/** Readiness within one block, with equal weights; null where none of its indicators applies. */
export function computeBlockReadiness(zone: Scored, block: BlockKey): Readiness | null {
  const sum = emptySum();
  add(sum, zone, block, 1);
  return computeInterval(sum);
}

/** Sorts by confirmed score, then possible score, then data completeness, highest first; null last. */
export function byConfirmedScore(a: Readiness | null, b: Readiness | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return b.low - a.low || b.high - a.high || b.coverage - a.coverage;
}

/** The indicators of a block whose value counts as known: not where it is unknown, weak or not applicable. */
export function listKnownIndicators(zone: Scored, block: BlockKey): ZoneFieldKey[] {
  return BLOCK_INDICATORS[block].filter((key) => {
    const score = getScoreBounds(zone, key);
    return score !== NOT_APPLICABLE && score.known;
  });
}

type Dated = Scored & Pick<ZoneRow, "dates">;

/** Is the displayed value of a field stale, judged no later than the last search? */
export function isStaleIn(
  { dates, values }: Pick<Dated, "dates" | "values">,
  field: ZoneFieldKey,
  asOf: Day,
): boolean {
  const date = dates[field];
  return date !== undefined && isStale(field, firstDay(date), getJudgedOn(values, asOf));
}

/**
 * The share of a zone's known indicators that is fresh on a day, 0–1 by weight, rounded half up to two
 * decimals; null where no indicator with a weight is known.
 */
export function computeFreshShare(row: Dated, weights: Weights, asOf: Day): number | null {
  let known = 0;
  let fresh = 0;
  for (const block of BLOCKS) {
    const indicators = BLOCK_INDICATORS[block];
    for (const key of listKnownIndicators(row, block)) {
      const share = weights[block] / indicators.length;
      known += share;
      if (!isStaleIn(row, key, asOf)) fresh += share;
    }
  }
  return known > 0 ? roundHalfUp(fresh / known, 2) : null;
}
