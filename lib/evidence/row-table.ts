import { type PackedRecords, packRecords, unpackRecords } from "./packed-records";
import type { PackedRow } from "./row";

/** The parts of a row with an entry for each field. */
const PARTS = ["values", "dates", "marks", "support", "bounds"] as const;

type Part = (typeof PARTS)[number];

/** Packed rows by column. */
export interface RowTable extends Readonly<Record<Part, PackedRecords>> {
  /** What is not in a part. */
  readonly own: PackedRecords;
}

/** Rows by column. */
export function toRowTable(rows: readonly PackedRow[]): RowTable {
  const pack = (part: Part) => packRecords(rows.map((row) => row[part]));
  return {
    own: packRecords(
      rows.map(({ values: _v, dates: _d, marks: _m, support: _s, bounds: _b, ...own }) => own),
    ),
    values: pack("values"),
    dates: pack("dates"),
    marks: pack("marks"),
    support: pack("support"),
    bounds: pack("bounds"),
  };
}

/** The rows of a table. */
export function fromRowTable(table: RowTable): PackedRow[] {
  const rows = unpackRecords<PackedRow>(table.own);
  for (const part of PARTS) {
    for (const [i, record] of unpackRecords(table[part]).entries()) {
      rows[i] = { ...rows[i], [part]: record } as PackedRow;
    }
  }
  return rows;
}
