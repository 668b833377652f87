import { BLOCK_INDICATORS, type ZoneValues } from "../catalogue/fields";
import { BLOCKS } from "../catalogue/groups";
import { NOT_APPLICABLE } from "../catalogue/kinds";
import { computeScore } from "./readiness";

/**
 * The scores of zones by block, as flat arrays that can be sent to a worker and weighted thousands of
 * times. The six blocks of zone i begin at index i × 6.
 */
export interface BlockSums {
  readonly zones: number;
  /** Share of each block that applies, 0–1. */
  readonly applicable: Float64Array;
  /** Sum of the known scores of each block over its number of indicators, 0–1. */
  readonly confirmed: Float64Array;
}

/** Sums the indicator scores of each zone by block, in the given order. */
export function sumBlocks(rows: readonly { readonly values: ZoneValues }[]): BlockSums {
  const applicable = new Float64Array(rows.length * BLOCKS.length);
  const confirmed = new Float64Array(rows.length * BLOCKS.length);
  for (const [zone, { values }] of rows.entries()) {
    for (const [b, block] of BLOCKS.entries()) {
      const indicators = BLOCK_INDICATORS[block];
      let applies = 0;
      let score = 0;
      for (const indicator of indicators) {
        const one = computeScore(values, indicator);
        if (one === NOT_APPLICABLE) continue;
        applies += 1;
        score += one ?? 0;
      }
      const at = zone * BLOCKS.length + b;
      applicable[at] = applies / indicators.length;
      confirmed[at] = score / indicators.length;
    }
  }
  return { zones: rows.length, applicable, confirmed };
}
