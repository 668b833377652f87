import { parse } from "csv-parse/sync";
import { fieldSpec, isZoneField } from "../../lib/catalogue/fields";
import { readWorkbook } from "./read-workbook";

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
  return recordsOf(table).map((cells) => buildRow(cells, valueOfText));
}

/** Reads the sheet Data of an XLSX file back. */
export async function readXlsx(body: ArrayBuffer): Promise<ReadRow[]> {
  const data = (await readWorkbook(body)).find(({ name }) => name === "Data");
  const table = data?.rows.map((row) => row.map(({ value }) => value)) ?? [];
  return recordsOf(table).map((cells) => buildRow(cells, valueOfCell));
}

/** Reads an NDJSON file back. */
export function readNdjson(text: string): ReadRow[] {
  return text.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line) as ReadRow]));
}

interface Collection {
  readonly features: readonly {
    readonly id: string;
    readonly geometry: { readonly coordinates: readonly [number, number] } | null;
    readonly properties: ReadRow;
  }[];
}

/** Reads a GeoJSON file back; the place comes from the geometry. */
export function readGeojson(text: string): ReadRow[] {
  return (JSON.parse(text) as Collection).features.map(({ id, geometry, properties }) => ({
    ...properties,
    slug: id,
    location: geometry && { lon: geometry.coordinates[0], lat: geometry.coordinates[1] },
  }));
}

/** The records of a table by the names in its first row. */
function recordsOf([head = [], ...rows]: readonly (readonly unknown[])[]): Cells[] {
  return rows.map((row) => Object.fromEntries(head.map((name, i) => [String(name), row[i]])));
}

function buildRow(cells: Cells, read: (key: string, cell: unknown) => unknown): ReadRow {
  const { longitude, latitude, readinessLow, readinessHigh, readinessCoverage, ...fields } = cells;
  const lon = numberOf(longitude);
  const lat = numberOf(latitude);
  const low = numberOf(readinessLow);
  return {
    ...Object.fromEntries(Object.entries(fields).map(([key, cell]) => [key, read(key, cell)])),
    ...("longitude" in cells ? { location: lon === null ? null : { lon, lat } } : {}),
    readiness:
      low === null
        ? null
        : { low, high: numberOf(readinessHigh), coverage: numberOf(readinessCoverage) },
  };
}

function numberOf(cell: unknown): number | null {
  return cell === "unknown" || cell === "not-applicable" ? null : Number(cell);
}

/** A typed cell: numbers and flags are themselves. */
function valueOfCell(key: string, cell: unknown): unknown {
  if (cell === "unknown") return null;
  if (!isZoneField(key)) return cell;
  return fieldSpec(key).kind === "list" ? String(cell).split("; ") : cell;
}

/** A cell of which all that is known is its text. */
function valueOfText(key: string, cell: unknown): unknown {
  const text = String(cell);
  if (text === "unknown") return null;
  if (!isZoneField(key) || text === "not-applicable") return text;
  const { kind } = fieldSpec(key);
  if (kind === "list") return text.split("; ");
  if (kind === "flag") return text === "true";
  return kind === "number" || kind === "level" ? Number(text) : text;
}
