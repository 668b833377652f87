"use client";

import { memo, useState } from "react";
import { StandingMark } from "@/components/evidence/standing-mark";
import { Checkbox } from "@/components/ui/checkbox";
import { InfoButton } from "@/components/ui/info-button";
import { fieldSpec, isZoneField } from "@/lib/catalogue/fields";
import { NOT_APPLICABLE } from "@/lib/catalogue/kinds";
import { VOCABULARIES, type Vocabulary, type VocabularyKey } from "@/lib/catalogue/vocabularies";
import type { AddressChange } from "@/lib/client/address";
import type { Facet } from "@/lib/query/facets";
import {
  type AnyOfFilter,
  type FilterChoice,
  type FilterKey,
  type FilterSpec,
  UNKNOWN,
} from "@/lib/query/filters";
import type { Query } from "@/lib/query/query";
import type { Standing } from "@/lib/readiness/standing";
import { filterLabel, filterTerm } from "@/lib/text/query-words";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import { FacetFrame } from "./facet-frame";
import { FilterFold } from "./filter-fold";
import { RangeEnds } from "./lazy-parts";

interface FilterFacetProps {
  /** Its heading opens and closes it: whether it is open at first. Undefined: it is always open. */
  folds?: "open" | "closed";
  filter: FilterSpec;
  facet: Facet;
  choice: FilterChoice | undefined;
  onToggle: (key: FilterKey, values: readonly string[]) => void;
  onChoice: (key: FilterKey, choice: FilterChoice) => void;
}

/** Lines of an open list before "show more". */
const FIRST_LINES = 8;

/** The control of one filter, made from the filter's own description: no field has a control of its own. */
export const FilterFacet = memo(function FilterFacet(props: FilterFacetProps) {
  const { folds, filter, facet, choice, onToggle, onChoice } = props;
  const text = useText();
  const [explained, setExplained] = useState(false);
  const label = filterLabel(text, filter.key);
  const terms =
    filter.kind === "any-of"
      ? facetTerms(text, filter, facet, choice)
      : rangeTerms(text, filter, facet, choice);
  const hasDefinitions = terms.some(({ definition }) => definition !== null);
  const action = hasDefinitions ? (
    <InfoButton
      label={text.t("query.panel.definitions", { filter: label })}
      aria-expanded={explained}
      onClick={() => setExplained(!explained)}
    />
  ) : null;
  const control = (
    <>
      {filter.kind === "any-of" ? null : (
        <RangeEnds filter={filter} facet={facet} choice={choice} onChoice={onChoice} />
      )}
      <FacetLines filter={filter} terms={terms} explained={explained} onToggle={onToggle} />
    </>
  );
  return folds === undefined ? (
    <FacetFrame label={label} action={action}>
      {control}
    </FacetFrame>
  ) : (
    <FilterFold
      label={label}
      active={choice?.values.length ?? 0}
      openAtFirst={folds === "open"}
      action={action}
    >
      <fieldset aria-label={label}>{control}</fieldset>
    </FilterFold>
  );
});

function FacetLines({
  filter,
  terms,
  explained,
  onToggle,
}: {
  filter: FilterSpec;
  terms: readonly FacetTerm[];
  explained: boolean;
  onToggle: FilterFacetProps["onToggle"];
}) {
  const text = useText();
  const [all, setAll] = useState(false);
  const isOpenList = filter.kind === "any-of" && filter.terms === null;
  const shown =
    isOpenList && !all
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
      {hidden > 0 || (isOpenList && all) ? (
        <button type="button" className="link min-h-6 text-12" onClick={() => setAll(!all)}>
          {all
            ? text.t("query.panel.showFewer")
            : text.t("query.panel.showMore", { count: text.number(hidden) })}
        </button>
      ) : null}
    </>
  );
}

interface FacetLineProps {
  filter: FilterSpec;
  term: FacetTerm;
  explained: boolean;
  onToggle: FilterFacetProps["onToggle"];
}

/** Most presses change few of all lines, so a line is drawn again only when it reads differently. */
const FacetLine = memo(function FacetLine({ filter, term, explained, onToggle }: FacetLineProps) {
  const text = useText();
  const { value, label, count, share, chosen, definition } = term;
  const marked = filter.key === "standing";
  return (
    <>
      <label
        className="facet-row"
        data-plain={marked ? undefined : ""}
        data-unknown={value === UNKNOWN ? "" : undefined}
        data-zero={count === 0 ? "" : undefined}
      >
        <Checkbox checked={chosen} onChange={() => onToggle(filter.key, term.values ?? [value])} />
        {marked ? <StandingMark standing={value as Standing} /> : null}
        <span className="facet-label" style={{ "--share": share }}>
          <i />
          <span>{label}</span> <span className="tabular">{text.number(count)}</span>
        </span>
      </label>
      {explained && definition !== null ? (
        <p className="ps-5.5 pb-1.5 text-12 text-ink-3">{definition}</p>
      ) : null}
    </>
  );
}, isSameLine);

function isSameLine(before: FacetLineProps, after: FacetLineProps): boolean {
  return (
    before.filter === after.filter &&
    before.explained === after.explained &&
    before.onToggle === after.onToggle &&
    before.term.value === after.term.value &&
    before.term.label === after.term.label &&
    before.term.count === after.term.count &&
    before.term.share === after.term.share &&
    before.term.chosen === after.term.chosen
  );
}

/** One line of a facet: a value, or several at once, with its count. */
interface FacetTerm {
  readonly value: string;
  /** Of a line that chooses several. */
  readonly values?: readonly string[];
  readonly label: string;
  readonly definition: string | null;
  readonly count: number;
  /** The count as a share of the facet's greatest, 0 to 1. */
  readonly share: number;
  readonly chosen: boolean;
}

/**
 * The lines of an any-of facet. The furthest step of a ladder comes first and asides after the steps;
 * open lists go by count; unknown is last.
 */
export function facetTerms(
  text: Text,
  filter: AnyOfFilter,
  facet: Facet,
  choice: FilterChoice | undefined,
): FacetTerm[] {
  const terms = buildTerms(text, filter, facet, choice, [...sortValues(filter, facet), UNKNOWN]);
  return vocabularyKey(filter) === "indicator" ? [anyAvailable(text, terms), ...terms] : terms;
}

/** What a zone has of a utility, in all of it or in a part. */
const AVAILABLE = ["partial", "available"];

/** The line that most readers mean by "with power". */
function anyAvailable(text: Text, terms: readonly FacetTerm[]): FacetTerm {
  const those = terms.filter(({ value }) => AVAILABLE.includes(value));
  const sum = (part: (term: FacetTerm) => number) =>
    those.reduce((all, term) => all + part(term), 0);
  return {
    value: "any",
    values: AVAILABLE,
    label: text.t("query.panel.anyAvailable"),
    definition: null,
    count: sum(({ count }) => count),
    share: Math.min(
      1,
      sum(({ share }) => share),
    ),
    chosen: those.every(({ chosen }) => chosen),
  };
}

/** The lines below a range or a period: not-applicable where the field knows it, and unknown. */
export function rangeTerms(
  text: Text,
  filter: FilterSpec,
  facet: Facet,
  choice: FilterChoice | undefined,
): FacetTerm[] {
  const values =
    filter.kind === "range" && filter.notApplicable ? [NOT_APPLICABLE, UNKNOWN] : [UNKNOWN];
  return buildTerms(text, filter, facet, choice, values);
}

function buildTerms(
  text: Text,
  filter: FilterSpec,
  { counts, extent }: Facet,
  choice: FilterChoice | undefined,
  values: readonly string[],
): FacetTerm[] {
  const greatest = Math.max(1, extent?.known ?? 0, ...Object.values(counts));
  const vocabulary = vocabularyKey(filter);
  return values.map((value) => {
    const count = counts[value] ?? 0;
    return {
      value,
      label: termLabel(text, filter, value),
      definition:
        filter.key === "standing"
          ? text.t(`query.standingDefinition.${value as Standing}`)
          : vocabulary && text.termDefinition(vocabulary, value),
      count,
      share: count / greatest,
      chosen: choice?.values.includes(value) ?? false,
    };
  });
}

function termLabel(text: Text, filter: FilterSpec, value: string): string {
  if (value === UNKNOWN && filter.key !== "standing") {
    const isOfStatus = filter.key === "statusAge" || filter.key === "support";
    return text.t(isOfStatus ? "query.filter.noReport" : "query.filter.unknown");
  }
  if (value === NOT_APPLICABLE) return text.t("common.notApplicable");
  const label = filterTerm(text, filter.key, value);
  // Words of an open list come as they were recorded.
  return label.charAt(0).toLocaleUpperCase(text.locale) + label.slice(1);
}

function sortValues(filter: AnyOfFilter, { counts }: Facet): string[] {
  const { terms } = filter;
  if (terms === null) {
    return Object.keys(counts)
      .filter((value) => value !== UNKNOWN)
      .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || (a < b ? -1 : 1));
  }
  const key = vocabularyKey(filter);
  const vocabulary: Vocabulary | null = key && VOCABULARIES[key];
  if (!vocabulary?.ordered) return [...terms];
  return [...vocabulary.steps.toReversed(), ...vocabulary.asides].map(({ value }) => value);
}

function vocabularyKey({ key }: FilterSpec): VocabularyKey | null {
  if (!isZoneField(key)) return null;
  const spec = fieldSpec(key);
  return spec.kind === "choice" ? spec.vocabulary : null;
}

/** Changes the query of the page. `how` says whether the address gets a new entry in the history. */
export type ChangeQuery = (edit: (query: Query) => Query, how?: AddressChange) => void;
