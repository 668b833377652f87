"use client";

import { IntervalBar } from "@/components/charts/interval-bar";
import type { ChangeQuery } from "@/components/query-bar/facet";
import { cx } from "@/components/ui/cx";
import { UNKNOWN } from "@/lib/query/filters";
import type { Funnel } from "@/lib/query/ladder-funnel";
import type { Query } from "@/lib/query/query";
import { isAtRung, withRung, withToggled } from "@/lib/query/query-edits";
import type { Standing } from "@/lib/readiness/standing";
import { lowerFirst } from "@/lib/text/first-letter";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import type { ExplorerAnswer } from "./explorer-answer";

interface FunnelStripProps {
  query: Query;
  answer: ExplorerAnswer;
  onQuery: ChangeQuery;
}

/**
 * How many zones are at or beyond each step of legal status, and how many of each standing. Each figure is a filter, and counts
 * the zones of all filters but its own.
 */
export function FunnelStrip({ query, answer: { funnel, facets }, onQuery }: FunnelStripProps) {
  const text = useText();
  const legalStatus = buildFunnelCells(text, funnel);
  const chosen = query.filters.standing?.values ?? [];
  return (
    <section
      aria-label={text.t("explorer.funnel.title")}
      className="grid grid-cols-[minmax(0,3fr)_minmax(0,4fr)] gap-x-6 max-[45rem]:grid-cols-[minmax(0,1fr)] max-[45rem]:gap-y-2.5 max-[60rem]:relative max-[60rem]:z-4 max-[60rem]:order-4 max-[60rem]:border-line max-[60rem]:border-b max-[60rem]:bg-paper max-[60rem]:px-4 max-[60rem]:pb-3 min-[75rem]:[grid-area:1/2/span_2]"
    >
      <Figures
        {...{ query, onQuery }}
        filter="legalStatus"
        title={text.fieldLabel("legalStatus")}
        note={legalStatus.find(({ key }) => key === "approved")?.note}
        cells={legalStatus}
        asides={[...listAsides(text, funnel), ...listUnknown(text, funnel.unknown)]}
        isChosen={(key) => isAtRung(query, "legalStatus", key)}
        choose={(now, key) => withRung(now, "legalStatus", key)}
      />
      <Figures
        {...{ query, onQuery }}
        filter="standing"
        title={text.t("query.filter.standing")}
        {...buildStandingCells(text, facets.filters.standing?.counts ?? {})}
        isChosen={(key) => chosen.includes(key)}
        choose={(now, key) => withToggled(now, "standing", key)}
      />
    </section>
  );
}

interface FiguresProps extends Pick<FunnelStripProps, "query" | "onQuery"> {
  title: string;
  filter: "legalStatus" | "standing";
  /** What the outlined part of a bar is, beside the title. */
  note?: string | undefined;
  cells: readonly FunnelCell[];
  /** Values that are only words beside the title. Each is a filter. */
  asides: readonly Aside[];
  isChosen: (key: string) => boolean;
  choose: (now: Query, key: string) => Query;
}

/** A value of a filter with its count in words. */
interface Aside {
  readonly value: string;
  readonly words: string;
}

/** Figures under a title. */
function Figures(props: FiguresProps) {
  const { title, filter, query, onQuery, note, cells, asides, isChosen, choose } = props;
  const { t } = useText();
  const choice = query.filters[filter];
  return (
    <div className="min-w-0">
      <div className="flex min-h-6 flex-wrap items-center gap-x-3 text-12 *:whitespace-nowrap sm:h-6 sm:overflow-hidden">
        <h2 className="text-ink-3">{title}</h2>
        {choice ? <span className="text-ink-3">{t("explorer.funnel.withoutFilter")}</span> : null}
        <span aria-hidden="true" className="text-ink-3 italic empty:hidden">
          {note}
        </span>
        {asides.map(({ value, words }) => (
          <button
            key={value}
            type="button"
            aria-pressed={choice?.values.includes(value) ?? false}
            onClick={() => onQuery((now) => withToggled(now, filter, value))}
            className={cx(
              "min-h-6 text-12 text-ink-3 hover:text-accent hover:underline aria-pressed:font-medium aria-pressed:text-accent",
              value === UNKNOWN && "italic",
            )}
          >
            {words}
          </button>
        ))}
      </div>
      <div className="grid auto-cols-fr grid-flow-col gap-x-2.5 max-[22rem]:grid-flow-row max-[22rem]:grid-cols-2 max-[22rem]:gap-y-2">
        {cells.map((cell) => (
          <FunnelButton
            key={cell.key}
            cell={cell}
            pressed={isChosen(cell.key)}
            onPress={() => onQuery((now) => choose(now, cell.key))}
          />
        ))}
      </div>
    </div>
  );
}

/** Characters above which a label needs a wider cell; in a narrower one the short label shows. */
const LONG_LABEL = 16;

function FunnelButton({
  cell,
  pressed,
  onPress,
}: {
  cell: FunnelCell;
  pressed: boolean;
  onPress: () => void;
}) {
  const text = useText();
  const { label, short, count, low, high, note, colour } = cell;
  const isLong = label.length > LONG_LABEL || undefined;
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onPress}
      className={cx(
        "group @container flex min-w-0 flex-col items-stretch rounded-1 text-start",
        pressed && "text-accent",
      )}
    >
      <span className="font-medium text-12 group-hover:text-accent">
        <span
          data-long={isLong}
          className="block truncate @max-[6.7rem]:sr-only data-long:@max-[8.45rem]:sr-only"
        >
          {label}
        </span>
        <span
          aria-hidden="true"
          data-long={isLong}
          className="hidden truncate @max-[6.7rem]:block data-long:@max-[8.45rem]:block"
        >
          {short}
        </span>
      </span>
      <span className="figure text-[1.75rem] leading-8.5">{text.number(count)}</span>
      <IntervalBar
        low={low}
        high={high}
        size={10}
        colour={pressed ? "var(--color-accent)" : colour}
      />
      <span className="sr-only">{note}</span>
    </button>
  );
}

/** One figure. */
interface FunnelCell {
  /** The step or standing that a press filters by. */
  readonly key: string;
  readonly label: string;
  /** The label where there is little room. */
  readonly short: string;
  readonly count: number;
  /** Shares of the zones, 0–100: those that are counted, and the same if every unknown were. */
  readonly low: number;
  readonly high: number;
  /** What the outlined part of the bar is, read aloud; the line above the figures shows it. */
  readonly note: string;
  /** Colour of the bar, a CSS colour. */
  readonly colour?: string;
}

/** Steps of legal status that are shown. Nearly every zone has passed the lower ones, so they are only among the filters. */
const SHOWN: readonly string[] = ["approved", "notified", "developer-bound"];

/** The figures of the ladder of legal status, in order. */
export function buildFunnelCells(text: Text, { rungs, total, unknown }: Funnel): FunnelCell[] {
  const share = (count: number) => (total === 0 ? 0 : (100 * count) / total);
  return SHOWN.map((key): FunnelCell => {
    const count = rungs.find(({ value }) => value === key)?.reached ?? 0;
    // A zone that is known not to have an approval is still a candidate for one.
    const open = key === "approved" ? total - count : unknown;
    const label = text.termLabel("legalStatus", key);
    return {
      key,
      // It has a name of its own where it means "at or beyond".
      ...(key === "developer-bound"
        ? {
            label: text.t("explorer.funnel.rung.developer-bound.label"),
            short: text.t("explorer.funnel.rung.developer-bound.short"),
          }
        : { label, short: label }),
      count,
      low: share(count),
      high: share(count + open),
      note:
        open === 0
          ? ""
          : text.t(
              key === "approved" ? "explorer.funnel.notConfirmed" : "explorer.funnel.unknown",
              { count: text.number(open) },
            ),
    };
  });
}

/** Zones outside the order of legal status: "1 suspended"; empty where there are none. */
function listAsides(text: Text, { asides }: Funnel): Aside[] {
  return asides
    .filter(({ reached }) => reached > 0)
    .map(({ value, reached }) => ({
      value,
      words: describeAside(text, reached, text.termLabel("legalStatus", value)),
    }));
}

function describeAside(text: Text, count: number, label: string): string {
  return text.t("explorer.funnel.aside", {
    count: text.number(count),
    status: lowerFirst(text, label),
  });
}

function listUnknown({ t, number }: Text, count: number): Aside[] {
  return count === 0
    ? []
    : [{ value: UNKNOWN, words: t("explorer.funnel.unknown", { count: number(count) }) }];
}

/** Standings that are figures, with the colours of their bars; the others are words beside the title. */
const FIGURES = {
  running: "var(--color-ramp-4)",
  "reported-running": "var(--color-ramp-3)",
  "being-built": "var(--color-ramp-2)",
  "not-started": "var(--color-ramp-1)",
} as const satisfies Partial<Record<Standing, string>>;

/** The figures of the standings, furthest first, and what is beside them. */
export function buildStandingCells(
  text: Text,
  counts: Readonly<Record<string, number>>,
): { readonly cells: readonly FunnelCell[]; readonly asides: readonly Aside[] } {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const share = (count: number) => (total === 0 ? 0 : (100 * count) / total);
  const unknown = counts.unknown ?? 0;
  const stopped = counts.stopped ?? 0;
  const standings = Object.keys(FIGURES) as (keyof typeof FIGURES)[];
  return {
    cells: standings.map((key): FunnelCell => {
      const count = counts[key] ?? 0;
      const label = text.t(`query.standing.${key}`);
      return {
        key,
        label,
        short: key === "reported-running" ? text.t("explorer.funnel.reportedRunning") : label,
        count,
        low: share(count),
        high: share(count + unknown),
        note: unknown > 0 ? text.t("explorer.funnel.unknown", { count: text.number(unknown) }) : "",
        colour: FIGURES[key],
      };
    }),
    asides: [
      ...(stopped === 0
        ? []
        : [
            {
              value: "stopped",
              words: describeAside(text, stopped, text.t("query.standing.stopped")),
            },
          ]),
      ...listUnknown(text, unknown),
    ],
  };
}
