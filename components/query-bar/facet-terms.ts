import { fieldSpec, isZoneField } from "@/lib/catalogue/fields";
import { NOT_APPLICABLE } from "@/lib/catalogue/kinds";
import { VOCABULARIES, type Vocabulary, type VocabularyKey } from "@/lib/catalogue/vocabularies";
import type { Facet } from "@/lib/query/facets";
import { type AnyOfFilter, type FilterChoice, type FilterSpec, UNKNOWN } from "@/lib/query/filters";
import { filterTerm } from "@/lib/text/query-words";
import type { Text } from "@/lib/text/text";

/** One line of a facet: a value with its count. */
export interface FacetTerm {
  readonly value: string;
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
  return buildTerms(text, filter, facet, choice, [...sortValues(filter, facet), UNKNOWN]);
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
      definition: vocabulary && text.termDefinition(vocabulary, value),
      count,
      share: count / greatest,
      chosen: choice?.values.includes(value) ?? false,
    };
  });
}

function termLabel(text: Text, filter: FilterSpec, value: string): string {
  if (value === UNKNOWN) {
    return text.t(filter.key === "statusAge" ? "query.filter.noReport" : "query.filter.unknown");
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
