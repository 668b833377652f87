import { BLOCK_WEIGHTS, type Weights } from "../catalogue/groups";
import type { Ledger } from "../evidence/evidence-index";
import { resolveZoneRecord } from "../evidence/registry";
import { buildRow, type ZoneRow } from "../evidence/row";
import type { Query } from "../query/query";
import { select } from "../query/select";
import {
  averageScoreYears,
  type IndicatorChange,
  listIndicatorChanges,
  listScoreHistory,
  listScoreYears,
  type MeanScoreYear,
  SCORE_CAUSES,
  type ScoreYear,
  type ZoneScoreYear,
} from "../readiness/score-history";
import type { Day } from "../time/day";
import type { ReadinessHistoryAnswer } from "./answer-schemas";

/** The first year of the series: before it, hardly any indicator has evidence. */
const FIRST_SCORE_YEAR = 2017;

/** A moment as this answer reads it. */
interface HistoryView {
  readonly rows: readonly ZoneRow[];
  /** The rows of another day at the same revision. */
  readonly loadRowsOn: (day: Day) => Promise<readonly ZoneRow[]>;
  readonly asOf: Day;
}

/** The yearly changes of the confirmed score of the zones that a query finds, under its weights. */
export async function readinessHistoryAnswer(
  view: HistoryView,
  query: Query,
): Promise<ReadinessHistoryAnswer> {
  const { asOf, loadRowsOn } = view;
  const slugs = select(view.rows, query, asOf).rows.map(({ slug }) => slug);
  const years = listScoreYears(FIRST_SCORE_YEAR, asOf);
  const rows = new Map<Day, readonly ZoneRow[]>();
  for (const { from, to } of years)
    for (const day of [from, to]) if (!rows.has(day)) rows.set(day, await loadRowsOn(day));
  const rowsOn = (day: Day) => rows.get(day) ?? [];
  const zones = listScoreHistory(slugs, years, rowsOn, query.weights);
  return { all: averageScoreYears(zones, years, slugs.length), zones };
}

/** A moment as the history of one zone reads it: no other zone is resolved for it. */
interface ZoneHistoryView extends Ledger {
  readonly asOf: Day;
  readonly revision: number;
}

/** The yearly changes of one zone's confirmed score; none where the zone is not in the ledger. */
export function listZoneScoreYears(
  view: ZoneHistoryView,
  slug: string,
  weights: Weights,
): ZoneScoreYear[] {
  const getRow = createRowReader(view, slug);
  const rowsOn = (day: Day) => {
    const row = getRow(day);
    return row ? [row] : [];
  };
  return listScoreHistory([slug], listScoreYears(FIRST_SCORE_YEAR, view.asOf), rowsOn, weights);
}

/** Reads the row of a zone on any day; null where it is not in the register then. */
function createRowReader({ facts, evidence, revision }: ZoneHistoryView, slug: string) {
  const identity = facts.zones.find((zone) => zone.slug === slug);
  const tenancies = facts.tenancies.filter(({ zone }) => zone === slug);
  return (day: Day): ZoneRow | null => {
    const moment = { asOf: day, revision };
    const zone = identity && resolveZoneRecord(evidence, identity, tenancies, moment);
    return zone ? buildRow(zone) : null;
  };
}

/** An indicator of a zone in a year. */
export interface IndicatorYear extends IndicatorChange, ScoreYear {
  readonly slug: string;
}

/** What each indicator of one zone gives to its confirmed score and why that changed, year by year; under default weights. */
export function listIndicatorYears(view: ZoneHistoryView, slug: string): IndicatorYear[] {
  const getRow = createRowReader(view, slug);
  let before = getRow(`${FIRST_SCORE_YEAR - 1}-12-31`);
  return listScoreYears(FIRST_SCORE_YEAR, view.asOf).flatMap((year) => {
    const row = getRow(year.to);
    const changes = row ? listIndicatorChanges(before, row, year.from, BLOCK_WEIGHTS) : [];
    before = row;
    return changes.map((change) => ({ slug, ...year, ...change }));
  });
}

/** The columns of the series as a file. */
export const SCORE_HISTORY_COLUMNS = [
  "zone",
  "year",
  "from",
  "to",
  "before",
  "after",
  // A column has a name without hyphens, which are operators in R and SQL.
  ...SCORE_CAUSES.map((cause) =>
    cause.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
  ),
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
