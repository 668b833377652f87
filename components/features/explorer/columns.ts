import { fieldSpec, isZoneField, ZONE_FIELD_KEYS, type ZoneFieldKey } from "@/lib/catalogue/fields";
import { GROUPS } from "@/lib/catalogue/groups";
import type { SortKey } from "@/lib/query/query";

/** Columns that are not one field: the readiness band, and what is delivered of what is needed. */
const COMPOSED = {
  readiness: {
    label: "Readiness, band and coverage",
    short: "Readiness",
    group: "Readiness",
    definition: "From the floor, where every unknown counts nothing, to the ceiling.",
    sort: "readiness",
  },
  power: {
    label: "Power, energised of needed",
    short: "Power, MW",
    group: GROUPS.quantities,
    definition: "Electric power that can be drawn at the zone, of what it needs when full, in MW.",
    sort: "powerEnergisedMw",
  },
  gasSupply: {
    label: "Gas, supplied of needed",
    short: "Gas, MMCFD",
    group: GROUPS.quantities,
    definition: "Gas that reaches the zone, of what it needs when full, in MMCFD.",
    sort: "gasSuppliedMmcfd",
  },
} as const satisfies Record<string, Omit<Column, "key" | "numeric" | "descendingFirst">>;

/** Key of a column that is not one field. */
export type ComposedKey = keyof typeof COMPOSED;
/** Key of a column. The name is no column of its own: it heads every row. */
export type ColumnKey = Exclude<ZoneFieldKey, "name"> | ComposedKey;

/** A column of the table. */
export interface Column {
  readonly key: ColumnKey;
  readonly label: string;
  /** What stands in the table's head. */
  readonly short: string;
  /** Heading in the column chooser. */
  readonly group: string;
  readonly definition: string;
  readonly sort: SortKey;
  /** Are its values figures, set flush right? */
  readonly numeric: boolean;
  /** Does a first press sort the largest, furthest or latest first? */
  readonly descendingFirst: boolean;
}

const FIELDS = ZONE_FIELD_KEYS.filter((key) => key !== "name");

/** Every column that can be chosen: readiness first, then the catalogue's fields in its order, each composed one before its group's own. */
export const COLUMN_KEYS: readonly ColumnKey[] = [
  "readiness",
  ...FIELDS.flatMap((key): ColumnKey[] => {
    if (key === "powerNeededMw") return ["power", key];
    return key === "gasNeededMmcfd" ? ["gasSupply", key] : [key];
  }),
];

/** The columns before the reader chooses: the catalogue's, readiness, and the power gap. */
export const DEFAULT_COLUMNS: readonly ColumnKey[] = [
  ...FIELDS.filter((key) => fieldSpec(key).shown),
  "readiness",
  "power",
];

/** Is this word the key of a column? */
export function isColumnKey(word: string): word is ColumnKey {
  return isComposed(word) || (isZoneField(word) && word !== "name");
}

/** Is this the key of a column that is not one field? */
export function isComposed(key: string): key is ComposedKey {
  return Object.hasOwn(COMPOSED, key);
}

const KNOWN = new Map<ColumnKey, Column>();

/** What the table needs to know of a column; the same object every time. */
export function getColumn(key: ColumnKey): Column {
  const known = KNOWN.get(key);
  if (known) return known;
  const column = isComposed(key)
    ? { key, ...COMPOSED[key], numeric: key !== "readiness", descendingFirst: true }
    : fieldColumn(key);
  KNOWN.set(key, column);
  return column;
}

function fieldColumn(key: Exclude<ZoneFieldKey, "name">): Column {
  const spec = fieldSpec(key);
  return {
    key,
    label: spec.label,
    short: spec.short ?? spec.label,
    group: GROUPS[spec.group],
    definition: spec.definition,
    sort: key,
    numeric: spec.kind === "number",
    descendingFirst:
      spec.kind === "number" || spec.behaviour === "ordered" || spec.kind === "level",
  };
}
