"use client";

import { IntervalBar } from "@/components/charts/interval-bar";
import type { ChangeQuery } from "@/components/query-bar/change-query";
import { cx } from "@/components/ui/cx";
import { shortZoneName } from "@/lib/evidence/short-zone-name";
import { UNKNOWN } from "@/lib/query/filters";
import { type Ladder, listStepsFrom } from "@/lib/query/ladder-funnel";
import type { Query } from "@/lib/query/query";
import {
  isAtRung,
  listActiveConditions,
  withChoice,
  withRung,
  withToggled,
} from "@/lib/query/query-edits";
import { ANNOUNCED_ON } from "@/lib/query/scope";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import type { ExplorerAnswer } from "./explorer-answer";
import { buildFunnelCells, type FunnelCell, type FunnelHead, listAsides } from "./funnel-cells";

interface FunnelStripProps {
  query: Query;
  answer: ExplorerAnswer;
  onQuery: ChangeQuery;
}

/** The two ladders side by side: how many zones are at or beyond each rung and how many are unknown. Each figure is a filter. */
export function FunnelStrip({ query, answer, onQuery }: FunnelStripProps) {
  const text = useText();
  return (
    <section aria-label={text.t("explorer.funnel.title")} className="funnels">
      <LadderFunnel
        ladder="legalStatus"
        query={query}
        answer={answer}
        onQuery={onQuery}
        head={describeHead(text, query, answer)}
      />
      <LadderFunnel ladder="status" query={query} answer={answer} onQuery={onQuery} head={null} />
    </section>
  );
}

function describeHead({ t }: Text, query: Query, { asOf }: ExplorerAnswer): FunnelHead {
  const zones = t("explorer.funnel.zones");
  const isFiltered = listActiveConditions(query).some((key) => key !== "legalStatus");
  if (isFiltered) return { label: zones, note: t("explorer.funnel.matching") };
  if (query.scope !== "announced") return { label: zones, note: t("explorer.funnel.inScope") };
  return asOf < ANNOUNCED_ON
    ? { label: zones, note: t("explorer.funnel.then") }
    : { label: t("explorer.funnel.announced"), note: t("explorer.funnel.byGovernment") };
}

interface LadderFunnelProps extends FunnelStripProps {
  ladder: Ladder;
  head: FunnelHead | null;
}

function LadderFunnel({ ladder, query, answer, onQuery, head }: LadderFunnelProps) {
  const text = useText();
  const namesAt = (rung: string) => {
    const values = listStepsFrom(ladder, rung);
    return answer.rows
      .filter((row) => values.includes(row.values[ladder] ?? ""))
      .map((row) => shortZoneName(row.values.name ?? row.slug));
  };
  return (
    <div className="min-w-0">
      <div className="flex h-6 items-center gap-x-3 overflow-hidden text-12">
        <h2 className="text-ink-3">{text.fieldLabel(ladder)}</h2>
        <Asides ladder={ladder} query={query} answer={answer} onQuery={onQuery} />
      </div>
      <div className="funnel-cells">
        {buildFunnelCells(text, answer.funnels[ladder], head, namesAt).map((cell) => (
          <FunnelButton
            key={cell.rung ?? "all"}
            cell={cell}
            pressed={cell.rung !== null && isAtRung(query, ladder, cell.rung)}
            onPress={() =>
              onQuery((now) =>
                cell.rung === null
                  ? withChoice(now, ladder, null)
                  : withRung(now, ladder, cell.rung),
              )
            }
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
  const { rung, label, short, count, low, high, note, colour } = cell;
  const isLong = label.length > LONG_LABEL || undefined;
  return (
    <button
      type="button"
      aria-pressed={rung === null ? undefined : pressed}
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
          className="hidden @max-[6.15rem]:inline data-long:@max-[7.75rem]:inline"
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
      <span className="wrap-break-word pt-1 text-11 text-ink-3">{note}</span>
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
          "min-h-6 text-11 text-ink-3 hover:text-accent hover:underline aria-pressed:font-medium aria-pressed:text-accent",
          value === UNKNOWN && "italic",
        )}
      >
        {words}
      </button>
    ),
  );
}
