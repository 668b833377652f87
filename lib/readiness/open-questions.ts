import { BLOCK_INDICATORS, type ZoneFieldKey } from "../catalogue/fields";
import { BLOCKS, type Weights } from "../catalogue/groups";
import { NOT_APPLICABLE } from "../catalogue/kinds";
import type { ZoneRow } from "../evidence/row";
import type { Day } from "../time/day";
import {
  byConfirmedScore,
  computeInterval,
  getScoreBounds,
  isStaleIn,
  type Readiness,
  sumReadiness,
} from "./readiness";
import { roundHalfUp } from "./scale";

/** An unknown, weak or stale value, and how far its answer would narrow the range of its zone. */
export interface OpenQuestion {
  readonly slug: string;
  readonly field: ZoneFieldKey;
  /** A weak value is one whose evidence is too weak for it to count as known. */
  readonly why: "unknown" | "weak" | "stale";
  /** Points by which any answer narrows the zone's range; 0 for a stale value. */
  readonly width: number;
}

/**
 * The unknown, weak and stale values of zones: those whose answers narrow a range most first, at equal widths those of
 * the zones with the highest confirmed score (domain.md, section 3). An unknown or weak value whose answer would narrow
 * nothing is left out.
 * @param rows the zones to ask about
 */
export function listOpenQuestions(
  rows: readonly ZoneRow[],
  weights: Weights,
  asOf: Day,
): OpenQuestion[] {
  return listSorted(rows, weights, asOf, (questions) => questions).first;
}

/** The first of a list, and how many it has. */
export interface FirstOf<T> {
  readonly first: T[];
  readonly count: number;
}

/** The groups of `listOpenQuestions`. @param most how many are needed; absent: all */
export function listQuestionGroups(
  rows: readonly ZoneRow[],
  weights: Weights,
  asOf: Day,
  most?: number,
): FirstOf<QuestionGroup> {
  return listSorted(rows, weights, asOf, groupQuestions, most);
}

/** What is made of the questions of a row, with the readiness that sorts it. */
interface Sorted<Q> {
  readonly made: Q;
  readonly readiness: Readiness;
}

/** What is made of the questions of each row, sorted. */
function listSorted<Q extends Pick<OpenQuestion, "width">>(
  rows: readonly ZoneRow[],
  weights: Weights,
  asOf: Day,
  make: (questions: OpenQuestion[]) => Q[],
  most = Number.POSITIVE_INFINITY,
): FirstOf<Q> {
  const byWidth = (a: Sorted<Q>, b: Sorted<Q>) =>
    b.made.width - a.made.width || byConfirmedScore(a.readiness, b.readiness);
  const sorted = rows
    .flatMap((row): Sorted<Q>[] => {
      const sum = sumReadiness(row, weights);
      const readiness = computeInterval(sum);
      if (readiness === null) return [];
      const questions = make(listRowQuestions(row, sum.total, weights, asOf));
      return questions.map((made) => ({ made, readiness }));
    })
    .sort(byWidth);
  return { first: sorted.slice(0, most).map(({ made }) => made), count: sorted.length };
}

/** @param total the weight of the applicable indicators of the zone */
function listRowQuestions(
  row: ZoneRow,
  total: number,
  weights: Weights,
  asOf: Day,
): OpenQuestion[] {
  return BLOCKS.flatMap((block) => {
    const indicators = BLOCK_INDICATORS[block];
    const share = weights[block] / indicators.length;
    if (share === 0) return [];
    return indicators.flatMap((field): OpenQuestion[] => {
      const score = getScoreBounds(row, field);
      if (score === NOT_APPLICABLE) return [];
      if (score.known) {
        return isStaleIn(row, field, asOf)
          ? [{ slug: row.slug, field, why: "stale", width: 0 }]
          : [];
      }
      const width = roundHalfUp((100 * share * (score.high - score.low)) / total, 1);
      return width === 0 ? [] : [{ slug: row.slug, field, why: getWhy(row, field), width }];
    });
  });
}

function getWhy(row: ZoneRow, field: ZoneFieldKey): "unknown" | "weak" {
  return row.values[field] === null ? "unknown" : "weak";
}

/** Open questions of one zone whose answers have the same effect. */
export interface QuestionGroup extends Omit<OpenQuestion, "field"> {
  readonly fields: readonly ZoneFieldKey[];
}

/** Merges the questions of a zone that have the same effect, in the given order. */
export function groupQuestions(questions: readonly OpenQuestion[]): QuestionGroup[] {
  const groups: { -readonly [K in keyof QuestionGroup]: QuestionGroup[K] }[] = [];
  for (const { field, ...question } of questions) {
    const { slug, why, width } = question;
    const group = groups.find((one) => one.width === width && one.why === why && one.slug === slug);
    if (group) group.fields = [...group.fields, field];
    else groups.push({ ...question, fields: [field] });
  }
  return groups;
}
