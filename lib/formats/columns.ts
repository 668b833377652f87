import { type FieldKey, fieldSpec, ZONE_FIELD_KEYS, type ZoneFieldKey } from "../catalogue/fields";
import { type FieldValue, NOT_APPLICABLE } from "../catalogue/kinds";
import { VOCABULARIES, type Vocabulary } from "../catalogue/vocabularies";
import { isPlace } from "../evidence/value-equality";
import { UNKNOWN } from "../query/filters";
import type { RankedRow } from "../query/select";
import type { Readiness } from "../readiness/readiness";

/** What a cell of a table file holds: unknown and not-applicable are words, never empty. */
export type Cell = string | number | boolean;

/** One column of a table file (CSV, XLSX). */
export interface Column {
  /** The column's name, the same in every file and in the data dictionary. */
  readonly key: string;
  readonly label: string;
  readonly definition: string;
  /** Unit, or the values that it can take, in words; empty where the definition says it all. */
  readonly values: string;
  readonly cell: (row: RankedRow) => Cell;
}

/** Joins the words of a list in one cell. */
export const LIST_SEPARATOR = "; ";

/** The fields that files carry, in the catalogue's order. */
export const EXPORTED_FIELDS: readonly ZoneFieldKey[] = ZONE_FIELD_KEYS.filter(
  (key) => fieldSpec(key).exported,
);

/**
 * The columns of a table file: slug, the fields (a place as longitude and latitude), readiness.
 * @param fields the fields wanted, in the order wanted
 */
export function listColumns(fields: readonly ZoneFieldKey[] = EXPORTED_FIELDS): readonly Column[] {
  return [
    {
      key: "slug",
      label: "Slug",
      definition: "Name of the zone in addresses; it never changes.",
      values: "",
      cell: ({ slug }) => slug,
    },
    ...fields.flatMap(fieldColumns),
    readinessColumn("readinessLow", "Readiness, low", "low", "Readiness with every unknown at 0."),
    readinessColumn(
      "readinessHigh",
      "Readiness, high",
      "high",
      "Readiness with every unknown at its best.",
    ),
    readinessColumn(
      "readinessCoverage",
      "Readiness, coverage",
      "coverage",
      "Share of the weight of readiness that is known.",
    ),
  ];
}

function fieldColumns(key: ZoneFieldKey): Column[] {
  const spec = fieldSpec(key);
  if (spec.kind === "place") {
    const part = (name: string, label: string, axis: "lon" | "lat"): Column => ({
      key: name,
      label,
      definition: spec.definition,
      values: "degrees, WGS 84",
      cell: ({ values }) => {
        const place = values[key];
        return isPlace(place) ? place[axis] : UNKNOWN;
      },
    });
    return [part("longitude", "Longitude", "lon"), part("latitude", "Latitude", "lat")];
  }
  return [
    {
      key,
      label: spec.label,
      definition: spec.definition,
      values: valuesInWords(key),
      cell: ({ values }) => getCell(values[key]),
    },
  ];
}

/** A value as one cell: unknown is the word, a list is joined, a place is longitude and latitude. */
export function getCell(value: FieldValue): Cell {
  if (value === null) return UNKNOWN;
  if (typeof value !== "object") return value;
  return "lon" in value ? `${value.lon} ${value.lat}` : value.join(LIST_SEPARATOR);
}

function readinessColumn(
  key: string,
  label: string,
  part: keyof Readiness,
  definition: string,
): Column {
  return {
    key,
    label,
    definition,
    values: part === "coverage" ? "0 to 1" : "0 to 100",
    // Without a readiness nothing in the zone is applicable: that is known, not unknown.
    cell: ({ readiness }) => readiness?.[part] ?? NOT_APPLICABLE,
  };
}

/** The unit of a field's numbers, or the values that it can take, in words; empty for open text. */
export function valuesInWords(key: FieldKey): string {
  const spec = fieldSpec(key);
  switch (spec.kind) {
    case "choice": {
      const { steps, asides }: Vocabulary = VOCABULARIES[spec.vocabulary];
      return [...steps, ...asides].map(({ value }) => value).join(", ");
    }
    case "level":
      return spec.levels.map((label, level) => `${level}: ${label}`).join(LIST_SEPARATOR);
    case "flag":
      return "true, false";
    case "number":
      return spec.notApplicable ? `${spec.unit}, or ${NOT_APPLICABLE}` : spec.unit;
    case "date":
      return "year, month or day: 2020, 2020-10, 2020-10-07";
    case "list":
      return `words joined by “${LIST_SEPARATOR}”`;
    default:
      return "";
  }
}
