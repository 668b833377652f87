import { groupBy } from "../evidence/group-by";
import {
  type ContextFigure,
  type ContextItem,
  isFigure,
  type Revision,
  type Source,
} from "../evidence/ledger-records";
import { type Day, firstDay, lastDay, pakistanDay } from "../time/day";

const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];
const DATE = /\b(?:(fy)(\d{4})-(\d{2})|(\d{4}-\d{2}-\d{2})|(?:([a-z]+) )?(\d{4}))\b/gi;
/** Pakistan's fiscal year runs to the end of June. */
const FISCAL_YEAR_END = "06-30";

/**
 * The last day of a period in words, such as "2024", "May 2024", "January-April 2025", "FY2023-24" or
 * "2026-01-16"; of several periods, of the last. Null where the text names none.
 */
export function getPeriodEnd(period: string): Day | null {
  const found = [...period.matchAll(DATE)].at(-1);
  if (!found) return null;
  const [, fiscal, from, to, day, word, year] = found;
  if (fiscal !== undefined && from !== undefined) {
    return `${from.slice(0, 2)}${to}-${FISCAL_YEAR_END}`;
  }
  if (day !== undefined) return day;
  if (year === undefined) return null;
  const month = MONTHS.indexOf(word?.toLowerCase() ?? "") + 1;
  return lastDay(month === 0 ? year : `${year}-${String(month).padStart(2, "0")}`);
}

/** The sources and revisions that date a figure. */
interface FigureDates {
  readonly sources: ReadonlyMap<string, Pick<Source, "publishedOn">>;
  readonly revisions: readonly Revision[];
}

/** The sources of a view as known at its moment, and every revision. */
export function getFigureDates(view: {
  readonly sources: readonly Source[];
  readonly facts: { readonly revisions: readonly Revision[] };
}): FigureDates {
  return {
    sources: new Map(view.sources.map((source) => [source.id, source])),
    revisions: view.facts.revisions,
  };
}

/**
 * The day from which a figure is in effect: the end of its period or the date of its source, whichever
 * is earlier (a projection has a later period). Without either, the day on which it was recorded.
 */
export function getFigureDay(
  figure: Pick<ContextItem, "period" | "sourceId" | "revision">,
  { sources, revisions }: FigureDates,
): Day | null {
  const published = sources.get(figure.sourceId)?.publishedOn ?? null;
  const days = [getPeriodEnd(figure.period), published && firstDay(published)].filter(
    (day) => day !== null,
  );
  const [earliest] = days.sort();
  if (earliest !== undefined) return earliest;
  const recorded = revisions.find(({ number }) => number === figure.revision);
  return recorded ? pakistanDay(new Date(recorded.recordedAt)) : null;
}

/** Is a figure in effect on a day? Figures without any date always are. */
export function isInEffect(figure: ContextItem, asOf: Day, dates: FigureDates): boolean {
  return (getFigureDay(figure, dates) ?? asOf) <= asOf;
}

/** The figures and statements of one constraint in effect on a day, and its later figures. */
export interface ConstraintFigures {
  /** Key of the constraint. */
  readonly key: string;
  readonly figures: readonly ContextFigure[];
  /** What sources state without a number. */
  readonly statements: readonly ContextItem[];
  readonly later: readonly ContextFigure[];
}

/**
 * Groups figures and statements by constraint and splits them by a day. Figures of one label are side by side, the
 * latest period first.
 * @param order constraints to list first, even without an item; others follow in the order of items
 */
export function groupByConstraint(
  items: readonly ContextItem[],
  order: readonly string[],
  asOf: Day,
  dates: FigureDates,
): ConstraintFigures[] {
  const keys = new Set([...order, ...items.map(({ constraint }) => constraint)]);
  return [...keys].map((key) => {
    const own = items.filter(({ constraint }) => constraint === key);
    const holds = (item: ContextItem) => isInEffect(item, asOf, dates);
    const figures = own.filter(isFigure);
    return {
      key,
      figures: sortByLabel(figures.filter(holds)),
      statements: own.filter((item) => !isFigure(item) && holds(item)),
      later: figures.filter((figure) => !holds(figure)),
    };
  });
}

/** Labels in the order of their first figure. */
function sortByLabel(figures: readonly ContextFigure[]): ContextFigure[] {
  const end = ({ period }: ContextFigure) => getPeriodEnd(period) ?? "";
  const latestFirst = (a: ContextFigure, b: ContextFigure) =>
    end(a) === end(b) ? 0 : end(a) < end(b) ? 1 : -1;
  return [...groupBy(figures, ({ label }) => label).values()].flatMap((alike) =>
    alike.toSorted(latestFirst),
  );
}

/** A change of a figure or statement by a later version. */
export interface FigureChange {
  /** The day on which the later version was recorded. */
  readonly day: Day;
  /** Why; null where no reason was given. */
  readonly reason: string | null;
  /** The version before, and the later one. */
  readonly before: ContextItem;
  readonly after: ContextItem;
}

/**
 * The changes of one figure or statement known by a revision, latest first; empty where there is one version.
 * @param versions every version of every item, in order of revision
 */
export function listFigureChanges(
  versions: readonly ContextItem[],
  key: string,
  { revision, revisions }: { readonly revision: number; readonly revisions: readonly Revision[] },
): FigureChange[] {
  const own = versions.filter((item) => item.key === key && item.revision <= revision);
  return own
    .flatMap((version, i): FigureChange[] => {
      const before = own[i - 1];
      const recorded = revisions.find(({ number }) => number === version.revision);
      if (before === undefined || recorded === undefined) return [];
      const day = pakistanDay(new Date(recorded.recordedAt));
      return [{ day, reason: version.reason, before, after: version }];
    })
    .reverse();
}
