import { groups } from "d3-array";
import { Anchor } from "@/components/layout/link";
import { CHANGE_GROUPS, type TimelineItem } from "@/lib/changes/event-timeline";
import { useText } from "@/lib/text/use-text";
import { type TimelineContext, TimelineRows } from "./timeline-rows";

interface YearListProps {
  /** Latest year first. */
  items: readonly TimelineItem[];
  context: TimelineContext;
  /** Address of all changes of a quarter, of every kind. */
  quarterHref: (year: number, quarter: number) => string;
  /** The last quarter that has begun, as `2026-Q4`. */
  lastQuarter: string;
}

const QUARTERS = [1, 2, 3, 4] as const;

/** The HTML id of a year in the list. */
export function getYearAnchor(year: number): string {
  return `y${year}`;
}

/**
 * The events and changes of each year under its numbers, which are those of the whole year also where the list has only
 * some of its entries.
 */
export function YearList({ items, context, quarterHref, lastQuarter }: YearListProps) {
  const text = useText();
  const { t } = text;
  return (
    <div className="grid gap-8">
      {groups(items, (item) => item.year).map(
        ([{ year, events, changes, changeCounts }, ofYear]) => {
          const counts = CHANGE_GROUPS.filter((group) => changeCounts[group] > 0).map((group) =>
            t(`events.groupCount.${group}`, { count: changeCounts[group] }),
          );
          const quarters = QUARTERS.filter((quarter) => `${year}-Q${quarter}` <= lastQuarter);
          return (
            <section
              key={year}
              id={getYearAnchor(year)}
              aria-labelledby={`${getYearAnchor(year)}-title`}
              className="scroll-mt-4"
            >
              <header className="mb-1 flex flex-wrap items-baseline gap-x-4 gap-y-0.5">
                <h3
                  id={`${getYearAnchor(year)}-title`}
                  className="tabular font-semibold font-serif text-17"
                >
                  {year}
                </h3>
                <p className="text-12 text-ink-2">
                  {text.list([t("common.count.events", { count: events.length }), ...counts])}
                </p>
                {changes.length === 0 ? null : (
                  <p className="no-print flex gap-x-3 text-12">
                    <span className="inline-flex min-h-6 items-center text-ink-3">
                      {t("events.year.changes")}
                    </span>
                    {quarters.map((quarter) => (
                      <Anchor
                        key={quarter}
                        className="link inline-flex min-h-6 min-w-6 items-center"
                        href={quarterHref(year, quarter)}
                        aria-label={t("events.year.quarterOf", {
                          quarter: String(quarter),
                          year: String(year),
                        })}
                      >
                        {t("events.year.quarter", { quarter: String(quarter) })}
                      </Anchor>
                    ))}
                  </p>
                )}
              </header>
              <TimelineRows
                entries={ofYear.flatMap(({ entry }) => entry ?? [])}
                context={context}
              />
            </section>
          );
        },
      )}
    </div>
  );
}
