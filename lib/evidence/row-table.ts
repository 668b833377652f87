import { type PackedRecords, packRecords, unpackRecords } from "./packed-records";
import type { PackedRow } from "./row";

/** The parts of a row with an entry for each field. */
type Part = "values" | "dates" | "marks" | "support";

/** Packed rows by column. */
export interface RowTable extends Readonly<Record<Part, PackedRecords>> {
  /** What is not in a part. */
  readonly own: PackedRecords;
}

/** Rows by column. */
export function toRowTable(rows: readonly PackedRow[]): RowTable {
  return {
    own: packRecords(rows.map(({ values: _v, dates: _d, marks: _m, support: _s, ...own }) => own)),
    values: packRecords(rows.map(({ values }) => values)),
    dates: packRecords(rows.map(({ dates }) => dates)),
    marks: packRecords(rows.map(({ marks }) => marks)),
    support: packRecords(rows.map(({ support }) => support)),
  };
}

/** The rows of a table. */
export function fromRowTable(table: RowTable): PackedRow[] {
  const values = unpackRecords<PackedRow["values"]>(table.values);
  const dates = unpackRecords<PackedRow["dates"]>(table.dates);
  const marks = unpackRecords<PackedRow["marks"]>(table.marks);
  const support = unpackRecords<PackedRow["support"]>(table.support);
  return unpackRecords<Omit<PackedRow, Part>>(table.own).map((own, i) => ({
    ...own,
    values: values[i] ?? {},
    dates: dates[i] ?? {},
    marks: marks[i] ?? {},
    support: support[i] ?? {},
  }));
}
