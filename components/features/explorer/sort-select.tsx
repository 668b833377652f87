"use client";

import { memo } from "react";
import type { ChangeQuery } from "@/components/query-bar/facet";
import type { Query, SortTerm } from "@/lib/query/query";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import { type ColumnKey, columnShort, getColumn } from "./columns";

interface SortOption {
  readonly term: SortTerm;
  readonly label: string;
}

/** The sort of the list as a menu, for phones, where the table has no heads to press. */
export const SortSelect = memo(function SortSelect({
  sort,
  columns,
  onQuery,
}: {
  sort: Query["sort"];
  columns: readonly ColumnKey[];
  onQuery: ChangeQuery;
}) {
  const text = useText();
  const [first] = sort;
  const options = withCurrent(text, listOptions(text, columns), first);
  return (
    <label className="hidden min-w-0 flex-1 max-[45rem]:block">
      <span className="sr-only">{text.t("explorer.toolbar.sort.label")}</span>
      <select
        value={first ? encodeTerm(first) : ""}
        onChange={(event) => {
          const { value } = event.currentTarget;
          const chosen = options.find(({ term }) => encodeTerm(term) === value);
          if (chosen) onQuery((now) => ({ ...now, sort: [chosen.term] }));
        }}
        className="sort-select"
      >
        {options.map(({ term, label }) => (
          <option key={encodeTerm(term)} value={encodeTerm(term)}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
});

function listOptions(text: Text, columns: readonly ColumnKey[]): SortOption[] {
  const name = text.t("explorer.toolbar.sort.aToZ", { column: text.fieldLabel("name") });
  return [
    { term: { key: "name", descending: false }, label: name },
    ...columns.flatMap((key): SortOption[] => {
      const { sort, descendingFirst } = getColumn(key);
      const column = columnShort(text, key);
      const [up, down] = descendingFirst ? (["low", "high"] as const) : (["a", "z"] as const);
      const labels = {
        low: text.t("explorer.toolbar.sort.lowFirst", { column }),
        high: text.t("explorer.toolbar.sort.highFirst", { column }),
        a: text.t("explorer.toolbar.sort.aToZ", { column }),
        z: text.t("explorer.toolbar.sort.zToA", { column }),
      };
      const options = [
        { term: { key: sort, descending: false }, label: labels[up] },
        { term: { key: sort, descending: true }, label: labels[down] },
      ];
      return descendingFirst ? options.reverse() : options;
    }),
  ];
}

/** The current sort is always among the options, whatever columns are shown. */
function withCurrent(
  text: Text,
  options: readonly SortOption[],
  current: SortTerm | undefined,
): readonly SortOption[] {
  if (!current || options.some(({ term }) => encodeTerm(term) === encodeTerm(current))) {
    return options;
  }
  return [{ term: current, label: text.t("explorer.toolbar.sort.current") }, ...options];
}

function encodeTerm({ key, descending }: SortTerm): string {
  return descending ? `-${key}` : key;
}
