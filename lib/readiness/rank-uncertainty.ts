import { BLOCKS, type Weights } from "../catalogue/groups";
import { countDraws, drawWeightings } from "./rank-draws";
import { WIDTH } from "./rank-inputs";
import { BLOCK_COUNT, createDrawing, type RankTask, sumApplicable } from "./rank-scores";
import { EPSILON, roundHalfUp } from "./scale";

/**
 * What is drawn. `weights`: of the blocks. `facts`: each indicator within what the evidence allows. `scoring`: the step
 * values and the numbers of firms that score 1.
 */
export const SOURCES = ["weights", "facts", "scoring"] as const;

/** One of `SOURCES`. */
export type UncertaintySource = (typeof SOURCES)[number];

/** How far a zone's rank may be from where the score puts it. Equal zones share the best rank. */
export interface RankUncertainty {
  /** The first rank of the middle 90 % of the draws. */
  readonly from: number;
  /** The last. */
  readonly to: number;
  /** Share of the draws in which the zone is among the first ten, 0–1. */
  readonly topTen: number;
  /** The source with the greatest share; null where the rank is the same in every draw. */
  readonly driver: UncertaintySource | null;
  /** First-order share of each source in the variance of the rank, 0–1. */
  readonly shares: Readonly<Record<UncertaintySource, number>>;
}

/** Rank uncertainty by slug; null for a zone without readiness. */
export type RanksBySlug = Readonly<Record<string, RankUncertainty | null>>;

/** What moves the rank of each zone most, where it is the same for all; else null. */
export function findSharedDriver(ranks: RanksBySlug | null): UncertaintySource | null {
  const drivers = new Set(Object.values(ranks ?? {}).map((rank) => rank?.driver ?? null));
  const [driver = null] = drivers;
  return drivers.size === 1 ? driver : null;
}

/** The share of a source to two decimals: more are noise of the draws. */
export function roundShare(share: number): number {
  return roundHalfUp(share, 2);
}

/** Share of the ranks that is cut off at each end. */
const TAIL = 0.05;
const TOP = 10;
/** Number of possible scores in tenths of a point: 0 to 1,000. */
const TENTHS = 1_001;
/** Indicators that are scored between two yields. */
const SLICE = 50_000;
/** Zones that are summarized between two yields. */
const SUMMARIZED = 100;

/**
 * The rank uncertainty of each zone in the order of the inputs; null for a zone without readiness. Yields its progress,
 * 0–1, so that a worker can check for a newer task.
 *
 * Draws vary all sources together. For the share of a source, each draw is compared with one that keeps this source and
 * takes the others from the next draw: the covariance of the two ranks is the variance that the source alone explains
 * (the first-order index of Sobol').
 */
export function* measureRanks(task: RankTask): Generator<number, (RankUncertainty | null)[]> {
  const { inputs, weights } = task;
  const { zones } = inputs;
  if (zones === 0) return [];
  const draws = countDraws(zones);
  const drawing = yield* createDrawing(task, draws);
  const applicable = sumApplicable(inputs);
  const weightings = drawWeightings(weights, draws);
  const rank = createRanking(zones, applicable, weightings);

  yield 0;
  const all = new Uint32Array(zones * draws);
  const moments = new Float64Array(zones * MOMENTS);
  const kept = SOURCES.map(() => new Uint32Array(zones));
  const [byWeights, byFacts, byScoring] = kept as [Uint32Array, Uint32Array, Uint32Array];
  const ranks = new Uint32Array(zones);
  const sums = () => new Float64Array(zones * BLOCK_COUNT);
  const [nextScoring, nextFacts] = [sums(), sums()];
  let here = { facts: drawing.draw(0, drawing.create()), sums: sums() };
  let next = { facts: drawing.create(), sums: sums() };
  drawing.score(here.facts, 0, here.sums);
  yield 0;
  const pause = Math.max(1, Math.floor(SLICE / (zones * WIDTH)));
  for (let draw = 0; draw < draws; draw++) {
    if (draw % pause === 0) yield draw / draws;
    const after = (draw + 1) % draws;
    drawing.draw(after, next.facts);
    if (pause === 1) yield draw / draws;
    drawing.score(next.facts, after, next.sums);
    if (pause === 1) yield draw / draws;
    drawing.score(here.facts, after, nextScoring);
    if (pause === 1) yield draw / draws;
    drawing.score(next.facts, draw, nextFacts);
    if (pause === 1) yield draw / draws;
    rank(here.sums, draw, ranks);
    rank(next.sums, draw, byWeights);
    rank(nextScoring, after, byFacts);
    rank(nextFacts, after, byScoring);
    for (let zone = 0; zone < zones; zone++) all[zone * draws + draw] = ranks[zone] ?? 0;
    addMoments(moments, ranks, kept);
    [here, next] = [next, here];
  }
  const uncertain: (RankUncertainty | null)[] = [];
  for (let zone = 0; zone < zones; zone++) {
    if (zone % SUMMARIZED === 0) yield 1;
    const own = all.subarray(zone * draws, (zone + 1) * draws);
    uncertain.push(isRanked(applicable, weights, zone) ? summarize(own, moments, zone) : null);
  }
  return uncertain;
}

/** Runs `measureRanks` to its end. */
export function computeRankUncertainty(task: RankTask): (RankUncertainty | null)[] {
  const steps = measureRanks(task);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function isRanked(applicable: Float64Array, weights: Weights, zone: number): boolean {
  return BLOCKS.some(
    (block, b) => weights[block] > 0 && (applicable[zone * BLOCK_COUNT + b] ?? 0) > 0,
  );
}

/**
 * A function that ranks zones by their scores under the weights of a draw, in tenths of a point, rounded half up: 1 plus
 * the number of zones with a higher score; 0 for a zone without a score.
 */
function createRanking(zones: number, applicable: Float64Array, weightings: Float64Array) {
  const tenths = new Int32Array(zones);
  const ahead = new Uint32Array(TENTHS);
  return (sums: Float64Array, draw: number, into: Uint32Array): void => {
    ahead.fill(0);
    for (let zone = 0; zone < zones; zone++) {
      let total = 0;
      let points = 0;
      for (let b = 0; b < BLOCK_COUNT; b++) {
        const weight = weightings[draw * BLOCK_COUNT + b] ?? 0;
        total += weight * (applicable[zone * BLOCK_COUNT + b] ?? 0);
        points += weight * (sums[zone * BLOCK_COUNT + b] ?? 0);
      }
      const score = total > 0 ? Math.floor((1_000 * points) / total + 0.5 + EPSILON) : -1;
      tenths[zone] = score;
      if (score >= 0) ahead[score] = (ahead[score] ?? 0) + 1;
    }
    let above = 0;
    for (let score = TENTHS - 1; score >= 0; score--) {
      const here = ahead[score] ?? 0;
      ahead[score] = above;
      above += here;
    }
    for (let zone = 0; zone < zones; zone++) {
      const score = tenths[zone] ?? -1;
      into[zone] = score < 0 ? 0 : 1 + (ahead[score] ?? 0);
    }
  };
}

/** Sums by zone: of the rank and its square, then for each source of the rank that keeps it, its square and the product. */
const MOMENTS = 2 + 3 * SOURCES.length;

function addMoments(moments: Float64Array, ranks: Uint32Array, kept: readonly Uint32Array[]): void {
  for (let zone = 0; zone < ranks.length; zone++) {
    const rank = ranks[zone] ?? 0;
    const at = zone * MOMENTS;
    moments[at] = (moments[at] ?? 0) + rank;
    moments[at + 1] = (moments[at + 1] ?? 0) + rank * rank;
  }
  for (const [i, others] of kept.entries()) {
    for (let zone = 0; zone < ranks.length; zone++) {
      const other = others[zone] ?? 0;
      const at = zone * MOMENTS + 2 + 3 * i;
      moments[at] = (moments[at] ?? 0) + other;
      moments[at + 1] = (moments[at + 1] ?? 0) + other * other;
      moments[at + 2] = (moments[at + 2] ?? 0) + other * (ranks[zone] ?? 0);
    }
  }
}

/** @param ranks of one zone in every draw; sorted by this function */
function summarize(ranks: Uint32Array, moments: Float64Array, zone: number): RankUncertainty {
  const draws = ranks.length;
  const cut = Math.floor(draws * TAIL);
  ranks.sort();
  const shares = { weights: 0, facts: 0, scoring: 0 };
  const mean = (at: number) => (moments[zone * MOMENTS + at] ?? 0) / draws;
  const variance = mean(1) - mean(0) ** 2;
  let driver: UncertaintySource | null = null;
  for (const [i, source] of SOURCES.entries()) {
    const at = 2 + 3 * i;
    const spread = Math.sqrt(variance * (mean(at + 1) - mean(at) ** 2));
    if (!(spread > EPSILON)) continue;
    shares[source] = Math.min(1, Math.max(0, (mean(at + 2) - mean(0) * mean(at)) / spread));
    if (driver === null || shares[source] > shares[driver]) driver = source;
  }
  const top = ranks.findLastIndex((rank) => rank <= TOP) + 1;
  return {
    from: ranks[cut] ?? 0,
    to: ranks[draws - 1 - cut] ?? 0,
    topTen: top / draws,
    driver,
    shares,
  };
}
