import { Figure } from "@/components/charts/figure";
import { Legend } from "@/components/charts/legend";
import { type KeyedMark, MarkIcon } from "@/components/charts/mark";
import { type MarkColumn, MarkColumns } from "@/components/charts/mark-columns";
import { ScrollRegion } from "@/components/ui/scroll-region";
import {
  CHANGE_GROUPS,
  groupEmptyYears,
  isEmptyYear,
  type TimelineYear,
} from "@/lib/changes/event-timeline";
import { EVENT_KINDS, type Event, type EventKind } from "@/lib/evidence/ledger-records";
import type { FigureRow } from "@/lib/formats/figure-csv";
import { upperFirst } from "@/lib/text/first-letter";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import { CHANGE_TONES, EVENT_MARKS } from "./event-looks";

interface EventsFigureProps {
  years: readonly TimelineYear[];
  /** The kinds of event shown, without changes; none: all events and changes. */
  kinds: readonly EventKind[];
  /** Address of the entries of a year. */
  yearHref: (year: number) => string;
  /** What is written under every picture. */
  source: string;
}

/** Events as marks over the years, and the changes of facts as columns below them. */
export function EventsFigure({ years, kinds, yearHref, source }: EventsFigureProps) {
  const text = useText();
  const { t } = text;
  const withChanges = kinds.length === 0;
  const title = t(withChanges ? "events.figure.titleAll" : "events.figure.titleEvents");
  const folded = groupEmptyYears(years);
  const eventColumns = EVENT_KINDS.map((kind) => ({
    key: kind,
    label: t(`ledger.eventKind.${kind}`),
    numeric: true,
  }));
  const changeColumns = CHANGE_GROUPS.map((group) => ({
    key: group,
    label: t(`events.group.${group}`),
    numeric: true,
  }));
  return (
    <Figure
      title={title}
      name="events-by-year"
      columns={[
        { key: "year", label: t("events.figure.year") },
        ...eventColumns,
        ...(withChanges ? changeColumns : []),
      ]}
      rows={years.map(
        (item): FigureRow => ({
          year: String(item.year),
          ...item.eventCounts,
          ...item.changeCounts,
          href: isEmptyYear(item) ? undefined : yearHref(item.year),
        }),
      )}
      source={source}
      className="mb-8"
      note={
        <>
          {text.sentences([
            t("events.figure.marks"),
            withChanges ? t("events.figure.columns") : "",
            folded.length < years.length ? t("events.figure.folded") : "",
          ])}{" "}
          <span className="no-print">{t("events.figure.open")}</span>
        </>
      }
    >
      <div className="mb-3 grid gap-1">
        <Legend
          lead={withChanges ? t("events.figure.above") : undefined}
          items={(withChanges ? EVENT_KINDS : kinds).map((kind) => ({
            key: kind,
            label: upperFirst(text, t(`ledger.eventKind.${kind}`)),
            swatch: { mark: <MarkIcon {...EVENT_MARKS[kind]} /> },
          }))}
        />
        {withChanges ? (
          <Legend
            lead={t("events.figure.below")}
            items={CHANGE_GROUPS.map((group) => ({
              key: group,
              label: t(`events.group.${group}`),
              swatch: { tone: CHANGE_TONES[group] },
            }))}
          />
        ) : null}
      </div>
      <ScrollRegion label={t("events.figure.drawing", { title })} className="chart-scroll pt-1">
        <MarkColumns
          label={title}
          columns={folded.map((ofColumn) => buildColumn(text, ofColumn, withChanges, yearHref))}
          className="min-w-240"
        />
      </ScrollRegion>
    </Figure>
  );
}

/** The column of a year, or of several without entries. */
function buildColumn(
  { t, number }: Text,
  [item, ...others]: readonly [TimelineYear, ...TimelineYear[]],
  withChanges: boolean,
  yearHref: (year: number) => string,
): MarkColumn {
  const { events, changes, changeCounts } = item;
  const min = String(item.year);
  const last = others.at(-1);
  const nameYears = (digits: number) =>
    last ? t("events.figure.years", { min, max: String(last.year).slice(-digits) }) : min;
  const counts = { year: nameYears(4), events: events.length };
  const column = {
    key: min,
    label: nameYears(2),
    href: isEmptyYear(item) ? null : yearHref(item.year),
    ...placeMarks(events),
  };
  if (!withChanges) return { ...column, name: t("events.figure.column", counts) };
  return {
    ...column,
    name: t("events.figure.columnAll", { ...counts, changes: changes.length }),
    below: {
      parts: CHANGE_GROUPS.map((group) => ({
        key: group,
        count: changeCounts[group],
        tone: CHANGE_TONES[group],
      })),
      total: number(changes.length),
    },
  };
}

/** The marks of a year by quarter, and those of events of which only the year is known. */
export function placeMarks(events: readonly Event[]): Pick<MarkColumn, "slots" | "vague"> {
  const slots: KeyedMark[][] = [[], [], [], []];
  const vague: KeyedMark[] = [];
  for (const { id, kind, date } of events) {
    const quarter = Math.floor((Number(date.slice(5, 7)) - 1) / 3);
    (slots[quarter] ?? vague).push({ key: id, ...EVENT_MARKS[kind] });
  }
  return { slots, vague };
}
