import type { ZoneFieldKey } from "../catalogue/fields";
import { VOCABULARIES, type Vocabulary } from "../catalogue/vocabularies";
import { computeFreshShare } from "../readiness/readiness";
import { roundHalfUp } from "../readiness/scale";
import { countStandings, STANDINGS, type Standing } from "../readiness/standing";
import type { Day } from "../time/day";
import { anyOf, type FilterChoice, type FilterKey, UNKNOWN, UNKNOWN_CHOICE } from "./filters";
import { countFunnel, type Ladder, listStepsFrom } from "./ladder-funnel";
import { DEFAULT_QUERY, type Query } from "./query";
import { isCandidate } from "./scope";
import type { RankedRow } from "./select";

/** A count of the overview, with the query that lists the counted zones in the explorer. */
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

/** What a zone needs first to work; the overview counts the zones where it is unknown. */
const ESSENTIAL_FIELDS: readonly ZoneFieldKey[] = [
  "status",
  "electricity",
  "water",
  "plotsAllottedPct",
  "enterprisesProducing",
];

const HALF = 0.5;

/** What the counted zones have in common: the moment, and on the page of a province its filter. */
type BaseQuery = Partial<Query>;

function buildQuery(base: BaseQuery, filters: Partial<Record<FilterKey, FilterChoice>>): Query {
  return { ...DEFAULT_QUERY, ...base, filters: { ...base.filters, ...filters } };
}

/** Announced zones by approval: confirmed, and candidates. */
export function countComposition(
  rows: readonly RankedRow[],
  base: BaseQuery,
): readonly CountLine<"evidenced" | "candidates">[] {
  const candidates = rows.filter(({ values }) => isCandidate(values)).length;
  const confirmed = rows.length - candidates;
  const line = <Key extends string>(key: Key, count: number, query: Query): CountLine<Key> => ({
    key,
    count,
    atMost: count,
    unknown: false,
    query,
  });
  return [
    line("evidenced", confirmed, {
      ...buildQuery(base, {}),
      scope: "evidenced",
    }),
    line("candidates", candidates, buildQuery(base, { candidateForRemainder: anyOf(["true"]) })),
  ];
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

/** For each essential field, the number of zones where it is unknown. */
export function countUnknowns(
  rows: readonly RankedRow[],
  base: BaseQuery,
): readonly CountLine<ZoneFieldKey>[] {
  return ESSENTIAL_FIELDS.map((field) => {
    const count = rows.filter(({ values }) => values[field] === null).length;
    return {
      key: field,
      count,
      atMost: count,
      unknown: true,
      query: buildQuery(base, { [field]: UNKNOWN_CHOICE }),
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

/** The zones with data completeness of at least 50 %. */
export function countHalfKnown(rows: readonly RankedRow[], base: BaseQuery): CountLine {
  const count = rows.filter(({ readiness }) => (readiness?.coverage ?? 0) >= HALF).length;
  return {
    key: "half-known",
    count,
    atMost: count,
    unknown: false,
    query: { ...buildQuery(base, {}), coverageMin: HALF },
  };
}

/** Data completeness over all zones and the fresh share of it, 0–1; null where nothing is measured or known. */
interface KnownShare {
  readonly known: number | null;
  readonly fresh: number | null;
}

/** Averages over zones with equal weights. */
export function computeKnownShare(rows: readonly RankedRow[], asOf: Day): KnownShare {
  const measured = rows.flatMap((row) =>
    row.readiness === null
      ? []
      : [
          {
            known: row.readiness.coverage,
            fresh:
              row.readiness.coverage * (computeFreshShare(row, DEFAULT_QUERY.weights, asOf) ?? 0),
          },
        ],
  );
  const known = measured.reduce((sum, one) => sum + one.known, 0);
  const fresh = measured.reduce((sum, one) => sum + one.fresh, 0);
  return {
    known: measured.length === 0 ? null : roundHalfUp(known / measured.length, 2),
    fresh: known === 0 ? null : roundHalfUp(fresh / known, 2),
  };
}
