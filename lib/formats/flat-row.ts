import { ZONE_FIELD_KEYS, type ZoneFieldKey, type ZoneValues } from "../catalogue/fields";
import type { RankedRow } from "../query/select";
import type { Readiness } from "../readiness/readiness";

/** A zone as JSON carries it: its slug, one key for each field asked for (null is unknown), its readiness. */
export type FlatRow = { readonly slug: string } & Partial<ZoneValues> & {
    readonly readiness: Readiness | null;
  };

/**
 * The flat row of a zone. Slug and readiness always come; readiness is null where no indicator is
 * applicable.
 * @param fields the fields wanted, in the order wanted
 */
export function flatRow(
  row: RankedRow,
  fields: readonly ZoneFieldKey[] = ZONE_FIELD_KEYS,
): FlatRow {
  const values: Partial<ZoneValues> = Object.fromEntries(
    fields.map((key) => [key, row.values[key]]),
  );
  return { slug: row.slug, ...values, readiness: row.readiness };
}
