"use client";

import type { ChangeQuery } from "@/components/query-bar/change-query";
import type { Query, SortTerm } from "@/lib/query/query";
import { type ColumnKey, getColumn } from "./columns";

interface Choice {
  readonly term: SortTerm;
  readonly label: string;
}

/** How the list is sorted, where it has no heads to press. */
export function SortSelect({
  query,
  columns,
  onQuery,
}: {
  query: Query;
  columns: readonly ColumnKey[];
  onQuery: ChangeQuery;
}) {
  const [first] = query.sort;
  const choices = withPresent(choicesOf(columns), first);
  const value = first ? codeOf(first) : "";
  return (
    <label className="explorer-sort">
      <span className="sr-only">Sort by</span>
      <select
        value={value}
        onChange={(event) => {
          const chosen = choices.find(({ term }) => codeOf(term) === event.currentTarget.value);
          if (chosen) onQuery((now) => ({ ...now, sort: [chosen.term] }));
        }}
        className="h-(--control) rounded-2 bg-paper px-2 font-medium shadow-[inset_0_0_0_1px_var(--color-line-2)] hover:shadow-[inset_0_0_0_1px_var(--color-edge)]"
      >
        {choices.map(({ term, label }) => (
          <option key={codeOf(term)} value={codeOf(term)}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

function choicesOf(columns: readonly ColumnKey[]): Choice[] {
  return [
    { term: { key: "name", descending: false }, label: "Name, A to Z" },
    ...columns.flatMap((key): Choice[] => {
      const { short, sort, descendingFirst } = getColumn(key);
      const [most, least] = descendingFirst ? ["most first", "least first"] : ["Z to A", "A to Z"];
      return [
        {
          term: { key: sort, descending: descendingFirst },
          label: `${short}, ${descendingFirst ? most : least}`,
        },
        {
          term: { key: sort, descending: !descendingFirst },
          label: `${short}, ${descendingFirst ? least : most}`,
        },
      ];
    }),
  ];
}

/** The present sort is always among the choices, whatever columns are shown. */
function withPresent(choices: readonly Choice[], present: SortTerm | undefined): readonly Choice[] {
  if (!present || choices.some(({ term }) => codeOf(term) === codeOf(present))) return choices;
  return [{ term: present, label: "As it is now" }, ...choices];
}

function codeOf({ key, descending }: SortTerm): string {
  return descending ? `-${key}` : key;
}
