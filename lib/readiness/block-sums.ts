import { BLOCK_INDICATORS, type ZoneValues } from "../catalogue/fields";
import { BLOCKS } from "../catalogue/groups";
import { NOT_APPLICABLE } from "../catalogue/kinds";
import { computeScore } from "./readiness";

/**
 * What the floor of some zones is made of, block by block, as plain numbers that travel to a worker
 * and can be weighed anew thousands of times. Zone i has its blocks, in their order, from i × 6.
 */
export interface BlockSums {
  readonly zones: number;
  /** Share of each block that applies, 0–1. */
  readonly applicable: Float64Array;
  /** Share of each block that is evidenced, 0–1: its known scores. */
  readonly confirmed: Float64Array;
}

/** The block sums of some zones, in the order given. */
export function sumBlocks(rows: readonly { readonly values: ZoneValues }[]): BlockSums {
  const applicable = new Float64Array(rows.length * BLOCKS.length);
  const evidenced = new Float64Array(rows.length * BLOCKS.length);
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
      evidenced[at] = score / indicators.length;
    }
  }
  return { zones: rows.length, applicable, confirmed: evidenced };
}
