"use client";

import { memo, useCallback, useEffect, useRef, useState } from "react";
import "./query-bar.css";
import { SearchField } from "@/components/ui/search-field";
import { fieldSpec, isZoneField } from "@/lib/catalogue/fields";
import { GROUP_KEYS, type GroupKey } from "@/lib/catalogue/groups";
import type { Facets } from "@/lib/query/facets";
import { FILTERS, type FilterChoice, type FilterKey, getFilter } from "@/lib/query/filters";
import type { Query } from "@/lib/query/query";
import { withChoice, withToggled } from "@/lib/query/query-edits";
import { useText } from "@/lib/text/use-text";
import { type ChangeQuery, FilterFacet } from "./facet";
import { FilterFold } from "./filter-fold";
import { ReadinessFilter } from "./lazy-parts";

/** What most readers ask: how far, where, with which utilities. They are open at first, with readiness, which follows. */
const TOP_FILTERS: readonly FilterKey[] = ["standing", "province", "electricity", "gas"];
/** What fewer readers ask: the step of progress, the legal status, how good the evidence is, and which list it is from. */
const NEXT_FILTERS: readonly FilterKey[] = [
  "status",
  "legalStatus",
  "statusAge",
  "support",
  "cohort",
  "contested",
];

/** Filters with a heading of their own. */
export const FIRST_FILTERS: readonly FilterKey[] = [...TOP_FILTERS, ...NEXT_FILTERS];

/** Filters under one heading. */
interface FilterGroup {
  readonly key: GroupKey;
  readonly filters: readonly FilterKey[];
}

/** Every other filter, by the catalogue's groups and in its order. */
export const MORE_FILTERS: readonly FilterGroup[] = GROUP_KEYS.map((group) => ({
  key: group,
  filters: FILTERS.map(({ key }) => key).filter(
    (key) => isZoneField(key) && fieldSpec(key).group === group && !FIRST_FILTERS.includes(key),
  ),
})).filter(({ filters }) => filters.length > 0);

/** What the filters show and change. */
export interface FilterPanelProps {
  query: Query;
  facets: Facets;
  onQuery: ChangeQuery;
}

/** Every filter: text, the first filters, and all others by group, folded to their headings. At the side of a page, or in a sheet. */
export const FilterPanel = memo(function FilterPanel({ query, facets, onQuery }: FilterPanelProps) {
  const text = useText();
  const toggle = useCallback(
    (key: FilterKey, values: readonly string[]) =>
      onQuery((now) => withToggled(now, key, ...values)),
    [onQuery],
  );
  const choose = useCallback(
    (key: FilterKey, choice: FilterChoice) => onQuery((now) => withChoice(now, key, choice)),
    [onQuery],
  );
  const renderFacet = (key: FilterKey, folds?: "open" | "closed") => {
    const filter = getFilter(key);
    const facet = facets.filters[key];
    return filter && facet ? (
      <FilterFacet
        key={key}
        folds={folds}
        filter={filter}
        facet={facet}
        choice={query.filters[key]}
        onToggle={toggle}
        onChoice={choose}
      />
    ) : null;
  };
  const countActive = (keys: readonly FilterKey[]) =>
    keys.filter((key) => query.filters[key]).length;
  const others = [...NEXT_FILTERS, ...MORE_FILTERS.flatMap(({ filters }) => filters)];
  return (
    <>
      <TextSearch value={query.q} onQuery={onQuery} />
      <div className="pt-1 pb-4">
        {TOP_FILTERS.map((key) => renderFacet(key, "open"))}
        <FilterFold
          label={text.t("query.described.readiness")}
          active={Number(query.readinessMin !== null) + Number(query.coverageMin !== null)}
          openAtFirst
        >
          <ReadinessFilter query={query} counts={facets.readiness} onQuery={onQuery} />
        </FilterFold>
        <FilterFold
          label={text.t.rich("query.panel.more", {
            read: (words) => <span className="sr-only">{words}</span>,
          })}
          active={countActive(others)}
        >
          <div className="ps-3">
            {NEXT_FILTERS.map((key) => renderFacet(key, "closed"))}
            {MORE_FILTERS.map(({ key, filters }) => (
              <FilterFold
                key={key}
                label={text.groupLabel(key)}
                active={countActive(filters)}
                count={filters.length}
              >
                <div className="query-facets">{filters.map((one) => renderFacet(one))}</div>
              </FilterFold>
            ))}
          </div>
        </FilterFold>
      </div>
    </>
  );
});

/** The query waits for a short pause in typing; the field shows each key at once. */
const PAUSE_MS = 120;

function TextSearch({ value, onQuery }: { value: string; onQuery: ChangeQuery }) {
  const text = useText();
  const [typed, setTyped] = useState({ text: value, waits: false });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  // After the pause the address decides, so that the back button and "clear" reach the field.
  const shown = typed.waits || typed.text.trim() === value ? typed.text : value;
  function type(now: string) {
    setTyped({ text: now, waits: true });
    clearTimeout(timer.current);
    timer.current = setTimeout(
      () => {
        onQuery((query) => ({ ...query, q: now.trim() }), { act: "q" });
        setTyped({ text: now, waits: false });
      },
      now === "" ? 0 : PAUSE_MS,
    );
  }
  return (
    <SearchField
      label={text.t("query.panel.search")}
      placeholder={text.t("query.panel.searchHint")}
      value={shown}
      onChange={type}
    />
  );
}
