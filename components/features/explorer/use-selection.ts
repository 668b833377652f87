import { useCallback, useMemo } from "react";
import type { RankedRow } from "@/lib/query/select";
import type { ChangeView } from "./use-explorer";

/** The selected zones of the list. */
interface Selection {
  /** Those in the list, in its order. Of a large registry only some, until the browser has every row. */
  readonly selectedRows: readonly RankedRow[];
  /** Selects a zone or lets it go. The same function on every render. */
  readonly toggle: (slug: string) => void;
  /** Selects every zone of the list; lets all go where every one is selected. */
  readonly toggleAll: () => void;
}

/**
 * Selects zones of the list; the address holds which.
 * @param selected slugs
 * @param rows of the list
 */
export function useSelection(
  selected: readonly string[],
  rows: readonly RankedRow[],
  changeView: ChangeView,
): Selection {
  const selectedRows = useMemo(() => {
    if (selected.length === 0) return [];
    const slugs = new Set(selected);
    return rows.filter(({ slug }) => slugs.has(slug));
  }, [rows, selected]);
  const toggle = useCallback(
    (slug: string) =>
      changeView((now) => ({ ...now, selected: toggleSlug(now.selected, slug) }), {
        act: "selected",
      }),
    [changeView],
  );
  const toggleAll = () =>
    changeView(
      (now) => ({
        ...now,
        selected: selectedRows.length === rows.length ? [] : rows.map(({ slug }) => slug),
      }),
      { act: "selected" },
    );
  return { selectedRows, toggle, toggleAll };
}

function toggleSlug(slugs: readonly string[], slug: string): string[] {
  return slugs.includes(slug) ? slugs.filter((other) => other !== slug) : [...slugs, slug];
}
