"use client";

import { ReadinessBand } from "@/components/charts/readiness-band";
import type { ChangeQuery } from "@/components/query-bar/change-query";
import { cx } from "@/components/ui/cx";
import { shortZoneName } from "@/lib/evidence/short-zone-name";
import { UNKNOWN } from "@/lib/query/filters";
import { type Funnel, type Ladder, listStepsFrom } from "@/lib/query/ladder-funnel";
import type { Query } from "@/lib/query/query";
import {
  isAtRung,
  listActiveConditions,
  withChoice,
  withRung,
  withToggled,
} from "@/lib/query/query-edits";
import { ANNOUNCED_ON } from "@/lib/text/headline";
import type { ExplorerAnswer } from "./explorer-answer";
import { asideWords, type FunnelCell, funnelCells, ladderLabel } from "./funnel-cells";

/** Props of the two funnels. */
export interface FunnelStripProps {
  query: Query;
  answer: ExplorerAnswer;
  onQuery: ChangeQuery;
}

/** The two ladders side by side: how many zones stand at or beyond each rung, how many are unknown, each a filter. */
export function FunnelStrip({ query, answer, onQuery }: FunnelStripProps) {
  return (
    <section aria-label="How far the zones have come" className="explorer-funnels">
      <LadderFunnel
        ladder="legalStatus"
        query={query}
        answer={answer}
        onQuery={onQuery}
        head={headOf(query, answer)}
      />
      <LadderFunnel ladder="status" query={query} answer={answer} onQuery={onQuery} head={null} />
    </section>
  );
}

function headOf(query: Query, { asOf }: ExplorerAnswer) {
  const narrowed = listActiveConditions(query).some((key) => key !== "legalStatus");
  if (narrowed) return { label: "Zones", note: "in this filter" };
  if (query.scope !== "announced") return { label: "Zones", note: "in this scope" };
  return asOf < ANNOUNCED_ON
    ? { label: "Zones", note: "as known then" }
    : { label: "Announced", note: "by the government" };
}

interface LadderFunnelProps extends FunnelStripProps {
  ladder: Ladder;
  head: { label: string; note: string } | null;
}

function LadderFunnel({ ladder, query, answer, onQuery, head }: LadderFunnelProps) {
  const funnel = answer.funnels[ladder];
  const namesAt = (rung: string) => {
    const values = listStepsFrom(ladder, rung);
    return answer.rows
      .filter((row) => values.includes(row.values[ladder] ?? ""))
      .map((row) => shortZoneName(row.values.name ?? row.slug));
  };
  return (
    <div className="min-w-0">
      <div className="flex h-6 items-center gap-x-3 overflow-hidden text-12">
        <h2 className="text-ink-3">{ladderLabel(ladder)}</h2>
        <Asides ladder={ladder} funnel={funnel} query={query} onQuery={onQuery} />
      </div>
      <div className="explorer-funnel-cells">
        {funnelCells(funnel, head, namesAt).map((cell) => (
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

function FunnelButton({
  cell,
  pressed,
  onPress,
}: {
  cell: FunnelCell;
  pressed: boolean;
  onPress: () => void;
}) {
  const { rung, label, short, count, low, high, note, colour } = cell;
  return (
    <button
      type="button"
      aria-pressed={rung === null ? undefined : pressed}
      onClick={onPress}
      className={cx("explorer-funnel-cell group", pressed && "text-accent")}
    >
      <span className="font-medium text-12 group-hover:text-accent">
        <span className="explorer-funnel-label">{label}</span>
        <span aria-hidden="true" className="explorer-funnel-short">
          {short}
        </span>
      </span>
      <span className="figure text-[1.75rem] leading-8.5">{count}</span>
      <ReadinessBand
        value={{ low, high }}
        height={10}
        colour={pressed ? "var(--color-accent)" : colour}
        label=""
      />
      <span className="explorer-funnel-note">{note}</span>
    </button>
  );
}

/** Beside the ladder: stalled, cancelled, suspended; and what is unknown. Each a filter. */
function Asides({
  ladder,
  funnel,
  query,
  onQuery,
}: {
  ladder: Ladder;
  funnel: Funnel;
  query: Query;
  onQuery: ChangeQuery;
}) {
  const asides = asideWords(funnel);
  const all =
    funnel.unknown > 0
      ? [...asides, { value: UNKNOWN, words: `${funnel.unknown} unknown` }]
      : asides;
  return all.map(({ value, words }) => (
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
  ));
}
