import { fieldSpec, type ZoneFieldKey } from "../catalogue/fields";
import { NOT_APPLICABLE } from "../catalogue/kinds";
import { listTerms } from "../catalogue/vocabularies";
import { eachInSteps, finish } from "../evidence/steps";
import { INDICATORS } from "./indicators";
import { getScoreBounds, type Scored } from "./readiness";
import { FULL_COUNT, INDICATOR_SCALE, isCount } from "./scale";

/** Indicators of a zone, in the order of `INDICATORS`. */
export const WIDTH: number = INDICATORS.length;

/** How an indicator's number is scored. `step`: its place on the indicator scale, from 0. `share`: 0–1. The rest: firms. */
export const SCORED_AS = {
  step: 0,
  share: 1,
  enterprisesAdmitted: 2,
  enterprisesProducing: 3,
} as const;

/** One of `SCORED_AS` for each indicator. */
export const SCORINGS: Uint8Array = Uint8Array.from(INDICATORS, (field) => {
  if (isCount(field)) return SCORED_AS[field];
  return fieldSpec(field).kind === "number" ? SCORED_AS.share : SCORED_AS.step;
});

/** A number of firms that scores 1 whatever the cap. */
export const ALWAYS_FULL = 1e9;

const STEPS = Object.keys(INDICATOR_SCALE);
const STEP_SCORES: readonly number[] = Object.values(INDICATOR_SCALE);

/** Steps of progress, unknown first. */
const PROGRESS: readonly (string | null)[] = [
  null,
  ...listTerms("status").map(({ value }) => value),
];

/** What an indicator of a zone is. `interval`: known, or known to be within bounds. */
export const CELL = { notApplicable: 0, interval: 1, unknown: 2 } as const;

/**
 * What can be drawn of each zone, as flat arrays that can be sent to a worker. The indicators of zone i begin at index
 * i × WIDTH. Ends are numbers as in `ScoredAs`, so that they can be scored by other step values and caps.
 */
export interface RankInputs {
  readonly zones: number;
  /** The zones' numbers in the register, which seed their draws. */
  readonly orders: Uint32Array;
  /** Index of the step of progress of each zone. */
  readonly progress: Uint8Array;
  /** 1: a sole-enterprise zone, where one firm scores 1. */
  readonly soleEnterprise: Uint8Array;
  /** One of `CELL` for each indicator. */
  readonly cells: Uint8Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** A zone as ranks are drawn from it. */
type DrawnZone = Scored & { readonly order: number };

/** Lists what can be drawn of zones, in the given order. */
export function listRankInputs(rows: readonly DrawnZone[]): RankInputs {
  return finish(listRankInputsInSteps(rows));
}

/** `listRankInputs`, in steps. */
export function* listRankInputsInSteps(rows: readonly DrawnZone[]): Generator<void, RankInputs> {
  const cells = new Uint8Array(rows.length * WIDTH);
  const low = new Float64Array(rows.length * WIDTH);
  const high = new Float64Array(rows.length * WIDTH);
  yield* eachInSteps(rows, (row, zone) => {
    for (const [i, field] of INDICATORS.entries()) {
      const value = row.values[field];
      if (value === NOT_APPLICABLE) continue;
      const at = zone * WIDTH + i;
      cells[at] = value === null ? CELL.unknown : CELL.interval;
      [low[at], high[at]] = getEnds(row, field);
    }
  });
  return {
    zones: rows.length,
    orders: Uint32Array.from(rows, ({ order }) => order),
    progress: Uint8Array.from(rows, getProgress),
    soleEnterprise: Uint8Array.from(rows, (row) => Number(isSoleEnterprise(row))),
    cells,
    low,
    high,
  };
}

function getProgress({ values }: Scored): number {
  return Math.max(0, PROGRESS.indexOf(values.status));
}

/** The least and the greatest number that the evidence on an applicable indicator allows. */
function getEnds(row: Scored, field: ZoneFieldKey): readonly [number, number] {
  const bounds = row.bounds[field];
  const value = toNumber(row, field);
  if (!bounds) {
    const scoring = SCORINGS[INDICATORS.indexOf(field)] ?? 0;
    return [value ?? 0, value ?? getGreatest(scoring)];
  }
  const { low, high } = bounds;
  if (isCount(field)) {
    const { least, most } = bounds.counts ?? {
      least: low * FULL_COUNT[field],
      most: high === 1 ? null : high * FULL_COUNT[field],
    };
    return [toCount(row, least), most === null ? ALWAYS_FULL : toCount(row, most)];
  }
  if (fieldSpec(field).kind === "number") return [low, high];
  return [STEP_SCORES.indexOf(low), STEP_SCORES.indexOf(high)];
}

/** The number of an indicator that scores 1, by one of `SCORED_AS`. */
export function getGreatest(scoring: number): number {
  if (scoring === SCORED_AS.step) return STEPS.length - 1;
  return scoring === SCORED_AS.share ? 1 : ALWAYS_FULL;
}

/** The displayed value as a number; null where it is unknown. */
function toNumber(row: Scored, field: ZoneFieldKey): number | null {
  const value = row.values[field];
  if (typeof value === "number") return isCount(field) ? toCount(row, value) : value / 100;
  return typeof value === "string" ? STEPS.indexOf(value) : null;
}

/** A number of firms as other zones compare with it: one firm is all that a sole-enterprise zone can have. */
function toCount(row: Scored, firms: number): number {
  return isSoleEnterprise(row) ? toSoleCount(firms) : firms;
}

const isSoleEnterprise = ({ values }: Scored): boolean => values.zoneType === "sole-enterprise";

/** A number of firms as it scores in a sole-enterprise zone. */
export function toSoleCount(firms: number): number {
  return firms >= 1 ? ALWAYS_FULL : 0;
}

/** What is known of an indicator on a step of progress: its index, the step's index, a number as in `ScoredAs`, the zones. */
export type KnownScore = readonly [
  indicator: number,
  progress: number,
  value: number,
  zones: number,
];

/** Counts the known values of zones, from which an unknown one is drawn. */
export function listKnownScores(rows: readonly Scored[]): readonly KnownScore[] {
  return finish(listKnownScoresInSteps(rows));
}

/** `listKnownScores`, in steps. */
export function* listKnownScoresInSteps(
  rows: readonly Scored[],
): Generator<void, readonly KnownScore[]> {
  const counts = new Map<string, [number, number, number, number]>();
  yield* eachInSteps(rows, (row) => {
    for (const [i, field] of INDICATORS.entries()) {
      const value = isKnown(getScoreBounds(row, field)) ? toNumber(row, field) : null;
      if (value === null) continue;
      const key = `${i} ${getProgress(row)} ${value}`;
      const known = counts.get(key) ?? [i, getProgress(row), value, 0];
      known[3] += 1;
      counts.set(key, known);
    }
  });
  return [...counts.values()];
}

/** With this many known zones on a step of progress, they count as much as all zones together. */
export const SHRINKAGE = 5;

/** The distributions from which unknown values are drawn. That of indicator i on step s has the index i × steps + s. */
export interface Pool {
  /** Where each distribution begins in the lists; the last number is their length. */
  readonly starts: Uint32Array;
  /** Ascending within a distribution. */
  readonly values: Float64Array;
  /** The probability of the value or a lower one. */
  readonly upTo: Float64Array;
}

/** Number of steps of progress of a pool. */
export const PROGRESS_COUNT: number = PROGRESS.length;

/**
 * The distribution of each indicator on each step of progress. A value that n of the N known zones on the step have, and
 * m of all M known zones, has the probability w·n/N + (1 − w)·m/M, with w = N / (N + SHRINKAGE).
 */
export function buildPool(known: readonly KnownScore[]): Pool {
  const starts = new Uint32Array(WIDTH * PROGRESS_COUNT + 1);
  const values: number[] = [];
  const upTo: number[] = [];
  for (let indicator = 0; indicator < WIDTH; indicator++) {
    const all = known.filter(([i]) => i === indicator);
    const distinct = [...new Set(all.map(([, , value]) => value))].sort((a, b) => a - b);
    const total = countZones(all);
    for (let progress = 0; progress < PROGRESS_COUNT; progress++) {
      const onStep = all.filter(([, step]) => step === progress);
      const here = countZones(onStep);
      const weight = here / (here + SHRINKAGE);
      let sum = 0;
      for (const value of distinct) {
        const own = here === 0 ? 0 : countZones(onStep, value) / here;
        sum += weight * own + ((1 - weight) * countZones(all, value)) / total;
        values.push(value);
        upTo.push(sum);
      }
      starts[indicator * PROGRESS_COUNT + progress + 1] = values.length;
    }
  }
  return { starts, values: Float64Array.from(values), upTo: Float64Array.from(upTo) };
}

function countZones(known: readonly KnownScore[], only?: number): number {
  return known.reduce(
    (sum, [, , value, zones]) => (only === undefined || only === value ? sum + zones : sum),
    0,
  );
}

const isKnown = (score: ReturnType<typeof getScoreBounds>): boolean =>
  score !== NOT_APPLICABLE && score.known;
