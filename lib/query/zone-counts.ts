import { VOCABULARIES, type Vocabulary } from "../catalogue/vocabularies";
import { countStandings, STANDINGS, type Standing } from "../readiness/standing";
import { anyOf, type FilterChoice, type FilterKey, UNKNOWN, UNKNOWN_CHOICE } from "./filters";
import { countFunnel, type Ladder, listStepsFrom } from "./ladder-funnel";
import { DEFAULT_QUERY, type Query } from "./query";
import type { RankedRow } from "./select";

/** A count of zones, with the query that lists the counted zones in the explorer. */
export interface CountLine<Key extends string = string> {
  /** What it counts: a term, a field, or a name of the line. */
  readonly key: Key;
  readonly count: number;
  /** The count if every unknown value also qualified; equal to `count` where none is unknown. */
  readonly atMost: number;
  /** Does it count unknown values? */
  readonly unknown: boolean;
  readonly query: Query;
}

/** What the counted zones have in common: the moment, and on the page of a province its filter. */
type BaseQuery = Partial<Query>;

function buildQuery(base: BaseQuery, filters: Partial<Record<FilterKey, FilterChoice>>): Query {
  return { ...DEFAULT_QUERY, ...base, filters: { ...base.filters, ...filters } };
}

/** The zones at or beyond each step of a ladder, in each state beside it, and unknown. */
export function countLadder(
  rows: readonly RankedRow[],
  ladder: Ladder,
  base: BaseQuery,
): readonly CountLine[] {
  const { rungs, asides, unknown } = countFunnel(rows, ladder);
  const { steps }: Vocabulary = VOCABULARIES[ladder];
  const line = (value: string, count: number, choice: FilterChoice): CountLine => ({
    key: value,
    count,
    atMost:
      value === UNKNOWN || steps.every((step) => step.value !== value) ? count : count + unknown,
    unknown: value === UNKNOWN,
    query: buildQuery(base, { [ladder]: choice }),
  });
  return [
    ...rungs.map(({ value, reached }) => line(value, reached, anyOf(listStepsFrom(ladder, value)))),
    ...asides
      .filter(({ reached }) => reached > 0)
      .map(({ value, reached }) => line(value, reached, anyOf([value]))),
    ...(unknown > 0 ? [line(UNKNOWN, unknown, UNKNOWN_CHOICE)] : []),
  ];
}

/** The zones of each standing, furthest first. */
export function countByStanding(
  rows: readonly RankedRow[],
  base: BaseQuery,
): readonly CountLine<Standing>[] {
  const counts = countStandings(rows);
  return STANDINGS.filter((standing) => counts[standing] > 0).map((standing) => {
    const unknown = standing === UNKNOWN;
    return {
      key: standing,
      count: counts[standing],
      atMost: unknown ? counts.unknown : counts[standing] + counts.unknown,
      unknown,
      query: buildQuery(base, { standing: anyOf([standing]) }),
    };
  });
}

/** Confirmed scores that zones are counted by. */
const SCORES = [75, 50, 25] as const;

/** The zones whose confirmed score reaches each of some scores; `atMost` counts those whose possible score does. */
export function countReadiness(
  rows: readonly RankedRow[],
  base: BaseQuery,
): readonly (CountLine & { readonly score: number })[] {
  return SCORES.map((score) => ({
    key: `readiness-${score}`,
    score,
    count: rows.filter(({ readiness }) => readiness !== null && readiness.low >= score).length,
    atMost: rows.filter(({ readiness }) => readiness !== null && readiness.high >= score).length,
    unknown: false,
    query: { ...buildQuery(base, {}), readinessMin: score, readinessMode: "certainly" },
  }));
}
