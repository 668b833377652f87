import { describe, expect, it } from "vitest";
import { BLOCK_WEIGHTS, BLOCKS, type Weights } from "@/lib/catalogue/groups";
import {
  CAP_AT,
  CAPS,
  CONCENTRATION,
  countDraws,
  DRAWS,
  drawScales,
  drawWeightings,
  SCALE_WIDTH,
  STEP_CONCENTRATION,
  seedFacts,
  uniformAt,
} from "@/lib/readiness/rank-draws";
import { INDICATOR_SCALE } from "@/lib/readiness/scale";

const mean = (numbers: readonly number[]) =>
  numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
const deviation = (numbers: readonly number[]) =>
  Math.sqrt(mean(numbers.map((one) => (one - mean(numbers)) ** 2)));

/** The drawn shares of a block. */
function sharesOf(around: Weights, block: (typeof BLOCKS)[number]): number[] {
  const numbers = drawWeightings(around);
  return Array.from({ length: DRAWS }, (_, i) => {
    const one = [...numbers.subarray(i * BLOCKS.length, (i + 1) * BLOCKS.length)];
    return (one[BLOCKS.indexOf(block)] ?? 0) / one.reduce((sum, weight) => sum + weight, 0);
  });
}

describe("drawWeightings", () => {
  it("means and variances are those of the Dirichlet distribution", () => {
    for (const block of BLOCKS) {
      const all = sharesOf(BLOCK_WEIGHTS, block);
      const share = BLOCK_WEIGHTS[block] / 100;
      const expected = Math.sqrt((share * (1 - share)) / (CONCENTRATION + 1));
      expect(Math.abs(mean(all) - share)).toBeLessThan((4 * expected) / Math.sqrt(DRAWS));
      expect(deviation(all) / expected).toBeGreaterThan(0.93);
      expect(deviation(all) / expected).toBeLessThan(1.07);
    }
  });

  it("small shares with a gamma shape below 1 have the right mean", () => {
    const share = 1 / 91;
    const expected = Math.sqrt((share * (1 - share)) / (CONCENTRATION + 1));
    const all = sharesOf({ ...BLOCK_WEIGHTS, access: 1 }, "access");
    expect(Math.abs(mean(all) - share)).toBeLessThan((4 * expected) / Math.sqrt(DRAWS));
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

describe("drawScales", () => {
  const scales = drawScales();
  const column = (at: number) =>
    Array.from({ length: DRAWS }, (_, draw) => scales[draw * SCALE_WIDTH + at] ?? Number.NaN);

  it("steps keep their order in every draw, from 0 to 1", () => {
    for (let draw = 0; draw < DRAWS; draw++) {
      const steps = [...scales.subarray(draw * SCALE_WIDTH, draw * SCALE_WIDTH + CAP_AT)];
      expect(steps[0]).toBe(0);
      expect(steps.at(-1)).toBe(1);
      for (const [i, step] of steps.entries()) {
        if (i > 0) expect(step).toBeGreaterThan(steps[i - 1] ?? Number.NaN);
      }
    }
  });

  it("each step has its stated value as its mean, and the spread of a beta distribution", () => {
    for (const [at, score] of Object.values(INDICATOR_SCALE).entries()) {
      const expected = Math.sqrt((score * (1 - score)) / (STEP_CONCENTRATION + 1));
      expect(Math.abs(mean(column(at)) - score)).toBeLessThanOrEqual(
        (4 * expected) / Math.sqrt(DRAWS),
      );
      if (expected > 0) expect(Math.abs(deviation(column(at)) / expected - 1)).toBeLessThan(0.08);
    }
  });

  it("caps fill their ranges, with the geometric middle as their median", () => {
    for (const [i, [from, to]] of Object.values(CAPS).entries()) {
      const all = column(CAP_AT + i).sort((a, b) => a - b);
      expect(all[0]).toBeGreaterThanOrEqual(from);
      expect(all.at(-1)).toBeLessThanOrEqual(to);
      expect((all[0] ?? 0) / from).toBeLessThan(1.01);
      expect(to / (all.at(-1) ?? 0)).toBeLessThan(1.01);
      expect(Math.abs((all[DRAWS / 2] ?? 0) / Math.sqrt(from * to) - 1)).toBeLessThan(0.05);
    }
  });

  it("fewer draws are the first of more", () => {
    expect(drawScales(10)).toEqual(scales.slice(0, 10 * SCALE_WIDTH));
  });
});

describe("uniformAt", () => {
  it("is uniform over draws, zones and indicators, and not related between neighbours", () => {
    const at = (draw: number, zone: number, indicator: number) =>
      uniformAt(seedFacts(draw, zone), indicator);
    const draws = Array.from({ length: DRAWS }, (_, draw) => draw);
    const near = (numbers: readonly number[], expected: number, sd: number) =>
      expect(Math.abs(mean(numbers) - expected)).toBeLessThan((4 * sd) / Math.sqrt(DRAWS));
    for (const zone of [1, 2, 51]) {
      for (const indicator of [0, 1, 21]) {
        const own = draws.map((draw) => at(draw, zone, indicator));
        near(own, 1 / 2, Math.sqrt(1 / 12));
        near(
          own.map((one) => one ** 2),
          1 / 3,
          Math.sqrt(4 / 45),
        );
        for (const other of [
          draws.map((draw) => at(draw, zone + 1, indicator)),
          draws.map((draw) => at(draw, zone, indicator + 1)),
          draws.map((draw) => at(draw + 1, zone, indicator)),
        ]) {
          near(
            own.map((one, i) => (one - 0.5) * ((other[i] ?? 0) - 0.5)),
            0,
            1 / 12,
          );
        }
      }
    }
  });
});

describe("countDraws", () => {
  it("is 2,000 for up to 1,000 zones, then fewer, but never below 200", () => {
    expect([0, 44, 1_000, 2_000, 10_000, 1_000_000].map(countDraws)).toEqual([
      2_000, 2_000, 2_000, 1_000, 200, 200,
    ]);
  });
});
