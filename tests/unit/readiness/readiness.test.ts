import { describe, expect, it } from "vitest";
import { BLOCK_INDICATORS, type ZoneFieldKey, type ZoneValues } from "@/lib/catalogue/fields";
import { BLOCK_WEIGHTS, BLOCKS, type BlockKey, type Weights } from "@/lib/catalogue/groups";
import {
  byConfirmedScore,
  computeBlockReadiness,
  computeReadiness,
  listKnownIndicators,
} from "@/lib/readiness/readiness";
import { computeScore, roundHalfUp } from "@/lib/readiness/scale";
import { createValues } from "@/tests/support/facts";

const INDICATORS = BLOCKS.flatMap((block) => BLOCK_INDICATORS[block]);
const NUMBERS: readonly ZoneFieldKey[] = BLOCK_INDICATORS.investors;

/** Readiness of a zone with these values alone. */
const computeReadinessOf = (values: ZoneValues, weights?: Weights) =>
  computeReadiness({ values, bounds: {} }, weights);
const computeBlockReadinessOf = (values: ZoneValues, block: BlockKey) =>
  computeBlockReadiness({ values, bounds: {} }, block);

/** Every indicator at one word; the investors' figures at a number or the same word. */
const everyIndicator = (word: string, figure: number | string = word) =>
  createValues(
    Object.fromEntries(INDICATORS.map((key) => [key, NUMBERS.includes(key) ? figure : word])),
  );

describe("computeScore", () => {
  it.each([
    ["absent", 0],
    ["planned", 0.1],
    ["under-construction", 0.4],
    ["partial", 0.6],
    ["available", 1],
  ] as const)("%s scores %d", (electricity, score) => {
    expect(computeScore(createValues({ electricity }), "electricity")).toBe(score);
  });

  it("unknown and not-applicable are not scores", () => {
    expect(computeScore(createValues(), "electricity")).toBeNull();
    expect(computeScore(createValues({ electricity: "not-applicable" }), "electricity")).toBe(
      "not-applicable",
    );
    expect(computeScore(createValues({ plotsBuiltPct: "not-applicable" }), "plotsBuiltPct")).toBe(
      "not-applicable",
    );
  });

  it("percentages are divided by 100", () => {
    expect(computeScore(createValues({ plotsAllottedPct: 31 }), "plotsAllottedPct")).toBe(0.31);
    expect(computeScore(createValues({ plotsBuiltPct: 0 }), "plotsBuiltPct")).toBe(0);
  });

  it("10 admitted and 5 producing firms score 1, and more score no more", () => {
    const admitted = (enterprisesAdmitted: number) =>
      computeScore(createValues({ enterprisesAdmitted }), "enterprisesAdmitted");
    const producing = (enterprisesProducing: number) =>
      computeScore(createValues({ enterprisesProducing }), "enterprisesProducing");
    expect([0, 3, 10, 24].map(admitted)).toEqual([0, 0.3, 1, 1]);
    expect([0, 1, 5, 20].map(producing)).toEqual([0, 0.2, 1, 1]);
  });

  it("one firm scores 1 in a sole-enterprise zone", () => {
    const sole = createValues({
      zoneType: "sole-enterprise",
      enterprisesAdmitted: 1,
      enterprisesProducing: 1,
      plotsBuiltPct: 40,
    });
    expect(computeScore(sole, "enterprisesAdmitted")).toBe(1);
    expect(computeScore(sole, "enterprisesProducing")).toBe(1);
    expect(computeScore(sole, "plotsBuiltPct")).toBe(0.4);
    expect(computeScore({ ...sole, zoneType: "technology-park" }, "enterprisesProducing")).toBe(
      0.2,
    );
  });
});

describe("computeReadiness", () => {
  it("without any value is 0 to 100", () => {
    expect(computeReadinessOf(createValues())).toEqual({ low: 0, high: 100, coverage: 0 });
  });

  it("with all values is one number", () => {
    expect(computeReadinessOf(everyIndicator("available", 100))).toEqual({
      low: 100,
      high: 100,
      coverage: 1,
    });
    expect(computeReadinessOf(everyIndicator("absent", 0))).toEqual({
      low: 0,
      high: 0,
      coverage: 1,
    });
  });

  it("is null where no indicator applies", () => {
    expect(computeReadinessOf(everyIndicator("not-applicable"))).toBeNull();
  });

  it("gives each indicator of a block the same weight", () => {
    // Electricity is a fifth of 25; a third of 10 goes to the internal roads.
    const values = createValues({ electricity: "available", internalRoads: "partial" });
    expect(computeReadinessOf(values)).toEqual({
      low: 7, // 5 + 2
      high: 98.7, // 100 - 3.33 + 2
      coverage: 0.08, // 5 + 3.33 of 100
    });
  });

  it("leaves the weight of not-applicable indicators out of the total", () => {
    // Gas leaves 95 of 100; electricity is 5 of those.
    const values = createValues({ gas: "not-applicable", electricity: "available" });
    expect(computeReadinessOf(values)).toEqual({ low: 5.3, high: 100, coverage: 0.05 });
  });

  it("does not raise the weight of the other indicators of a block", () => {
    const values = createValues({
      gas: "not-applicable",
      water: "not-applicable",
      sewerage: "not-applicable",
      telecom: "not-applicable",
      electricity: "absent",
    });
    expect(computeReadinessOf(values)).toEqual({ low: 0, high: 93.8, coverage: 0.06 }); // 75 of 80
  });

  it("uses the reader's weights", () => {
    const none = { legal: 0, access: 0, services: 0, investors: 0, resilience: 0 };
    const utilities = { ...none, utilities: 1 };
    const values = createValues({ electricity: "available", gas: "partial", landTitle: "absent" });
    expect(computeReadinessOf(values, utilities)).toEqual({ low: 32, high: 92, coverage: 0.4 });
    expect(computeReadinessOf(values, { ...utilities, utilities: 500 })).toEqual(
      computeReadinessOf(values, utilities),
    );
  });

  it("is null where only blocks without weight apply", () => {
    const legalOnly = { ...everyIndicator("not-applicable"), landTitle: "available" } as const;
    expect(computeReadinessOf(legalOnly, { ...BLOCK_WEIGHTS, legal: 0 })).toBeNull();
    expect(computeReadinessOf(legalOnly)).toEqual({ low: 100, high: 100, coverage: 1 });
  });

  it("ignores fields outside its blocks", () => {
    expect(
      computeReadinessOf(createValues({ status: "operational", jobs: 9000, landLease: "signed" })),
    ).toEqual({ low: 0, high: 100, coverage: 0 });
  });
});

describe("computeBlockReadiness", () => {
  it("uses the indicators of its block only", () => {
    const values = createValues({
      electricity: "available",
      gas: "partial",
      landTitle: "available",
    });
    expect(computeBlockReadinessOf(values, "utilities")).toEqual({
      low: 32,
      high: 92,
      coverage: 0.4,
    });
    expect(computeBlockReadinessOf(values, "legal")).toEqual({
      low: 25,
      high: 100,
      coverage: 0.25,
    });
    expect(computeBlockReadinessOf(values, "services")).toEqual({ low: 0, high: 100, coverage: 0 });
  });

  it("is null where no indicator of the block applies", () => {
    const values = createValues({
      securityArrangements: "not-applicable",
      worksFinanced: "not-applicable",
    });
    expect(computeBlockReadinessOf(values, "resilience")).toBeNull();
  });
});

describe("listKnownIndicators", () => {
  it("leaves out what is unknown and what does not apply", () => {
    const [first, second, third] = BLOCK_INDICATORS.services;
    if (!(first && second && third)) throw new Error("The block has too few indicators.");
    const values = createValues({
      [first]: "partial",
      [second]: "not-applicable",
      [third]: null,
    });
    expect(listKnownIndicators({ values, bounds: {} }, "services")).toEqual([first]);
  });
});

describe("roundHalfUp", () => {
  it.each([
    [12.34, 1, 12.3],
    [12.35, 1, 12.4],
    [12.25, 1, 12.3],
    [0.125, 2, 0.13],
    [0.124, 2, 0.12],
    // 1.005 and 8.345 are a hair below the half as the machine writes them.
    [1.005, 2, 1.01],
    [8.345, 2, 8.35],
    [0, 1, 0],
    [100, 1, 100],
  ])("%d to %i decimals is %d", (value, decimals, rounded) => {
    expect(roundHalfUp(value, decimals)).toBe(rounded);
  });
});

describe("byConfirmedScore", () => {
  it("sorts by low, high and coverage, highest first, null last", () => {
    const bands = [
      { low: 40, high: 60, coverage: 0.5 },
      null,
      { low: 40, high: 60, coverage: 0.8 },
      { low: 50, high: 55, coverage: 0.1 },
      { low: 40, high: 90, coverage: 0.2 },
    ];
    expect([...bands].sort(byConfirmedScore)).toEqual([
      bands[3],
      bands[4],
      bands[2],
      bands[0],
      null,
    ]);
  });

  it("returns 0 for equal ranges", () => {
    const band = { low: 40, high: 60, coverage: 0.5 };
    expect(byConfirmedScore(band, { ...band })).toBe(0);
    expect(byConfirmedScore(null, null)).toBe(0);
  });
});
