"use client";

import { IntervalBar } from "@/components/charts/interval-bar";
import type { ChangeQuery } from "@/components/query-bar/facet";
import { cx } from "@/components/ui/cx";
import { UNKNOWN } from "@/lib/query/filters";
import type { Funnel, Ladder } from "@/lib/query/ladder-funnel";
import type { Query } from "@/lib/query/query";
import { isAtRung, withRung, withToggled } from "@/lib/query/query-edits";
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
 * The two ladders side by side: how many zones are at or beyond each rung and how many are unknown. Each figure is a filter, and a
 * ladder counts the zones of all filters but its own.
 */
export function FunnelStrip({ query, answer, onQuery }: FunnelStripProps) {
  const text = useText();
  return (
    <section aria-label={text.t("explorer.funnel.title")} className="funnels">
      <LadderFunnel ladder="legalStatus" query={query} answer={answer} onQuery={onQuery} />
      <LadderFunnel ladder="status" query={query} answer={answer} onQuery={onQuery} />
    </section>
  );
}

interface LadderFunnelProps extends FunnelStripProps {
  ladder: Ladder;
}

function LadderFunnel({ ladder, query, answer, onQuery }: LadderFunnelProps) {
  const text = useText();
  const cells = buildFunnelCells(text, answer.funnels[ladder]);
  return (
    <div className="min-w-0">
      <div className="flex h-6 items-center gap-x-3 overflow-hidden text-12">
        <h2 className="text-ink-3">{text.fieldLabel(ladder)}</h2>
        {query.filters[ladder] ? (
          <span className="text-ink-3">{text.t("explorer.funnel.withoutFilter")}</span>
        ) : null}
        <span aria-hidden="true" className="text-ink-3 italic empty:hidden">
          {cells.find(({ rung }) => isApproval(ladder, rung))?.note}
        </span>
        <Asides ladder={ladder} query={query} answer={answer} onQuery={onQuery} />
      </div>
      <div className="funnel-cells">
        {cells.map((cell) => (
          <FunnelButton
            key={cell.rung}
            cell={cell}
            pressed={isAtRung(query, ladder, cell.rung)}
            onPress={() => onQuery((now) => withRung(now, ladder, cell.rung))}
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
          className="block truncate @max-[6.15rem]:sr-only data-long:@max-[7.75rem]:sr-only"
        >
          {label}
        </span>
        <span
          aria-hidden="true"
          data-long={isLong}
          className="hidden truncate @max-[6.15rem]:block data-long:@max-[7.75rem]:block"
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

/** Zones that are stalled, cancelled or suspended, and those that are unknown. Each is a filter. */
function Asides({ ladder, query, answer, onQuery }: FunnelStripProps & { ladder: Ladder }) {
  const text = useText();
  const funnel = answer.funnels[ladder];
  const unknown = {
    value: UNKNOWN,
    words: text.t("explorer.funnel.unknown", { count: text.number(funnel.unknown) }),
  };
  return [...listAsides(text, funnel), ...(funnel.unknown > 0 ? [unknown] : [])].map(
    ({ value, words }) => (
      <button
        key={value}
        type="button"
        aria-pressed={query.filters[ladder]?.values.includes(value) ?? false}
        onClick={() => onQuery((now) => withToggled(now, ladder, value))}
        className={cx(
          "min-h-6 text-12 text-ink-3 hover:text-accent hover:underline aria-pressed:font-medium aria-pressed:text-accent",
          value === UNKNOWN && "italic",
        )}
      >
        {words}
      </button>
    ),
  );
}

/** One figure of a funnel. */
interface FunnelCell {
  /** The rung that a press filters by. */
  readonly rung: string;
  readonly label: string;
  /** The label where there is little room. */
  readonly short: string;
  readonly count: number;
  /** Shares of the funnel, 0–100: at or beyond the rung, and the same if every unknown were. */
  readonly low: number;
  readonly high: number;
  /** What the outlined part of the bar is, read aloud; the line above the figures shows it. */
  readonly note: string;
  /** Colour of the bar, a CSS colour. */
  readonly colour?: string;
}

/** Rungs shown of each ladder. Nearly every zone has passed the lower ones, so they are only among the filters. */
const SHOWN: Readonly<Record<Ladder, readonly string[]>> = {
  legalStatus: ["approved", "notified", "developer-bound"],
  status: ["under-development", "serviced", "partially-operational", "operational"],
};

/** Rungs with a name of their own where it means "at or beyond". */
const RENAMED = ["under-development", "partially-operational", "developer-bound"] as const;

const COLOURS: Readonly<Record<string, string>> = {
  "under-development": "var(--color-ramp-2)",
  serviced: "var(--color-ramp-2)",
  "partially-operational": "var(--color-ramp-3)",
  operational: "var(--color-ramp-4)",
};

/** The figures of a funnel, in order. */
export function buildFunnelCells(text: Text, funnel: Funnel): FunnelCell[] {
  const { ladder, total, unknown } = funnel;
  const share = (count: number) => (total === 0 ? 0 : (100 * count) / total);
  return SHOWN[ladder].map((rung): FunnelCell => {
    const count = funnel.rungs.find(({ value }) => value === rung)?.reached ?? 0;
    // A zone that is known not to have an approval is still a candidate for one.
    const open = isApproval(ladder, rung) ? total - count : unknown;
    return {
      rung,
      ...rungLabels(text, ladder, rung),
      count,
      low: share(count),
      high: share(count + open),
      note: open > 0 ? writeOpen(text, ladder, rung, open) : "",
      colour: COLOURS[rung],
    };
  });
}

function isApproval(ladder: Ladder, rung: string): boolean {
  return ladder === "legalStatus" && rung === "approved";
}

function rungLabels(text: Text, ladder: Ladder, rung: string): Pick<FunnelCell, "label" | "short"> {
  const renamed = RENAMED.find((name) => name === rung);
  if (renamed) {
    return {
      label: text.t(`explorer.funnel.rung.${renamed}.label`),
      short: text.t(`explorer.funnel.rung.${renamed}.short`),
    };
  }
  const label = text.termLabel(ladder, rung);
  return { label, short: label };
}

function writeOpen({ t, number }: Text, ladder: Ladder, rung: string, open: number): string {
  const count = number(open);
  return isApproval(ladder, rung)
    ? t("explorer.funnel.notConfirmed", { count })
    : t("explorer.funnel.unknown", { count });
}

/** Zones outside the order of a ladder: "1 stalled"; empty where there are none. */
function listAsides(text: Text, funnel: Funnel): { value: string; words: string }[] {
  return funnel.asides
    .filter(({ reached }) => reached > 0)
    .map(({ value, reached }) => ({
      value,
      words: text.t("explorer.funnel.aside", {
        count: text.number(reached),
        status: lowerFirst(text, text.termLabel(funnel.ladder, value)),
      }),
    }));
}
