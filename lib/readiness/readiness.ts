import { BLOCK_INDICATORS, type ZoneFieldKey, type ZoneValues } from "../catalogue/fields";
import { BLOCK_WEIGHTS, BLOCKS, type BlockKey, type Weights } from "../catalogue/groups";
import { NOT_APPLICABLE } from "../catalogue/kinds";
import type { VocabularyValue } from "../catalogue/vocabularies";
import { isStale } from "../evidence/age";
import type { ZoneRow } from "../evidence/row";
import type { RankedRow } from "../query/select";
import { type Day, firstDay } from "../time/day";

/** Readiness as a range on 0–100. `low`: confirmed score; `high`: possible score; `coverage`: data completeness, 0–1. */
export interface Readiness {
  readonly low: number;
  readonly high: number;
  readonly coverage: number;
}

/** The score of each step of the indicator scale, 0–1. */
export const INDICATOR_SCALE: Readonly<
  Record<Exclude<VocabularyValue<"indicator">, typeof NOT_APPLICABLE>, number>
> = { none: 0, planned: 0.1, "under-construction": 0.4, partial: 0.6, available: 1 };

/** The number of firms that scores 1; 5 producing firms are also what "operational" requires. See `getFullCount`. */
export const FULL_COUNT = {
  enterprisesAdmitted: 10,
  enterprisesProducing: 5,
} as const;

/** Corrects floating-point sums that end just below a half; far smaller than any real difference. */
export const EPSILON = 1e-9;

/** The number of firms that scores 1 in a zone of this type: 1 in a sole-enterprise zone. */
export function getFullCount(
  indicator: keyof typeof FULL_COUNT,
  { zoneType }: Pick<ZoneValues, "zoneType">,
): number {
  return zoneType === "sole-enterprise" ? 1 : FULL_COUNT[indicator];
}

/** Rounds half up to a number of decimals. */
export function roundHalfUp(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.floor(value * factor + 0.5 + EPSILON) / factor;
}

/** The score of one indicator, 0–1; null: unknown; `not-applicable`: it does not count. */
export function computeScore(
  values: ZoneValues,
  indicator: ZoneFieldKey,
): number | null | typeof NOT_APPLICABLE {
  const value = values[indicator];
  if (value === null || value === NOT_APPLICABLE) return value;
  if (typeof value === "number") {
    if (indicator === "enterprisesAdmitted" || indicator === "enterprisesProducing") {
      return Math.min(1, value / getFullCount(indicator, values));
    }
    return value / 100;
  }
  return typeof value === "string" && Object.hasOwn(INDICATOR_SCALE, value)
    ? INDICATOR_SCALE[value as keyof typeof INDICATOR_SCALE]
    : null;
}

/** The sums behind a readiness, in units of the weights. */
export interface ReadinessSum {
  /** Weight of the applicable indicators. */
  readonly total: number;
  /** Weight of the known indicators. */
  readonly known: number;
  /** Weight of the known indicators times their scores. */
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

/** Readiness from its sums; null where no indicator applies. */
export function computeInterval({ total, known, confirmed }: ReadinessSum): Readiness | null {
  if (total <= 0) return null;
  return {
    low: roundHalfUp((100 * confirmed) / total, 1),
    high: roundHalfUp((100 * (confirmed + total - known)) / total, 1),
    coverage: roundHalfUp(known / total, 2),
  };
}

/** Sums the indicators of all blocks by weight. */
export function sumReadiness(values: ZoneValues, weights: Weights): ReadinessSum {
  const sum: Sum = { total: 0, known: 0, confirmed: 0 };
  for (const block of BLOCKS) add(sum, values, block, weights[block]);
  return sum;
}

/**
 * Readiness of a zone: `low` counts every unknown indicator as 0, `high` as 1. Rounded once, half up:
 * `low` and `high` to one decimal, `coverage` to two. Null where no indicator applies (domain.md,
 * section 3).
 */
export function computeReadiness(
  values: ZoneValues,
  weights: Weights = BLOCK_WEIGHTS,
): Readiness | null {
  return computeInterval(sumReadiness(values, weights));
}

/** Readiness within one block, with equal weights; null where none of its indicators applies. */
export function computeBlockReadiness(values: ZoneValues, block: BlockKey): Readiness | null {
  const sum: Sum = { total: 0, known: 0, confirmed: 0 };
  add(sum, values, block, 1);
  return computeInterval(sum);
}

/** Sorts by confirmed score, then possible score, then data completeness, highest first; null last. */
export function byConfirmedScore(a: Readiness | null, b: Readiness | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return b.low - a.low || b.high - a.high || b.coverage - a.coverage;
}

/**
 * The place of each zone by confirmed score, then possible score, then data completeness. Equal zones
 * share a place (1, 2, 2, 4). Zones without readiness have none.
 */
export function listPlaces(
  rows: readonly Pick<RankedRow, "slug" | "readiness">[],
): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const ranked = rows
    .filter(({ readiness }) => readiness !== null)
    .sort((a, b) => byConfirmedScore(a.readiness, b.readiness));
  let place = 0;
  for (const [i, row] of ranked.entries()) {
    const before = ranked[i - 1];
    if (!before || byConfirmedScore(before.readiness, row.readiness) !== 0) place = i + 1;
    places.set(row.slug, place);
  }
  return places;
}

/** The indicators of a block that apply to a zone and are known. */
export function listKnownIndicators(values: ZoneValues, block: BlockKey): ZoneFieldKey[] {
  return BLOCK_INDICATORS[block].filter(
    (key) => values[key] !== null && values[key] !== NOT_APPLICABLE,
  );
}

type Dated = Pick<ZoneRow, "values" | "dates">;

/** Is the displayed value of a field stale? */
export function isStaleIn(
  { dates }: Pick<Dated, "dates">,
  field: ZoneFieldKey,
  asOf: Day,
): boolean {
  const date = dates[field];
  return date !== undefined && isStale(field, firstDay(date), asOf);
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
    for (const key of listKnownIndicators(row.values, block)) {
      const share = weights[block] / indicators.length;
      known += share;
      if (!isStaleIn(row, key, asOf)) fresh += share;
    }
  }
  return known > 0 ? roundHalfUp(fresh / known, 2) : null;
}
