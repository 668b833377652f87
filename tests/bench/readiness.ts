// Measures ranking after a change of weights, with 51 zones, as today, and with about 20 and 200 times as many. The
// page waits only for the first column, because a reader drags a slider; rank uncertainty runs in a worker. Its second
// limit is a ratio to the work that it cannot avoid, because a time alone depends on the machine.

import { BLOCK_WEIGHTS } from "@/lib/catalogue/groups";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import { buildRegistry } from "@/lib/evidence/registry";
import { buildRow, type ZoneRow } from "@/lib/evidence/row";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { listOpenQuestions } from "@/lib/readiness/open-questions";
import { countDraws, seedFacts, uniformAt } from "@/lib/readiness/rank-draws";
import { buildPool, listKnownScores, listRankInputs, WIDTH } from "@/lib/readiness/rank-inputs";
import { computeRankUncertainty } from "@/lib/readiness/rank-uncertainty";
import { computeRanking } from "@/lib/readiness/ranking";
import { COMPILED_ON, seedFacts as readFacts } from "@/tests/support/seed-facts";
import { formatColumns, formatTime, measureCpuMs, measureMs } from "./measure";

const SIZES = [51, 1_000, 10_000];
const MAX_MS = 200;
/** Processor time for the ranks of today's zones, in a worker. */
const MAX_RANKS_MS = 300;
/** The ranks take at most so many times as long as their random numbers alone. */
const MAX_RATIO = 60;

const facts = await readFacts();
const moment = { asOf: COMPILED_ON, revision: 1 };
const realRows = buildRegistry(facts, indexEvidence(facts), moment).zones.map(buildRow);

/** Repeats the real zones until there are `size`. Each copy has its own share of allotted plots. */
function multiplyRows(size: number): ZoneRow[] {
  return Array.from({ length: size }, (_, i) => {
    const row = realRows[i % realRows.length];
    if (!row) throw new Error("The data set has no zones.");
    const { plotsAllottedPct } = row.values;
    const own = plotsAllottedPct === null ? null : (i * 37) % 101;
    return {
      ...row,
      slug: `${row.slug}-${i}`,
      order: i + 1,
      values: { ...row.values, plotsAllottedPct: own },
    };
  });
}

/** Draws the random number of every indicator of every zone, as the ranks need it at least once. */
function drawAll(zones: number): number {
  let sum = 0;
  for (let draw = 0; draw < countDraws(zones); draw++) {
    for (let zone = 0; zone < zones; zone++) {
      const seed = seedFacts(draw, zone);
      for (let i = 0; i < WIDTH; i++) sum += uniformAt(seed, i);
    }
  }
  return sum;
}

const measured = SIZES.map((size) => {
  const rows = multiplyRows(size);
  const task = {
    inputs: listRankInputs(rows),
    pool: buildPool(listKnownScores(rows)),
    weights: BLOCK_WEIGHTS,
    unknowns: "similar",
  } as const;
  const runs = size > 5_000 ? 5 : 25;
  return {
    size,
    rank: measureMs(() => computeRanking(rows, DEFAULT_QUERY, COMPILED_ON), runs),
    next: measureMs(() => listOpenQuestions(rows, BLOCK_WEIGHTS, COMPILED_ON), runs),
    random: measureCpuMs(() => drawAll(size), size > 500 ? 1 : 10),
    ranks: measureCpuMs(() => computeRankUncertainty(task), size > 500 ? 1 : 10),
  };
});

const [smallest] = measured;
const slowest = measured.at(-1)?.rank ?? Number.NaN;
const ratio = (smallest?.ranks ?? Number.NaN) / (smallest?.random ?? Number.NaN);
const met = (isMet: boolean) => (isMet ? "met" : "EXCEEDED");
const ranksMet = (smallest?.ranks ?? Number.NaN) <= MAX_RANKS_MS && ratio <= MAX_RATIO;
console.log("\nReadiness after a change of weights; × is the ratio to the first row");
console.log(
  formatColumns([
    [
      "zones",
      "ranking",
      "missing facts that matter most",
      "draws",
      "rank uncertainty, in a worker",
    ],
    ...measured.map(({ size, rank, next, ranks }) => [
      `${size} (×${(size / (smallest?.size ?? size)).toFixed(1)})`,
      formatTime(rank, smallest?.rank),
      formatTime(next, smallest?.next),
      String(countDraws(size)),
      formatTime(ranks, smallest?.ranks),
    ]),
    [
      "limit",
      `${MAX_MS} ms: ${met(slowest <= MAX_MS)}`,
      "",
      "",
      `first row ${MAX_RANKS_MS} ms, ${ratio.toFixed(1)} of ${MAX_RATIO} times its random numbers: ${met(ranksMet)}`,
    ],
  ]),
);
if (!(slowest <= MAX_MS) || !ranksMet) process.exitCode = 1;
