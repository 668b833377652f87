import { describe, expect, it } from "vitest";
import {
  BLOCK_INDICATORS,
  fieldSpec,
  type ZoneFieldKey,
  type ZoneValues,
} from "@/lib/catalogue/fields";
import { BLOCK_WEIGHTS, BLOCKS } from "@/lib/catalogue/groups";
import { NOT_APPLICABLE } from "@/lib/catalogue/kinds";
import type { ZoneRow } from "@/lib/evidence/row";
import { finish } from "@/lib/evidence/steps";
import type { ScoreBounds } from "@/lib/readiness/bounds";
import { INDICATORS } from "@/lib/readiness/indicators";
import { CAP_AT, drawScales, SCALE_WIDTH, seedFacts, uniformAt } from "@/lib/readiness/rank-draws";
import { buildPool, listKnownScores, listRankInputs } from "@/lib/readiness/rank-inputs";
import { createDrawing } from "@/lib/readiness/rank-scores";
import { INDICATOR_SCALE } from "@/lib/readiness/scale";
import { UNKNOWNS, type Unknowns } from "@/lib/readiness/unknowns";
import { createRow } from "@/tests/support/facts";

const DRAWS = 4;
const SCALES = drawScales(DRAWS);
const bound = (low: number, high: number, counts?: ScoreBounds["counts"]): ScoreBounds => ({
  low,
  high,
  known: false,
  impliedBy: null,
  ...(counts ? { counts } : {}),
});

/** Zones with every kind of fact: known, unknown, bounded, not applicable, on three steps of progress. */
const ROWS: readonly ZoneRow[] = [
  createRow(
    {
      gas: "partial",
      water: "available",
      telecom: "absent",
      status: "serviced",
      plotsBuiltPct: 40,
      enterprisesAdmitted: 8,
    },
    {
      order: 4,
      bounds: {
        electricity: bound(0.6, 1),
        enterprisesProducing: bound(0.2, 1, { least: 1, most: null }),
      },
    },
  ),
  createRow(
    {
      gas: "absent",
      water: NOT_APPLICABLE,
      telecom: "planned",
      status: "serviced",
      enterprisesProducing: 0,
    },
    {
      order: 1,
      bounds: {
        plotsBuiltPct: bound(0.2, 0.7),
        enterprisesAdmitted: bound(0.3, 0.6, { least: 3, most: 6 }),
      },
    },
  ),
  createRow(
    {
      electricity: "available",
      gas: "under-construction",
      enterprisesProducing: 2,
      zoneType: "sole-enterprise",
    },
    { order: 9, bounds: { water: bound(0.1, 0.4) } },
  ),
  createRow(
    { electricity: "planned", status: "not-started", enterprisesAdmitted: 30 },
    { order: 2 },
  ),
];

const isSole = (row: ZoneRow) => row.values.zoneType === "sole-enterprise";
const isCount = (field: ZoneFieldKey) => field.startsWith("enterprises");

/** The score of a number of firms, a share or a step under the rules of a draw. */
function scoreOf(row: ZoneRow, field: ZoneFieldKey, value: number, rules: Float64Array): number {
  if (isCount(field)) {
    const cap = rules[CAP_AT + (field === "enterprisesAdmitted" ? 0 : 1)] ?? 0;
    return Math.min(1, value / (isSole(row) ? 1 : cap));
  }
  return fieldSpec(field).kind === "number" ? value / 100 : (rules[value] ?? Number.NaN);
}

const stepOf = (score: number) => Object.values<number>(INDICATOR_SCALE).indexOf(score);
const asNumber = (value: ZoneValues[ZoneFieldKey]) =>
  typeof value === "number" ? value : Object.keys(INDICATOR_SCALE).indexOf(String(value));

/** The score of an indicator in a draw, from the row itself. */
function draw(
  row: ZoneRow,
  field: ZoneFieldKey,
  facts: number,
  rules: Float64Array,
  unknowns: Unknowns,
): number {
  const value = row.values[field];
  if (value === NOT_APPLICABLE) return 0;
  const bounds = row.bounds[field];
  const full = isCount(field) ? 1e9 : fieldSpec(field).kind === "number" ? 100 : CAP_AT - 1;
  const ends = bounds
    ? isCount(field)
      ? [bounds.counts?.least ?? 0, bounds.counts?.most ?? full]
      : fieldSpec(field).kind === "number"
        ? [100 * bounds.low, 100 * bounds.high]
        : [stepOf(bounds.low), stepOf(bounds.high)]
    : value === null
      ? [0, full]
      : [asNumber(value), asNumber(value)];
  const [low = 0, high = 0] = ends.map((end) => scoreOf(row, field, end, rules));
  if (value === null && unknowns === "nothing") return low;
  const share = uniformAt(seedFacts(facts, row.order), INDICATORS.indexOf(field));
  const known = ROWS.filter((other) => {
    const own = other.values[field];
    return own !== null && own !== NOT_APPLICABLE && !other.bounds[field];
  });
  if (value !== null || unknowns === "evenly" || known.length === 0)
    return low + share * (high - low);
  const near = known.filter(({ values }) => values.status === row.values.status);
  const weight = near.length / (near.length + 5);
  const drawn = known
    .map((other) => ({
      // One firm is all that a sole-enterprise zone can have, so other zones' firms give it full marks.
      score: scoreOf(isSole(row) ? row : other, field, asNumber(other.values[field]), rules),
      chance: (near.includes(other) ? weight / near.length : 0) + (1 - weight) / known.length,
    }))
    .sort((a, b) => a.score - b.score);
  let sum = 0;
  const found = drawn.find(({ chance }) => {
    sum += chance;
    return sum >= share - 1e-12;
  });
  return Math.min(high, Math.max(low, (found ?? drawn.at(-1))?.score ?? Number.NaN));
}

const sumsByHand = (facts: number, rule: number, unknowns: Unknowns) => {
  const rules = SCALES.slice(rule * SCALE_WIDTH, (rule + 1) * SCALE_WIDTH);
  return ROWS.flatMap((row) =>
    BLOCKS.map((block) => {
      const fields = BLOCK_INDICATORS[block];
      const scores = fields.map((field) => draw(row, field, facts, rules, unknowns));
      return scores.reduce((sum, score) => sum + score, 0) / fields.length;
    }),
  );
};

describe("createDrawing", () => {
  const task = (unknowns: Unknowns) => ({
    inputs: listRankInputs(ROWS),
    pool: buildPool(listKnownScores(ROWS)),
    weights: BLOCK_WEIGHTS,
    unknowns,
  });

  it.each(UNKNOWNS)("scores facts as the slow version does, unknowns drawn %s", (unknowns) => {
    const drawing = finish(createDrawing(task(unknowns), DRAWS));
    const sums = new Float64Array(ROWS.length * BLOCKS.length);
    for (let facts = 0; facts < DRAWS; facts++) {
      const drawn = drawing.draw(facts, drawing.create());
      for (const rule of [0, facts]) {
        drawing.score(drawn, rule, sums);
        const expected = sumsByHand(facts, rule, unknowns);
        const round = (sum: number) => Math.round(sum * 1e9) / 1e9;
        expect([...sums].map(round)).toEqual(expected.map(round));
      }
    }
  });

  it("draws nothing for facts that score the same in every draw", () => {
    const every = Object.fromEntries(
      INDICATORS.map((key) => [key, fieldSpec(key).kind === "number" ? 0 : "available"]),
    ) as Partial<ZoneValues>;
    const inputs = listRankInputs([createRow(every), createRow({ ...every, gas: "partial" })]);
    const drawing = finish(createDrawing({ ...task("similar"), inputs }, DRAWS));
    expect(drawing.create()).toHaveLength(1);
    const sums = new Float64Array(2 * BLOCKS.length);
    drawing.score(drawing.create(), 0, sums);
    expect(sums[BLOCKS.indexOf("utilities")]).toBeCloseTo(1, 12);
    expect(sums[BLOCKS.indexOf("investors")]).toBe(0);
    expect(sums[BLOCKS.length + BLOCKS.indexOf("utilities")]).toBeCloseTo(
      0.8 + (drawScales(1)[3] ?? 0) / 5,
      12,
    );
  });
});
