import "server-only";
import {
  fieldSpec,
  ZONE_FIELD_KEYS,
  type ZoneFieldKey,
  type ZoneValues,
} from "@/lib/catalogue/fields";
import { type FieldSpec, NOT_APPLICABLE, type ValueOf } from "@/lib/catalogue/kinds";
import type { ZONE_FIELDS } from "@/lib/catalogue/zone-fields";
import type { Zone } from "@/prisma/generated/client";

/** Columns of the model Zone that hold no field of the catalogue. */
type OtherColumn =
  | "slug"
  | "sortOrder"
  | "revisionId"
  | "projectedRevision"
  | "inRegistry"
  | "readinessLow"
  | "readinessHigh"
  | "coverage";

/** Type of the values in the column of a field, without NULL. */
type ColumnValue<S extends FieldSpec> = S extends { readonly kind: "list" }
  ? string[]
  : Exclude<ValueOf<S>, S extends { readonly kind: "number" } ? typeof NOT_APPLICABLE : never>;

/** Each field under its key, except the location, which has two columns. */
type OwnColumns = {
  readonly [K in Exclude<ZoneFieldKey, "location">]: ColumnValue<(typeof ZONE_FIELDS)[K]> | null;
};

/** A field that has no column cannot be written: its value has no type but this sentence. */
type FieldsWithoutColumn = {
  readonly [K in Exclude<
    keyof OwnColumns,
    keyof Zone
  >]: "add this field to the model Zone in prisma/schema.prisma";
};

/**
 * The columns of the table `zone` that hold the fields of the catalogue. NULL is unknown; a number's
 * `not-applicable` is NULL with the field's key in `notApplicable`. The two are compared here: a field
 * without a column and a column without a field do not compile.
 */
export type FieldColumns = Omit<Zone, OtherColumn> & FieldsWithoutColumn;

/** The values of a zone as its columns hold them. */
export function toFieldColumns(values: ZoneValues): FieldColumns {
  const { location } = values;
  const notApplicable: string[] = ZONE_FIELD_KEYS.filter(
    (key) => fieldSpec(key).kind === "number" && values[key] === NOT_APPLICABLE,
  );
  const own = Object.fromEntries(
    ZONE_FIELD_KEYS.filter((key) => key !== "location").map((key) => [
      key,
      notApplicable.includes(key) ? null : values[key],
    ]),
  ) as OwnColumns;
  return {
    ...own,
    longitude: location?.lon ?? null,
    latitude: location?.lat ?? null,
    notApplicable,
  };
}

/** The columns of type JSON: those of lists. */
export const JSON_COLUMNS: ReadonlySet<string> = new Set(
  ZONE_FIELD_KEYS.filter((key) => fieldSpec(key).kind === "list"),
);
