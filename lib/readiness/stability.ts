import { BLOCK_INDICATORS, type ZoneValues } from "../catalogue/fields";
import { BLOCKS, type Weights } from "../catalogue/groups";
import { NOT_APPLICABLE } from "../catalogue/kinds";
import { computeScore, EPSILON } from "./scale";

/** The range of a zone's place under other weights. Places are by confirmed score; equal zones share the best. */
export interface Stability {
  /** The lowest place number of the middle 90 % of weightings. */
  readonly from: number;
  /** The highest. */
  readonly to: number;
  /** Share of the weightings in which the zone is in the top ten, 0–1. */
  readonly topTen: number;
}

/** Share of the sorted places that is cut off at each end. */
const TAIL = 0.05;
const TOP = 10;
/** Number of possible scores in tenths of a point: 0 to 1,000. */
const TENTHS = 1_001;
const WIDTH = BLOCKS.length;
/** Zones or weightings between two yields. */
const SLICE = 200;

/**
 * The stability of each zone under weightings near the reader's, in the order of the sums; null for a
 * zone without readiness. Yields its progress, 0–1, so that a worker can check for newer weights.
 * Of all places of a zone in order, 5 % are cut off at each end; the first and last of the rest are
 * `from` and `to`.
 */
export function* measureStability(
  sums: BlockSums,
  weights: Weights,
): Generator<number, (Stability | null)[]> {
  const weightings = drawWeightings(weights);
  const count = weightings.length / WIDTH;
  // The place of each possible score by weighting; its size does not depend on the number of zones.
  const places = new Uint32Array(count * TENTHS);
  for (let i = 0; i < count; i++) {
    if (i % SLICE === 0) yield (0.5 * i) / count;
    fillPlaces(sums, weightings, i, places.subarray(i * TENTHS, (i + 1) * TENTHS));
  }
  const found: (Stability | null)[] = [];
  const tally = new Uint32Array(sums.zones + 1);
  for (let zone = 0; zone < sums.zones; zone++) {
    if (zone % SLICE === 0) yield 0.5 + (0.5 * zone) / sums.zones;
    found.push(computeZoneStability(sums, weightings, zone, places, tally));
  }
  return found;
}

/** Runs `measureStability` to its end. */
export function computeStability(sums: BlockSums, weights: Weights): (Stability | null)[] {
  const steps = measureStability(sums, weights);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** A zone's confirmed score under a weighting, in tenths of a point, rounded half up; -1 where no indicator applies. */
function computeLow(
  sums: BlockSums,
  weightings: Float64Array,
  zone: number,
  weighting: number,
): number {
  let total = 0;
  let confirmed = 0;
  for (let b = 0; b < WIDTH; b++) {
    const weight = weightings[weighting * WIDTH + b] ?? 0;
    total += weight * (sums.applicable[zone * WIDTH + b] ?? 0);
    confirmed += weight * (sums.confirmed[zone * WIDTH + b] ?? 0);
  }
  return total > 0 ? Math.floor((1_000 * confirmed) / total + 0.5 + EPSILON) : -1;
}

/** Fills `places` by score in tenths: 1 plus the number of zones with a higher score. */
function fillPlaces(
  sums: BlockSums,
  weightings: Float64Array,
  weighting: number,
  places: Uint32Array,
): void {
  for (let zone = 0; zone < sums.zones; zone++) {
    const low = computeLow(sums, weightings, zone, weighting);
    if (low >= 0) places[low] = (places[low] ?? 0) + 1;
  }
  let ahead = 0;
  for (let low = TENTHS - 1; low >= 0; low--) {
    const here = places[low] ?? 0;
    places[low] = ahead + 1;
    ahead += here;
  }
}

/** @param tally buffer for the counts of places; all 0 before and after */
function computeZoneStability(
  sums: BlockSums,
  weightings: Float64Array,
  zone: number,
  places: Uint32Array,
  tally: Uint32Array,
): Stability | null {
  const count = weightings.length / WIDTH;
  let top = 0;
  let best = tally.length;
  let worst = 0;
  for (let i = 0; i < count; i++) {
    const low = computeLow(sums, weightings, zone, i);
    // Whether indicators apply does not depend on the weighting, so a zone has readiness under all or none.
    if (low < 0) return null;
    const place = places[i * TENTHS + low] ?? 0;
    if (place <= TOP) top++;
    if (place < best) best = place;
    if (place > worst) worst = place;
    tally[place] = (tally[place] ?? 0) + 1;
  }
  const cut = Math.floor(count * TAIL);
  const from = findTailEnd(tally, best, 1, cut);
  const to = findTailEnd(tally, worst, -1, cut);
  tally.fill(0, best, worst + 1);
  return { from, to, topTen: top / count };
}

/** The first place from one end at which more than `cut` places are counted. */
function findTailEnd(tally: Uint32Array, end: number, step: 1 | -1, cut: number): number {
  let place = end;
  let counted = tally[place] ?? 0;
  while (counted <= cut) {
    place += step;
    counted += tally[place] ?? 0;
  }
  return place;
}

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
