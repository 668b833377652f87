"use client";

import { type ReactNode, useEffect, useMemo, useState } from "react";
import { flushSync } from "react-dom";
import { Entry, type PackedEntries, unpackEntries } from "@/components/evidence/ledger-entry-list";
import { Fold } from "@/components/layout/section";
import { Segmented } from "@/components/ui/segmented";
import { usePlainText } from "@/lib/text/use-plain-text";

/** A group of ledger entries, with what the filter counts. */
interface FilteredGroup {
  key: string;
  label: string;
  fields: number;
  /** Fields that are disputed or resolved. */
  contradicted: number;
  unknown: number;
  /** The places of the entries with a report, and of those without any, which are folded. */
  reported: readonly number[];
  nothingFound: readonly number[];
  nothingFoundLabel: ReactNode;
}

const CHOICES = ["all", "contradicted", "unknown"] as const;
type Choice = (typeof CHOICES)[number];

const ALL_GROUPS = "all";

interface LedgerFilterProps {
  /** The entries of all groups. */
  packed: PackedEntries;
  groups: readonly FilteredGroup[];
}

/**
 * The ledger's entries under a filter by group and by mark. Without scripts all of them show. An
 * address that names an entry removes the filter, so that the entry can be seen.
 */
export function LedgerFilter({ packed, groups }: LedgerFilterProps) {
  const { t, number } = usePlainText();
  const entries = useMemo(() => unpackEntries(packed), [packed]);
  const [groupKey, setGroupKey] = useState(ALL_GROUPS);
  const [only, setOnly] = useState<Choice>("all");

  useEffect(() => {
    const showTarget = () => {
      if (!location.hash.startsWith("#ledger-")) return;
      flushSync(() => {
        setGroupKey(ALL_GROUPS);
        setOnly("all");
      });
      const target = document.getElementById(location.hash.slice(1));
      const fold = target?.closest("details");
      if (fold) fold.open = true;
      // The browser could not scroll to it while it was filtered out.
      target?.scrollIntoView();
    };
    window.addEventListener("hashchange", showTarget);
    return () => window.removeEventListener("hashchange", showTarget);
  }, []);

  const listEntry = (place: number) => {
    const entry = entries[place];
    return entry === undefined ? null : <Entry key={place} {...entry} heading="h3" />;
  };
  const listMissing = (place: number) => {
    const entry = entries[place];
    return entry === undefined ? null : (
      <article key={place} id={entry.anchor}>
        <h3>{`${entry.label} `}</h3>
        <p>{t("evidence.unknown")}</p>
      </article>
    );
  };
  const countOf = (group: FilteredGroup, choice: Choice) =>
    choice === "all" ? group.fields : group[choice];
  const isShown = (group: FilteredGroup) =>
    (groupKey === ALL_GROUPS || groupKey === group.key) && countOf(group, only) > 0;
  return (
    <div data-only={only}>
      <div className="no-print mb-4 flex flex-wrap gap-3">
        <label className="flex items-center gap-2">
          <span className="text-12 text-ink-2">{t("evidence.filter.groups")}</span>
          <select
            value={groupKey}
            onChange={(event) => setGroupKey(event.currentTarget.value)}
            className="h-(--control) rounded-2 bg-paper px-2 shadow-[inset_0_0_0_1px_var(--color-edge)]"
          >
            <option value={ALL_GROUPS}>{t("evidence.filter.allGroups")}</option>
            {groups.map(({ key, label }) => (
              <option key={key} value={key}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <Segmented
          label={t("evidence.filter.facts")}
          segments={CHOICES.map((value) => ({
            value,
            label: t.rich(`evidence.filter.${value}`, {
              count: number(groups.reduce((sum, group) => sum + countOf(group, value), 0)),
              figure: (words) => <span className="tabular">{words}</span>,
            }),
          }))}
          value={only}
          onChange={setOnly}
        />
      </div>
      {groups.map((group) => (
        <section key={group.key} hidden={!isShown(group)} aria-label={group.label} className="mb-6">
          <h2 className="border-line-2 border-b pb-1 font-serif text-15">{group.label}</h2>
          {group.reported.map(listEntry)}
          {group.nothingFound.length === 0 ? null : (
            <Fold
              // A new element, so that the choice of unknown facts opens it and others close it.
              key={only}
              open={only === "unknown"}
              label={group.nothingFoundLabel}
              className="border-line border-t py-2"
            >
              {/* The same for all of them, so it is said once. */}
              <p>{entries[group.nothingFound[0] ?? 0]?.reason}</p>
              {group.nothingFound.map(listMissing)}
            </Fold>
          )}
        </section>
      ))}
      {groups.some(isShown) ? null : (
        <p role="status" className="py-4 text-ink-2">
          {t("evidence.filter.none")}
        </p>
      )}
    </div>
  );
}
