import { BLOCKS, type Weights } from "../catalogue/groups";

/** Number of weightings that are drawn near the reader's. */
export const WEIGHTINGS = 2_000;

/** Concentration of the Dirichlet distribution: α of a block = this × its share. Higher is closer to the reader's weights. */
export const CONCENTRATION = 50;

/** Fixed, so that the same weights always give the same results. */
const SEED = 0x5e2_2026;

/** Keeps a drawn weight above 0, so that its block still counts. */
const MIN_WEIGHT = 1e-300;

/**
 * Draws weightings from a Dirichlet distribution around the reader's weights by a seeded generator. A
 * block with weight 0 stays at 0. The six blocks of weighting i begin at index i × 6; they need not
 * sum to 1, since readiness divides by their sum.
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

/** The generator mulberry32: uniform numbers between 0 and 1, both excluded. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 4_294_967_296;
  };
}

/** A standard normal number, by Marsaglia's polar method. */
function normal(random: () => number): number {
  for (;;) {
    const x = 2 * random() - 1;
    const y = 2 * random() - 1;
    const square = x * x + y * y;
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square);
  }
}

/** A gamma-distributed number of scale 1, by the method of Marsaglia and Tsang. */
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
