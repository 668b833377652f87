import { describe, expect, it, vi } from "vitest";
import type { ZoneValues } from "@/lib/catalogue/fields";
import { BLOCK_WEIGHTS, type BLOCKS, type Weights } from "@/lib/catalogue/groups";
import { NOT_APPLICABLE } from "@/lib/catalogue/kinds";
import type { ZoneRow } from "@/lib/evidence/row";
import { INDICATORS } from "@/lib/readiness/indicators";
import { buildPool, listKnownScores, listRankInputs } from "@/lib/readiness/rank-inputs";
import { computeRankUncertainty, measureRanks } from "@/lib/readiness/rank-uncertainty";
import type { Unknowns } from "@/lib/readiness/unknowns";
import { createRow } from "@/tests/support/facts";

// A tenth of the draws is enough for a few zones, and fast.
vi.mock("@/lib/readiness/rank-draws", async (load) => ({
  ...(await load<typeof import("@/lib/readiness/rank-draws")>()),
  countDraws: () => 200,
}));

const taskOf = (all: readonly ZoneRow[], weights: Weights, unknowns: Unknowns) => ({
  inputs: listRankInputs(all),
  pool: buildPool(listKnownScores(all)),
  weights,
  unknowns,
});
const compute = (
  all: readonly ZoneRow[],
  weights: Weights = BLOCK_WEIGHTS,
  unknowns: Unknowns = "similar",
) => computeRankUncertainty(taskOf(all, weights, unknowns));

const weighOnly = (block: (typeof BLOCKS)[number]): Weights => ({
  ...{ legal: 0, utilities: 0, access: 0, services: 0, investors: 0, resilience: 0 },
  [block]: 10,
});
const NONE = Object.fromEntries(INDICATORS.map((key) => [key, NOT_APPLICABLE]));
const only = (values: Partial<ZoneValues>, order: number) =>
  createRow({ ...NONE, ...values } as Partial<ZoneValues>, { slug: `zone-${order}`, order });
const CERTAIN = { driver: null, shares: { weights: 0, facts: 0, scoring: 0 } };

describe("the range of ranks", () => {
  it("of no zones is empty, and null for a zone without readiness", () => {
    expect(compute([])).toEqual([]);
    expect(compute([only({}, 1)])).toEqual([null]);
    const legal = only({ landTitle: "available" }, 1);
    expect(compute([legal], weighOnly("utilities"))).toEqual([null]);
    expect(compute([legal], weighOnly("legal"))).toEqual([
      { from: 1, to: 1, topTen: 1, ...CERTAIN },
    ]);
  });

  it("is the place where nothing is uncertain; equal zones share one", () => {
    const shares = [50, 90, 50, 10, ...Array.from({ length: 9 }, (_, i) => 11 + i)];
    const found = compute(
      shares.map((plotsBuiltPct, i) => only({ plotsBuiltPct }, i + 1)),
      weighOnly("investors"),
    );
    const places = found.map((one) => one?.from);
    expect(places).toEqual([2, 1, 2, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4]);
    for (const [i, one] of found.entries()) {
      const place = places[i] ?? 0;
      expect(one).toEqual({ from: place, to: place, topTen: place <= 10 ? 1 : 0, ...CERTAIN });
    }
  });

  it("rounds scores to a tenth before it ranks them", () => {
    const pair = [only({ plotsBuiltPct: 50.04 }, 1), only({ plotsBuiltPct: 50 }, 2)];
    expect(compute(pair, weighOnly("investors")).map((one) => one?.to)).toEqual([1, 1]);
    const apart = [only({ plotsBuiltPct: 50.06 }, 1), only({ plotsBuiltPct: 50 }, 2)];
    expect(compute(apart, weighOnly("investors")).map((one) => one?.to)).toEqual([1, 2]);
  });

  it.each([
    [3, 1],
    [8, 2],
  ])(
    "leaves out a twentieth of the draws at each end: ahead in %i of 100, its first rank is %i",
    (percent, rank) => {
      // An unknown share is drawn evenly, and so is above the other zone's in this part of the draws.
      const [drawn, fixed] = compute(
        [only({ plotsBuiltPct: null }, 1), only({ plotsBuiltPct: 100 - percent }, 2)],
        weighOnly("investors"),
        "evenly",
      );
      expect(drawn).toMatchObject({ from: rank === 1 ? 2 : 1, to: 2, driver: "facts", topTen: 1 });
      expect(fixed).toMatchObject({ from: 1, to: rank });
      expect(drawn?.shares.facts).toBeCloseTo(1, 6);
      expect(drawn?.shares.weights).toBeLessThan(0.3);
    },
  );

  it("counts the draws in which a zone is among the first ten", () => {
    const ahead = Array.from({ length: 10 }, (_, i) => only({ plotsBuiltPct: 75 + i }, i + 2));
    const [drawn, last] = compute(
      [only({ plotsBuiltPct: null }, 1), ...ahead],
      weighOnly("investors"),
      "evenly",
    );
    expect(drawn?.topTen).toBeGreaterThan(0.15);
    expect(drawn?.topTen).toBeLessThan(0.35);
    expect((drawn?.topTen ?? 0) + (last?.topTen ?? 0)).toBeCloseTo(1, 2);
  });

  it("names the one source that differs between draws", () => {
    const pair = (a: Partial<ZoneValues>, b: Partial<ZoneValues>) => [
      createRow(a, { slug: "a", order: 1 }),
      createRow(b, { slug: "b", order: 2 }),
    ];
    const none = Object.fromEntries(INDICATORS.map((key) => [key, NOT_APPLICABLE]));
    const driverOf = (all: readonly ZoneRow[], unknowns: Unknowns = "evenly") =>
      compute(all, { ...weighOnly("legal"), utilities: 10 }, unknowns).map(
        (found) => found?.driver,
      );
    const byWeights = pair(
      { ...none, landTitle: "available", gas: "absent" },
      { ...none, landTitle: "absent", gas: "available" },
    );
    expect(driverOf(byWeights)).toEqual(["weights", "weights"]);
    const byFacts = pair({ ...none, gas: null }, { ...none, gas: null });
    expect(driverOf(byFacts)).toEqual(["facts", "facts"]);
    expect(driverOf(byFacts, "nothing")).toEqual([null, null]);
    const byScoring = pair(
      { ...none, gas: "under-construction", water: "under-construction" },
      { ...none, gas: "available", water: "absent", telecom: "planned" },
    );
    expect(driverOf(byScoring)).toEqual(["scoring", "scoring"]);
  });

  it("is computed in steps that say how far they are", () => {
    const steps = measureRanks(taskOf([only({ gas: "absent" }, 1)], BLOCK_WEIGHTS, "evenly"));
    const progress: number[] = [];
    for (let step = steps.next(); !step.done; step = steps.next()) progress.push(step.value);
    expect(progress[0]).toBe(0);
    expect(progress.at(-1)).toBe(1);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
  });
});
