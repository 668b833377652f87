import { fieldSpec, type ZoneFieldKey } from "../catalogue/fields";
import { VOCABULARIES, type Vocabulary } from "../catalogue/vocabularies";
import { computeFreshShare } from "../evidence/fresh-share";
import { roundHalfUp } from "../readiness/readiness";
import type { Day } from "../time/day";
import { type FilterChoice, type FilterKey, UNKNOWN } from "./filters";
import { anyOf, UNKNOWN_CHOICE } from "./known-choice";
import { countFunnel, type Ladder, listStepsFrom } from "./ladder-funnel";
import { DEFAULT_QUERY, type Query } from "./query";
import { isCandidate } from "./scope";
import type { RankedRow } from "./select";

/** A count of the overview with the question to which it is the answer: what the explorer shows where that is asked. */
export interface CountLine {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  /** How many it might be, if all that is unknown turned out so; the count where nothing is open. */
  readonly atMost: number;
  /** Does it count what is unknown? */
  readonly unknown: boolean;
  readonly query: Query;
}

/** The fields of which the overview says for how many zones they are unknown: what a zone needs first to work. */
const ESSENTIAL_FIELDS: readonly ZoneFieldKey[] = [
  "status",
  "electricity",
  "water",
  "plotsAllottedPct",
  "enterprisesProducing",
];

const HALF = 0.5;

type Moment = Pick<Query, "asOf" | "knownOn">;

function buildQuery(moment: Moment, filters: Partial<Record<FilterKey, FilterChoice>>): Query {
  return { ...DEFAULT_QUERY, ...moment, filters };
}

/** What the announced zones are: those whose approval is evidenced by name, and the candidates for the rest. */
export function countComposition(rows: readonly RankedRow[], moment: Moment): readonly CountLine[] {
  const candidates = rows.filter(({ values }) => isCandidate(values)).length;
  const evidenced = rows.length - candidates;
  const line = (key: string, label: string, count: number, query: Query): CountLine => ({
    key,
    label,
    count,
    atMost: count,
    unknown: false,
    query,
  });
  return [
    line("evidenced", "approval evidenced", evidenced, {
      ...buildQuery(moment, {}),
      scope: "evidenced",
    }),
    line(
      "candidates",
      "candidates, not evidenced",
      candidates,
      buildQuery(moment, { candidateForRemainder: anyOf(["true"]) }),
    ),
  ];
}

/** How many zones stand at or beyond each rung of a ladder, beside it, and of how many nothing is known. */
export function countLadder(
  rows: readonly RankedRow[],
  ladder: Ladder,
  moment: Moment,
): readonly CountLine[] {
  const { rungs, asides, unknown } = countFunnel(rows, ladder);
  const { steps }: Vocabulary = VOCABULARIES[ladder];
  const line = (value: string, count: number, label: string, choice: FilterChoice): CountLine => ({
    key: value,
    label,
    count,
    atMost:
      value === UNKNOWN || steps.every((step) => step.value !== value) ? count : count + unknown,
    unknown: value === UNKNOWN,
    query: buildQuery(moment, { [ladder]: choice }),
  });
  return [
    ...rungs.map(({ value, reached, label }) =>
      line(value, reached, label, anyOf(listStepsFrom(ladder, value))),
    ),
    ...asides
      .filter(({ reached }) => reached > 0)
      .map(({ value, reached, label }) => line(value, reached, label, anyOf([value]))),
    ...(unknown > 0 ? [line(UNKNOWN, unknown, "Unknown", UNKNOWN_CHOICE)] : []),
  ];
}

/** Of how many zones it is unknown what a zone needs first, and of how many at least half of the readiness is known. */
export function countUnknowns(rows: readonly RankedRow[], moment: Moment): readonly CountLine[] {
  return ESSENTIAL_FIELDS.map((field): CountLine => {
    const count = rows.filter(({ values }) => values[field] === null).length;
    return {
      key: field,
      label: fieldSpec(field).label,
      count,
      atMost: count,
      unknown: true,
      query: buildQuery(moment, { [field]: UNKNOWN_CHOICE }),
    };
  });
}

/** Of how many zones at least half of the weight of readiness is known. */
export function countHalfKnown(rows: readonly RankedRow[], moment: Moment): CountLine {
  const count = rows.filter(({ readiness }) => (readiness?.coverage ?? 0) >= HALF).length;
  return {
    key: "half-known",
    label: "Half or more of readiness known",
    count,
    atMost: count,
    unknown: false,
    query: { ...buildQuery(moment, {}), coverageMin: HALF },
  };
}

/** How much is known of the readiness of all zones together, and how much of that is fresh; 0–1, null where nothing weighs. */
export interface KnownShare {
  readonly known: number | null;
  readonly fresh: number | null;
}

/** What is known over all zones, each weighing the same. */
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
