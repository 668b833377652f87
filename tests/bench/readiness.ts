// Measures ranking after a change of weights, with 51 zones, as today, and with about 20 and 200 times as many. The
// page waits only for the first column, because a reader drags a slider; stability runs in a worker.

import { BLOCK_WEIGHTS } from "@/lib/catalogue/groups";
import { buildRegistry, indexEvidence } from "@/lib/evidence/registry";
import { buildRow, type ZoneRow } from "@/lib/evidence/row";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { listOpenQuestions } from "@/lib/readiness/open-questions";
import { computeRanking } from "@/lib/readiness/ranking";
import { computeStability, sumBlocks } from "@/lib/readiness/stability";
import { COMPILED_ON, seedFacts } from "@/tests/support/seed-facts";
import { formatColumns, formatTime, measureMs } from "./measure";

const SIZES = [51, 1_000, 10_000];
const MAX_MS = 200;

const facts = await seedFacts();
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

const measured = SIZES.map((size) => {
  const rows = multiplyRows(size);
  const sums = sumBlocks(rows);
  const runs = size > 5_000 ? 5 : 25;
  return {
    size,
    rank: measureMs(() => computeRanking(rows, DEFAULT_QUERY, COMPILED_ON), runs),
    next: measureMs(() => listOpenQuestions(rows, BLOCK_WEIGHTS, COMPILED_ON), runs),
    stability: measureMs(() => computeStability(sums, BLOCK_WEIGHTS), size > 5_000 ? 2 : 5),
  };
});

const [smallest] = measured;
const slowest = measured.at(-1)?.rank ?? Number.NaN;
console.log("\nReadiness after a change of weights; × is the ratio to the first row");
console.log(
  formatColumns([
    ["zones", "ranking", "missing facts that matter most", "stability, in a worker"],
    ...measured.map(({ size, rank, next, stability }) => [
      `${size} (×${(size / (smallest?.size ?? size)).toFixed(1)})`,
      formatTime(rank, smallest?.rank),
      formatTime(next, smallest?.next),
      formatTime(stability, smallest?.stability),
    ]),
    ["limit", `${MAX_MS} ms`, slowest <= MAX_MS ? "met" : "EXCEEDED", ""],
  ]),
);
if (!(slowest <= MAX_MS)) process.exitCode = 1;
