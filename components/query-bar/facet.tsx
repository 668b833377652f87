"use client";

import { memo, type ReactNode, useId, useState } from "react";
import { StatusMark } from "@/components/evidence/status-mark";
import { Checkbox } from "@/components/ui/checkbox";
import type { Facet } from "@/lib/query/facets";
import { type FilterChoice, type FilterKey, type FilterSpec, UNKNOWN } from "@/lib/query/filters";
import { type FacetTerm, facetTerms, rangeTerms } from "./facet-terms";
import { PeriodEnds, RangeEnds } from "./range-ends";

/** Props of one filter's control. */
export interface FilterFacetProps {
  filter: FilterSpec;
  facet: Facet;
  choice: FilterChoice | undefined;
  onToggle: (key: FilterKey, value: string) => void;
  onChoice: (key: FilterKey, choice: FilterChoice) => void;
}

/** Lines of an open list shown before it is asked to show all. */
const FIRST_LINES = 8;

/** The control of any filter, made from what the filter says of itself: no field has one of its own. */
export const FilterFacet = memo(function FilterFacet(props: FilterFacetProps) {
  const { filter, facet, choice, onToggle, onChoice } = props;
  const [explained, setExplained] = useState(false);
  const terms =
    filter.kind === "any-of"
      ? facetTerms(filter, facet, choice)
      : rangeTerms(filter, facet, choice);
  const explainable = terms.some(({ definition }) => definition !== null);
  return (
    <FacetFrame
      label={filter.label}
      action={
        explainable ? (
          <button
            type="button"
            aria-expanded={explained}
            onClick={() => setExplained(!explained)}
            className="text-11 text-ink-3 hover:text-accent hover:underline"
          >
            definitions<span className="sr-only"> of {filter.label}</span>
          </button>
        ) : null
      }
    >
      {filter.kind === "range" ? (
        <RangeEnds filter={filter} facet={facet} choice={choice} onChoice={onChoice} />
      ) : null}
      {filter.kind === "period" ? (
        <PeriodEnds filter={filter} facet={facet} choice={choice} onChoice={onChoice} />
      ) : null}
      <FacetLines
        filter={filter}
        terms={terms}
        explained={explained}
        onToggle={(value) => onToggle(filter.key, value)}
      />
    </FacetFrame>
  );
});

/** A filter's heading with what belongs to it. */
export function FacetFrame({
  label,
  action,
  children,
}: {
  label: string;
  action?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <fieldset aria-labelledby={id} className="break-inside-avoid py-2">
      <div className="flex min-h-6 items-baseline justify-between gap-2">
        <h3 id={id} className="text-12">
          {label}
        </h3>
        {action}
      </div>
      {children}
    </fieldset>
  );
}

function FacetLines({
  filter,
  terms,
  explained,
  onToggle,
}: {
  filter: FilterSpec;
  terms: readonly FacetTerm[];
  explained: boolean;
  onToggle: (value: string) => void;
}) {
  const [all, setAll] = useState(false);
  const open = filter.kind === "any-of" && filter.terms === null;
  const shown =
    open && !all
      ? terms.filter(({ chosen, value }, i) => i < FIRST_LINES || chosen || value === UNKNOWN)
      : terms;
  const hidden = terms.length - shown.length;
  return (
    <>
      {shown.map((term) => (
        <FacetLine
          key={term.value}
          filter={filter}
          term={term}
          explained={explained}
          onToggle={onToggle}
        />
      ))}
      {hidden > 0 || (open && all) ? (
        <button type="button" className="link min-h-6 text-12" onClick={() => setAll(!all)}>
          {all ? "Show fewer" : `Show ${hidden} more`}
        </button>
      ) : null}
    </>
  );
}

function FacetLine({
  filter,
  term,
  explained,
  onToggle,
}: {
  filter: FilterSpec;
  term: FacetTerm;
  explained: boolean;
  onToggle: (value: string) => void;
}) {
  const { value, label, count, share, chosen, definition } = term;
  const marked = filter.key === "status";
  return (
    <>
      <label
        className="facet-row"
        data-plain={marked ? undefined : ""}
        data-unknown={value === UNKNOWN ? "" : undefined}
        data-zero={count === 0 ? "" : undefined}
      >
        <Checkbox checked={chosen} onChange={() => onToggle(value)} />
        {marked ? <StatusMark status={value === UNKNOWN ? null : value} /> : null}
        <span className="facet-label" style={{ "--share": share }}>
          <i />
          <span>{label}</span>
          <span className="tabular">{count}</span>
        </span>
      </label>
      {explained && definition !== null ? (
        <p className="pb-1.5 pl-5.5 text-11 text-ink-3">{definition}</p>
      ) : null}
    </>
  );
}
