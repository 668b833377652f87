import type { ZoneFieldKey, ZoneValues } from "../catalogue/fields";
import { NOT_APPLICABLE } from "../catalogue/kinds";
import type { VocabularyValue } from "../catalogue/vocabularies";

/** The score of each step of the indicator scale, 0–1. */
export const INDICATOR_SCALE: Readonly<
  Record<Exclude<VocabularyValue<"indicator">, typeof NOT_APPLICABLE>, number>
> = { absent: 0, planned: 0.1, "under-construction": 0.4, partial: 0.6, available: 1 };

/** The number of firms that scores 1; 5 producing firms are also what "operational" requires. See `getFullCount`. */
export const FULL_COUNT = {
  enterprisesAdmitted: 10,
  enterprisesProducing: 5,
} as const;

/** Is an indicator a number of firms? */
export function isCount(indicator: ZoneFieldKey): indicator is keyof typeof FULL_COUNT {
  return Object.hasOwn(FULL_COUNT, indicator);
}

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
    // 9.7 / 100 is not 0.097 in floating point.
    return isCount(indicator)
      ? Math.min(1, value / getFullCount(indicator, values))
      : roundHalfUp(value / 100, 6);
  }
  return typeof value === "string" && Object.hasOwn(INDICATOR_SCALE, value)
    ? INDICATOR_SCALE[value as keyof typeof INDICATOR_SCALE]
    : null;
}
