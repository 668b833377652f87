"use client";

import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import "./query-bar.css";
import { ChevronDownIcon } from "@/components/ui/icons";
import { SearchField } from "@/components/ui/search-field";
import type { Facets } from "@/lib/query/facets";
import { type FilterChoice, type FilterKey, getFilter } from "@/lib/query/filters";
import type { Query } from "@/lib/query/query";
import { withChoice, withToggled } from "@/lib/query/query-edits";
import type { ChangeQuery } from "./change-query";
import { FilterFacet } from "./facet";
import { FIRST_FILTERS, type FilterGroup, MORE_FILTERS } from "./filter-groups";
import { ReadinessFilter } from "./readiness-filter";

/** Props of the filters. */
export interface FilterPanelProps {
  query: Query;
  facets: Facets;
  onQuery: ChangeQuery;
}

/** Every filter: text, what most readers ask, and all others by group. In the page's side, or in a sheet. */
export function FilterPanel({ query, facets, onQuery }: FilterPanelProps) {
  const toggle = useCallback(
    (key: FilterKey, value: string) => onQuery((now) => withToggled(now, key, value)),
    [onQuery],
  );
  const choose = useCallback(
    (key: FilterKey, choice: FilterChoice) => onQuery((now) => withChoice(now, key, choice)),
    [onQuery],
  );
  const facetFor = (key: FilterKey) => {
    const filter = getFilter(key);
    const facet = facets.filters[key];
    return filter && facet ? (
      <FilterFacet
        key={key}
        filter={filter}
        facet={facet}
        choice={query.filters[key]}
        onToggle={toggle}
        onChoice={choose}
      />
    ) : null;
  };
  const [status, ...others] = FIRST_FILTERS;
  return (
    <>
      <TextSearch value={query.q} onQuery={onQuery} />
      <div className="query-facets">
        {status ? facetFor(status) : null}
        <ReadinessFilter query={query} counts={facets.readiness} onQuery={onQuery} />
        {others.map(facetFor)}
      </div>
      <section aria-label="More filters" className="border-line border-t pt-3 pb-4">
        <h3 className="pb-1 text-12">More filters</h3>
        {MORE_FILTERS.map((group) => (
          <MoreGroup key={group.key} group={group} query={query} facetFor={facetFor} />
        ))}
      </section>
    </>
  );
}

/** Typing waits for a short pause; what is typed shows at once. */
const PAUSE_MS = 120;

function TextSearch({ value, onQuery }: { value: string; onQuery: ChangeQuery }) {
  const [typed, setTyped] = useState({ text: value, waits: false });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  // Once the address has it the address is right, so that the back button and "clear" reach the field.
  const shown = typed.waits || typed.text.trim() === value ? typed.text : value;
  function type(text: string) {
    setTyped({ text, waits: true });
    clearTimeout(timer.current);
    timer.current = setTimeout(
      () => {
        onQuery((now) => ({ ...now, q: text.trim() }), { act: "q" });
        setTyped({ text, waits: false });
      },
      text === "" ? 0 : PAUSE_MS,
    );
  }
  return (
    <SearchField
      label="Search zones by name, place, developer or firm"
      placeholder="Zone, place or firm"
      value={shown}
      onChange={type}
    />
  );
}

function MoreGroup({
  group,
  query,
  facetFor,
}: {
  group: FilterGroup;
  query: Query;
  facetFor: (key: FilterKey) => ReactNode;
}) {
  const active = group.filters.filter(({ key }) => query.filters[key]).length;
  const [opened, setOpened] = useState<boolean | null>(null);
  const open = opened ?? active > 0;
  return (
    <div className="border-line border-t first-of-type:border-t-0">
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpened(!open)}
        className="flex min-h-8 w-full items-center gap-1 text-left text-12 text-ink-2 hover:text-ink pointer-coarse:min-h-11"
      >
        <span className="flex-1">
          {group.label}
          {active > 0 ? <b className="text-accent"> · {active} in use</b> : null}
        </span>
        <span className="text-11 text-ink-3">{group.filters.length}</span>
        <span className={open ? "rotate-180" : undefined}>
          <ChevronDownIcon />
        </span>
      </button>
      {open ? (
        <div className="query-facets pb-2">{group.filters.map(({ key }) => facetFor(key))}</div>
      ) : null}
    </div>
  );
}
