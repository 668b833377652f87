import { BLOCKS, type Weights } from "../catalogue/groups";
import type { BlockSums } from "./block-sums";
import { drawWeightings } from "./weightings";

/** How far a zone's place depends on the weights. Places are by the low alone; equals share their best. */
export interface Stability {
  /** Nine in ten places lie from here … */
  readonly from: number;
  /** … to here, both included. */
  readonly to: number;
  /** Share of the weightings in which the zone is among the first ten, 0–1. */
  readonly topTen: number;
}

/** Of the ordered places this share is left out at each end. */
const TAIL = 0.05;
const FIRST = 10;
/** Lows are compared as they are shown, in tenths: 0 to 1,000. */
const TENTHS = 1_001;
/** As in `readiness.ts`: sums of floating-point numbers may end a hair below a half. */
const EPSILON = 1e-9;
const WIDTH = BLOCKS.length;
/** Zones or weightings between two pauses. */
const SLICE = 200;

/**
 * The stability of some zones under weightings around the reader's, in the order of the sums; null
 * for a zone without a readiness. Yields now and then how much is done, 0–1, so that a worker can
 * hear of newer weights. The rule: of the places in their order, one in twenty is left out at either
 * end; the least and the greatest of the rest are `from` and `to`.
 */
export function* measureStability(
  sums: BlockSums,
  weights: Weights,
): Generator<number, (Stability | null)[]> {
  const weightings = drawWeightings(weights);
  const count = weightings.length / WIDTH;
  // The place of each possible low, weighting by weighting: as large for ten thousand zones as for ten.
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

/** The stability of some zones at once; see `measureStability`. */
export function computeStability(sums: BlockSums, weights: Weights): (Stability | null)[] {
  const reckoning = measureStability(sums, weights);
  for (;;) {
    const step = reckoning.next();
    if (step.done) return step.value;
  }
}

/** A zone's low under a weighting, in tenths of a point, rounded half up; -1 where nothing applies. */
function computeLow(
  sums: BlockSums,
  weightings: Float64Array,
  zone: number,
  weighting: number,
): number {
  let total = 0;
  let evidenced = 0;
  for (let b = 0; b < WIDTH; b++) {
    const weight = weightings[weighting * WIDTH + b] ?? 0;
    total += weight * (sums.applicable[zone * WIDTH + b] ?? 0);
    evidenced += weight * (sums.confirmed[zone * WIDTH + b] ?? 0);
  }
  return total > 0 ? Math.floor((1_000 * evidenced) / total + 0.5 + EPSILON) : -1;
}

/** Fills `places`: for each low in tenths, one more than the zones whose low is higher. */
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

/** @param tally room to count how often each place is taken; all 0, and left so */
function computeZoneStability(
  sums: BlockSums,
  weightings: Float64Array,
  zone: number,
  places: Uint32Array,
  tally: Uint32Array,
): Stability | null {
  const count = weightings.length / WIDTH;
  let first = 0;
  let best = tally.length;
  let worst = 0;
  for (let i = 0; i < count; i++) {
    const low = computeLow(sums, weightings, zone, i);
    // What applies does not depend on the weighting: a zone has a readiness under all or none.
    if (low < 0) return null;
    const place = places[i * TENTHS + low] ?? 0;
    if (place <= FIRST) first++;
    if (place < best) best = place;
    if (place > worst) worst = place;
    tally[place] = (tally[place] ?? 0) + 1;
  }
  const cut = Math.floor(count * TAIL);
  const from = findTailEnd(tally, best, 1, cut);
  const to = findTailEnd(tally, worst, -1, cut);
  tally.fill(0, best, worst + 1);
  return { from, to, topTen: first / count };
}

/** The first place, from one end on, up to which more than `cut` are counted. */
function findTailEnd(tally: Uint32Array, end: number, step: 1 | -1, cut: number): number {
  let place = end;
  let counted = tally[place] ?? 0;
  while (counted <= cut) {
    place += step;
    counted += tally[place] ?? 0;
  }
  return place;
}
