import { fieldSpec, ZONE_FIELD_KEYS, type ZoneFieldKey } from "../catalogue/fields";
import { type FieldSpec, type FieldValue, NOT_APPLICABLE } from "../catalogue/kinds";
import { listTerms } from "../catalogue/vocabularies";
import { AGES, getAge } from "../evidence/age";
import type { ZoneRow } from "../evidence/row";
import { SUPPORTS } from "../evidence/support-levels";
import { STANDINGS } from "../readiness/standing";
import { type Day, firstDay, lastDay, type PartialDate } from "../time/day";

/** The value for unknown in every filter. */
export const UNKNOWN = "unknown";

/** Filters on the evidence of a zone rather than on a field's value. */
type EvidenceFilterKey = "standing" | "statusAge" | "support" | "contested";
export type FilterKey = ZoneFieldKey | EvidenceFilterKey;

/** Keeps zones with any of the chosen values. `terms`: the values; null: no fixed list, they are in the data. */
export interface AnyOfFilter {
  readonly key: FilterKey;
  readonly kind: "any-of";
  readonly terms: readonly string[] | null;
  /** The values of a zone; empty: unknown. */
  getValues(row: ZoneRow, asOf: Day): readonly string[];
}

/** Keeps zones whose number is in a range, both ends included. */
export interface RangeFilter {
  readonly key: ZoneFieldKey;
  readonly kind: "range";
  readonly notApplicable: boolean;
}

/** Keeps zones whose partial date overlaps a range of days. */
export interface PeriodFilter {
  readonly key: ZoneFieldKey;
  readonly kind: "period";
}

/** A filter with two ends. */
export type EndsFilter = RangeFilter | PeriodFilter;

/** A filter built from the catalogue or on evidence. */
export type FilterSpec = AnyOfFilter | EndsFilter;

/** The reader's choice in one filter: `values` (also `unknown` and `not-applicable`) and the ends of a range. */
export interface FilterChoice {
  readonly values: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
}

const FLAGS = ["true", "false"] as const;

function listValues(value: FieldValue): readonly string[] {
  if (value === null) return [];
  return Array.isArray(value) ? value : [String(value)];
}

function buildAnyOfFilter(key: ZoneFieldKey, spec: FieldSpec): AnyOfFilter {
  return {
    key,
    kind: "any-of",
    terms: listClosedTerms(spec),
    getValues: (row) => listValues(row.values[key]),
  };
}

function listClosedTerms(spec: FieldSpec): readonly string[] | null {
  switch (spec.kind) {
    case "choice":
      return listTerms(spec.vocabulary).map(({ value }) => value);
    case "level":
      return spec.levels.map((_, level) => String(level));
    case "flag":
      return FLAGS;
    default:
      return null;
  }
}

function buildFilter(key: ZoneFieldKey): FilterSpec[] {
  const spec = fieldSpec(key);
  switch (spec.filter) {
    case null:
      return [];
    case "any-of":
    case "flag":
      return [buildAnyOfFilter(key, spec)];
    case "range":
      return spec.kind === "number"
        ? [{ key, kind: "range", notApplicable: spec.notApplicable }]
        : [];
    case "period":
      return [{ key, kind: "period" }];
  }
}

const EVIDENCE_FILTERS: readonly AnyOfFilter[] = [
  {
    key: "standing",
    kind: "any-of",
    terms: STANDINGS.filter((standing) => standing !== UNKNOWN),
    getValues: ({ progress: { standing } }) => (standing === UNKNOWN ? [] : [standing]),
  },
  {
    key: "statusAge",
    kind: "any-of",
    terms: AGES,
    getValues: (row, asOf) => {
      const since = row.dates.status;
      return since && row.values.status !== null ? [getAge(firstDay(since), asOf)] : [];
    },
  },
  {
    key: "support",
    kind: "any-of",
    terms: SUPPORTS,
    getValues: (row) => (row.support.status ? [row.support.status] : []),
  },
  {
    key: "contested",
    kind: "any-of",
    terms: FLAGS,
    getValues: (row) => [String(Object.values(row.marks).includes("contested"))],
  },
];

/** Every filter: those on fields in the catalogue's order, then those on evidence. */
export const FILTERS: readonly FilterSpec[] = [
  ...ZONE_FIELD_KEYS.flatMap(buildFilter),
  ...EVIDENCE_FILTERS,
];

const BY_KEY: ReadonlyMap<string, FilterSpec> = new Map(
  FILTERS.map((filter) => [filter.key, filter]),
);

/** The filter of a parameter; undefined where there is none. */
export function getFilter(key: string): FilterSpec | undefined {
  return BY_KEY.get(key);
}

/** Tests a row against a choice in a range or a period. Any-of filters are tested by their index, with `testWords`. */
export function matchesEnds(filter: EndsFilter, choice: FilterChoice, row: ZoneRow): boolean {
  const value = row.values[filter.key];
  if (value === null) return choice.values.includes(UNKNOWN);
  if (value === NOT_APPLICABLE) return choice.values.includes(NOT_APPLICABLE);
  if (choice.from === null && choice.to === null) return false;
  return filter.kind === "range" ? inRange(Number(value), choice) : overlaps(String(value), choice);
}

function inRange(value: number, { from, to }: FilterChoice): boolean {
  return (from === null || value >= Number(from)) && (to === null || value <= Number(to));
}

function overlaps(date: PartialDate, { from, to }: FilterChoice): boolean {
  return (
    (from === null || lastDay(date) >= firstDay(from)) &&
    (to === null || firstDay(date) <= lastDay(to))
  );
}

/**
 * The choice that keeps every zone with a known value. Null where there is no such filter or it has no
 * fixed list, so that no address can express it.
 */
export function getKnownChoice(key: FilterKey): FilterChoice | null {
  const filter = getFilter(key);
  if (!filter) return null;
  switch (filter.kind) {
    case "any-of":
      return filter.terms && anyOf(filter.terms);
    case "range":
      return { values: filter.notApplicable ? [NOT_APPLICABLE] : [], from: "0", to: null };
    case "period":
      return { values: [], from: EARLIEST_YEAR, to: null };
  }
}

/** Earlier than every date of the register. */
const EARLIEST_YEAR = "1900";

/** The choice of some values, without a range. */
export function anyOf(values: readonly string[]): FilterChoice {
  return { values, from: null, to: null };
}

/** The choice that keeps every zone with an unknown value. */
export const UNKNOWN_CHOICE: FilterChoice = anyOf([UNKNOWN]);
