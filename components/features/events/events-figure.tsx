import { Figure } from "@/components/charts/figure";
import { CHANGE_GROUPS, type TimelineYear } from "@/lib/changes/event-timeline";
import { EVENT_KINDS, type EventKind } from "@/lib/evidence/ledger-records";
import type { FigureRow } from "@/lib/formats/figure-csv";
import { TURN_WORDS } from "@/lib/text/event-words";
import { EventLegend } from "./event-mark";
import { TimelineDrawing, TurnLegend } from "./timeline-drawing";

/** Props of the figure. */
export interface EventsFigureProps {
  years: readonly TimelineYear[];
  /** The kinds of event told of, without what became of values; none: all of either. */
  kinds: readonly EventKind[];
  /** Where a year's entries stand. */
  yearHref: (year: number) => string;
  /** What stands under every picture of it. */
  source: string;
}

const EVENT_COLUMNS = [
  { key: "year", label: "year" },
  ...EVENT_KINDS.map((kind) => ({ key: kind, label: kind, numeric: true })),
];
const VALUE_COLUMNS = CHANGE_GROUPS.map((turn) => ({
  key: turn,
  label: TURN_WORDS[turn].label,
  numeric: true,
}));
const MARKS =
  "Each mark is an event, in its quarter; hollow where no more than the year is known. A year leads to its entries.";
const BARS = "The bars below count the values that turned because a claim began to hold.";

/** The common timeline of events and claims, a column for each year. */
export function EventsFigure({ years, kinds, yearHref, source }: EventsFigureProps) {
  const withValues = kinds.length === 0;
  const title = withValues ? "Events, and what became of values" : "Events by year";
  const rows = years.map(
    ({ year, events, changes: turned, eventCounts, changeCounts: turnCounts }): FigureRow => ({
      year: String(year),
      ...eventCounts,
      ...turnCounts,
      href: events.length + turned.length > 0 ? yearHref(year) : undefined,
    }),
  );
  return (
    <Figure
      title={title}
      name="events-by-year"
      columns={withValues ? [...EVENT_COLUMNS, ...VALUE_COLUMNS] : EVENT_COLUMNS}
      rows={rows}
      source={source}
      className="mb-8"
      note={withValues ? `${MARKS} ${BARS}` : MARKS}
    >
      <div className="mb-3 grid gap-1">
        {withValues ? (
          <>
            <EventLegend lead="Above: events" />
            <TurnLegend />
          </>
        ) : (
          <EventLegend kinds={kinds} />
        )}
      </div>
      <TimelineDrawing title={title} years={years} withValues={withValues} yearHref={yearHref} />
    </Figure>
  );
}
