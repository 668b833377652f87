import { Figure } from "@/components/charts/figure";
import type { FigureRow } from "@/lib/formats/figure-csv";
import { type TimelineYear, TURNS } from "@/lib/registry/event-timeline";
import { EVENT_KINDS } from "@/lib/registry/facts";
import { EventLegend } from "./event-mark";
import { TimelineDrawing, TurnLegend } from "./timeline-drawing";
import { TURN_WORDS } from "./turn-words";

/** Props of the figure. */
export interface EventsFigureProps {
  years: readonly TimelineYear[];
  /** Where a year's entries stand. */
  yearHref: (year: number) => string;
  /** What stands under every picture of it. */
  source: string;
}

const TITLE = "Events, and what became of values";
const COLUMNS = [
  { key: "year", label: "year" },
  ...EVENT_KINDS.map((kind) => ({ key: kind, label: kind, numeric: true })),
  ...TURNS.map((turn) => ({ key: turn, label: TURN_WORDS[turn].label, numeric: true })),
];

/** The common timeline of events and claims, a column for each year. */
export function EventsFigure({ years, yearHref, source }: EventsFigureProps) {
  const rows = years.map(
    ({ year, events, turned, eventCounts, turnCounts }): FigureRow => ({
      year: String(year),
      ...eventCounts,
      ...turnCounts,
      href: events.length + turned.length > 0 ? yearHref(year) : undefined,
    }),
  );
  return (
    <Figure
      title={TITLE}
      name="events-by-year"
      columns={COLUMNS}
      rows={rows}
      source={source}
      className="mb-8"
      note="Each mark above the years is an event, in its quarter; hollow where no more than the year is known. The bars below count the values that turned because a claim began to hold. A year leads to its entries."
    >
      <div className="mb-3 grid gap-1">
        <EventLegend />
        <TurnLegend />
      </div>
      <TimelineDrawing title={TITLE} years={years} yearHref={yearHref} />
    </Figure>
  );
}
