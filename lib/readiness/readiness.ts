import { BLOCK_INDICATORS, type ZoneFieldKey, type ZoneValues } from "../catalogue/fields";
import { BLOCK_WEIGHTS, BLOCKS, type BlockKey, type Weights } from "../catalogue/groups";
import { NOT_APPLICABLE } from "../catalogue/kinds";
import type { VocabularyValue } from "../catalogue/vocabularies";

/** Readiness as an interval on 0–100, with the share of the weight that is known (0–1). */
export interface Readiness {
  readonly low: number;
  readonly high: number;
  readonly coverage: number;
}

/** What each step of the indicator scale scores, 0–1. */
export const INDICATOR_SCALE: Readonly<
  Record<Exclude<VocabularyValue<"indicator">, typeof NOT_APPLICABLE>, number>
> = { none: 0, planned: 0.1, "under-construction": 0.4, partial: 0.6, available: 1 };

/** Firms at which the count scores in full; 1 in a sole-enterprise zone. */
export const FULL_COUNT = { enterprisesAdmitted: 10, enterprisesProducing: 5 } as const;

/** Floating-point sums may end a hair below a half; this is far below any real difference. */
const EPSILON = 1e-9;

/** Rounds half up to a number of decimals. */
export function roundHalfUp(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.floor(value * factor + 0.5 + EPSILON) / factor;
}

/**
 * The score of one indicator, 0–1; null: unknown; `not-applicable`: its weight leaves the total.
 */
export function computeScore(
  values: ZoneValues,
  indicator: ZoneFieldKey,
): number | null | typeof NOT_APPLICABLE {
  const value = values[indicator];
  if (value === null || value === NOT_APPLICABLE) return value;
  if (typeof value === "number") {
    if (indicator === "enterprisesAdmitted" || indicator === "enterprisesProducing") {
      const full = values.zoneType === "sole-enterprise" ? 1 : FULL_COUNT[indicator];
      return Math.min(1, value / full);
    }
    return value / 100;
  }
  return typeof value === "string" && Object.hasOwn(INDICATOR_SCALE, value)
    ? INDICATOR_SCALE[value as keyof typeof INDICATOR_SCALE]
    : null;
}

/** What a readiness is made of, in units of the weights. */
export interface ReadinessSum {
  /** Weight of the indicators that apply. */
  readonly total: number;
  /** Weight of those of which a value is known. */
  readonly known: number;
  /** Weight of the known ones, each times its score. */
  readonly confirmed: number;
}

type Sum = { -readonly [K in keyof ReadinessSum]: ReadinessSum[K] };

function add(sum: Sum, values: ZoneValues, block: BlockKey, weight: number): void {
  const indicators = BLOCK_INDICATORS[block];
  for (const indicator of indicators) {
    const score = computeScore(values, indicator);
    if (score === NOT_APPLICABLE) continue;
    const share = weight / indicators.length;
    sum.total += share;
    if (score === null) continue;
    sum.known += share;
    sum.confirmed += share * score;
  }
}

/** The interval that a sum says, rounded once; null where nothing is applicable. */
export function computeInterval({
  total,
  known,
  confirmed: evidenced,
}: ReadinessSum): Readiness | null {
  if (total <= 0) return null;
  return {
    low: roundHalfUp((100 * evidenced) / total, 1),
    high: roundHalfUp((100 * (evidenced + total - known)) / total, 1),
    coverage: roundHalfUp(known / total, 2),
  };
}

/** The sum of a zone's indicators under some weights. */
export function sumReadiness(values: ZoneValues, weights: Weights): ReadinessSum {
  const sum: Sum = { total: 0, known: 0, confirmed: 0 };
  for (const block of BLOCKS) add(sum, values, block, weights[block]);
  return sum;
}

/**
 * Readiness of a zone: `low` counts every unknown as 0, `high` as 1. Rounded once, half up: low and
 * high to one decimal, coverage to two. Null where nothing is applicable (domain.md, section 3).
 */
export function computeReadiness(
  values: ZoneValues,
  weights: Weights = BLOCK_WEIGHTS,
): Readiness | null {
  return computeInterval(sumReadiness(values, weights));
}

/** Readiness within one block, each indicator weighing the same; null where nothing in it is applicable. */
export function computeBlockReadiness(values: ZoneValues, block: BlockKey): Readiness | null {
  const sum: Sum = { total: 0, known: 0, confirmed: 0 };
  add(sum, values, block, 1);
  return computeInterval(sum);
}

/** Orders by the floor: higher low, then higher high, then higher coverage first; null last. */
export function byConfirmedScore(a: Readiness | null, b: Readiness | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return b.low - a.low || b.high - a.high || b.coverage - a.coverage;
}
