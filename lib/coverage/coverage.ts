import { fieldSpec, ZONE_FIELD_KEYS, type ZoneFieldKey } from "../catalogue/fields";
import type { ZoneRecord } from "../evidence/registry";
import type { ValueSupport } from "../evidence/support";
import type { PartialDate } from "../time/day";

/** What is known of one field of one zone. */
export interface CoverageCell {
  readonly zone: ZoneRecord;
  readonly field: ZoneFieldKey;
  /** Is its value known? */
  readonly known: boolean;
  /** Year, month or day of the displayed value; of progress on site, of its last report; null: unknown. */
  readonly date: PartialDate | null;
  /** How well the value is supported; null: unknown. */
  readonly support: ValueSupport | null;
}

/** Known values and how many of them rest on one publisher. */
export interface CoverageShare {
  /** The values there could be. */
  readonly all: number;
  readonly known: number;
  /** Known values with one publisher. */
  readonly single: number;
}

/** The fields about the state of a zone, in the catalogue's order: what can become out of date. */
export const STATE_FIELDS: readonly ZoneFieldKey[] = ZONE_FIELD_KEYS.filter(
  (key) => fieldSpec(key).about === "state",
);

/** What is known of a field of a zone. */
export function getCoverage(zone: ZoneRecord, field: ZoneFieldKey): CoverageCell {
  const { value, evidence, progress, support = null } = zone.fields[field];
  const known = value !== null;
  const date = progress?.lastReported ?? evidence?.date ?? null;
  return { zone, field, known, date: known ? date : null, support };
}

/** Every field of every zone, zone by zone. */
export function* listCoverage(
  zones: readonly ZoneRecord[],
  fields: readonly ZoneFieldKey[],
): Generator<CoverageCell> {
  for (const zone of zones) for (const field of fields) yield getCoverage(zone, field);
}

/** Counts the cells that are known, and those of them with one publisher. */
export function countCoverage(cells: Iterable<CoverageCell>): CoverageShare {
  let [all, known, single] = [0, 0, 0];
  for (const cell of cells) {
    all += 1;
    if (cell.known) known += 1;
    if (cell.known && (cell.support?.voices ?? 1) === 1) single += 1;
  }
  return { all, known, single };
}
