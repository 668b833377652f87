// Measures the scores after a change of weights, with 51 zones, as today, and with about 20 and 200 times as many. The
// page waits for the first column, because a reader drags a slider.

import { BLOCK_WEIGHTS } from "@/lib/catalogue/groups";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import { buildRegistry } from "@/lib/evidence/registry";
import { buildRow, type ZoneRow } from "@/lib/evidence/row";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { listOpenQuestions } from "@/lib/readiness/open-questions";
import { scoreZones } from "@/lib/readiness/zone-scores";
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
  const runs = size > 5_000 ? 5 : 25;
  return {
    size,
    scores: measureMs(() => scoreZones(rows, DEFAULT_QUERY, COMPILED_ON), runs),
    next: measureMs(() => listOpenQuestions(rows, BLOCK_WEIGHTS, COMPILED_ON), runs),
  };
});

const [smallest] = measured;
const slowest = measured.at(-1)?.scores ?? Number.NaN;
const isMet = slowest <= MAX_MS;
console.log("\nReadiness after a change of weights; × is the ratio to the first row");
console.log(
  formatColumns([
    ["zones", "scores", "missing facts that matter most"],
    ...measured.map(({ size, scores, next }) => [
      `${size} (×${(size / (smallest?.size ?? size)).toFixed(1)})`,
      formatTime(scores, smallest?.scores),
      formatTime(next, smallest?.next),
    ]),
    ["limit", `${MAX_MS} ms: ${isMet ? "met" : "EXCEEDED"}`, ""],
  ]),
);
if (!isMet) process.exitCode = 1;
