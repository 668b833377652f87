import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import type { Cell, Column, ColumnType } from "./columns";
import { type Position, pointWkb } from "./point";

/**
 * Rows that are written together and held until then. A reader can leave out a group by the least and greatest value of
 * its columns.
 */
const ROWS_PER_GROUP = 1_000;

/** Cells that are written together at most: some 10 milliseconds of work. */
const CELLS_PER_GROUP = 40_000;

type Schema = ConstructorParameters<typeof ParquetWriter>[0]["schema"];
type Element = Omit<Schema[number], "name" | "repetition_type">;

/** How Parquet has a type of column, and how a cell becomes a value of it. */
interface ParquetType {
  readonly element: Element;
  readonly write: (cell: NonNullable<Cell>) => unknown;
}

const TYPES: Readonly<Record<ColumnType, ParquetType>> = {
  string: {
    element: { type: "BYTE_ARRAY", converted_type: "UTF8", logical_type: { type: "STRING" } },
    write: String,
  },
  number: { element: { type: "DOUBLE" }, write: Number },
  integer: { element: { type: "INT64" }, write: (cell) => BigInt(cell) },
  boolean: { element: { type: "BOOLEAN" }, write: (cell) => cell },
  date: {
    element: { type: "INT32", converted_type: "DATE", logical_type: { type: "DATE" } },
    write: (cell) => new Date(String(cell)),
  },
  datetime: {
    element: {
      type: "INT64",
      converted_type: "TIMESTAMP_MILLIS",
      logical_type: { type: "TIMESTAMP", isAdjustedToUTC: true, unit: "MILLIS" },
    },
    write: (cell) => new Date(String(cell)),
  },
};

const GEOMETRY = "geometry";

/** A column as Parquet needs it. */
type ParquetColumn<Row> = Pick<Column<Row>, "key" | "type" | "cell">;

interface ParquetOptions<Row> {
  /** What the file says about itself, as JSON under this name. */
  readonly notes?: { readonly name: string; readonly content: unknown };
  /** Where a row is: the file is GeoParquet, with its points in one more column. */
  readonly getPlace?: (row: Row) => Position | null;
}

/**
 * A Parquet file in chunks, one for each group of rows. Numbers, flags and days have types of their own; null is unknown. The
 * same rows give the same bytes.
 * @param rows read once, while the file is written
 */
export function* parquetChunks<Row>(
  rows: Iterable<Row>,
  columns: readonly ParquetColumn<Row>[],
  { notes, getPlace }: ParquetOptions<Row> = {},
): Generator<Uint8Array> {
  const writer = new ByteWriter();
  const file = new ParquetWriter({
    writer,
    schema: buildSchema(columns, getPlace !== undefined),
    kvMetadata: [
      ...(notes ? [{ key: notes.name, value: JSON.stringify(notes.content) }] : []),
      ...(getPlace ? [{ key: "geo", value: JSON.stringify(GEO) }] : []),
    ],
  });
  const most = Math.min(ROWS_PER_GROUP, Math.floor(CELLS_PER_GROUP / columns.length));
  for (const group of groupRows(rows, most)) {
    file.write({
      columnData: [
        ...columns.map(({ key, type, cell }) => ({
          name: key,
          data: group.map((row) => writeCell(TYPES[type], cell(row))),
          offsetIndex: false,
        })),
        ...(getPlace
          ? [{ name: GEOMETRY, data: group.map((row) => writePlace(getPlace(row))) }]
          : []),
      ],
      rowGroupSize: group.length,
    });
    yield takeBytes(writer);
  }
  file.finish();
  yield takeBytes(writer);
}

/** What GeoParquet 1.1 asks for. Without `crs` coordinates are longitude and latitude in WGS 84. */
const GEO = {
  version: "1.1.0",
  primary_column: GEOMETRY,
  columns: { [GEOMETRY]: { encoding: "WKB", geometry_types: ["Point"] } },
} as const;

function buildSchema(columns: readonly ParquetColumn<never>[], hasPlaces: boolean): Schema {
  const elements = [
    ...columns.map(({ key, type }) => ({ name: key, ...TYPES[type].element })),
    ...(hasPlaces ? [{ name: GEOMETRY, type: "BYTE_ARRAY" as const }] : []),
  ];
  return [
    { name: "schema", num_children: elements.length },
    ...elements.map((element) => ({ ...element, repetition_type: "OPTIONAL" as const })),
  ];
}

function* groupRows<Row>(rows: Iterable<Row>, most: number): Generator<readonly Row[]> {
  let group: Row[] = [];
  for (const row of rows) {
    group.push(row);
    if (group.length < most) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

function writeCell({ write }: ParquetType, cell: Cell): unknown {
  return cell === null ? null : write(cell);
}

function writePlace(place: Position | null): Uint8Array | null {
  return place && pointWkb(place);
}

/** What was written since the last time. The writer goes on counting, so that positions in the file stay right. */
function takeBytes(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  return bytes;
}
