// What ranking takes under changed weights, which a reader does by hand on a slider, at the size of today and at 20
// and 200 times that. The first column is what the page waits for; stability is a worker's, and may take its time.

import { BLOCK_WEIGHTS } from "@/lib/catalogue/groups";
import { buildRegistry, indexEvidence } from "@/lib/evidence/registry";
import { buildRow, type ZoneRow } from "@/lib/evidence/row";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { sumBlocks } from "@/lib/readiness/block-sums";
import { listOpenQuestions } from "@/lib/readiness/open-questions";
import { computeRanking } from "@/lib/readiness/ranking";
import { computeStability } from "@/lib/readiness/stability";
import { COMPILED_ON, seedFacts } from "@/tests/support/seed-facts";
import { asColumns, timeOf } from "./measure";

const SIZES = [51, 1_000, 10_000];
const MOST_MS = 200;

const facts = await seedFacts();
const moment = { asOf: COMPILED_ON, revision: 1 };
const real = buildRegistry(facts, indexEvidence(facts), moment).zones.map(buildRow);

/** As many zones as asked for: the real ones over and over, each with a figure of its own. */
function synthetic(size: number): ZoneRow[] {
  return Array.from({ length: size }, (_, i) => {
    const row = real[i % real.length];
    if (!row) throw new Error("The data set holds no zones");
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
  const rows = synthetic(size);
  const sums = sumBlocks(rows);
  const times = size > 5_000 ? 5 : 25;
  return {
    size,
    rank: timeOf(() => computeRanking(rows, DEFAULT_QUERY, COMPILED_ON), times),
    next: timeOf(() => listOpenQuestions(rows, BLOCK_WEIGHTS, COMPILED_ON), times),
    stability: timeOf(() => computeStability(sums, BLOCK_WEIGHTS), size > 5_000 ? 2 : 5),
  };
});

const [least] = measured;
const cell = (ms: number, base: number | undefined) =>
  `${ms.toFixed(2)} ms ×${(ms / (base ?? ms)).toFixed(1)}`;
const slowest = measured.at(-1)?.rank ?? Number.NaN;
console.log("\nReadiness under changed weights; × is the ratio to the first line");
console.log(
  asColumns([
    ["zones", "rank", "what to find out next", "stability, in the worker"],
    ...measured.map(({ size, rank, next, stability }) => [
      `${size} (×${(size / (least?.size ?? size)).toFixed(1)})`,
      cell(rank, least?.rank),
      cell(next, least?.next),
      cell(stability, least?.stability),
    ]),
    ["at most", `${MOST_MS} ms`, slowest <= MOST_MS ? "kept" : "EXCEEDED", ""],
  ]),
);
if (!(slowest <= MOST_MS)) process.exitCode = 1;
