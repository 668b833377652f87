import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  BLOCK_INDICATORS,
  fieldSpec,
  type ZoneFieldKey,
  type ZoneValues,
} from "@/lib/catalogue/fields";
import { BLOCK_WEIGHTS, BLOCKS, type Weights } from "@/lib/catalogue/groups";
import { NOT_APPLICABLE } from "@/lib/catalogue/kinds";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import { buildRegistry } from "@/lib/evidence/registry";
import { buildRow, type ZoneRow } from "@/lib/evidence/row";
import type { ScoreBounds } from "@/lib/readiness/bounds";
import { INDICATORS } from "@/lib/readiness/indicators";
import {
  CAP_AT,
  countDraws,
  drawScales,
  drawWeightings,
  SCALE_WIDTH,
  seedFacts,
  uniformAt,
} from "@/lib/readiness/rank-draws";
import {
  buildPool,
  listKnownScores,
  listRankInputs,
  SHRINKAGE,
  WIDTH,
} from "@/lib/readiness/rank-inputs";
import type { RankTask } from "@/lib/readiness/rank-scores";
import { computeRankUncertainty, measureRanks, SOURCES } from "@/lib/readiness/rank-uncertainty";
import { computeReadiness, getScoreBounds, listPlaces } from "@/lib/readiness/readiness";
import { INDICATOR_SCALE } from "@/lib/readiness/scale";
import { UNKNOWNS, type Unknowns } from "@/lib/readiness/unknowns";
import { rows, weights } from "@/tests/support/arbitraries";
import { createClaim, createFacts, createRow } from "@/tests/support/facts";
import { seedFacts as readFacts } from "@/tests/support/seed-facts";

function taskOf(
  all: readonly ZoneRow[],
  around: Weights = BLOCK_WEIGHTS,
  unknowns: Unknowns = "similar",
): RankTask {
  const pool = buildPool(listKnownScores(all));
  return { inputs: listRankInputs(all), pool, weights: around, unknowns };
}

const compute = (...args: Parameters<typeof taskOf>) => computeRankUncertainty(taskOf(...args));

const seeded = buildRegistryRows();

async function buildRegistryRows(): Promise<ZoneRow[]> {
  const facts = await readFacts(2);
  const moment = { asOf: "2026-11-25", revision: 2 };
  return buildRegistry(facts, indexEvidence(facts), moment).zones.map(buildRow);
}

/** The scoring rules of a draw. */
interface Rules {
  readonly steps: readonly number[];
  readonly caps: Readonly<Record<"enterprisesAdmitted" | "enterprisesProducing", number>>;
}

/** The slow version: one zone, indicator and draw after the other, from the rows themselves. */
function byHand(all: readonly ZoneRow[], around: Weights, unknowns: Unknowns) {
  const draws = countDraws(all.length);
  const flatWeights = drawWeightings(around, draws);
  const flatScales = drawScales(draws);
  const steps = Object.keys(INDICATOR_SCALE);
  const weightsOf = (draw: number) => flatWeights.slice(draw * 6, draw * 6 + 6);
  const rulesOf = (draw: number): Rules => {
    const own = [...flatScales.slice(draw * SCALE_WIDTH, (draw + 1) * SCALE_WIDTH)];
    const [admitted = 0, producing = 0] = own.slice(CAP_AT);
    return {
      steps: own.slice(0, CAP_AT),
      caps: { enterprisesAdmitted: admitted, enterprisesProducing: producing },
    };
  };
  const scoreCount = (row: ZoneRow, field: ZoneFieldKey, count: number, { caps }: Rules) => {
    if (field !== "enterprisesAdmitted" && field !== "enterprisesProducing") return count / 100;
    return Math.min(1, count / (row.values.zoneType === "sole-enterprise" ? 1 : caps[field]));
  };
  const scoreValue = (row: ZoneRow, field: ZoneFieldKey, rules: Rules) => {
    const value = row.values[field];
    return typeof value === "number"
      ? scoreCount(row, field, value, rules)
      : (rules.steps[steps.indexOf(String(value))] ?? Number.NaN);
  };
  /** The ends of an indicator under the rules of a draw. */
  const endsOf = (row: ZoneRow, field: ZoneFieldKey, rules: Rules): [number, number] => {
    const bounds = row.bounds[field];
    if (!bounds && row.values[field] === null) return [0, 1];
    if (!bounds) {
      const score = scoreValue(row, field, rules);
      return [score, score];
    }
    if (bounds.counts) {
      const { least, most } = bounds.counts;
      return [
        scoreCount(row, field, least, rules),
        most === null ? 1 : scoreCount(row, field, most, rules),
      ];
    }
    const end = (score: number) => {
      const step = Object.values<number>(INDICATOR_SCALE).indexOf(score);
      return field.startsWith("plots") && field.endsWith("Pct") ? score : (rules.steps[step] ?? -1);
    };
    return [end(bounds.low), end(bounds.high)];
  };
  /** Probability of each known score, ascending, on the step of progress of a zone. */
  const distribution = (row: ZoneRow, field: ZoneFieldKey, rules: Rules) => {
    const known = all.filter((other) => {
      const score = getScoreBounds(other, field);
      return score !== NOT_APPLICABLE && score.known && other.values[field] !== null;
    });
    const near = known.filter(({ values }) => values.status === row.values.status);
    const weight = near.length / (near.length + SHRINKAGE);
    const isSoleCount =
      row.values.zoneType === "sole-enterprise" && field.startsWith("enterprises");
    const scoreOther = (other: ZoneRow) =>
      isSoleCount
        ? Math.min(1, Math.floor(Number(other.values[field])))
        : scoreValue(other, field, rules);
    return known
      .map((other) => ({
        score: scoreOther(other),
        probability:
          (near.includes(other) ? weight / near.length : 0) + (1 - weight) / known.length,
      }))
      .sort((a, b) => a.score - b.score);
  };
  const scoreOf = (row: ZoneRow, field: ZoneFieldKey, draw: number, rules: Rules) => {
    const [low, high] = endsOf(row, field, rules);
    const isUnknown = row.values[field] === null;
    if (isUnknown && unknowns === "nothing") return low;
    const share = uniformAt(seedFacts(draw, row.order), INDICATORS.indexOf(field));
    const pool = isUnknown && unknowns === "similar" ? distribution(row, field, rules) : [];
    if (pool.length === 0) return low + share * (high - low);
    let sum = 0;
    const found = pool.find(({ probability }) => {
      sum += probability;
      return sum >= share - 1e-12;
    });
    return Math.min(high, Math.max(low, (found ?? pool.at(-1))?.score ?? Number.NaN));
  };
  const rank = (weightDraw: number, factDraw: number, ruleDraw: number) => {
    const own = weightsOf(weightDraw);
    const rules = rulesOf(ruleDraw);
    const points = all.map((row) => {
      let total = 0;
      let sum = 0;
      for (const [b, block] of BLOCKS.entries()) {
        const fields = BLOCK_INDICATORS[block];
        for (const field of fields) {
          if (row.values[field] === NOT_APPLICABLE) continue;
          const part = (own[b] ?? 0) / fields.length;
          total += part;
          sum += part * scoreOf(row, field, factDraw, rules);
        }
      }
      return total > 0 ? Math.floor((1_000 * sum) / total + 0.5 + 1e-9) : null;
    });
    return points.map((own) =>
      own === null ? 0 : 1 + points.filter((other) => other !== null && other > own).length,
    );
  };
  const taken = Array.from({ length: draws }, (_, draw) => {
    const next = (draw + 1) % draws;
    return {
      all: rank(draw, draw, draw),
      weights: rank(draw, next, next),
      facts: rank(next, draw, next),
      scoring: rank(next, next, draw),
    };
  });
  const mean = (numbers: readonly number[]) =>
    numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  return all.map((row, zone) => {
    if (computeReadiness(row, around) === null) return null;
    const ranks = taken.map((draw) => draw.all[zone] ?? Number.NaN);
    const sorted = [...ranks].sort((a, b) => a - b);
    const share = (source: (typeof SOURCES)[number]) => {
      const others = taken.map((draw) => draw[source][zone] ?? Number.NaN);
      const product = mean(ranks.map((one, i) => one * (others[i] ?? Number.NaN)));
      const variance = (of: readonly number[]) => mean(of.map((one) => one ** 2)) - mean(of) ** 2;
      const spread = Math.sqrt(variance(ranks) * variance(others));
      return spread > 1e-9
        ? Math.min(1, Math.max(0, (product - mean(ranks) * mean(others)) / spread))
        : 0;
    };
    return {
      from: sorted[Math.floor(draws * 0.05)],
      to: sorted[draws - 1 - Math.floor(draws * 0.05)],
      topTen: ranks.filter((one) => one <= 10).length / draws,
      shares: { weights: share("weights"), facts: share("facts"), scoring: share("scoring") },
    };
  });
}

function expectSame(all: readonly ZoneRow[], around: Weights, unknowns: Unknowns): void {
  const found = compute(all, around, unknowns);
  for (const [zone, expected] of byHand(all, around, unknowns).entries()) {
    const own = found[zone] ?? null;
    if (expected === null || own === null) {
      expect(own).toBe(expected);
      continue;
    }
    const { driver, shares, ...rest } = own;
    const { shares: expectedShares, ...others } = expected;
    expect(rest).toEqual(others);
    for (const source of SOURCES) {
      expect(shares[source]).toBeCloseTo(expectedShares[source], 6);
      if (driver) expect(shares[driver]).toBeGreaterThanOrEqual(shares[source]);
    }
  }
}

describe("computeRankUncertainty", () => {
  it("agrees with the slow version on any zones, weights and choice", () => {
    fc.assert(
      fc.property(rows, weights, fc.constantFrom(...UNKNOWNS), (all, around, unknowns) => {
        expectSame(all.slice(0, 4), around, unknowns);
      }),
      { numRuns: 4, endOnFailure: true },
    );
  }, 120_000);

  it("agrees with the slow version on zones of the data set with disputed and implied facts", async () => {
    const bounded = (await seeded).filter(({ bounds }) => Object.keys(bounds).length > 0);
    expect(bounded.length).toBeGreaterThan(5);
    expectSame(bounded.slice(0, 5), BLOCK_WEIGHTS, "similar");
  }, 120_000);

  it.each(UNKNOWNS)(
    "agrees with the slow version on three zones, unknowns drawn %s",
    (unknowns) => {
      const apart = Object.fromEntries(
        INDICATORS.filter((key) => fieldSpec(key).group !== "investors").map((key) => [
          key,
          NOT_APPLICABLE,
        ]),
      );
      const zones = [
        { enterprisesAdmitted: 8, plotsBuiltPct: 40, gas: "partial", status: "serviced" },
        { enterprisesAdmitted: 4, enterprisesProducing: 1, gas: null, status: "serviced" },
        { plotsAllottedPct: 30, enterprisesProducing: 0, gas: "planned", water: null },
      ].map((values, i) =>
        createRow({ ...apart, ...values } as Partial<ZoneValues>, {
          slug: `zone-${i}`,
          order: i + 1,
          bounds:
            i > 0 ? {} : { plotsBuiltPct: { low: 0.2, high: 0.7, known: true, impliedBy: null } },
        }),
      );
      const weights = { ...weighOnly("investors"), utilities: 4 };
      expectSame(zones, weights, unknowns);
    },
  );

  const weighOnly = (block: (typeof BLOCKS)[number]): Weights => ({
    ...{ legal: 0, utilities: 0, access: 0, services: 0, investors: 0, resilience: 0 },
    [block]: 10,
  });

  it("range is the rank itself where nothing is uncertain", () => {
    const apart = { enterprisesAdmitted: NOT_APPLICABLE, enterprisesProducing: NOT_APPLICABLE };
    const shares = fc.array(fc.tuple(fc.nat(100), fc.nat(100)), { minLength: 1, maxLength: 14 });
    fc.assert(
      fc.property(shares, (given) => {
        const all = given.map(([plotsAllottedPct, plotsBuiltPct], i) => {
          const values = { plotsAllottedPct, plotsBuiltPct, ...apart } as Partial<ZoneValues>;
          return createRow(values, { slug: `zone-${i}`, order: i + 1 });
        });
        const around = weighOnly("investors");
        const places = listPlaces(
          all.map((row) => ({ slug: row.slug, readiness: computeReadiness(row, around) })),
        );
        for (const [i, found] of compute(all, around).entries()) {
          const place = places.get(`zone-${i}`) ?? Number.NaN;
          expect(found).toEqual({
            from: place,
            to: place,
            topTen: place <= 10 ? 1 : 0,
            driver: null,
            shares: { weights: 0, facts: 0, scoring: 0 },
          });
        }
      }),
      { numRuns: 15 },
    );
  });

  it("unknown facts stay within implied bounds in every choice", () => {
    const implied: ScoreBounds = { low: 0.6, high: 1, known: false, impliedBy: "serviced" };
    const all = [
      createRow({}, { slug: "served", order: 1, bounds: { electricity: implied } }),
      ...Array.from({ length: 12 }, (_, i) =>
        createRow({ electricity: "planned" }, { slug: `planned-${i}`, order: i + 2 }),
      ),
    ];
    const around = weighOnly("utilities");
    const others = BLOCK_INDICATORS.utilities.filter((key) => key !== "electricity");
    const apart = Object.fromEntries(others.map((key) => [key, NOT_APPLICABLE]));
    const alone = all.map((row) => ({ ...row, values: { ...row.values, ...apart } }));
    for (const unknowns of UNKNOWNS) {
      expect(compute(alone, around, unknowns)[0]).toMatchObject({ from: 1, to: 1, topTen: 1 });
    }
  });

  it("draws unknown facts from zones on the same step of progress first", () => {
    const zonesOn = (status: string, gas: string, from: number) =>
      Array.from({ length: 20 }, (_, i) =>
        createRow({ status, gas } as Partial<ZoneValues>, {
          slug: `${status}-${i}`,
          order: from + i,
        }),
      );
    const known = [
      ...zonesOn("operational", "available", 1),
      ...zonesOn("not-started", "absent", 21),
    ];
    const apart = Object.fromEntries(
      INDICATORS.filter((key) => key !== "gas").map((key) => [key, NOT_APPLICABLE]),
    );
    const asked = ["operational", "not-started"].map((status, i) =>
      createRow({ status, ...apart } as Partial<ZoneValues>, { slug: `x-${i}`, order: 41 + i }),
    );
    const middle = Array.from({ length: 10 }, (_, i) =>
      createRow({ ...apart, gas: "partial" } as Partial<ZoneValues>, {
        slug: `middle-${i}`,
        order: 43 + i,
      }),
    );
    const pool = buildPool(listKnownScores(known));
    const inputs = listRankInputs([...asked, ...middle]);
    const draw = (unknowns: Unknowns) =>
      computeRankUncertainty({ inputs, pool, weights: BLOCK_WEIGHTS, unknowns }).map(
        (found) => found?.topTen ?? Number.NaN,
      );
    // Available with w + (1 − w)/2 and (1 − w)/2, where w = 20/25; else behind the ten in the middle.
    const [ahead = 0, behind = 0] = draw("similar");
    expect(ahead).toBeGreaterThan(0.87);
    expect(ahead).toBeLessThan(0.93);
    expect(behind).toBeGreaterThan(0.07);
    expect(behind).toBeLessThan(0.13);
    expect(draw("nothing").slice(0, 2)).toEqual([0, 0]);
  });

  it("a zone of one firm has full marks whatever the caps; others need more firms", () => {
    const firms = (zoneType: string, enterprisesProducing: number, order: number) => {
      const apart = Object.fromEntries(INDICATORS.map((key) => [key, NOT_APPLICABLE]));
      return createRow({ ...apart, zoneType, enterprisesProducing } as Partial<ZoneValues>, {
        slug: `zone-${order}`,
        order,
      });
    };
    const all = [firms("sole-enterprise", 1, 1), firms("multi-enterprise", 5, 2)];
    const [sole, multi] = compute(all);
    expect(sole).toMatchObject({ from: 1, to: 1, driver: null });
    expect(multi).toMatchObject({ from: 1, to: 2, driver: "scoring" });
  });

  it("an unknown count in a zone of one firm scores 0 or full marks, never a part", () => {
    const apart = Object.fromEntries(INDICATORS.map((key) => [key, NOT_APPLICABLE]));
    const zoneOf = (zoneType: string, producing: number | null, order: number) =>
      createRow({ ...apart, zoneType, enterprisesProducing: producing } as Partial<ZoneValues>, {
        slug: `zone-${order}`,
        order,
      });
    // Every known zone has 2 firms: full marks for the only firm of the first zone, a part for the others.
    const all = [
      zoneOf("sole-enterprise", null, 1),
      ...Array.from({ length: 11 }, (_, i) => zoneOf("multi-enterprise", 2, i + 2)),
    ];
    expect(compute(all).map((zone) => [zone?.from, zone?.to])).toEqual([
      [1, 1],
      ...Array.from({ length: 11 }, () => [2, 2]),
    ]);
    expectSame(all, BLOCK_WEIGHTS, "similar");
  });

  it("gives the same for the same weights, whatever zones without uncertainty follow", () => {
    const own = [createRow({ gas: "partial" }), createRow({ water: "planned" }, { order: 2 })];
    const last = Object.fromEntries(INDICATORS.map((key) => [key, "absent"]));
    const behind = createRow(
      {
        ...last,
        plotsAllottedPct: 0,
        plotsBuiltPct: 0,
        enterprisesAdmitted: 0,
        enterprisesProducing: 0,
      } as Partial<ZoneValues>,
      { order: 3 },
    );
    const pool = buildPool(listKnownScores(own));
    const draw = (all: readonly ZoneRow[]) =>
      computeRankUncertainty({ ...taskOf(all, BLOCK_WEIGHTS, "evenly"), pool });
    expect(draw(own)).toEqual(draw(own));
    expect(draw([...own, behind]).slice(0, 2)).toEqual(draw(own));
  });

  it("yields rising progress and returns the same result", () => {
    const task = taskOf(
      Array.from({ length: 60 }, (_, i) => createRow({ gas: "partial" }, { order: i + 1 })),
    );
    const steps = measureRanks(task);
    const progress: number[] = [];
    let step = steps.next();
    while (!step.done) {
      progress.push(step.value);
      step = steps.next();
    }
    expect(progress.length).toBeGreaterThan(5);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(step.value).toEqual(computeRankUncertainty(task));
  });
});

describe("listRankInputs", () => {
  it("keeps both ends of a dispute between counts that have full marks", () => {
    const claims = [
      createClaim({ field: "cohort", value: "original-7", asOf: "2012" }),
      createClaim({ field: "enterprisesAdmitted", value: 30, asOf: "2024-01-01" }),
      createClaim({ field: "enterprisesAdmitted", value: 12, asOf: "2025-01-01" }),
    ];
    const facts = createFacts({ claims });
    const moment = { asOf: "2026-11-25", revision: 1 };
    const { zones } = buildRegistry(facts, indexEvidence(facts), moment);
    const { low, high } = listRankInputs(zones.map(buildRow));
    const at = INDICATORS.indexOf("enterprisesAdmitted");
    expect([low[at], high[at]]).toEqual([12, 30]);
  });

  it("keeps the number of firms that are known to produce, beyond the full count", async () => {
    const rows = (await seeded).filter(({ slug }) =>
      ["m-3-industrial-city", "mohmand-marble-city"].includes(slug),
    );
    expect(rows.map(({ bounds }) => bounds.enterprisesAdmitted?.counts)).toEqual([
      { least: 8, most: 53 },
      { least: 13, most: 106 },
    ]);
    const at = INDICATORS.indexOf("enterprisesAdmitted");
    const { low, high } = listRankInputs(rows);
    expect([low[at], low[WIDTH + at]]).toEqual([8, 13]);
    expect([high[at], high[WIDTH + at]]).toEqual([53, 106]);
  });
});
