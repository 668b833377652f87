"use client";

import { useEffect, useId, useState } from "react";
import type { Facet } from "@/lib/query/facets";
import type { FilterChoice, FilterKey, PeriodFilter, RangeFilter } from "@/lib/query/filters";
import { filterLabel } from "@/lib/text/query-words";
import { useText } from "@/lib/text/use-text";
import { isPartialDate } from "@/lib/time/day";

interface EndsProps<F> {
  filter: F;
  facet: Facet;
  choice: FilterChoice | undefined;
  onChoice: (key: FilterKey, choice: FilterChoice) => void;
}

/** From and to of a number, in its field's unit. */
export function RangeEnds({ filter, facet, choice, onChoice }: EndsProps<RangeFilter>) {
  const text = useText();
  const { extent } = facet;
  return (
    <Ends
      kind="range"
      label={filterLabel(text, filter.key)}
      from={choice?.from ?? null}
      to={choice?.to ?? null}
      hintFrom={extent ? text.number(Number(extent.min)) : text.t("query.range.from")}
      hintTo={extent ? text.number(Number(extent.max)) : text.t("query.range.to")}
      extent={
        extent
          ? text.t("common.range", {
              from: text.number(Number(extent.min)),
              to: text.value(filter.key, Number(extent.max)),
            })
          : null
      }
      known={extent?.known ?? 0}
      read={readNumberEnd}
      onEnds={(from, to) => onChoice(filter.key, { values: choice?.values ?? [], from, to })}
    />
  );
}

/** From and to of a partial date. */
export function PeriodEnds({ filter, facet, choice, onChoice }: EndsProps<PeriodFilter>) {
  const text = useText();
  const { extent } = facet;
  return (
    <Ends
      kind="period"
      label={filterLabel(text, filter.key)}
      from={choice?.from ?? null}
      to={choice?.to ?? null}
      hintFrom={extent ? extent.min : "2019"}
      hintTo={extent ? extent.max : "2021-06"}
      extent={
        extent
          ? text.t("common.range", {
              from: text.partialDate(extent.min),
              to: text.partialDate(extent.max),
            })
          : null
      }
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
  /** Least and greatest known value, in words; null where none is known. */
  extent: string | null;
  /** Zones with a known value. */
  known: number;
  read: (typed: string) => TypedEnd;
  onEnds: (from: string | null, to: string | null) => void;
}

/** Waits for a pause in typing, so that "2" on the way to "2800" does not empty the list. */
const PAUSE_MS = 500;

function Ends(props: TwoEndsProps) {
  const { kind, label, from, to, extent, read, onEnds, known } = props;
  const text = useText();
  const noteId = useId();
  const [typed, setTyped] = useState<{ from: string; to: string } | null>(null);
  const shown = typed ?? { from: from ?? "", to: to ?? "" };
  const [first, second] = [read(shown.from), read(shown.to)];
  const problem =
    "problem" in first
      ? first.problem
      : "problem" in second
        ? second.problem
        : rangeProblem(first.end, second.end, kind);

  function apply() {
    if (typed === null || problem !== null || "problem" in first || "problem" in second) return;
    setTyped(null);
    if (first.end !== from || second.end !== to) onEnds(first.end, second.end);
  }
  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(apply, PAUSE_MS);
    return () => clearTimeout(timer);
  });

  const input = (end: "from" | "to", hint: string, name: string) => (
    <input
      type="text"
      inputMode={kind === "range" ? "decimal" : "numeric"}
      aria-label={name}
      aria-invalid={problem !== null || undefined}
      aria-describedby={noteId}
      placeholder={hint}
      value={shown[end]}
      onChange={(event) => setTyped({ ...shown, [end]: event.currentTarget.value })}
      onBlur={apply}
      onKeyDown={(event) => {
        if (event.key === "Enter") apply();
      }}
      className="tabular h-7 w-0 min-w-0 flex-1 rounded-2 bg-paper px-2 text-12 shadow-[inset_0_0_0_1px_var(--color-edge)] aria-invalid:shadow-[inset_0_0_0_1.5px_var(--color-rust)] pointer-coarse:h-11 pointer-coarse:text-[1rem]"
    />
  );
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1 pb-1">
      <div className="flex items-center gap-1.5">
        {input("from", props.hintFrom, text.t("query.range.atLeast", { filter: label }))}
        <span aria-hidden="true" className="text-ink-3">
          –
        </span>
        {input("to", props.hintTo, text.t("query.range.atMost", { filter: label }))}
      </div>
      {problem === null ? (
        <p id={noteId} className="flex justify-between gap-2 text-12 text-ink-3">
          <span>{extent}</span>
          <span className="tabular">
            {text.t("query.range.known", { count: text.number(known) })}
          </span>
        </p>
      ) : (
        <p id={noteId} className="text-12 text-rust">
          {text.t(`query.range.${problem}`)}
        </p>
      )}
    </div>
  );
}

/** Why the ends of a range cannot be used; the key of its message. */
type RangeProblem = "notANumber" | "notADate" | "backwards";

/** One end of a range as typed: its value (null: no limit), or why it cannot be read. */
type TypedEnd = { readonly end: string | null } | { readonly problem: RangeProblem };

/** Reads a number as people type it, with or without commas between thousands. */
export function readNumberEnd(typed: string): TypedEnd {
  const digits = typed.replaceAll(/[\s,]/g, "");
  if (digits === "") return { end: null };
  return /^-?\d+(\.\d+)?$/.test(digits)
    ? { end: String(Number(digits)) }
    : { problem: "notANumber" };
}

/** Reads a year, a month or a day as people type it: 2020, 2020-10, 2020-10-07. */
export function readPeriodEnd(typed: string): TypedEnd {
  const date = typed.trim().replaceAll("/", "-");
  if (date === "") return { end: null };
  return isPartialDate(date) ? { end: date } : { problem: "notADate" };
}

/** What is wrong with two ends together; null where nothing is. */
export function rangeProblem(
  from: string | null,
  to: string | null,
  kind: "range" | "period",
): RangeProblem | null {
  if (from === null || to === null) return null;
  // A period may end in the year or month in which it starts: 2020-10 to 2020.
  const isBackwards = kind === "range" ? Number(from) > Number(to) : from > `${to}~`;
  return isBackwards ? "backwards" : null;
}
