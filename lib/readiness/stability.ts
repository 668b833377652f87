import { BLOCKS, type Weights } from "../catalogue/groups";
import type { BlockSums } from "./block-sums";
import { EPSILON } from "./readiness";
import { drawWeightings } from "./weightings";

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
