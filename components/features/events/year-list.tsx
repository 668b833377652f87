import { buildTimeline, CHANGE_GROUPS, type TimelineYear } from "@/lib/changes/event-timeline";
import { turnsInWords } from "@/lib/text/event-words";
import { type TimelineContext, TimelineRows } from "./timeline-rows";

/** Props of the list under the figure. */
export interface YearListProps {
  years: readonly TimelineYear[];
  context: TimelineContext;
  /** Address of all changes of a quarter of a year, whatever kind they are. */
  quarterHref: (year: number, quarter: number) => string;
  /** The last quarter that has begun, as `2026-Q4`. */
  lastQuarter: string;
}

const QUARTERS = [1, 2, 3, 4] as const;

/** Everything on the timeline, the latest year first: events and turned values in one order. What became known is counted, and told where it is about one zone alone. */
export function YearList({ years, context, quarterHref, lastQuarter }: YearListProps) {
  return (
    <div className="grid gap-8">
      {[...years].reverse().flatMap((item) => {
        const { year, events, changes: turned, changeCounts: turnCounts } = item;
        if (events.length + turned.length === 0) return [];
        const told =
          context.zone === null ? turned.filter(({ group: turn }) => turn !== "known") : turned;
        const counts = CHANGE_GROUPS.filter((turn) => turnCounts[turn] > 0).map((turn) =>
          turnsInWords(turn, turnCounts[turn]),
        );
        return [
          <section
            key={year}
            id={`y${year}`}
            aria-labelledby={`y${year}-title`}
            className="scroll-mt-4"
          >
            <header className="mb-1 flex flex-wrap items-baseline gap-x-4 gap-y-0.5">
              <h3 id={`y${year}-title`} className="tabular font-semibold font-serif text-17">
                {year}
              </h3>
              <p className="text-12 text-ink-2">
                {[events.length === 1 ? "1 event" : `${events.length} events`, ...counts].join(
                  " · ",
                )}
              </p>
              {turned.length === 0 ? null : (
                <p className="no-print flex gap-x-3 text-12">
                  <span className="inline-flex min-h-6 items-center text-ink-3">
                    All changes of
                  </span>
                  {QUARTERS.filter((quarter) => `${year}-Q${quarter}` <= lastQuarter).map(
                    (quarter) => (
                      <a
                        key={quarter}
                        className="link inline-flex min-h-6 min-w-6 items-center"
                        href={quarterHref(year, quarter)}
                        aria-label={`All changes of quarter ${quarter} of ${year}`}
                      >
                        Q{quarter}
                      </a>
                    ),
                  )}
                </p>
              )}
            </header>
            <TimelineRows entries={buildTimeline(events, told)} context={context} />
          </section>,
        ];
      })}
    </div>
  );
}
