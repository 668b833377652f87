import { fieldSpec, isTenancyField, isZoneField } from "../catalogue/fields";
import type { ColumnType, DescribedColumn } from "./columns";
import { LICENCE, LICENCE_ID } from "./file-notes";
import type { ReleaseTable } from "./release-tables";
import { TABLE_KEYS, TABLE_REFERENCES } from "./table-keys";

/** Name of the file that describes the others of a package to programs. */
export const DATA_PACKAGE = "datapackage.json";

/** A file of a package. */
interface PackagedFile {
  readonly name: string;
  readonly summary: string;
  /** Media type. */
  readonly type: string;
  /** Absent where it is not known before the file is written. */
  readonly bytes?: number;
}

/** What a data package says about itself. */
interface PackageNotes {
  readonly title: string;
  readonly description: string;
  /** Number of the release, or the revision. */
  readonly version: string;
  /** Instant of the revision, ISO 8601 UTC. */
  readonly recordedAt: string;
  /** Scheme and host of the site; empty if it is not known. */
  readonly origin: string;
  readonly files: readonly PackagedFile[];
  /** What the data was compiled from; absent: it is in a file. */
  readonly sources?: readonly { readonly title: string; readonly path?: string }[];
}

/** The end of the names of tables. */
const TABLE_ENDING = ".csv";

const PARTIAL_DATE = "^\\d{4}(-\\d{2}(-\\d{2})?)?$";

/**
 * Files as a Frictionless data package (https://specs.frictionlessdata.io): types, allowed values, keys and
 * references of each table, and that an empty cell is a missing value.
 */
export function dataPackage(
  { title, description, version, recordedAt, origin, files, sources }: PackageNotes,
  tables: readonly Pick<ReleaseTable, "name" | "columns">[],
): string {
  const columns = new Map(tables.map((table) => [table.name, table.columns]));
  const content = {
    profile: "data-package",
    name: "cpec-sez-tracker",
    title,
    description,
    version,
    created: recordedAt,
    ...(origin === "" ? {} : { homepage: origin }),
    licenses: [{ name: LICENCE_ID, title: LICENCE.name, path: LICENCE.url }],
    ...(sources ? { sources } : {}),
    resources: files.map((file) => describeFile(file, columns.get(file.name))),
  };
  return `${JSON.stringify(content, null, 1)}\n`;
}

function describeFile(
  { name, summary, type, bytes }: PackagedFile,
  columns: readonly DescribedColumn[] | undefined,
) {
  const [mediatype] = type.split(";");
  const resource = {
    name: name.toLowerCase(),
    path: name,
    description: summary,
    format: name.slice(name.lastIndexOf(".") + 1),
    mediatype,
    ...(bytes === undefined ? {} : { bytes }),
  };
  if (!columns) return resource;
  const table = name.replace(TABLE_ENDING, "");
  const key = TABLE_KEYS[table];
  const references = TABLE_REFERENCES[table] ?? [];
  return {
    ...resource,
    profile: "tabular-data-resource",
    encoding: "utf-8",
    schema: {
      fields: columns.map(describeColumn),
      missingValues: [""],
      ...(key ? { primaryKey: key } : {}),
      ...(references.length > 0
        ? {
            foreignKeys: references.map((reference) => ({
              fields: reference.column,
              reference: { resource: reference.table + TABLE_ENDING, fields: reference.key },
            })),
          }
        : {}),
    },
  };
}

function describeColumn({ key, definition, type, allowed }: DescribedColumn) {
  const constraints = allowed ? { enum: allowed } : getConstraints(key, type);
  return { name: key, description: definition, type, ...(constraints ? { constraints } : {}) };
}

/** The limits of a number, and the form of a date that may be known only to the year or month. */
function getConstraints(key: string, type: ColumnType) {
  if (!isZoneField(key) && !isTenancyField(key)) return null;
  const spec = fieldSpec(key);
  if (spec.kind === "date" && type === "string") return { pattern: PARTIAL_DATE };
  if (spec.kind === "level") return { minimum: 0, maximum: spec.levels.length - 1 };
  if (spec.kind !== "number") return null;
  return { minimum: spec.min, ...(spec.max === null ? {} : { maximum: spec.max }) };
}
