"use client";

import { type ReactNode, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { Segmented } from "@/components/ui/segmented";

/** A group of ledger entries, rendered on the server, with what the filter counts. */
export interface FilteredGroup {
  key: string;
  label: string;
  fields: number;
  /** Fields that bear a mark: contested or settled. */
  contradicted: number;
  unknown: number;
  entries: ReactNode;
}

type Only = "all" | "contradicted" | "unknown";

const ALL_GROUPS = "all";

/**
 * The ledger's entries under a filter by group and by mark. Without scripts everything shows; an
 * address that points at an entry lifts the filter, so that the entry can be seen.
 */
export function LedgerFilter({ groups }: { groups: readonly FilteredGroup[] }) {
  const [groupKey, setGroupKey] = useState(ALL_GROUPS);
  const [only, setOnly] = useState<Only>("all");

  useEffect(() => {
    const showTarget = () => {
      if (!location.hash.startsWith("#ledger-")) return;
      flushSync(() => {
        setGroupKey(ALL_GROUPS);
        setOnly("all");
      });
      // The browser could not scroll to it while it was filtered out.
      document.getElementById(location.hash.slice(1))?.scrollIntoView();
    };
    window.addEventListener("hashchange", showTarget);
    return () => window.removeEventListener("hashchange", showTarget);
  }, []);

  const countOf = (group: FilteredGroup, choice: Only) =>
    choice === "all" ? group.fields : group[choice];
  const total = (choice: Only) => groups.reduce((sum, group) => sum + countOf(group, choice), 0);
  const isShown = (group: FilteredGroup) =>
    (groupKey === ALL_GROUPS || groupKey === group.key) && countOf(group, only) > 0;
  const segments = (["all", "contradicted", "unknown"] as const).map((value) => ({
    value,
    label: (
      <>
        {{ all: "All", contradicted: "Contradicted", unknown: "Unknown" }[value]}
        <span className="tabular">{total(value)}</span>
      </>
    ),
  }));
  return (
    <div className="group/ledger" data-only={only}>
      <div className="no-print mb-4 flex flex-wrap gap-3">
        <label className="flex items-center gap-2">
          <span className="text-12 text-ink-2">Fields</span>
          <select
            value={groupKey}
            onChange={(event) => setGroupKey(event.currentTarget.value)}
            className="h-(--control) rounded-2 bg-paper px-2 shadow-[inset_0_0_0_1px_var(--color-edge)]"
          >
            <option value={ALL_GROUPS}>All groups</option>
            {groups.map(({ key, label }) => (
              <option key={key} value={key}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <Segmented label="Which fields" segments={segments} value={only} onChange={setOnly} />
      </div>
      {groups.map((group) => (
        <section key={group.key} hidden={!isShown(group)} aria-label={group.label} className="mb-6">
          <h3 className="border-line-2 border-b pb-1 font-serif text-15">{group.label}</h3>
          {group.entries}
        </section>
      ))}
      {groups.some(isShown) ? null : (
        <p role="status" className="py-4 text-ink-2">
          No field here is of that kind.
        </p>
      )}
    </div>
  );
}
