import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { parse } from "csv-parse/sync";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Cell, ColumnType } from "@/lib/formats/columns";
import { csvChunks } from "@/lib/formats/csv";
import { DAY_TABLES, dayTable, tableCsv, tableParquet } from "@/lib/formats/day-tables";
import { parquetChunks } from "@/lib/formats/parquet";
import type { Workbook } from "@/lib/formats/xlsx";
import { englishText } from "@/lib/text/english-text";
import { readCsv, readParquet, toArrayBuffer } from "../../support/read-files";
import { seedDay, seedWorkbook } from "../../support/seed-workbook";

/** The whole file. */
const join = (chunks: Iterable<Uint8Array | string>) =>
  toArrayBuffer(Buffer.concat(Array.from(chunks, (chunk) => Buffer.from(chunk))));

interface Row {
  readonly id: number;
}

const column = (key: string, type: ColumnType, cell: (row: Row) => Cell) => ({ key, type, cell });
/** A column of each type, with unknown values. */
const COLUMNS = [
  column("name", "string", ({ id }) => (id % 3 === 0 ? null : `name ${id}`)),
  column("share", "number", ({ id }) => (id % 3 === 1 ? null : id / 4)),
  column("amount", "integer", ({ id }) => (id % 3 === 2 ? null : id * 3_000_000_000)),
  column("open", "boolean", ({ id }) => (id % 3 === 0 ? null : id % 2 === 0)),
  column("day", "date", ({ id }) => (id % 3 === 1 ? null : "2020-10-07")),
  column("at", "datetime", ({ id }) => (id % 3 === 2 ? null : "2026-11-24T09:00:00.000Z")),
];
const makeRows = (count: number): Row[] => Array.from({ length: count }, (_, id) => ({ id }));
const make = (count: number) => join(parquetChunks(makeRows(count), COLUMNS));

describe("a Parquet file", () => {
  it("has each cell in the type of its column, and null where it is unknown", async () => {
    expect(await parquetReadObjects({ file: make(3) })).toEqual([
      {
        name: null,
        share: 0,
        amount: 0n,
        open: null,
        day: new Date("2020-10-07"),
        at: new Date("2026-11-24T09:00:00Z"),
      },
      {
        name: "name 1",
        share: null,
        amount: 3_000_000_000n,
        open: false,
        day: null,
        at: new Date("2026-11-24T09:00:00Z"),
      },
      {
        name: "name 2",
        share: 0.5,
        amount: null,
        open: true,
        day: new Date("2020-10-07"),
        at: null,
      },
    ]);
  });

  it("has all rows of several groups in their order, each group in a chunk", async () => {
    const chunks = [...parquetChunks(makeRows(2_500), COLUMNS)];
    expect(chunks).toHaveLength(4);
    const file = join(chunks);
    expect(parquetMetadata(file).row_groups.map((group) => group.num_rows)).toEqual([
      1_000n,
      1_000n,
      500n,
    ]);
    const rows = await parquetReadObjects({ file });
    expect(rows.map(({ amount }) => amount)).toEqual(
      makeRows(2_500).map(({ id }) => (id % 3 === 2 ? null : BigInt(id) * 3_000_000_000n)),
    );
  });

  it("has its columns and types without a row", async () => {
    const file = make(0);
    expect(await parquetReadObjects({ file })).toEqual([]);
    expect(parquetMetadata(file).schema.map(({ name }) => name)).toEqual([
      "schema",
      ...COLUMNS.map(({ key }) => key),
    ]);
  });

  it("has the same bytes for the same rows", () => {
    expect(Buffer.from(make(100)).equals(Buffer.from(make(100)))).toBe(true);
  });
});

/** The zones with their points and notes. */
const zonesFile = ({ rows, columns, notes }: Workbook) =>
  join(
    parquetChunks(rows, columns, {
      notes: { name: "notes", content: notes },
      getPlace: ({ values }) => values.location,
    }),
  );

describe("the GeoParquet of all zones", () => {
  let book: Workbook;
  let folder = "";

  beforeAll(async () => {
    book = await seedWorkbook();
    folder = await mkdtemp(path.join(tmpdir(), "parquet-"));
  });

  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  it("has the metadata of GeoParquet 1.1 and its notes", () => {
    const { key_value_metadata: pairs = [] } = parquetMetadata(zonesFile(book));
    const metadata = Object.fromEntries(
      pairs.map(({ key, value }) => [key, JSON.parse(value ?? "")]),
    );
    expect(metadata.geo).toEqual({
      version: "1.1.0",
      primary_column: "geometry",
      columns: { geometry: { encoding: "WKB", geometry_types: ["Point"] } },
    });
    expect(metadata.notes).toEqual(book.notes);
  });

  it("has the zones and values of the CSV, with points in longitude and latitude", async () => {
    const csv = readCsv(join(csvChunks(book.rows, book.columns)));
    expect(csv).toHaveLength(51);
    const read = await readParquet(zonesFile(book));
    expect(read).toEqual(csv);
    const [raw] = (
      await parquetReadObjects({ file: zonesFile(book), geoparquet: false, utf8: false })
    ).filter(({ slug }) => slug === "rashakai-sez");
    const point = Buffer.from(raw?.geometry);
    const { location } = book.rows.find(({ slug }) => slug === "rashakai-sez")?.values ?? {};
    // Little-endian, a point, x, y.
    expect(point.subarray(0, 5).toString("hex")).toBe("0101000000");
    expect({ lon: point.readDoubleLE(5), lat: point.readDoubleLE(13) }).toEqual(location);
  });

  it("has no point where the location is unknown", async () => {
    const rows = book.rows.map((row) => ({ ...row, values: { ...row.values, location: null } }));
    const read = await parquetReadObjects({ file: zonesFile({ ...book, rows }) });
    expect(read.map(({ geometry }) => geometry)).toEqual(rows.map(() => null));
    expect(read.map(({ longitude }) => longitude)).toEqual(rows.map(() => null));
  });

  it("has the same types, rows and sums in DuckDB", async () => {
    const file = path.join(folder, "zones.parquet");
    await writeFile(file, Buffer.from(zonesFile(book)));
    const connection = await (await DuckDBInstance.create()).connect();
    const read = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJson();
    const types = {
      string: "VARCHAR",
      number: "DOUBLE",
      integer: "BIGINT",
      boolean: "BOOLEAN",
      date: "DATE",
    } as Readonly<Record<string, string>>;
    const described = await read(`describe from '${file}'`);
    expect(
      described
        .filter(({ column_name: name }) => name !== "geometry")
        .map(({ column_name: name, column_type: type }) => [name, type]),
    ).toEqual(book.columns.map(({ key, type }) => [key, types[type]]));
    const numbers = book.columns.filter(({ type }) => type === "number" || type === "integer");
    const [sums] = await read(
      `select ${numbers.map(({ key }) => `sum("${key}") as "${key}", count("${key}") as "n ${key}"`).join(", ")} from '${file}'`,
    );
    for (const { key, cell } of numbers) {
      const cells = book.rows.map(cell).filter((one) => one !== null);
      expect(Number(sums?.[`n ${key}`]), key).toBe(cells.length);
      const sum = cells.reduce<number>((total, one) => total + Number(one), 0);
      expect(Number(sums?.[key] ?? 0), key).toBeCloseTo(sum, 6);
    }
    connection.closeSync();
  });
});

/** A value of Parquet as the CSV writes it. */
function toText(value: unknown, type: ColumnType): string {
  if (!(value instanceof Date)) return String(value ?? "");
  return type === "date" ? value.toISOString().slice(0, 10) : value.toISOString();
}

/** The cells of a CSV file below its first row, without the apostrophe before what looks like a formula. */
function readCells(body: ArrayBuffer): string[][] {
  const rows: string[][] = parse(Buffer.from(body));
  return rows.slice(1).map((cells) => cells.map((cell) => cell.replace(/^'(?=[=+\-@])/, "")));
}

describe("a table of the day as Parquet", () => {
  it.each(DAY_TABLES)("has the same cells as %s.csv", async (name) => {
    const table = dayTable({ text: englishText, ...(await seedDay()) }, name);
    const csv = readCells(join(tableCsv(table)));
    // The data set names firms only in its zones.
    if (name !== "firms") expect(csv.length).toBeGreaterThan(10);
    const rows = await parquetReadObjects({ file: join(tableParquet(table)) });
    expect(rows.map((row) => table.columns.map(({ key, type }) => toText(row[key], type)))).toEqual(
      csv,
    );
  });
});
