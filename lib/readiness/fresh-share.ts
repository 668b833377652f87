import { BLOCK_INDICATORS, type ZoneFieldKey } from "../catalogue/fields";
import { BLOCKS, type Weights } from "../catalogue/groups";
import { NOT_APPLICABLE } from "../catalogue/kinds";
import { isStale } from "../evidence/age";
import type { ZoneRow } from "../evidence/row";
import { type Day, firstDay } from "../time/day";
import { roundHalfUp } from "./readiness";

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
    for (const key of indicators) {
      const value = row.values[key];
      if (value === null || value === NOT_APPLICABLE) continue;
      const share = weights[block] / indicators.length;
      known += share;
      if (!isStaleIn(row, key, asOf)) fresh += share;
    }
  }
  return known > 0 ? roundHalfUp(fresh / known, 2) : null;
}
