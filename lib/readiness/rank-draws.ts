import { BLOCKS, type Weights } from "../catalogue/groups";
import { INDICATOR_SCALE } from "./scale";

/** Number of draws for a register of today's size. */
export const DRAWS = 2_000;
/** Fewest draws, for very many zones. */
const MIN_DRAWS = 200;
/** Zones times draws that a worker computes in a few seconds. */
const MAX_RANKS = 2_000_000;

/** The number of draws for a number of zones: 2,000 up to 1,000 zones, then fewer. */
export function countDraws(zones: number): number {
  return Math.min(DRAWS, Math.max(MIN_DRAWS, Math.floor(MAX_RANKS / Math.max(1, zones))));
}

/** Concentration of the Dirichlet distribution: α of a block = this × its share. Higher is closer to the reader's weights. */
export const CONCENTRATION = 50;

/** The same for the distances between the steps of the indicator scale. */
export const STEP_CONCENTRATION = 20;

/** The least and the greatest number of firms that scores 1. The draws are even on a logarithmic scale. */
export const CAPS = { enterprisesAdmitted: [5, 20], enterprisesProducing: [3, 10] } as const;

/** Fixed, so that the same weights always give the same results. */
const SEED = { weights: 0x5e2_2026, scales: 0x5e2_2027, facts: 0x5e2_2028 } as const;

/** Keeps a drawn weight above 0, so that its block still counts. */
const MIN_WEIGHT = 1e-300;

/**
 * Draws weightings from a Dirichlet distribution around the reader's weights by a seeded generator. A
 * block with weight 0 stays at 0. The six blocks of weighting i begin at index i × 6; they need not
 * sum to 1, since readiness divides by their sum.
 */
export function drawWeightings(weights: Weights, count = DRAWS): Float64Array {
  const sum = BLOCKS.reduce((total, block) => total + weights[block], 0);
  const alphas = BLOCKS.map((block) => (CONCENTRATION * weights[block]) / sum);
  const random = mulberry32(SEED.weights);
  const drawn = new Float64Array(count * BLOCKS.length);
  for (let at = 0; at < drawn.length; at++) {
    const alpha = alphas[at % BLOCKS.length] ?? 0;
    drawn[at] = alpha > 0 ? Math.max(MIN_WEIGHT, gamma(alpha, random)) : 0;
  }
  return drawn;
}

const STEP_SCORES: readonly number[] = Object.values(INDICATOR_SCALE);

/** Index of the cap of admitted firms in a drawn scale, after the steps; that of producing firms follows. */
export const CAP_AT: number = STEP_SCORES.length;

/** Numbers of a drawn scale: the score of each step, then the two caps. */
export const SCALE_WIDTH: number = CAP_AT + 2;

/**
 * Draws scoring rules by a seeded generator; those of draw i begin at index i × SCALE_WIDTH. The distances between the
 * steps are from a Dirichlet distribution around the stated ones, so that the steps keep their order and the ends stay
 * at 0 and 1.
 */
export function drawScales(count = DRAWS): Float64Array {
  const random = mulberry32(SEED.scales);
  const drawn = new Float64Array(count * SCALE_WIDTH);
  for (let at = 0; at < drawn.length; at += SCALE_WIDTH) {
    const gaps = STEP_SCORES.slice(1).map((score, i) =>
      gamma(STEP_CONCENTRATION * (score - (STEP_SCORES[i] ?? 0)), random),
    );
    const total = gaps.reduce((sum, gap) => sum + gap, 0);
    let height = 0;
    for (const [i, gap] of gaps.entries()) {
      height += gap;
      drawn[at + i + 1] = i === gaps.length - 1 ? 1 : height / total;
    }
    for (const [i, [from, to]] of Object.values(CAPS).entries()) {
      drawn[at + CAP_AT + i] = from * (to / from) ** random();
    }
  }
  return drawn;
}

/** The state from which the numbers of a zone in a draw follow, whatever other zones are drawn. */
export function seedFacts(draw: number, zone: number): number {
  return mix(mix(SEED.facts ^ draw) ^ zone);
}

/** The number of an indicator between 0 and 1, both excluded. */
export function uniformAt(seed: number, indicator: number): number {
  return toUnit(mix(seed + Math.imul(indicator + 1, STRIDE)));
}

const STRIDE = 0x6d2b79f5;

/** The generator mulberry32: uniform numbers between 0 and 1, both excluded. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + STRIDE) | 0;
    return toUnit(mix(state));
  };
}

/** The output function of mulberry32: similar numbers give unlike ones. */
function mix(state: number): number {
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return mixed ^ (mixed >>> 14);
}

function toUnit(bits: number): number {
  return ((bits >>> 0) + 0.5) / 4_294_967_296;
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
