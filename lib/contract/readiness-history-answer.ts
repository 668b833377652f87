import { buildRegistry, type Ledger } from "../evidence/registry";
import { buildRow, type ZoneRow } from "../evidence/row";
import type { Query } from "../query/query";
import { select } from "../query/select";
import {
  averageScoreYears,
  listScoreHistory,
  listScoreYears,
  type MeanScoreYear,
  SCORE_CAUSES,
  type ZoneScoreYear,
} from "../readiness/score-history";
import type { Day } from "../time/day";

/** The first year of the series: before it, hardly any indicator has evidence. */
const FIRST_SCORE_YEAR = 2017;

/** The yearly changes of the confirmed score. */
interface ReadinessHistoryAnswer {
  /** The mean over the zones of the query, the same zones in every year. */
  readonly all: readonly MeanScoreYear[];
  readonly zones: readonly ZoneScoreYear[];
}

/** A moment as this answer reads it. */
interface HistoryView extends Ledger {
  readonly rows: readonly ZoneRow[];
  readonly asOf: Day;
  readonly revision: number;
}

/** The yearly changes of the confirmed score of the zones that a query finds, under its weights. */
export function readinessHistoryAnswer(view: HistoryView, query: Query): ReadinessHistoryAnswer {
  const { facts, evidence, revision, asOf } = view;
  const slugs = select(view.rows, query, asOf).rows.map(({ slug }) => slug);
  const years = listScoreYears(FIRST_SCORE_YEAR, asOf);
  const rowsAt = (day: Day) =>
    day === asOf
      ? view.rows
      : buildRegistry(facts, evidence, { asOf: day, revision }).zones.map(buildRow);
  const zones = listScoreHistory(slugs, years, rowsAt, query.weights);
  return { all: averageScoreYears(zones, years, slugs.length), zones };
}

/** The columns of the series as a file. */
export const SCORE_HISTORY_COLUMNS = [
  "zone",
  "year",
  "from",
  "to",
  "before",
  "after",
  ...SCORE_CAUSES,
] as const;

/** The rows of the series as a file: the mean of all zones first, under an empty zone. */
export function listHistoryRows({ all, zones }: ReadinessHistoryAnswer): (string | number)[][] {
  const toRow = (zone: string, { year, from, to, before, after, causes }: MeanScoreYear) => [
    zone,
    year,
    from,
    to,
    before,
    after,
    ...SCORE_CAUSES.map((cause) => causes[cause]),
  ];
  return [...all.map((year) => toRow("", year)), ...zones.map((year) => toRow(year.slug, year))];
}
