import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BLOCK_WEIGHTS, BLOCKS, type Weights } from "@/lib/catalogue/groups";
import type { ZoneRow } from "@/lib/evidence/row";
import { computeReadiness } from "@/lib/readiness/readiness";
import {
  CONCENTRATION,
  computeStability,
  drawWeightings,
  measureStability,
  sumBlocks,
  WEIGHTINGS,
} from "@/lib/readiness/stability";
import { rows, weights } from "@/tests/support/arbitraries";
import { createRow } from "@/tests/support/facts";

/** The weightings as weights of the blocks. */
function drawn(around: Weights): Weights[] {
  const numbers = drawWeightings(around);
  return Array.from(
    { length: WEIGHTINGS },
    (_, i) =>
      Object.fromEntries(
        BLOCKS.map((block, b) => [block, numbers[i * BLOCKS.length + b] ?? Number.NaN]),
      ) as Record<(typeof BLOCKS)[number], number>,
  );
}

/** The same by readiness itself, one weighting after the other. */
function byHand(all: readonly ZoneRow[], around: Weights) {
  const places = all.map((): number[] => []);
  for (const weighting of drawn(around)) {
    const lows = all.map((row) => computeReadiness(row, weighting)?.low ?? null);
    for (const [zone, low] of lows.entries()) {
      if (low === null) continue;
      places[zone]?.push(1 + lows.filter((other) => other !== null && other > low).length);
    }
  }
  return places.map((taken) => {
    if (taken.length === 0) return null;
    const sorted = taken.sort((a, b) => a - b);
    return {
      from: sorted[100],
      to: sorted[1_899],
      topTen: taken.filter((place) => place <= 10).length / WEIGHTINGS,
    };
  });
}

describe("drawWeightings", () => {
  const shares = (around: Weights, block: (typeof BLOCKS)[number]) =>
    drawn(around).map((one) => one[block] / BLOCKS.reduce((total, other) => total + one[other], 0));
  const mean = (numbers: readonly number[]) =>
    numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

  it("means and variances are those of the Dirichlet distribution", () => {
    for (const block of BLOCKS) {
      const all = shares(BLOCK_WEIGHTS, block);
      const share = BLOCK_WEIGHTS[block] / 100;
      const deviation = Math.sqrt((share * (1 - share)) / (CONCENTRATION + 1));
      expect(Math.abs(mean(all) - share)).toBeLessThan((4 * deviation) / Math.sqrt(WEIGHTINGS));
      const spread = Math.sqrt(mean(all.map((one) => (one - mean(all)) ** 2)));
      expect(spread / deviation).toBeGreaterThan(0.93);
      expect(spread / deviation).toBeLessThan(1.07);
    }
  });

  it("small shares with a gamma shape below 1 have the right mean", () => {
    const small = { ...BLOCK_WEIGHTS, access: 1 };
    const share = 1 / 91;
    const deviation = Math.sqrt((share * (1 - share)) / (CONCENTRATION + 1));
    const all = shares(small, "access");
    expect(Math.abs(mean(all) - share)).toBeLessThan((4 * deviation) / Math.sqrt(WEIGHTINGS));
  });

  it("a block has weight 0 only where the reader's weight is 0", () => {
    const numbers = drawWeightings({ ...BLOCK_WEIGHTS, services: 0, access: 1e-6 });
    for (const [at, weight] of numbers.entries()) {
      expect(weight > 0).toBe(BLOCKS[at % BLOCKS.length] !== "services");
    }
  });

  it("draws are always the same and depend on shares only", () => {
    expect(drawWeightings(BLOCK_WEIGHTS)).toEqual(drawWeightings(BLOCK_WEIGHTS));
    const doubled = Object.fromEntries(
      BLOCKS.map((block) => [block, 2 * BLOCK_WEIGHTS[block]]),
    ) as Record<(typeof BLOCKS)[number], number>;
    expect(drawWeightings(doubled)).toEqual(drawWeightings(BLOCK_WEIGHTS));
  });
});

describe("computeStability", () => {
  it("places equal those of a ranking under each weighting", () => {
    fc.assert(
      fc.property(rows, weights, (all, around) => {
        expect(computeStability(sumBlocks(all), around)).toEqual(byHand(all, around));
      }),
      { numRuns: 12 },
    );
  });

  it("equal zones get their best place under every weighting", () => {
    const rowsOf = Array.from({ length: 12 }, () => createRow({ gas: "available" }));
    expect(computeStability(sumBlocks(rowsOf), BLOCK_WEIGHTS)).toEqual(
      rowsOf.map(() => ({ from: 1, to: 1, topTen: 1 })),
    );
  });

  it("measureStability yields rising progress and returns the same result", () => {
    const sums = sumBlocks([createRow({ gas: "partial" }), createRow({ water: "available" })]);
    const steps = measureStability(sums, BLOCK_WEIGHTS);
    const progress: number[] = [];
    let step = steps.next();
    while (!step.done) {
      progress.push(step.value);
      step = steps.next();
    }
    expect(progress.length).toBeGreaterThan(5);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(step.value).toEqual(computeStability(sums, BLOCK_WEIGHTS));
  });
});
