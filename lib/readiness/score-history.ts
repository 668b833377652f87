import { BLOCK_INDICATORS, type ZoneFieldKey } from "../catalogue/fields";
import { BLOCKS, type BlockKey, type Weights } from "../catalogue/groups";
import { NOT_APPLICABLE } from "../catalogue/kinds";
import type { ZoneRow } from "../evidence/row";
import { type Day, firstDay } from "../time/day";
import type { ScoreBounds } from "./bounds";
import { getScoreBounds, type Scored, sumReadiness } from "./readiness";
import { roundHalfUp } from "./scale";

/** Why a confirmed score changed. */
export const SCORE_CAUSES = [
  "became-known",
  "progressed",
  "fell",
  "re-judged",
  "rule-or-age",
] as const;

/**
 * `became-known`: something is known that was not. `progressed` and `fell`: the zone changed. `re-judged`: the same past
 * is judged otherwise. `rule-or-age`: other evidence implies more or less, or an indicator stopped or began to apply.
 */
export type ScoreCause = (typeof SCORE_CAUSES)[number];

/** Points of the confirmed score by cause. */
export type CauseShares = Readonly<Record<ScoreCause, number>>;

/** The change of a zone's confirmed score between two days. */
export interface ScoreChange {
  /** Confirmed scores, 0–100; 0 where the zone is not in the register or no indicator applies. */
  readonly before: number;
  readonly after: number;
  /** The parts of the change, in points to one decimal: they sum to `after` − `before`. */
  readonly causes: CauseShares;
  /** The parts for each block of indicators, in points to two decimals: they sum to `causes` but for rounding. */
  readonly blocks: Readonly<Record<BlockKey, CauseShares>>;
}

/** What a change is worked out from. */
type DatedRow = Scored & Pick<ZoneRow, "dates">;

/**
 * Splits the change of a zone's confirmed score between two days.
 * @param before null: not in the register yet
 * @param since the first of the two days: what took effect later is progress, what was so before is knowledge
 */
export function splitScoreChange(
  before: DatedRow | null,
  after: DatedRow,
  since: Day,
  weights: Weights,
): ScoreChange {
  const start = before ? getLow(before, weights) : 0;
  const end = getLow(after, weights);
  const exact = Object.fromEntries(BLOCKS.map((block) => [block, noShares()])) as Record<
    BlockKey,
    Record<ScoreCause, number>
  >;
  for (const one of listIndicatorChanges(before, after, since, weights)) {
    exact[one.block][one.cause] += one.change;
    exact[one.block]["rule-or-age"] += one.after - one.before - one.change;
  }
  const sums = noShares();
  for (const block of BLOCKS) for (const cause of SCORE_CAUSES) sums[cause] += exact[block][cause];
  return {
    before: start,
    after: end,
    causes: roundToSum(sums, end - start, 1),
    blocks: Object.fromEntries(
      BLOCKS.map((block) => [block, mapShares(exact[block], (points) => roundHalfUp(points, 2))]),
    ) as Record<BlockKey, CauseShares>,
  };
}

const noShares = (): Record<ScoreCause, number> => ({
  "became-known": 0,
  progressed: 0,
  fell: 0,
  "re-judged": 0,
  "rule-or-age": 0,
});

function mapShares(shares: CauseShares, change: (points: number) => number): CauseShares {
  return Object.fromEntries(
    SCORE_CAUSES.map((cause) => [cause, change(shares[cause])]),
  ) as unknown as CauseShares;
}

/** The confirmed score as it is shown; 0 where no indicator applies. */
function getLow(zone: Scored, weights: Weights): number {
  const { total, confirmed } = sumReadiness(zone, weights);
  return total > 0 ? roundHalfUp((100 * confirmed) / total, 1) : 0;
}

const getTotal = (zone: Scored, weights: Weights): number => sumReadiness(zone, weights).total;

/** One indicator of a zone between two days. */
export interface IndicatorChange {
  readonly block: BlockKey;
  readonly field: ZoneFieldKey;
  /** Its score at the end; null: it does not apply. */
  readonly score: ScoreBounds | null;
  /** Its points of the confirmed score at the start and at the end. */
  readonly before: number;
  readonly after: number;
  /** The points that the change of its own score gave or took, and why; the rest is due to the indicators that apply. */
  readonly change: number;
  readonly cause: ScoreCause;
}

/** The part of each indicator in the change of a zone's confirmed score; see `splitScoreChange`. */
export function listIndicatorChanges(
  before: DatedRow | null,
  after: DatedRow,
  since: Day,
  weights: Weights,
): IndicatorChange[] {
  const totals = {
    before: before ? getTotal(before, weights) : 0,
    after: getTotal(after, weights),
  };
  return BLOCKS.flatMap((block) =>
    BLOCK_INDICATORS[block].map((field): IndicatorChange => {
      const weight = weights[block] / BLOCK_INDICATORS[block].length;
      const was = before ? getScoreBounds(before, field) : null;
      const is = getScoreBounds(after, field);
      const pointsOf = (score: typeof was, total: number) =>
        score === null || score === NOT_APPLICABLE || total <= 0
          ? 0
          : (100 * weight * score.low) / total;
      const from = pointsOf(was, totals.before);
      // What the same score would give under the weights that apply now; the rest is due to the weights.
      const same = totals.before > 0 ? pointsOf(was, totals.after) : from;
      const to = pointsOf(is, totals.after);
      const cause = getCause(field, was, is, before, after, since);
      const score = is === NOT_APPLICABLE ? null : is;
      return { block, field, score, before: from, after: to, change: to - same, cause };
    }),
  );
}

function getCause(
  field: ZoneFieldKey,
  was: ScoreBounds | typeof NOT_APPLICABLE | null,
  is: ScoreBounds | typeof NOT_APPLICABLE,
  before: DatedRow | null,
  after: DatedRow,
  since: Day,
): ScoreCause {
  if (is === NOT_APPLICABLE || was === NOT_APPLICABLE) return "rule-or-age";
  const wasKnown = was?.known ?? false;
  if (!wasKnown) return is.known ? "became-known" : "rule-or-age";
  const date = after.dates[field];
  const isNews = date !== undefined && firstDay(date) > since && date !== before?.dates[field];
  if (!isNews || !is.known) return "re-judged";
  return is.low >= (was?.low ?? 0) ? "progressed" : "fell";
}

/** Rounds the parts so that they sum to a total as rounded: what rounding leaves goes to the largest part. */
function roundToSum(parts: CauseShares, total: number, decimals: number): CauseShares {
  const rounded = mapShares(parts, (points) => roundHalfUp(points, decimals));
  const sum = SCORE_CAUSES.reduce((all, cause) => all + rounded[cause], 0);
  const [largest] = [...SCORE_CAUSES].sort((a, b) => Math.abs(parts[b]) - Math.abs(parts[a]));
  if (largest === undefined) return rounded;
  const rest = rounded[largest] + total - sum;
  return mapShares({ ...rounded, [largest]: rest }, (points) => roundHalfUp(points, decimals));
}

/** The change over one year. */
export interface ScoreYear {
  readonly year: string;
  /** The first of its two days: the end of the year before. */
  readonly from: Day;
  /** The end of the year, or the selected day in its own year. */
  readonly to: Day;
}

/** The years of a series: from a first year to the year of a day. */
export function listScoreYears(first: number, asOf: Day): ScoreYear[] {
  const last = Number(asOf.slice(0, 4));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => {
    const year = String(first + i);
    const end = `${year}-12-31`;
    return { year, from: `${first + i - 1}-12-31`, to: end < asOf ? end : asOf };
  });
}

/** A year of one zone. */
export interface ZoneScoreYear extends ScoreYear, ScoreChange {
  readonly slug: string;
}

/**
 * The yearly changes of some zones, by zone and then by year, from the year in which the zone is first in the register
 * at the end. At the start of that year its score is 0.
 * @param slugs the zones, the same in every year
 * @param rowsAt the rows of the register on a day
 */
export function listScoreHistory(
  slugs: readonly string[],
  years: readonly ScoreYear[],
  rowsAt: (day: Day) => readonly ZoneRow[],
  weights: Weights,
): ZoneScoreYear[] {
  const byDay = new Map<Day, ReadonlyMap<string, ZoneRow>>();
  const on = (day: Day) => {
    const rows = byDay.get(day) ?? new Map(rowsAt(day).map((row) => [row.slug, row]));
    byDay.set(day, rows);
    return rows;
  };
  return slugs.flatMap((slug) =>
    years.flatMap((year) => {
      const after = on(year.to).get(slug);
      const before = on(year.from).get(slug) ?? null;
      return after
        ? [{ slug, ...year, ...splitScoreChange(before, after, year.from, weights) }]
        : [];
    }),
  );
}

/** The mean change of all zones in a year. */
export interface MeanScoreYear extends ScoreYear {
  /** Mean confirmed scores, 0–100, to two decimals. */
  readonly before: number;
  readonly after: number;
  /** The mean parts of the change, in points to two decimals: they sum to `after` − `before`. */
  readonly causes: CauseShares;
}

/**
 * The mean change of a fixed set of zones, year by year.
 * @param zones their number; one without an entry in a year counts with 0
 */
export function averageScoreYears(
  history: readonly ZoneScoreYear[],
  years: readonly ScoreYear[],
  zones: number,
): MeanScoreYear[] {
  return years.map((year) => {
    const entries = history.filter((entry) => entry.year === year.year);
    const mean = (pick: (entry: ZoneScoreYear) => number) =>
      zones === 0 ? 0 : entries.reduce((sum, entry) => sum + pick(entry), 0) / zones;
    const before = roundHalfUp(
      mean((entry) => entry.before),
      2,
    );
    const after = roundHalfUp(
      mean((entry) => entry.after),
      2,
    );
    const causes = Object.fromEntries(
      SCORE_CAUSES.map((cause) => [cause, mean((entry) => entry.causes[cause])]),
    ) as unknown as CauseShares;
    return { ...year, before, after, causes: roundToSum(causes, after - before, 2) };
  });
}
