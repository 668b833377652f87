import { Figure } from "@/components/charts/figure";
import { Legend } from "@/components/charts/legend";
import { type KeyedMark, MarkIcon } from "@/components/charts/mark";
import { type MarkColumn, MarkColumns } from "@/components/charts/mark-columns";
import { ScrollRegion } from "@/components/ui/scroll-region";
import {
  CHANGE_GROUPS,
  groupEmptyYears,
  type NewsItem,
  type NewsKind,
  type NewsYear,
} from "@/lib/changes/event-timeline";
import { EVENT_KINDS } from "@/lib/evidence/ledger-records";
import type { FigureRow } from "@/lib/formats/figure-csv";
import { upperFirst } from "@/lib/text/first-letter";
import { nameNewsKind } from "@/lib/text/news-summary";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import { CHANGE_TONES, EVENT_MARKS } from "./news-lines";

interface NewsFigureProps {
  years: readonly NewsYear[];
  /** The kinds shown; none: all. */
  kinds: readonly NewsKind[];
  /** Address of the entries of a year. */
  yearHref: (year: number) => string;
  /** What is written under every picture. */
  source: string;
}

/** Events as marks over the years, and the changes of facts as columns below them. */
export function NewsFigure({ years, kinds, yearHref, source }: NewsFigureProps) {
  const text = useText();
  const { t } = text;
  const isShown = (kind: NewsKind) => kinds.length === 0 || kinds.includes(kind);
  const [events, groups] = [EVENT_KINDS.filter(isShown), CHANGE_GROUPS.filter(isShown)];
  const withChanges = groups.length > 0;
  const title = nameFigure(text, years, withChanges);
  const folded = groupEmptyYears(years);
  return (
    <Figure
      title={title}
      name="events-by-year"
      columns={[
        { key: "year", label: t("news.figure.year") },
        ...[...events, ...groups].map((key) => ({
          key,
          label: upperFirst(text, nameNewsKind(text, key)),
          numeric: true,
        })),
      ]}
      rows={years.map(
        (item): FigureRow => ({
          year: String(item.year),
          ...item.counts,
          href: item.items.length === 0 ? undefined : yearHref(item.year),
        }),
      )}
      source={source}
      className="mb-8"
      note={
        <>
          {text.sentences([
            events.length > 0 ? t("news.figure.marks") : "",
            withChanges ? t("news.figure.columns") : "",
            folded.length < years.length ? t("news.figure.folded") : "",
          ])}{" "}
          <span className="no-print">{t("news.figure.open")}</span>
        </>
      }
    >
      <div className="mb-3 grid gap-1">
        {events.length > 0 ? (
          <Legend
            lead={withChanges ? t("news.figure.above") : undefined}
            items={[
              ...events.map((kind) => ({
                key: kind,
                label: upperFirst(text, nameNewsKind(text, kind)),
                swatch: { mark: <MarkIcon {...EVENT_MARKS[kind]} /> },
              })),
              {
                key: "undated",
                label: t("news.figure.undated"),
                swatch: { mark: <MarkIcon shape="circle" tone="ink-3" hollow /> },
              },
            ]}
          />
        ) : null}
        {withChanges ? (
          <Legend
            lead={t("news.figure.below")}
            items={groups.map((group) => ({
              key: group,
              label: upperFirst(text, nameNewsKind(text, group)),
              swatch: { tone: CHANGE_TONES[group] },
            }))}
          />
        ) : null}
      </div>
      <ScrollRegion label={t("news.figure.drawing", { title })} className="chart-scroll pt-1">
        <MarkColumns
          label={title}
          columns={folded.map((ofColumn) => buildColumn(text, ofColumn, withChanges, yearHref))}
          className="min-w-240"
        />
      </ScrollRegion>
    </Figure>
  );
}

/** The finding: the year with the most steps forward; without changes, the one with the most events. */
function nameFigure({ t }: Text, years: readonly NewsYear[], withChanges: boolean): string {
  const countOf = ({ counts, items }: NewsYear) => (withChanges ? counts.progress : items.length);
  const most = years.reduce<NewsYear | null>(
    (best, year) => (best === null || countOf(year) > countOf(best) ? year : best),
    null,
  );
  const count = most === null ? 0 : countOf(most);
  const year = String(most?.year);
  if (count === 0 || most === null) return t("news.figure.title");
  return withChanges
    ? t("news.figure.titleAll", { year, up: count, down: most.counts.setback })
    : t("news.figure.titleEvents", { year, count });
}

/** The column of a year, or of several in which nothing happened. */
function buildColumn(
  { t, number }: Text,
  [item, ...others]: readonly [NewsYear, ...NewsYear[]],
  withChanges: boolean,
  yearHref: (year: number) => string,
): MarkColumn {
  const { items, counts } = item;
  const min = String(item.year);
  const last = others.at(-1);
  const nameYears = (digits: number) =>
    last ? t("news.figure.years", { min, max: String(last.year).slice(-digits) }) : min;
  const changes = CHANGE_GROUPS.reduce((sum, group) => sum + counts[group], 0);
  const named = { year: nameYears(4), events: items.length - changes, changes };
  const column = {
    key: min,
    label: nameYears(2),
    href: items.length === 0 ? null : yearHref(item.year),
    slots: placeMarks(items),
  };
  if (!withChanges) return { ...column, name: t("news.figure.column", named) };
  return {
    ...column,
    name: t("news.figure.columnAll", named),
    below: {
      parts: CHANGE_GROUPS.map((group) => ({
        key: group,
        count: counts[group],
        tone: CHANGE_TONES[group],
      })),
      total: number(changes),
    },
  };
}

/** The marks of the events of a year by quarter, and after them, hollow, those of which only the year is known. */
export function placeMarks(items: readonly NewsItem[]): KeyedMark[][] {
  const undated: KeyedMark[] = [];
  const slots: KeyedMark[][] = [[], [], [], [], undated];
  for (const item of items) {
    if (!("event" in item)) continue;
    const { id, kind, date } = item.event;
    const quarter = Math.floor((Number(date.slice(5, 7)) - 1) / 3);
    const mark = { key: id, ...EVENT_MARKS[kind] };
    const slot = slots[quarter];
    if (slot === undefined) undated.push({ ...mark, hollow: true });
    else slot.push(mark);
  }
  return slots;
}
