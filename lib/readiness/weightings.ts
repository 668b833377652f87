import { BLOCKS, type Weights } from "../catalogue/groups";

/** Weightings that are drawn around a reader's. */
export const WEIGHTINGS = 2_000;

/** How closely they keep to it: a block's share is drawn with α = this × the reader's share. */
export const CONCENTRATION = 50;

/** Always the same, so that the same weights always show the same numbers. */
const SEED = 0x5e2_2026;

/** Below it a drawn weight would vanish, and with it what only this block measures. */
const MIN_WEIGHT = 1e-300;

/**
 * Weightings drawn from a Dirichlet around the reader's weights, α = 50 × each block's share, by a
 * seeded generator; blocks that the reader leaves out stay out. Weighting i has its blocks, in their
 * order, from i × 6; they need not sum to 1, since readiness is a share of the sum.
 */
export function drawWeightings(weights: Weights, count = WEIGHTINGS): Float64Array {
  const sum = BLOCKS.reduce((total, block) => total + weights[block], 0);
  const alphas = BLOCKS.map((block) => (CONCENTRATION * weights[block]) / sum);
  const random = mulberry32(SEED);
  const drawn = new Float64Array(count * BLOCKS.length);
  for (let at = 0; at < drawn.length; at++) {
    const alpha = alphas[at % BLOCKS.length] ?? 0;
    drawn[at] = alpha > 0 ? Math.max(MIN_WEIGHT, gamma(alpha, random)) : 0;
  }
  return drawn;
}

/** Uniform numbers between 0 and 1, neither included: the generator mulberry32. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 4_294_967_296;
  };
}

/** A number of the standard normal distribution, by Marsaglia's polar method. */
function normal(random: () => number): number {
  for (;;) {
    const x = 2 * random() - 1;
    const y = 2 * random() - 1;
    const square = x * x + y * y;
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square);
  }
}

/** A number of the gamma distribution of a shape, scale 1, by the method of Marsaglia and Tsang. */
function gamma(shape: number, random: () => number): number {
  if (shape < 1) return gamma(shape + 1, random) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root * root * root;
    if (Math.log(random()) < 0.5 * x * x + d * (1 - v + Math.log(v))) return d * v;
  }
}
