"use client";

import { useId } from "react";
import { readSort } from "@/lib/query/param-readers";
import type { SortTerm } from "@/lib/query/query";
import type { ChangeLive } from "./use-readiness-address";

const CHOICES = [
  ["-readiness", "Floor, highest first"],
  ["-readinessHigh", "Ceiling, highest first"],
  ["readinessHigh", "Ceiling, lowest first"],
  ["-coverage", "Known, most first"],
  ["coverage", "Known, least first"],
  ["name", "Name, A to Z"],
  ["province,-readiness", "Province, then floor"],
  ["-status,-readiness", "On the ground, then floor"],
] as const;

/** Props of the choice of a sort. */
export interface RankingSortProps {
  sort: readonly SortTerm[];
  /** The address's other parameters, for a form that works without scripts. */
  others: readonly (readonly [string, string])[];
  onChange: ChangeLive;
}

/** How the ranking is sorted; places stay by the floor. */
export function RankingSort({ sort, others, onChange }: RankingSortProps) {
  const id = useId();
  const value = sort.map(({ key, descending }) => (descending ? `-${key}` : key)).join(",");
  return (
    <form method="get" className="no-print mb-2 flex items-center gap-2">
      {others.map(([name, text]) => (
        <input key={name} type="hidden" name={name} value={text} />
      ))}
      <label htmlFor={id} className="text-12 text-ink-2">
        Sorted by
      </label>
      <select
        id={id}
        name="sort"
        value={value}
        onChange={(event) => {
          const read = readSort(event.currentTarget.value);
          if ("value" in read) onChange({ sort: read.value });
        }}
        className="h-(--control) rounded-2 bg-paper px-2 font-medium shadow-[inset_0_0_0_1px_var(--color-line-2)] hover:shadow-[inset_0_0_0_1px_var(--color-edge)]"
      >
        {CHOICES.some(([code]) => code === value) ? null : (
          <option value={value}>As in the address</option>
        )}
        {CHOICES.map(([code, label]) => (
          <option key={code} value={code}>
            {label}
          </option>
        ))}
      </select>
      <noscript>
        <button type="submit" className="link">
          Sort
        </button>
      </noscript>
    </form>
  );
}
