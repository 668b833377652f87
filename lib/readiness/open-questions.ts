import { BLOCK_INDICATORS, type ZoneFieldKey } from "../catalogue/fields";
import { BLOCKS, type Weights } from "../catalogue/groups";
import { NOT_APPLICABLE } from "../catalogue/kinds";
import type { ZoneRow } from "../evidence/row";
import { finish, sortInSteps } from "../evidence/steps";
import type { Day } from "../time/day";
import type { ScoreBounds } from "./bounds";
import {
  computeInterval,
  getScoreBounds,
  isStaleIn,
  type Readiness,
  type ReadinessSum,
  sumReadiness,
} from "./readiness";
import { roundHalfUp } from "./scale";

/** An unknown, weak or stale value, and how its answer could move its zone's place by confirmed score. */
export interface OpenQuestion {
  readonly slug: string;
  readonly field: ZoneFieldKey;
  /** A weak value is one whose evidence is too weak for it to count as known. */
  readonly why: "unknown" | "weak" | "stale";
  /** The zone's current place; equal zones share one. */
  readonly place: number;
  /** Its place with the best possible answer, other zones unchanged. */
  readonly best: number;
  /** Its place with the worst possible answer. */
  readonly worst: number;
  /** Points by which any answer narrows the zone's range; 0 for a stale value. */
  readonly width: number;
}

/**
 * The unknown, weak and stale values whose answers would change the ranking: those that move their zone by
 * most places first, then those that narrow its range most (domain.md, section 3). Values without
 * effect are left out.
 * @param rows the ranked zones only
 */
export function listOpenQuestions(
  rows: readonly ZoneRow[],
  weights: Weights,
  asOf: Day,
): OpenQuestion[] {
  const steps = listInSteps(rows, weights, asOf, (questions) => questions);
  return finish(steps).first;
}

/** The first of a list, and how many it has. */
export interface FirstOf<T> {
  readonly first: T[];
  readonly count: number;
}

/** The groups of `listOpenQuestions`, in steps. @param most how many are needed; absent: all */
export function listQuestionGroupsInSteps(
  rows: readonly ZoneRow[],
  weights: Weights,
  asOf: Day,
  most?: number,
): Generator<void, FirstOf<QuestionGroup>> {
  return listInSteps(rows, weights, asOf, groupQuestions, most);
}

/** Questions above those that are needed which are kept before they are sorted out. */
const SPARE = 1_000;

/** What is made of the questions of each row, sorted. */
function* listInSteps<Q extends Omit<OpenQuestion, "field">>(
  rows: readonly ZoneRow[],
  weights: Weights,
  asOf: Day,
  make: (questions: OpenQuestion[]) => Q[],
  most = Number.POSITIVE_INFINITY,
): Generator<void, FirstOf<Q>> {
  const scored: ScoredRow[] = [];
  for (const row of rows) {
    const one = scoreRow(row, weights);
    if (one !== null) scored.push(one);
    yield;
  }
  const ranked = Float64Array.from(scored, ({ readiness }) => getSortKey(readiness)).sort();
  let kept: Q[] = [];
  let count = 0;
  for (const row of scored) {
    const made = make(listRowQuestions(row, ranked, weights, asOf));
    count += made.length;
    for (const one of made) kept.push(one);
    if (kept.length > most + SPARE) kept = kept.sort(byEffect).slice(0, most);
    yield;
  }
  const sorted = yield* sortInSteps(kept, byEffect);
  return { first: sorted.slice(0, most), count };
}

type Effect = Pick<OpenQuestion, "best" | "worst" | "width" | "place">;

/** Those that move their zone by most places first, then those that narrow its range most. */
function byEffect(a: Effect, b: Effect): number {
  return getMoves(b) - getMoves(a) || b.width - a.width || a.place - b.place;
}

/** The distance in places between the best and the worst answer. */
function getMoves({ best, worst }: Pick<OpenQuestion, "best" | "worst">): number {
  return worst - best;
}

interface ScoredRow {
  readonly row: ZoneRow;
  readonly sum: ReadinessSum;
  readonly readiness: Readiness;
}

function scoreRow(row: ZoneRow, weights: Weights): ScoredRow | null {
  const sum = sumReadiness(row, weights);
  const readiness = computeInterval(sum);
  return readiness === null ? null : { row, sum, readiness };
}

function listRowQuestions(
  { row, sum, readiness }: ScoredRow,
  ranked: Float64Array,
  weights: Weights,
  asOf: Day,
): OpenQuestion[] {
  const own = getSortKey(readiness);
  const place = countAhead(ranked, own) + 1;
  /** The place with another readiness of this zone only; the zone is not counted ahead of itself. */
  const placeWith = (other: Readiness | null) => {
    if (other === null) return place;
    const key = getSortKey(other);
    const counted = countAhead(ranked, key);
    return own > key ? counted : counted + 1;
  };
  return BLOCKS.flatMap((block) => {
    const indicators = BLOCK_INDICATORS[block];
    const share = weights[block] / indicators.length;
    if (share === 0) return [];
    return indicators.flatMap((field): OpenQuestion[] => {
      const score = getScoreBounds(row, field);
      if (score === NOT_APPLICABLE) return [];
      if (score.known && !isStaleIn(row, field, asOf)) return [];
      // The answer to what is not known is within its bounds; a stale value can have become anything.
      const [least, most] = score.known ? [0, 1] : [score.low, score.high];
      const best = placeWith(computeInterval(withScore(sum, share, score, most)));
      const worst = placeWith(computeInterval(withScore(sum, share, score, least)));
      const width = score.known
        ? 0
        : roundHalfUp((100 * share * (score.high - score.low)) / sum.total, 1);
      if (best === worst && width === 0) return [];
      return [{ slug: row.slug, field, why: getWhy(row, field, score), place, best, worst, width }];
    });
  });
}

function getWhy(row: ZoneRow, field: ZoneFieldKey, { known }: ScoreBounds): OpenQuestion["why"] {
  if (known) return "stale";
  return row.values[field] === null ? "unknown" : "weak";
}

/** The sum with one indicator's bounds replaced by a known score. */
function withScore(
  { total, known, confirmed, possible }: ReadinessSum,
  share: number,
  before: ScoreBounds,
  score: number,
): ReadinessSum {
  return {
    total,
    known: before.known ? known : known + share,
    confirmed: confirmed + share * (score - before.low),
    possible: possible + share * (score - before.high),
  };
}

/**
 * `low`, `high` and `coverage` as one number that sorts in the same way as `byConfirmedScore`, which
 * is faster to compare.
 */
function getSortKey({ low, high, coverage }: Readiness): number {
  return (Math.round(low * 10) * 1_001 + Math.round(high * 10)) * 101 + Math.round(coverage * 100);
}

/** The number of zones ahead of a key; `ranked` is ascending. */
function countAhead(ranked: Float64Array, key: number): number {
  let from = 0;
  let to = ranked.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((ranked[middle] ?? key) <= key) from = middle + 1;
    else to = middle;
  }
  return ranked.length - from;
}

/** Open questions of one zone whose answers have the same effect. */
export interface QuestionGroup extends Omit<OpenQuestion, "field"> {
  readonly fields: readonly ZoneFieldKey[];
}

/** Merges the questions of a zone that have the same effect, in the given order. */
export function groupQuestions(questions: readonly OpenQuestion[]): QuestionGroup[] {
  const groups: { -readonly [K in keyof QuestionGroup]: QuestionGroup[K] }[] = [];
  for (const { field, ...question } of questions) {
    const { slug, why, best, worst, width } = question;
    const group = groups.find(
      (one) =>
        one.best === best &&
        one.worst === worst &&
        one.width === width &&
        one.why === why &&
        one.slug === slug,
    );
    if (group) group.fields = [...group.fields, field];
    else groups.push({ ...question, fields: [field] });
  }
  return groups;
}
