import { ZONE_FIELD_KEYS, type ZoneFieldKey } from "../catalogue/fields";
import type { FieldValue } from "../catalogue/kinds";
import type { ZoneRow } from "../evidence/row";
import { isSameValue } from "./field-changes";

/** A changed value of a zone. */
interface ValueChange {
  readonly slug: string;
  readonly name: string;
  readonly field: ZoneFieldKey;
  readonly before: FieldValue;
  readonly after: FieldValue;
}

/** The differences between the rows of two moments. `added` and `removed` are names of zones. */
export interface RowChanges {
  readonly values: readonly ValueChange[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Compares all fields of zones that are in both lists. */
export function compareRegistryRows(
  before: readonly ZoneRow[],
  after: readonly ZoneRow[],
): RowChanges {
  const was = new Map(before.map((row) => [row.slug, row]));
  const is = new Set(after.map(({ slug }) => slug));
  return {
    added: after.filter(({ slug }) => !was.has(slug)).map(getName),
    removed: before.filter(({ slug }) => !is.has(slug)).map(getName),
    values: after.flatMap((row) => {
      const then = was.get(row.slug);
      if (!then) return [];
      return ZONE_FIELD_KEYS.flatMap((field): ValueChange[] =>
        isSameValue(then.values[field], row.values[field])
          ? []
          : [
              {
                slug: row.slug,
                name: getName(row),
                field,
                before: then.values[field],
                after: row.values[field],
              },
            ],
      );
    }),
  };
}

function getName(row: ZoneRow): string {
  return row.values.name ?? row.slug;
}
