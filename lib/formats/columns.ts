import { type FieldKey, fieldSpec, type ZoneFieldKey } from "../catalogue/fields";
import { SNAPSHOT_KEY } from "../catalogue/import-columns";
import { type FieldValue, NOT_APPLICABLE, statusKey, VALUE_STATUSES } from "../catalogue/kinds";
import { listTerms } from "../catalogue/vocabularies";
import {
  getRowValue,
  isProgressKey,
  type ProgressKey,
  ROW_KEYS,
  type RowKey,
} from "../evidence/row";
import { isPlace } from "../evidence/value-equality";
import { UNKNOWN } from "../query/filters";
import type { RankedRow } from "../query/select";
import { STANDINGS } from "../readiness/standing";
import type { Text } from "../text/text";
import { firstDay, lastDay, type PartialDate } from "../time/day";
import type { CitedState } from "./file-notes";

/** A cell of a table file. Null is an empty cell. */
export type Cell = string | number | boolean | null;

/** What a column of a CSV file holds, in the words of Table Schema. A date known only to the year or month is a string. */
export type ColumnType = "string" | "number" | "integer" | "boolean" | "date" | "datetime";

/** What is known of a column without its rows. Each format derives its own type from it. */
export interface DescribedColumn {
  /** The column's name, the same in every file and in the data dictionary. */
  readonly key: string;
  readonly definition: string;
  /** Its unit or its allowed values; empty where the definition is enough. */
  readonly values: string;
  readonly type: ColumnType;
  /** The only values there can be; absent for open ones. */
  readonly allowed?: readonly string[];
}

/** A column of a table in any format. */
export interface Column<Row> extends DescribedColumn {
  readonly cell: (row: Row) => Cell;
}

/** A column of a file of zones. */
export interface ZoneColumn extends Column<RankedRow> {
  readonly label: string;
  /** The field whose whole value it holds; null for a part of one and for what is computed. */
  readonly field: ZoneFieldKey | null;
  /** Unit of its numbers; empty where they have none. */
  readonly unit: string;
}

/** A column before its missing values are written: unknown is null, not applicable is the word. */
interface RawColumn extends ZoneColumn {
  /** Key and label of the status of its numbers; null: a cell is never not applicable, or the word is a value like others. */
  readonly status: { readonly key: string; readonly label: string } | null;
}

/** The values of a flag. */
export const FLAG_VALUES = ["true", "false"].join(", ");

/** Separates the items of a list in one cell. */
export const LIST_SEPARATOR = "; ";

/** The fields in files, in the catalogue's order, and what is worked out about progress. */
export const EXPORTED_FIELDS: readonly RowKey[] = ROW_KEYS.filter(
  (key) => isProgressKey(key) || fieldSpec(key).exported,
);

const READINESS_PARTS = { low: "0–100", high: "0–100", coverage: "0–1" } as const;

/**
 * The columns of a table file: slug, the fields (a place as longitude and latitude), readiness.
 * @param fields the fields, in this order
 */
export function listColumns(
  text: Text,
  fields: readonly RowKey[] = EXPORTED_FIELDS,
): readonly ZoneColumn[] {
  const columns = [
    {
      ...NO_UNIT,
      key: "slug",
      label: text.t("files.column.slug.label"),
      definition: text.t("files.column.slug.definition"),
      values: "",
      cell: ({ slug }: RankedRow) => slug,
    },
    ...fields.flatMap((key) =>
      isProgressKey(key) ? listProgressColumns(text, key) : listFieldColumns(text, key),
    ),
    ...listReadinessColumns(text),
  ];
  // One status for all neighbours that have it in common, after the last of them.
  return columns.flatMap((column, i) =>
    column.status === null
      ? [column]
      : column.status.key === columns[i + 1]?.status?.key
        ? [keepNumbers(column)]
        : [keepNumbers(column), buildStatusColumn(text, column, column.status)],
  );
}

/**
 * The columns for programs that guess types from the first zones they read, as QGIS does: a date that may be known only
 * to the year is there as its first and last day alone, because as text it would be lost where the first ones are days.
 */
export function listMapColumns(text: Text, fields?: readonly RowKey[]): readonly ZoneColumn[] {
  const columns = listColumns(text, fields);
  const keys = new Set(columns.map(({ key }) => key));
  return columns.filter(({ key }) => !keys.has(`${key}From`));
}

/** The column by which a row that is brought back knows its day and revision, as the file's name has them. */
export function snapshotColumn({ t }: Text, { asOf, version }: CitedState): ZoneColumn {
  const snapshot = `${asOf}_r${version}`;
  return {
    ...{ type: "string", field: null, unit: "", key: SNAPSHOT_KEY, values: "" },
    label: t("files.column.snapshot.label"),
    definition: t("files.column.snapshot.definition"),
    cell: () => snapshot,
  };
}

/** What a column has where it is neither a number with a unit nor a whole field. */
const NO_UNIT = { type: "string", field: null, unit: "", status: null } as const;

/** Only the numbers; what is unknown or not applicable is empty. */
function keepNumbers({ cell, ...column }: RawColumn): ZoneColumn {
  const keep = (value: Cell) => (typeof value === "number" ? value : null);
  return { ...column, cell: (row) => keep(cell(row)) };
}

function buildStatusColumn(
  { t }: Text,
  { cell }: RawColumn,
  { key, label }: NonNullable<RawColumn["status"]>,
): ZoneColumn {
  const getStatus = (value: Cell): (typeof VALUE_STATUSES)[number] =>
    value === null ? "unknown" : value === NOT_APPLICABLE ? NOT_APPLICABLE : "known";
  return {
    ...NO_UNIT,
    key,
    label: t("files.column.status.label", { label }),
    definition: t("files.column.status.definition"),
    values: VALUE_STATUSES.join(", "),
    allowed: VALUE_STATUSES,
    cell: (row) => getStatus(cell(row)),
  };
}

function listFieldColumns(text: Text, key: ZoneFieldKey): RawColumn[] {
  const spec = fieldSpec(key);
  const definition = text.fieldDefinition(key);
  if (spec.kind === "place") {
    const unit = text.t("files.values.degrees");
    const part = (name: "longitude" | "latitude", axis: "lon" | "lat"): RawColumn => ({
      key: name,
      label: text.t(`files.column.${name}`),
      definition,
      values: unit,
      type: "number",
      field: null,
      unit,
      status: null,
      cell: ({ values }) => {
        const place = values[key];
        return isPlace(place) ? place[axis] : null;
      },
    });
    return [part("longitude", "lon"), part("latitude", "lat")];
  }
  const label = text.fieldLabel(key);
  const number = spec.kind === "number" ? spec : null;
  return [
    {
      key,
      label,
      definition,
      ...describeField(text, key),
      field: key,
      unit: number?.unit ?? "",
      status: number?.notApplicable ? { key: statusKey(key), label } : null,
      cell: ({ values }) => getCell(values[key]),
    },
    ...(key === "approvedOn"
      ? listDayColumns(text, { key, label, read: ({ values }) => values[key] })
      : []),
  ];
}

/** 2 columns for a date that may be a year or a month: its first day and its last. */
function listDayColumns(
  { t }: Text,
  date: {
    readonly key: string;
    readonly label: string;
    readonly read: (row: RankedRow) => PartialDate | null;
  },
): RawColumn[] {
  const ends = [
    ["From", firstDay],
    ["To", lastDay],
  ] as const;
  return ends.map(([end, toDay]) => ({
    ...NO_UNIT,
    key: `${date.key}${end}`,
    label: t(`files.column.day${end}.label`, { label: date.label }),
    definition: t(`files.column.day${end}.definition`),
    values: t("files.values.day"),
    type: "date",
    cell: (row) => {
      const value = date.read(row);
      return value === null ? null : toDay(value);
    },
  }));
}

/** What each fact about progress is, and its unit or values. */
function getProgressType(
  { t }: Text,
  key: ProgressKey,
): Pick<ZoneColumn, "type" | "values" | "allowed"> {
  switch (key) {
    case "standing":
      return { type: "string", values: STANDINGS.join(", "), allowed: STANDINGS };
    case "progressSince":
    case "progressLastReported":
      return { type: "string", values: t("files.values.date") };
    case "progressImplied":
      return { type: "boolean", values: FLAG_VALUES };
    case "producers":
    case "recentProducers":
      return { type: "integer", values: t("files.values.wholeNumber") };
  }
}

function listProgressColumns(text: Text, key: ProgressKey): RawColumn[] {
  const label = text.t(`files.column.${key}.label`);
  const column: RawColumn = {
    ...{ ...NO_UNIT, key, label, definition: text.t(`files.column.${key}.definition`) },
    ...getProgressType(text, key),
    cell: (row) => getRowValue(row, key),
  };
  if (key !== "progressSince" && key !== "progressLastReported") return [column];
  return [column, ...listDayColumns(text, { key, label, read: (row) => getRowValue(row, key) })];
}

/** A value as one cell: null is unknown, a list is joined, a place is longitude and latitude. */
export function getCell(value: FieldValue): Cell {
  if (value === null || typeof value !== "object") return value;
  return "lon" in value ? `${value.lon} ${value.lat}` : value.join(LIST_SEPARATOR);
}

/**
 * A value in a column of values of several fields, which is text anyway: unknown is the word, so that it differs from
 * a cell where no value belongs.
 */
export function getWordCell(value: FieldValue): NonNullable<Cell> {
  return getCell(value) ?? UNKNOWN;
}

function listReadinessColumns(text: Text): RawColumn[] {
  const status = { key: statusKey("readiness"), label: text.t("files.column.readiness.label") };
  const column = (key: string, part: keyof typeof READINESS_PARTS): RawColumn => ({
    key,
    label: text.t(`files.column.readiness.${part}.label`),
    definition: text.t(`files.column.readiness.${part}.definition`),
    values: READINESS_PARTS[part],
    type: "number",
    field: null,
    unit: READINESS_PARTS[part],
    status,
    // A zone without a score has no applicable indicator: that is known, not unknown.
    cell: ({ readiness }) => readiness?.[part] ?? NOT_APPLICABLE,
  });
  return [
    column("readinessLow", "low"),
    column("readinessHigh", "high"),
    column("readinessCoverage", "coverage"),
  ];
}

/** What the column of a field holds: its type, its unit or allowed values (empty for open text), the only values there can be. */
export function describeField(
  text: Text,
  key: FieldKey,
): Pick<DescribedColumn, "type" | "values" | "allowed"> {
  const spec = fieldSpec(key);
  switch (spec.kind) {
    case "choice": {
      const allowed = listTerms(spec.vocabulary).map(({ value }) => value);
      return { type: "string", values: allowed.join(", "), allowed };
    }
    case "level": {
      const meanings = spec.levels.map(
        (meaning, level) => `${level}: ${text.levelMeaning(key, level) ?? meaning}`,
      );
      return { type: "integer", values: meanings.join(LIST_SEPARATOR) };
    }
    case "flag":
      return { type: "boolean", values: FLAG_VALUES };
    case "number":
      return { type: spec.integer ? "integer" : "number", values: spec.unit };
    case "date":
      return { type: "string", values: text.t("files.values.date") };
    case "list":
      return { type: "string", values: text.t("files.values.list", { separator: LIST_SEPARATOR }) };
    default:
      return { type: "string", values: "" };
  }
}
