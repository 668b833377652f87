"use client";

import { useEffect, useId, useState } from "react";
import type { Facet } from "@/lib/query/facets";
import type { FilterChoice, FilterKey, PeriodFilter, RangeFilter } from "@/lib/query/filters";
import { filterLabel } from "@/lib/text/query-words";
import { useText } from "@/lib/text/use-text";
import { isPartialDate } from "@/lib/time/day";

interface RangeEndsProps {
  filter: RangeFilter | PeriodFilter;
  facet: Facet;
  choice: FilterChoice | undefined;
  onChoice: (key: FilterKey, choice: FilterChoice) => void;
}

/** Waits for a pause in typing, so that "2" on the way to "2800" does not empty the list. */
const PAUSE_MS = 500;

/** From and to of a number in its field's unit, or of a partial date. */
export function RangeEnds({ filter, facet: { extent }, choice, onChoice }: RangeEndsProps) {
  const { kind } = filter;
  const text = useText();
  const label = filterLabel(text, filter.key);
  const [from, to] = [choice?.from ?? null, choice?.to ?? null];
  const read = kind === "range" ? readNumberEnd : readPeriodEnd;
  const show = (end: string) => (kind === "range" ? text.number(Number(end)) : end);
  const [noMin, noMax] =
    kind === "range" ? [text.t("query.range.from"), text.t("query.range.to")] : ["2019", "2021-06"];
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
    if (first.end === from && second.end === to) return;
    onChoice(filter.key, { values: choice?.values ?? [], from: first.end, to: second.end });
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
        {input(
          "from",
          extent ? show(extent.min) : noMin,
          text.t("query.range.atLeast", { filter: label }),
        )}
        <span aria-hidden="true" className="text-ink-3">
          –
        </span>
        {input(
          "to",
          extent ? show(extent.max) : noMax,
          text.t("query.range.atMost", { filter: label }),
        )}
      </div>
      {problem === null ? (
        <p id={noteId} className="flex justify-between gap-2 text-12 text-ink-3">
          <span>
            {extent
              ? text.t(
                  "common.range",
                  kind === "range"
                    ? { from: show(extent.min), to: text.value(filter.key, Number(extent.max)) }
                    : { from: text.partialDate(extent.min), to: text.partialDate(extent.max) },
                )
              : null}
          </span>
          <span className="tabular">
            {text.t("query.range.known", { count: text.number(extent?.known ?? 0) })}
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
