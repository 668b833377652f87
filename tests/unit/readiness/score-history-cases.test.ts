import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ZoneValues } from "@/lib/catalogue/fields";
import { BLOCK_WEIGHTS, BLOCKS, type Weights } from "@/lib/catalogue/groups";
import { computeReadiness } from "@/lib/readiness/readiness";
import {
  averageScoreYears,
  listScoreHistory,
  listScoreYears,
  SCORE_CAUSES,
  type ScoreChange,
  splitScoreChange,
} from "@/lib/readiness/score-history";
import { rows, weights } from "@/tests/support/arbitraries";
import { createRow } from "@/tests/support/facts";

const SINCE = "2019-12-31";
const row = (
  values: Partial<ZoneValues>,
  date = "2018",
  part: Parameters<typeof createRow>[1] = {},
) =>
  createRow(values, {
    dates: Object.fromEntries(Object.keys(values).map((key) => [key, date])),
    ...part,
  });
/** The causes with a share, by name. */
const causes = (change: ScoreChange) =>
  Object.fromEntries(Object.entries(change.causes).filter(([, points]) => points !== 0));
const split = (
  before: Parameters<typeof splitScoreChange>[0],
  after: Parameters<typeof splitScoreChange>[1],
  around: Weights = BLOCK_WEIGHTS,
) => splitScoreChange(before, after, SINCE, around);

describe("the cause of a changed score", () => {
  // An indicator of the utilities counts 5 of 100.
  const was = row({ electricity: "under-construction" });

  it.each<[string, Partial<ZoneValues>, string, object]>([
    ["a newer claim with a higher score", { electricity: "available" }, "2020", { progressed: 3 }],
    ["a newer claim with the same score", { electricity: "under-construction" }, "2020", {}],
    ["a newer claim with a lower score", { electricity: "absent" }, "2020", { fell: -2 }],
    ["another claim on the time before", { electricity: "available" }, "2019", { "re-judged": 3 }],
    ["another claim of the same date", { electricity: "absent" }, "2018", { "re-judged": -2 }],
    ["a claim of the first day itself", { electricity: "available" }, SINCE, { "re-judged": 3 }],
    ["a withdrawal", {}, "2020", { "rule-or-age": 0, "re-judged": -2 }],
    [
      "a first claim",
      { electricity: "under-construction", gas: "partial" },
      "2018",
      { "became-known": 3 },
    ],
  ])("%s", (_, values, date, expected) => {
    const found = causes(split(was, row(values, date)));
    expect(found).toEqual(
      Object.fromEntries(Object.entries(expected).filter(([, points]) => points !== 0)),
    );
  });

  it("of a new zone is what became known, and what other evidence implies", () => {
    const implied = { low: 0.6, high: 1, known: false, impliedBy: "serviced" } as const;
    const after = row({ electricity: "available" }, "2020", { bounds: { water: implied } });
    expect(split(null, after)).toMatchObject({ before: 0, after: 8 });
    expect(causes(split(null, after))).toEqual({ "became-known": 5, "rule-or-age": 3 });
    expect(
      causes(
        split(was, row({ electricity: "under-construction" }, "2018", { bounds: after.bounds })),
      ),
    ).toEqual({
      "rule-or-age": 3,
    });
  });

  it("is a weak value that was known, a rule where it was weak before", () => {
    const weak = { electricity: { low: 0, high: 0.4, known: false, impliedBy: null } } as const;
    const weakened = row({ electricity: "under-construction" }, "2020", { bounds: weak });
    expect(causes(split(was, weakened))).toEqual({ "re-judged": -2 });
    expect(causes(split(weakened, was))).toEqual({ "became-known": 2 });
  });

  it("is a rule where an indicator stops or begins to apply", () => {
    const without = row({ electricity: "not-applicable", gas: "available" });
    const withGas = row({ electricity: "under-construction", gas: "available" });
    expect(split(withGas, without)).toMatchObject({ before: 7, after: 5.3 });
    expect(causes(split(withGas, without))).toEqual({ "rule-or-age": -1.7 });
    expect(causes(split(without, withGas))).toEqual({ "rule-or-age": 1.7 });
  });

  it("is split by block", () => {
    const { blocks } = split(
      was,
      row({ electricity: "available", landTitle: "available" }, "2020"),
    );
    expect(blocks.utilities).toMatchObject({ progressed: 3, "became-known": 0 });
    expect(blocks.legal).toMatchObject({ progressed: 0, "became-known": 3.75 });
    expect(blocks.access).toEqual(Object.fromEntries(SCORE_CAUSES.map((cause) => [cause, 0])));
  });

  it("is none where no indicator applies or has a weight", () => {
    const only = { legal: 1, utilities: 0, access: 0, services: 0, investors: 0, resilience: 0 };
    const found = split(was, row({ electricity: "available" }, "2020"), only);
    expect(found).toMatchObject({ before: 0, after: 0 });
    expect(causes(found)).toEqual({});
  });
});

it("the parts sum to the change, and the blocks to the parts", () => {
  fc.assert(
    fc.property(rows, rows, weights, (befores, afters, around) => {
      const [after] = afters;
      if (!after) return;
      const before = befores[0] ?? null;
      const change = split(before, after, around);
      const low = (zone: typeof before) => (zone && computeReadiness(zone, around)?.low) ?? 0;
      expect([change.before, change.after]).toEqual([low(before), low(after)]);
      const sum = SCORE_CAUSES.reduce((all, cause) => all + change.causes[cause], 0);
      expect(sum).toBeCloseTo(change.after - change.before, 6);
      for (const cause of SCORE_CAUSES) {
        const own = BLOCKS.reduce((all, block) => all + change.blocks[block][cause], 0);
        expect(Math.abs(own - change.causes[cause])).toBeLessThan(0.6);
        expect(Math.round(change.causes[cause] * 10) / 10).toBe(change.causes[cause]);
      }
    }),
  );
});

it("what rounding leaves goes to the largest part", () => {
  // 3.75 and 3.375 points round to 7.2 in all, but the score rises from 0.4 to 7.5.
  const after = row({ landTitle: "available", developmentAgreement: "available" }, "2020");
  const change = split(row({ landTitle: "planned" }), after);
  expect(change).toMatchObject({ before: 0.4, after: 7.5 });
  expect(causes(change)).toEqual({ "became-known": 3.7, progressed: 3.4 });
});

describe("the years of a history", () => {
  it("end on the last day of each, the last on the selected day", () => {
    expect(listScoreYears(2024, "2026-11-24")).toEqual([
      { year: "2024", from: "2023-12-31", to: "2024-12-31" },
      { year: "2025", from: "2024-12-31", to: "2025-12-31" },
      { year: "2026", from: "2025-12-31", to: "2026-11-24" },
    ]);
    expect(listScoreYears(2026, "2026-12-31")).toMatchObject([{ to: "2026-12-31" }]);
    expect(listScoreYears(2027, "2026-11-24")).toEqual([]);
    expect(listScoreYears(2029, "2026-11-24")).toEqual([]);
  });

  const years = listScoreYears(2024, "2025-06-30");
  const asked: string[] = [];
  const rowsAt = (day: string) => {
    asked.push(day);
    const a = row({ electricity: day < "2025" ? "planned" : "available" }, day.slice(0, 4), {
      slug: "a",
    });
    const b = row({ gas: "available" }, "2020", { slug: "b" });
    return day < "2024-12-31" ? [b] : [b, a];
  };
  const history = listScoreHistory(["a", "b", "none"], years, rowsAt, BLOCK_WEIGHTS);

  it("are of each zone, from the year in which it is in the register", () => {
    expect(history.map(({ slug, year, before, after }) => [slug, year, before, after])).toEqual([
      ["a", "2024", 0, 0.5],
      ["a", "2025", 0.5, 5],
      ["b", "2024", 5, 5],
      ["b", "2025", 5, 5],
    ]);
    expect(history.map(causes)).toEqual([{ "became-known": 0.5 }, { progressed: 4.5 }, {}, {}]);
  });

  it("read the register of each day once", () => {
    expect([...asked].sort()).toEqual([...new Set(asked)].sort());
  });

  it("have the mean over a fixed number of zones", () => {
    const mean = averageScoreYears(history, years, 4);
    expect(mean.map(({ year, from, before, after }) => [year, from, before, after])).toEqual([
      ["2024", "2023-12-31", 1.25, 1.38],
      ["2025", "2024-12-31", 1.38, 2.5],
    ]);
    expect(mean[1]?.causes).toMatchObject({ progressed: 1.12, fell: 0 });
    expect(averageScoreYears([], years, 0)[0]).toMatchObject({ before: 0, after: 0 });
  });
});
