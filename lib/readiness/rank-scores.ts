// Draws the facts of zones within what the evidence allows, and scores them under drawn scoring rules.
import { BLOCK_INDICATORS } from "../catalogue/fields";
import { BLOCKS, type Weights } from "../catalogue/groups";
import { CAP_AT, drawScales, SCALE_WIDTH, seedFacts, uniformAt } from "./rank-draws";
import {
  ALWAYS_FULL,
  CELL,
  getGreatest,
  type Pool,
  PROGRESS_COUNT,
  type RankInputs,
  SCORED_AS,
  SCORINGS,
  toSoleCount,
  WIDTH,
} from "./rank-inputs";
import type { Unknowns } from "./unknowns";

/** What ranks are drawn from. */
export interface RankTask {
  readonly inputs: RankInputs;
  readonly pool: Pool;
  readonly weights: Weights;
  readonly unknowns: Unknowns;
}

/** The number of blocks of indicators. */
export const BLOCK_COUNT = BLOCKS.length;

/** The block of each indicator, and the share of the block that it is. */
const BLOCK_OF = Uint8Array.from(
  BLOCKS.flatMap((block, b) => BLOCK_INDICATORS[block].map(() => b)),
);
const PART_OF = Float64Array.from(
  BLOCKS.flatMap((block) => BLOCK_INDICATORS[block].map(() => 1 / BLOCK_INDICATORS[block].length)),
);

/**
 * How the number of an indicator is drawn. `fixed`: its score is the same in every draw. `pool`: as known ones, within its
 * ends. `any`: the same where the ends are 0 and 1.
 */
const HOW = { fixed: 0, least: 1, evenly: 2, pool: 3, any: 4 } as const;
const { least: LEAST, evenly: EVENLY, any: ANY } = HOW;

/** Draws facts and scores them, draw by draw. */
interface Drawing {
  /** An empty list of numbers for `draw`. */
  create(): Float64Array;
  /** Draws the facts of all zones. */
  draw(draw: number, into: Float64Array): Float64Array;
  /** Sums the scores of drawn facts by block, under the scoring rules of a draw. */
  score(facts: Float64Array, draw: number, into: Float64Array): void;
}

/** The drawing of a task, in steps; each yields that nothing is drawn yet. */
export function* createDrawing(task: RankTask, draws: number): Generator<number, Drawing> {
  const { inputs, pool } = task;
  const { zones, orders, progress, soleEnterprise } = inputs;
  const scales = drawScales(draws);
  const how = listHow(task);
  yield 0;
  const fixed = sumFixed(inputs, how);
  yield 0;
  // Only what differs between draws is computed in each, from flat lists: this is most of the time.
  const cells = listCells(how);
  const zoneOf = cells.map((at) => Math.floor(at / WIDTH));
  const indicatorOf = cells.map((at) => at % WIDTH);
  yield 0;
  const slotOf = cells.map(getSlot);
  const methodOf = Uint8Array.from(cells, (at) => how[at] ?? 0);
  const scoringOf = Uint8Array.from(indicatorOf, (i) => SCORINGS[i] ?? 0);
  const isSoleCount = Uint8Array.from(cells, (_, k) =>
    (scoringOf[k] ?? 0) >= FIRST_COUNT ? (soleEnterprise[zoneOf[k] ?? 0] ?? 0) : 0,
  );
  yield 0;
  const lowOf = Float64Array.from(cells, (at) => inputs.low[at] ?? 0);
  const highOf = Float64Array.from(cells, (at) => inputs.high[at] ?? 0);
  const partOf = Float64Array.from(indicatorOf, (i) => PART_OF[i] ?? 0);
  yield 0;
  const seeds = new Int32Array(zones);
  return {
    create: () => new Float64Array(cells.length),
    draw(draw, into) {
      for (let zone = 0; zone < zones; zone++) seeds[zone] = seedFacts(draw, orders[zone] ?? 0);
      for (let k = 0; k < into.length; k++) {
        const method = methodOf[k];
        if (method === LEAST) continue;
        const zone = zoneOf[k] ?? 0;
        const i = indicatorOf[k] ?? 0;
        const share = uniformAt(seeds[zone] ?? 0, i);
        if (method === EVENLY) {
          into[k] = share;
          continue;
        }
        const drawn = drawFrom(pool, i, progress[zone] ?? 0, share);
        into[k] = isSoleCount[k] === 1 ? toSoleCount(drawn) : drawn;
      }
      return into;
    },
    score(facts, draw, into) {
      into.set(fixed);
      const scale = scales.subarray(draw * SCALE_WIDTH, (draw + 1) * SCALE_WIDTH);
      addScores({ slotOf, methodOf, scoringOf, lowOf, highOf, partOf }, facts, scale, into);
    },
  };
}

/** Where the cells are that differ between draws. Those that are computed alike follow each other, which a processor does faster. */
function listCells(how: Uint8Array): Uint32Array {
  const kinds: number[][] = [];
  for (const [at, one] of how.entries()) {
    if (one === HOW.fixed) continue;
    const kind = 4 * one + (SCORINGS[at % WIDTH] ?? 0);
    const alike = kinds[kind] ?? [];
    kinds[kind] = alike;
    alike.push(at);
  }
  return Uint32Array.from(kinds.flat());
}

/** The cells that differ between draws. */
interface Cells {
  /** The place of the block in the sums. */
  readonly slotOf: Uint32Array;
  /** One of `HOW`. */
  readonly methodOf: Uint8Array;
  /** One of `SCORED_AS`. */
  readonly scoringOf: Uint8Array;
  readonly lowOf: Float64Array;
  readonly highOf: Float64Array;
  /** The share of the block. */
  readonly partOf: Float64Array;
}

/** Adds the scores of drawn facts. Most of the time is spent here: lists are read from local names, which is faster. */
function addScores(
  { slotOf, methodOf, scoringOf, lowOf, highOf, partOf }: Cells,
  facts: Float64Array,
  scale: Float64Array,
  into: Float64Array,
): void {
  for (let k = 0; k < facts.length; k++) {
    const scoring = scoringOf[k] ?? 0;
    const method = methodOf[k];
    const fact = facts[k] ?? 0;
    let score: number;
    if (method === ANY) score = scoreNumber(scale, scoring, fact);
    else {
      score = scoreNumber(scale, scoring, lowOf[k] ?? 0);
      if (method !== LEAST) {
        const most = scoreNumber(scale, scoring, highOf[k] ?? 0);
        score =
          method === EVENLY
            ? score + fact * (most - score)
            : Math.min(most, Math.max(score, scoreNumber(scale, scoring, fact)));
      }
    }
    const slot = slotOf[k] ?? 0;
    into[slot] = (into[slot] ?? 0) + score * (partOf[k] ?? 0);
  }
}

/** How each indicator of each zone is drawn. An unknown one of which nothing is known anywhere is drawn evenly. */
function listHow({ inputs, pool, unknowns }: RankTask): Uint8Array {
  const { cells, progress, low, high } = inputs;
  return cells.map((cell, at) => {
    if (cell === CELL.notApplicable) return HOW.fixed;
    const isUnknown = cell === CELL.unknown;
    if (low[at] === high[at] || (isUnknown && unknowns === "nothing")) {
      return isAlways(SCORINGS[at % WIDTH] ?? 0, low[at] ?? 0) ? HOW.fixed : HOW.least;
    }
    if (!isUnknown || unknowns === "evenly") return HOW.evenly;
    const from = (at % WIDTH) * PROGRESS_COUNT + (progress[Math.floor(at / WIDTH)] ?? 0);
    if (pool.starts[from] === pool.starts[from + 1]) return HOW.evenly;
    return low[at] === 0 && high[at] === getGreatest(SCORINGS[at % WIDTH] ?? 0)
      ? HOW.any
      : HOW.pool;
  });
}

/** Does a number score the same under all scoring rules? */
function isAlways(scoring: number, value: number): boolean {
  if (scoring === SCORED_AS.step) return value === 0 || value === CAP_AT - 1;
  return scoring === SCORED_AS.share || value === 0 || value >= ALWAYS_FULL;
}

/** Sums the scores that are the same in every draw, by zone and block. */
function sumFixed({ zones, cells, low }: RankInputs, how: Uint8Array): Float64Array {
  const sums = new Float64Array(zones * BLOCK_COUNT);
  for (const [at, method] of how.entries()) {
    if (method !== HOW.fixed || cells[at] === CELL.notApplicable) continue;
    const i = at % WIDTH;
    const value = low[at] ?? 0;
    const score = SCORINGS[i] === SCORED_AS.share ? value : Math.min(1, value);
    const slot = getSlot(at);
    sums[slot] = (sums[slot] ?? 0) + score * (PART_OF[i] ?? 0);
  }
  return sums;
}

/** The place of an indicator's block in sums by zone and block. */
function getSlot(at: number): number {
  const i = at % WIDTH;
  return ((at - i) / WIDTH) * BLOCK_COUNT + (BLOCK_OF[i] ?? 0);
}

/** The number of an indicator below which a share of the pool's probability is. */
function drawFrom(pool: Pool, indicator: number, progress: number, share: number): number {
  const from = indicator * PROGRESS_COUNT + progress;
  const last = (pool.starts[from + 1] ?? 0) - 1;
  let at = pool.starts[from] ?? 0;
  while (at < last && (pool.upTo[at] ?? 1) < share) at++;
  return pool.values[at] ?? 0;
}

/** A copy in this module, which the innermost loop reads faster. */
const { step: STEP, share: SHARE, enterprisesAdmitted: FIRST_COUNT } = SCORED_AS;
const CAP_OFFSET = CAP_AT - FIRST_COUNT;

/** The score of an indicator's number, 0–1, under drawn scoring rules. */
function scoreNumber(scale: Float64Array, scoring: number, value: number): number {
  // A whole number as an index, of which the engine knows that it is one, is read several times as fast.
  if (scoring === STEP) return scale[value | 0] ?? 0;
  if (scoring === SHARE) return value;
  return Math.min(1, value / (scale[CAP_OFFSET + scoring] ?? 1));
}

/** The share of each block that applies, by zone. */
export function sumApplicable({ zones, cells }: RankInputs): Float64Array {
  const sums = new Float64Array(zones * BLOCK_COUNT);
  for (const [at, cell] of cells.entries()) {
    if (cell === CELL.notApplicable) continue;
    const slot = getSlot(at);
    sums[slot] = (sums[slot] ?? 0) + (PART_OF[at % WIDTH] ?? 0);
  }
  return sums;
}
