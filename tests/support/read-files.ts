import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { parquetReadObjects } from "hyparquet";
import sqlite from "node-sqlite3-wasm";
import { fieldSpec, isZoneField, ZONE_FIELD_KEYS } from "../../lib/catalogue/fields";
import { listFieldTerms } from "../../lib/catalogue/vocabularies";
import { PROGRESS_KEYS } from "../../lib/evidence/row";
import { STANDINGS } from "../../lib/readiness/standing";
import { readWorkbook } from "./read-workbook";

// Playwright loads no JSON modules, so the words are read as files.
const readWords = (namespace: string) =>
  JSON.parse(readFileSync(`lib/text/messages/en/${namespace}.json`, "utf8"));
const STANDING_WORDS: Readonly<Record<string, string>> = readWords("query").standing;
const COLUMN_WORDS: Readonly<Record<string, { readonly label: string }>> =
  readWords("files").column;

/** A zone as read back from a file: null is unknown. */
export type ReadRow = Readonly<Record<string, unknown>>;

type Cells = Readonly<Record<string, unknown>>;

/** The bytes of a download or an answer, as the readers take them. */
export function toArrayBuffer(bytes: Buffer): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}

/** Reads a file of zones back with a reader that shares nothing with the writers. */
export function readCsv(body: ArrayBuffer): ReadRow[] {
  const table: string[][] = parse(Buffer.from(body));
  return recordsOf(table).map((cells) => buildRow(dropSnapshot(cells), valueOfText));
}

/** Reads the sheet Zones of an XLSX file back: headings as keys, words as values. */
export async function readXlsx(body: ArrayBuffer): Promise<ReadRow[]> {
  const [zones] = await readWorkbook(body, "Zones");
  const [head = [], ...rows] =
    zones?.rows.map((row) => Array.from(row, (cell) => cell?.value ?? null)) ?? [];
  const records = recordsOf([head.map((heading) => keyOfHeading(String(heading))), ...rows]);
  return records.map(({ slug, ...cells }) =>
    buildRow({ slug, ...dropSnapshot(cells) }, valueOfWords),
  );
}

/** The cells without the day and revision of the row, which only tables that can be imported again have. */
function dropSnapshot({ snapshot, ...cells }: Cells): Cells {
  if (snapshot !== undefined && !/^\d{4}-\d{2}-\d{2}_r\d+$/.test(String(snapshot))) {
    throw new Error(`${snapshot} is no day and revision`);
  }
  return cells;
}

/** Reads a GeoParquet file back; the place comes from the geometry and must be that of the columns. */
export async function readParquet(body: ArrayBuffer): Promise<ReadRow[]> {
  const rows = await parquetReadObjects({ file: body });
  return rows.map(({ geometry, ...cells }) => {
    const [lon, lat] = geometry?.coordinates ?? [null, null];
    if ("longitude" in cells && (cells.longitude !== lon || cells.latitude !== lat)) {
      throw new Error("The point is not the place of the columns");
    }
    const plain = Object.entries(cells).map(([key, cell]) => [
      key,
      typeof cell === "bigint" ? Number(cell) : cell,
    ]);
    return buildRow(Object.fromEntries(plain), valueOfCell);
  });
}

/** Reads the layer of a GeoPackage back; the place comes from the geometry and must be that of the columns. */
export async function readGeoPackage(body: ArrayBuffer): Promise<ReadRow[]> {
  const folder = await mkdtemp(path.join(tmpdir(), "read-"));
  try {
    const file = path.join(folder, "zones.gpkg");
    await writeFile(file, Buffer.from(body));
    return readSqlZones(file, "zones");
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Reads the zones of a database back. */
export function readSqlZones(file: string, table: string): ReadRow[] {
  const db = new sqlite.Database(file, { readOnly: true });
  try {
    return db.all(`SELECT * FROM "${table}"`).map(({ fid: _, geom, ...cells }) => {
      if (geom !== undefined && "longitude" in cells) checkPoint(geom, cells);
      const typed = Object.entries(cells).map(([key, cell]) => [
        key,
        isFlag(key) && cell !== null ? cell === 1 : cell,
      ]);
      return buildRow(Object.fromEntries(typed), valueOfCell);
    });
  } finally {
    db.close();
  }
}

const isFlag = (key: string) =>
  key === "progressImplied" || (isZoneField(key) && fieldSpec(key).kind === "flag");

/** Is a geometry of GeoPackage the point of these columns, little-endian and without an envelope? */
function checkPoint(geom: unknown, { longitude, latitude }: Cells) {
  if (geom === null && longitude === null) return;
  const bytes = Buffer.from(geom as Uint8Array);
  const head = bytes.subarray(0, 13).toString("hex");
  if (
    head !== "47500001e61000000101000000" ||
    bytes.readDoubleLE(13) !== longitude ||
    bytes.readDoubleLE(21) !== latitude
  ) {
    throw new Error("The point is not the place of the columns");
  }
}

interface Collection {
  readonly features: readonly {
    readonly id: string;
    readonly geometry: { readonly coordinates: readonly [number, number] } | null;
    readonly properties: ReadRow;
  }[];
}

/** Reads a GeoJSON file back; the place comes from the geometry and must be that of the properties. */
export function readGeojson(text: string): ReadRow[] {
  return (JSON.parse(text) as Collection).features.map(({ id, geometry, properties }) => {
    const [lon, lat] = geometry?.coordinates ?? [null, null];
    const place = "longitude" in properties ? { longitude: lon, latitude: lat } : {};
    return { ...buildRow({ ...properties, ...place }, valueOfCell), slug: id };
  });
}

/** The records of a table by the names in its first row. */
function recordsOf([head = [], ...rows]: readonly (readonly unknown[])[]): Cells[] {
  return rows.map((row) => Object.fromEntries(head.map((name, i) => [String(name), row[i]])));
}

function buildRow(
  { readinessLow, readinessHigh, readinessCoverage, readinessValueStatus, ...cells }: Cells,
  read: (key: string, cell: unknown) => unknown,
): ReadRow {
  const [low, high, coverage] = [readinessLow, readinessHigh, readinessCoverage].map(numberOf);
  if ((low === null) !== (readinessValueStatus === "not-applicable"))
    throw new Error("no readiness");
  const row: Record<string, unknown> = {};
  for (const [key, cell] of Object.entries(cells)) {
    // The first and last day of a date, which tests of columns check.
    if (/^(approvedOn|progressSince|progressLastReported)(From|To)$/.test(key)) continue;
    const status = cells[`${key}ValueStatus`];
    if (key === "longitude") {
      const [lon, lat] = [numberOf(cell), numberOf(cells.latitude)];
      row.location = lon === null ? null : { lon, lat };
    } else if (key !== "latitude" && !key.endsWith("ValueStatus")) {
      if (isEmpty(cell)) row[key] = status === "not-applicable" ? status : null;
      else row[key] = read(key, cell);
    }
  }
  return { ...row, readiness: low === null ? null : { low, high, coverage } };
}

const isEmpty = (cell: unknown) => cell === "" || cell === null;

function numberOf(cell: unknown): number | null {
  return isEmpty(cell) || cell === undefined ? null : Number(cell);
}

/** A typed cell: numbers and flags are themselves. */
function valueOfCell(key: string, cell: unknown): unknown {
  return isZoneField(key) && fieldSpec(key).kind === "list" ? String(cell).split("; ") : cell;
}

/** A cell with words in place of the values of a vocabulary. */
function valueOfWords(key: string, cell: unknown): unknown {
  if (key === "standing") {
    return STANDINGS.find((standing) => cell === STANDING_WORDS[standing]);
  }
  const spec = isZoneField(key) ? fieldSpec(key) : null;
  if (spec?.kind !== "choice") return valueOfCell(key, cell);
  return listFieldTerms(spec).find(({ label }) => label === cell)?.value;
}

/** A cell of which all that is known is its text. */
function valueOfText(key: string, cell: unknown): unknown {
  const text = String(cell);
  if (isFlag(key)) return text === "true";
  if (key === "producers" || key === "recentProducers") return Number(text);
  if (!isZoneField(key)) return text;
  const { kind } = fieldSpec(key);
  return kind === "number" || kind === "level" ? Number(text) : valueOfCell(key, text);
}

const PARTS: Readonly<Record<string, string>> = {
  Slug: "slug",
  "Day and revision": "snapshot",
  Longitude: "longitude",
  Latitude: "latitude",
  Readiness: "readiness",
  "Readiness, confirmed score": "readinessLow",
  "Readiness, possible score": "readinessHigh",
  "Readiness, data completeness": "readinessCoverage",
  ...Object.fromEntries(PROGRESS_KEYS.map((key) => [COLUMN_WORDS[key]?.label ?? key, key])),
};

/** The key of a column of the sheet Zones by its heading: a label, its unit in brackets, or a label and "value status". */
function keyOfHeading(heading: string): string {
  const [label = "", status] = heading.replace(/ \([^)]*\)$/, "").split(": ");
  const key = PARTS[label] ?? ZONE_FIELD_KEYS.find((one) => fieldSpec(one).label === label);
  if (key === undefined) throw new Error(`${heading} is no heading of a zone`);
  return status === "value status" ? `${key}ValueStatus` : key;
}
