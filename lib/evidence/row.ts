import { ZONE_FIELD_KEYS, type ZoneFieldKey, type ZoneValues } from "../catalogue/fields";
import type { IndicatorBounds } from "../readiness/bounds";
import { getZoneStanding, type Standing } from "../readiness/standing";
import type { PartialDate } from "../time/day";
import type { ZoneRecord } from "./registry";
import type { Mark, WeighedClaim } from "./resolve";
import type { ValueSupport } from "./support";
import type { Support } from "./support-levels";

/** A zone as map, table, filters and files use it: its values with dates and marks. */
export interface ZoneRow {
  readonly slug: string;
  readonly order: number;
  readonly values: ZoneValues;
  /** Year, month or day of the displayed claim, for every field that has one. */
  readonly dates: Readonly<Partial<Record<ZoneFieldKey, PartialDate>>>;
  /** The marks of disputed and resolved fields. */
  readonly marks: Readonly<Partial<Record<ZoneFieldKey, NonNullable<Mark>>>>;
  /** The support of every field with a known value. */
  readonly support: Readonly<Partial<Record<ZoneFieldKey, Support>>>;
  /** The fields whose evidence is too weak for their value to count as known. */
  readonly weak: readonly ZoneFieldKey[];
  /** The fields on which there are reports, none of them in use. */
  readonly unused: readonly ZoneFieldKey[];
  /** The scores of the indicators that the values alone do not give. */
  readonly bounds: IndicatorBounds;
  readonly progress: RowProgress;
  /** Names of the firms in the zone, for text search. */
  readonly firms: readonly string[];
}

/** The progress of a zone beside its step, which is `values.status`. */
export interface RowProgress {
  readonly standing: Standing;
  /** Does the step follow from the zone's producers, because the claims on progress say less? */
  readonly implied: boolean;
  /** From when on the step has been displayed; null: unknown. */
  readonly since: PartialDate | null;
  /** The newest report of the step; null: unknown. */
  readonly lastReported: PartialDate | null;
  /** Producers known by name, those of them reported recently, and named firms that build or have come further. */
  readonly producers: number;
  readonly recentProducers: number;
  readonly building: number;
}

/** What rows say about progress beside the fields of a zone, under its names in addresses, API and files. */
const PROGRESS_VALUES = {
  standing: ({ standing }) => standing,
  progressSince: ({ since }) => since,
  progressLastReported: ({ lastReported }) => lastReported,
  progressImplied: ({ implied }) => implied,
  producers: ({ producers }) => producers,
  recentProducers: ({ recentProducers }) => recentProducers,
} as const satisfies Record<string, (progress: RowProgress) => string | number | boolean | null>;

/** One of these names. */
export type ProgressKey = keyof typeof PROGRESS_VALUES;
export const PROGRESS_KEYS = Object.keys(PROGRESS_VALUES) as readonly ProgressKey[];

/** A field of a zone, or what is worked out about its progress. */
export type RowKey = ZoneFieldKey | ProgressKey;

/** The values of a row by these names; null: unknown. */
export type RowValues = ZoneValues & {
  readonly [K in ProgressKey]: ReturnType<(typeof PROGRESS_VALUES)[K]>;
};

/** Every name in the catalogue's order; those about progress follow its field. */
export const ROW_KEYS: readonly RowKey[] = ZONE_FIELD_KEYS.flatMap((key): RowKey[] =>
  key === "status" ? [key, ...PROGRESS_KEYS] : [key],
);

/** Is this the name of something about progress that is no field? */
export function isProgressKey(word: string): word is ProgressKey {
  return Object.hasOwn(PROGRESS_VALUES, word);
}

/** The value of a row by its name. */
export function getRowValue<K extends RowKey>(
  row: Pick<ZoneRow, "values" | "progress">,
  key: K,
): RowValues[K];
export function getRowValue(
  { values, progress }: Pick<ZoneRow, "values" | "progress">,
  key: RowKey,
) {
  return isProgressKey(key) ? PROGRESS_VALUES[key](progress) : values[key];
}

/** A row as sent to the browser: known values only. */
export interface PackedRow extends Omit<ZoneRow, "values"> {
  readonly values: Partial<ZoneValues>;
}

/** Reduces a zone to values, dates, marks and firm names. */
export function buildRow(zone: ZoneRecord<WeighedClaim>): ZoneRow {
  const support: Partial<Record<ZoneFieldKey, Support>> = {};
  const weak: ZoneFieldKey[] = [];
  const unused: ZoneFieldKey[] = [];
  const dates: Partial<Record<ZoneFieldKey, PartialDate>> = {};
  const marks: Partial<Record<ZoneFieldKey, NonNullable<Mark>>> = {};
  for (const key of ZONE_FIELD_KEYS) {
    const { evidence, mark, rivals } = zone.fields[key];
    if (evidence) dates[key] = evidence.date;
    else if (rivals.length > 0) unused.push(key);
    if (mark) marks[key] = mark;
    const found = zone.support[key];
    if (found) support[key] = found.support;
    if (found?.weak) weak.push(key);
  }
  const { producers, building } = zone;
  const { implied = [], since = null, lastReported = null } = zone.fields.status.progress ?? {};
  if (lastReported !== null) dates.status = lastReported;
  const recentProducers = producers.filter(({ recent }) => recent).length;
  return {
    slug: zone.slug,
    order: zone.order,
    values: zone.values,
    dates,
    marks,
    support,
    weak,
    unused,
    bounds: zone.bounds,
    progress: {
      standing: getZoneStanding(zone),
      implied: implied.length > 0,
      ...{ since, lastReported, recentProducers, building },
      producers: producers.length,
    },
    firms: zone.tenancies.map(({ tenancy }) => tenancy.firm),
  };
}

/** The support of a field's displayed value; null where the value is unknown. */
export function getRowSupport(
  { support, weak }: Pick<ZoneRow, "support" | "weak">,
  field: ZoneFieldKey,
): Pick<ValueSupport, "support" | "weak"> | null {
  const found = support[field];
  return found === undefined ? null : { support: found, weak: weak.includes(field) };
}

/** Drops unknown values. */
export function packRow(row: ZoneRow): PackedRow {
  return {
    ...row,
    values: Object.fromEntries(
      Object.entries(row.values).filter(([, value]) => value !== null),
    ) as Partial<ZoneValues>,
  };
}

/**
 * A row for a view that reads only some fields of it, so that a page is small: the values, dates and support of the others are
 * missing, and so are the names of firms and the bounds of scores. It keeps the day of the last search, by which ages are judged.
 */
export function pickFields<R extends ZoneRow>(row: R, fields: readonly ZoneFieldKey[]): R {
  const kept = new Set<string>(["lastSearchedOn", ...fields]);
  const pick = <T extends object>(part: T) =>
    Object.fromEntries(Object.entries(part).filter(([key]) => kept.has(key)));
  return {
    ...row,
    ...{ values: pick(row.values), dates: pick(row.dates), support: pick(row.support) },
    ...{ bounds: {}, firms: [] },
    weak: row.weak.filter((key) => kept.has(key)),
    unused: row.unused.filter((key) => kept.has(key)),
  };
}

/** Restores every field, unknown values as null. */
export function unpackRow(row: PackedRow): ZoneRow {
  return {
    ...row,
    values: Object.fromEntries(
      ZONE_FIELD_KEYS.map((key) => [key, row.values[key] ?? null]),
    ) as unknown as ZoneValues,
  };
}
