import { describe, expect, it } from "vitest";
import type { ZoneFieldKey, ZoneValues } from "@/lib/catalogue/fields";
import { INDICATORS } from "@/lib/readiness/indicators";
import {
  ALWAYS_FULL,
  buildPool,
  CELL,
  getGreatest,
  listKnownScores,
  listRankInputs,
  PROGRESS_COUNT,
  SCORED_AS,
  SCORINGS,
  SHRINKAGE,
  WIDTH,
} from "@/lib/readiness/rank-inputs";
import { sumApplicable } from "@/lib/readiness/rank-scores";
import { createRow } from "@/tests/support/facts";

const at = (field: ZoneFieldKey) => INDICATORS.indexOf(field);
const row = (values: Partial<ZoneValues>, part: Parameters<typeof createRow>[1] = {}) =>
  createRow(values, part);
/** What can be drawn of an indicator: its cell, and the ends as numbers. */
const drawn = (field: ZoneFieldKey, ...given: Parameters<typeof row>) => {
  const { cells, low, high } = listRankInputs([row({}), row(...given)]);
  const i = WIDTH + at(field);
  return [cells[i], low[i], high[i]];
};

describe("what can be drawn of an indicator", () => {
  it.each<[string, ZoneFieldKey, Partial<ZoneValues>, readonly number[]]>([
    ["an unknown step", "gas", {}, [CELL.unknown, 0, 4]],
    ["an unknown share", "plotsBuiltPct", {}, [CELL.unknown, 0, 1]],
    ["an unknown count", "enterprisesProducing", {}, [CELL.unknown, 0, ALWAYS_FULL]],
    ["a step", "gas", { gas: "partial" }, [CELL.interval, 3, 3]],
    ["a share", "plotsBuiltPct", { plotsBuiltPct: 40 }, [CELL.interval, 0.4, 0.4]],
    ["a count", "enterprisesProducing", { enterprisesProducing: 7 }, [CELL.interval, 7, 7]],
    ["none that applies", "gas", { gas: "not-applicable" }, [CELL.notApplicable, 0, 0]],
    [
      "one firm of a sole-enterprise zone",
      "enterprisesProducing",
      { enterprisesProducing: 1, zoneType: "sole-enterprise" },
      [CELL.interval, ALWAYS_FULL, ALWAYS_FULL],
    ],
    [
      "no firm of a sole-enterprise zone",
      "enterprisesProducing",
      { enterprisesProducing: 0, zoneType: "sole-enterprise" },
      [CELL.interval, 0, 0],
    ],
  ])("%s", (_, field, values, expected) => {
    expect(drawn(field, values)).toEqual(expected);
  });

  it.each<[string, ZoneFieldKey, object, Partial<ZoneValues>, readonly number[]]>([
    ["steps", "gas", { low: 0.6, high: 1 }, {}, [CELL.unknown, 3, 4]],
    [
      "steps of a weak value",
      "gas",
      { low: 0, high: 0.4 },
      { gas: "under-construction" },
      [CELL.interval, 0, 2],
    ],
    [
      "shares",
      "plotsBuiltPct",
      { low: 0, high: 0.3 },
      { plotsBuiltPct: 30 },
      [CELL.interval, 0, 0.3],
    ],
    [
      "counts",
      "enterprisesProducing",
      { low: 0.2, high: 1, counts: { least: 1, most: 9 } },
      {},
      [CELL.unknown, 1, 9],
    ],
    [
      "counts without a limit",
      "enterprisesProducing",
      { low: 0.2, high: 1, counts: { least: 1, most: null } },
      {},
      [CELL.unknown, 1, ALWAYS_FULL],
    ],
    [
      "counts by their scores",
      "enterprisesProducing",
      { low: 0.2, high: 0.6 },
      {},
      [CELL.unknown, 1, 3],
    ],
    [
      "counts by a full score",
      "enterprisesAdmitted",
      { low: 0.2, high: 1 },
      {},
      [CELL.unknown, 2, ALWAYS_FULL],
    ],
  ])("bounds of %s", (_, field, ends, values, expected) => {
    const bounds = { [field]: { known: false, impliedBy: null, ...ends } };
    expect(drawn(field, values, { bounds })).toEqual(expected);
  });

  it("keeps the order and the step of progress of each zone", () => {
    const inputs = listRankInputs([
      row({ status: "not-started" }, { order: 7 }),
      row({}, { order: 9 }),
      row({ status: "under-development" }, { order: 8 }),
    ]);
    expect(inputs).toMatchObject({ zones: 3 });
    expect([...inputs.orders]).toEqual([7, 9, 8]);
    expect([...inputs.progress]).toEqual([1, 0, 2]);
  });

  it("the greatest number scores 1", () => {
    expect(Object.values(SCORED_AS).map(getGreatest)).toEqual([4, 1, ALWAYS_FULL, ALWAYS_FULL]);
    expect(SCORINGS[at("enterprisesAdmitted")]).toBe(SCORED_AS.enterprisesAdmitted);
    expect(SCORINGS[at("plotsAllottedPct")]).toBe(SCORED_AS.share);
    expect(SCORINGS[at("gas")]).toBe(SCORED_AS.step);
  });
});

describe("known values", () => {
  it("are counted by indicator, step of progress and value, weak ones left out", () => {
    const weak = { gas: { low: 0, high: 0.6, known: false, impliedBy: null } };
    const known = listKnownScores([
      row({ gas: "partial", status: "not-started" }),
      row({ gas: "partial", status: "not-started" }),
      row({ gas: "partial" }),
      row({ gas: "absent" }),
      row({ gas: "partial" }, { bounds: weak }),
      row({ gas: "not-applicable", plotsBuiltPct: 50 }),
      row({ enterprisesAdmitted: 3 }),
    ]);
    expect(known).toEqual([
      [at("gas"), 1, 3, 2],
      [at("gas"), 0, 3, 1],
      [at("gas"), 0, 0, 1],
      [at("plotsBuiltPct"), 0, 0.5, 1],
      [at("enterprisesAdmitted"), 0, 3, 1],
    ]);
  });

  it("give each step of progress a distribution that leans on all zones", () => {
    const pool = buildPool([
      [at("gas"), 1, 4, 3],
      [at("gas"), 1, 0, 2],
      [at("gas"), 2, 0, 5],
    ]);
    const on = (progress: number) => {
      const from = at("gas") * PROGRESS_COUNT + progress;
      const range = [pool.starts[from] ?? 0, pool.starts[from + 1] ?? 0] as const;
      return [[...pool.values.slice(...range)], [...pool.upTo.slice(...range)]];
    };
    const half = 5 / (5 + SHRINKAGE);
    expect(on(1)).toEqual([
      [0, 4],
      [expect.closeTo(half * 0.4 + (1 - half) * 0.7, 12), expect.closeTo(1, 12)],
    ]);
    expect(on(2)).toEqual([
      [0, 4],
      [expect.closeTo(half + (1 - half) * 0.7, 12), expect.closeTo(1, 12)],
    ]);
    expect(on(0)).toEqual([
      [0, 4],
      [expect.closeTo(0.7, 12), expect.closeTo(1, 12)],
    ]);
    const other = at("water") * PROGRESS_COUNT;
    expect(pool.starts[other]).toBe(pool.starts[other + PROGRESS_COUNT]);
  });
});

it("the share of a block that applies is that of its indicators", () => {
  const [legal, utilities, access] = sumApplicable(
    listRankInputs([row({ gas: "not-applicable", water: "not-applicable" })]),
  );
  expect([legal, utilities, access]).toEqual([1, expect.closeTo(0.6, 12), expect.closeTo(1, 12)]);
});
