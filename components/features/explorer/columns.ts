import { fieldSpec, isZoneField, ZONE_FIELD_KEYS, type ZoneFieldKey } from "@/lib/catalogue/fields";
import { PROGRESS_KEYS, type RowKey } from "@/lib/evidence/row";
import type { Query, SortKey } from "@/lib/query/query";
import { listActiveConditions } from "@/lib/query/query-edits";
import type { Text } from "@/lib/text/text";

/** Columns made from more than one field, with what each sorts by. */
const COMPOSED = {
  standing: "standing",
  readiness: "readiness",
  power: "powerEnergisedMw",
  gasSupply: "gasSuppliedMmcfd",
} as const satisfies Record<string, SortKey>;

/** Key of a column made from more than one field. */
type ComposedKey = keyof typeof COMPOSED;
/** Key of a column. The name has no column of its own: it heads every row. */
export type ColumnKey = Exclude<ZoneFieldKey, "name"> | ComposedKey;

/** A column of the table. */
interface Column {
  readonly key: ColumnKey;
  readonly sort: SortKey;
  /** Are its values numbers, aligned at the end? */
  readonly numeric: boolean;
  /** Does the first press sort the largest, furthest or latest first? */
  readonly descendingFirst: boolean;
}

/** The words of a column. */
interface ColumnWords {
  readonly label: string;
  /** The head of the column. */
  readonly short: string;
  /** Heading in the column chooser. */
  readonly group: string;
  readonly definition: string;
}

const FIELDS = ZONE_FIELD_KEYS.filter((key) => key !== "name");

/** Every column: standing and readiness first, then the catalogue's fields in its order, each composed column before its group's fields. */
export const COLUMN_KEYS: readonly ColumnKey[] = [
  ...(["standing", "readiness"] as const),
  ...FIELDS.flatMap((key): ColumnKey[] => {
    if (key === "powerNeededMw") return ["power", key];
    return key === "gasNeededMmcfd" ? ["gasSupply", key] : [key];
  }),
];

/** The columns before the reader chooses: standing, those that the catalogue shows, readiness, and the power gap. */
export const DEFAULT_COLUMNS: readonly ColumnKey[] = [
  "standing",
  ...FIELDS.filter((key) => fieldSpec(key).shown && key !== "status"),
  "readiness",
  "power",
];

/** Columns that show a field which is no column of its own, by the fields. */
const SHOWN_IN: Partial<Record<ColumnKey, ComposedKey>> = {
  status: "standing",
  powerEnergisedMw: "power",
  powerNeededMw: "power",
  gasSuppliedMmcfd: "gasSupply",
  gasNeededMmcfd: "gasSupply",
};

/**
 * The default columns after those of filtered fields that they do not show. One province would be the same in every row.
 * Columns that a reader chose stay.
 */
export function withFiltered(columns: readonly ColumnKey[], query: Query): readonly ColumnKey[] {
  if (columns !== DEFAULT_COLUMNS) return columns;
  const filtered: readonly string[] = listActiveConditions(query);
  const isOneProvince = query.filters.province?.values.length === 1;
  const missing = filtered
    .filter(isColumnKey)
    .filter((key) => key !== "province" || !isOneProvince)
    .filter((key) => !columns.includes(key) && !columns.some((one) => one === SHOWN_IN[key]));
  return missing.length === 0 ? columns : [...missing, ...columns];
}

/** The fields that columns show, in their order, once each; with standing all that is worked out about progress. */
export function listShownFields(columns: readonly ColumnKey[]): RowKey[] {
  const shown = columns.flatMap((column): RowKey[] => {
    if (!isComposed(column)) return [column];
    const fields = FIELDS.filter((key) => SHOWN_IN[key] === column);
    return column === "standing" ? [...fields, ...PROGRESS_KEYS] : fields;
  });
  return [...new Set(shown)];
}

/** Is this word the key of a column? */
export function isColumnKey(word: string): word is ColumnKey {
  return isComposed(word) || (isZoneField(word) && word !== "name");
}

/** Is this the key of a column made from more than one field? */
export function isComposed(key: string): key is ComposedKey {
  return Object.hasOwn(COMPOSED, key);
}

/** How the table sorts and aligns a column. */
export function getColumn(key: ColumnKey): Column {
  if (isComposed(key)) {
    const numeric = key === "power" || key === "gasSupply";
    return { key, sort: COMPOSED[key], numeric, descendingFirst: true };
  }
  const { kind, behaviour } = fieldSpec(key);
  const numeric = kind === "number";
  const descendingFirst = numeric || kind === "level" || behaviour === "ordered";
  return { key, sort: key, numeric, descendingFirst };
}

/** The head of a column. */
export function columnShort(text: Text, key: ColumnKey | "name"): string {
  return isComposed(key) ? text.t(`explorer.columns.composed.${key}.short`) : text.fieldShort(key);
}

/** Every word about a column. */
export function describeColumn(text: Text, key: ColumnKey | "name"): ColumnWords {
  const short = columnShort(text, key);
  if (!isComposed(key)) {
    return {
      label: text.fieldLabel(key),
      short,
      group: text.groupLabel(fieldSpec(key).group),
      definition: text.fieldDefinition(key),
    };
  }
  return {
    label: text.t(`explorer.columns.composed.${key}.label`),
    short,
    group:
      key === "readiness"
        ? text.t("explorer.columns.composed.readiness.group")
        : text.groupLabel(key === "standing" ? fieldSpec("status").group : "quantities"),
    definition: text.t(`explorer.columns.composed.${key}.definition`),
  };
}

/** The entry of the glossary for a column. */
export function columnTerm(key: ColumnKey | "name"): { of: "readiness" } | { field: ZoneFieldKey } {
  switch (key) {
    case "readiness":
      return { of: "readiness" };
    case "standing":
      return { field: "status" };
    case "power":
      return { field: "powerEnergisedMw" };
    case "gasSupply":
      return { field: "gasSuppliedMmcfd" };
    default:
      return { field: key };
  }
}
