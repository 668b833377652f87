"use client";

import { useEffect, useId, useState } from "react";
import type { Facet } from "@/lib/query/facets";
import type { FilterChoice, FilterKey, PeriodFilter, RangeFilter } from "@/lib/query/filters";
import { formatPartialDate } from "@/lib/text/format-date";
import { formatNumber } from "@/lib/text/format-number";
import { rangeFault, readNumberEnd, readPeriodEnd, type TypedEnd } from "@/lib/text/range-text";

interface EndsProps<F> {
  filter: F;
  facet: Facet;
  choice: FilterChoice | undefined;
  onChoice: (key: FilterKey, choice: FilterChoice) => void;
}

/** From and to of a number, in its field's unit. */
export function RangeEnds({ filter, facet, choice, onChoice }: EndsProps<RangeFilter>) {
  const { extent } = facet;
  return (
    <Ends
      kind="range"
      label={`${filter.label}, ${filter.unit}`}
      from={choice?.from ?? null}
      to={choice?.to ?? null}
      hintFrom={extent ? formatNumber(Number(extent.min)) : "from"}
      hintTo={extent ? formatNumber(Number(extent.max)) : "to"}
      unit={filter.unit}
      known={extent?.known ?? 0}
      read={readNumberEnd}
      onEnds={(from, to) => onChoice(filter.key, { values: choice?.values ?? [], from, to })}
    />
  );
}

/** From and to of a partial date. */
export function PeriodEnds({ filter, facet, choice, onChoice }: EndsProps<PeriodFilter>) {
  const { extent } = facet;
  return (
    <Ends
      kind="period"
      label={filter.label}
      from={choice?.from ?? null}
      to={choice?.to ?? null}
      hintFrom={extent ? extent.min : "2019"}
      hintTo={extent ? extent.max : "2021-06"}
      unit={extent ? `${formatPartialDate(extent.min)} to ${formatPartialDate(extent.max)}` : ""}
      known={extent?.known ?? 0}
      read={readPeriodEnd}
      onEnds={(from, to) => onChoice(filter.key, { values: choice?.values ?? [], from, to })}
    />
  );
}

interface TwoEndsProps {
  kind: "range" | "period";
  label: string;
  from: string | null;
  to: string | null;
  hintFrom: string;
  hintTo: string;
  unit: string;
  /** Zones with a value. */
  known: number;
  read: (typed: string) => TypedEnd;
  onEnds: (from: string | null, to: string | null) => void;
}

/** Reading waits for a pause, so that "2" on the way to "2800" does not empty the list. */
const PAUSE_MS = 500;

function Ends(props: TwoEndsProps) {
  const { kind, label, from, to, read, onEnds, known } = props;
  const faultId = useId();
  const [typed, setTyped] = useState<{ from: string; to: string } | null>(null);
  const shown = typed ?? { from: from ?? "", to: to ?? "" };
  const ends = [read(shown.from), read(shown.to)] as const;
  const [first, second] = ends;
  const fault =
    "fault" in first
      ? first.fault
      : "fault" in second
        ? second.fault
        : rangeFault(first.end, second.end, kind);

  function settle() {
    if (typed === null || fault !== null || "fault" in first || "fault" in second) return;
    setTyped(null);
    if (first.end !== from || second.end !== to) onEnds(first.end, second.end);
  }
  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(settle, PAUSE_MS);
    return () => clearTimeout(timer);
  });

  const input = (end: "from" | "to", hint: string, name: string) => (
    <input
      type="text"
      inputMode={kind === "range" ? "decimal" : "numeric"}
      aria-label={`${label}: ${name}`}
      aria-invalid={fault !== null || undefined}
      aria-describedby={fault === null ? undefined : faultId}
      placeholder={hint}
      value={shown[end]}
      onChange={(event) => setTyped({ ...shown, [end]: event.currentTarget.value })}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === "Enter") settle();
      }}
      className="tabular h-7 w-0 min-w-0 flex-1 rounded-2 bg-paper px-2 text-12 shadow-[inset_0_0_0_1px_var(--color-edge)] aria-invalid:shadow-[inset_0_0_0_1.5px_var(--color-rust)] pointer-coarse:h-11 pointer-coarse:text-[1rem]"
    />
  );
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1 pb-1">
      <div className="flex items-center gap-1.5">
        {input("from", props.hintFrom, "at least")}
        <span aria-hidden="true" className="text-ink-3">
          –
        </span>
        {input("to", props.hintTo, "at most")}
      </div>
      {fault === null ? (
        <p className="flex justify-between gap-2 text-11 text-ink-3">
          <span>{props.unit}</span>
          <span className="tabular">{known} known</span>
        </p>
      ) : (
        <p id={faultId} className="text-11 text-rust">
          {fault}
        </p>
      )}
    </div>
  );
}
