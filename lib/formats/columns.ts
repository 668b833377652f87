import { type FieldKey, fieldSpec, ZONE_FIELD_KEYS, type ZoneFieldKey } from "../catalogue/fields";
import { type FieldValue, NOT_APPLICABLE } from "../catalogue/kinds";
import { VOCABULARIES, type Vocabulary } from "../catalogue/vocabularies";
import { isPlace } from "../evidence/value-equality";
import { UNKNOWN } from "../query/filters";
import type { RankedRow } from "../query/select";
import type { Text } from "../text/text";

/** A cell of a table file. Unknown and not applicable are words, never empty. */
export type Cell = string | number | boolean;

/** A column of a table file (CSV, XLSX). */
export interface Column {
  /** The column's name, the same in every file and in the data dictionary. */
  readonly key: string;
  readonly label: string;
  readonly definition: string;
  /** Its unit or its allowed values; empty where the definition is enough. */
  readonly values: string;
  readonly cell: (row: RankedRow) => Cell;
}

/** The values of a flag. */
export const FLAG_VALUES = ["true", "false"].join(", ");

/** Separates the items of a list in one cell. */
export const LIST_SEPARATOR = "; ";

/** The fields in files, in the catalogue's order. */
export const EXPORTED_FIELDS: readonly ZoneFieldKey[] = ZONE_FIELD_KEYS.filter(
  (key) => fieldSpec(key).exported,
);

const READINESS_PARTS = { low: "0–100", high: "0–100", coverage: "0–1" } as const;

/**
 * The columns of a table file: slug, the fields (a place as longitude and latitude), readiness.
 * @param fields the fields, in this order
 */
export function listColumns(
  text: Text,
  fields: readonly ZoneFieldKey[] = EXPORTED_FIELDS,
): readonly Column[] {
  return [
    {
      key: "slug",
      label: text.t("files.column.slug.label"),
      definition: text.t("files.column.slug.definition"),
      values: "",
      cell: ({ slug }) => slug,
    },
    ...fields.flatMap((key) => listFieldColumns(text, key)),
    readinessColumn(text, "readinessLow", "low"),
    readinessColumn(text, "readinessHigh", "high"),
    readinessColumn(text, "readinessCoverage", "coverage"),
  ];
}

function listFieldColumns(text: Text, key: ZoneFieldKey): Column[] {
  const spec = fieldSpec(key);
  const definition = text.fieldDefinition(key);
  if (spec.kind === "place") {
    const part = (name: "longitude" | "latitude", axis: "lon" | "lat"): Column => ({
      key: name,
      label: text.t(`files.column.${name}`),
      definition,
      values: text.t("files.values.degrees"),
      cell: ({ values }) => {
        const place = values[key];
        return isPlace(place) ? place[axis] : UNKNOWN;
      },
    });
    return [part("longitude", "lon"), part("latitude", "lat")];
  }
  return [
    {
      key,
      label: text.fieldLabel(key),
      definition,
      values: describeValues(text, key),
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

function readinessColumn(text: Text, key: string, part: keyof typeof READINESS_PARTS): Column {
  return {
    key,
    label: text.t(`files.column.readiness.${part}.label`),
    definition: text.t(`files.column.readiness.${part}.definition`),
    values: READINESS_PARTS[part],
    // A zone without a score has no applicable indicator: that is known, not unknown.
    cell: ({ readiness }) => readiness?.[part] ?? NOT_APPLICABLE,
  };
}

/** The unit or the allowed values of a field; empty for open text. */
export function describeValues(text: Text, key: FieldKey): string {
  const spec = fieldSpec(key);
  switch (spec.kind) {
    case "choice": {
      const { steps, asides }: Vocabulary = VOCABULARIES[spec.vocabulary];
      return [...steps, ...asides].map(({ value }) => value).join(", ");
    }
    case "level":
      return spec.levels
        .map((meaning, level) => `${level}: ${text.levelMeaning(key, level) ?? meaning}`)
        .join(LIST_SEPARATOR);
    case "flag":
      return FLAG_VALUES;
    case "number":
      return spec.notApplicable
        ? text.t("files.values.orNotApplicable", { unit: spec.unit })
        : spec.unit;
    case "date":
      return text.t("files.values.date");
    case "list":
      return text.t("files.values.list", { separator: LIST_SEPARATOR });
    default:
      return "";
  }
}
