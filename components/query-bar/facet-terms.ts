import { fieldSpec, isZoneField } from "@/lib/catalogue/fields";
import { NOT_APPLICABLE } from "@/lib/catalogue/kinds";
import { VOCABULARIES, type Vocabulary } from "@/lib/catalogue/vocabularies";
import type { Facet } from "@/lib/query/facets";
import { type AnyOfFilter, type FilterChoice, type FilterSpec, UNKNOWN } from "@/lib/query/filters";
import { termLabel } from "@/lib/text/condition-words";

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

/** The lines of an any-of facet: the furthest step of a ladder first, asides after it, open lists by count, unknown last. */
export function facetTerms(
  filter: AnyOfFilter,
  facet: Facet,
  choice: FilterChoice | undefined,
): FacetTerm[] {
  const values = [...valuesInOrder(filter, facet), UNKNOWN];
  return lines(filter, facet, choice, values);
}

/** The words beside a range or a period: not-applicable where the field knows it, and unknown. */
export function rangeTerms(
  filter: FilterSpec,
  facet: Facet,
  choice: FilterChoice | undefined,
): FacetTerm[] {
  const values =
    filter.kind === "range" && filter.notApplicable ? [NOT_APPLICABLE, UNKNOWN] : [UNKNOWN];
  return lines(filter, facet, choice, values);
}

function lines(
  filter: FilterSpec,
  { counts, extent }: Facet,
  choice: FilterChoice | undefined,
  values: readonly string[],
): FacetTerm[] {
  const greatest = Math.max(1, extent?.known ?? 0, ...Object.values(counts));
  return values.map((value) => {
    const count = counts[value] ?? 0;
    return {
      value,
      label: unknownWords(filter, value),
      definition: definitionOf(filter, value),
      count,
      share: count / greatest,
      chosen: choice?.values.includes(value) ?? false,
    };
  });
}

function unknownWords(filter: FilterSpec, value: string): string {
  if (value === UNKNOWN) return filter.key === "statusAge" ? "No claim" : "Unknown";
  const label = termLabel(filter, value);
  return label.charAt(0).toUpperCase() + label.slice(1);
}

function valuesInOrder({ key, terms }: AnyOfFilter, { counts }: Facet): string[] {
  if (terms === null) {
    return Object.keys(counts)
      .filter((value) => value !== UNKNOWN)
      .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || (a < b ? -1 : 1));
  }
  const vocabulary = vocabularyOf(key);
  if (!vocabulary?.ordered) return terms.map(({ value }) => value);
  return [...vocabulary.steps.toReversed(), ...vocabulary.asides].map(({ value }) => value);
}

function definitionOf({ key }: FilterSpec, value: string): string | null {
  const vocabulary = vocabularyOf(key);
  const terms = vocabulary ? [...vocabulary.steps, ...vocabulary.asides] : [];
  return terms.find((term) => term.value === value)?.definition ?? null;
}

function vocabularyOf(key: string): Vocabulary | null {
  if (!isZoneField(key)) return null;
  const spec = fieldSpec(key);
  return spec.kind === "choice" ? VOCABULARIES[spec.vocabulary] : null;
}
