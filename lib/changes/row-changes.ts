import { ZONE_FIELD_KEYS, type ZoneFieldKey } from "../catalogue/fields";
import type { FieldValue } from "../catalogue/kinds";
import type { ZoneRow } from "../evidence/row";

/** A value that one zone shows in the place of another. */
export interface ValueChange {
  readonly slug: string;
  readonly name: string;
  readonly field: ZoneFieldKey;
  readonly before: FieldValue;
  readonly after: FieldValue;
}

/** What differs between two states of the registry: changed values, zones that came, zones that went. */
export interface RowChanges {
  readonly values: readonly ValueChange[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Compares the rows of two moments. */
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
        same(then.values[field], row.values[field])
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

function same(a: FieldValue, b: FieldValue): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
