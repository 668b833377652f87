import type { Cell, ColumnType, DescribedColumn } from "./columns";
import type { TableReference } from "./table-keys";

/** A value of SQLite. */
export type SqlValue = string | number | Uint8Array | null;

/** A database of SQLite that is written. */
export interface SqlDatabase {
  readonly exec: (sql: string) => void;
  readonly prepare: (sql: string) => {
    readonly run: (values: SqlValue[]) => unknown;
    readonly finalize: () => void;
  };
}

/** A table as the database needs it. */
export interface SqlTable<Row> {
  readonly name: string;
  readonly columns: readonly SqlColumn[];
  /** The columns whose values tell its rows apart; empty: there are none. */
  readonly key: readonly string[];
  /** The columns that name rows of other tables. */
  readonly references: readonly TableReference[];
  readonly rows: Iterable<Row>;
  /** The values of a row in the order of the columns. @param place that of the row, from 0 */
  readonly toValues: (row: Row, place: number) => SqlValue[];
}

interface SqlColumn {
  readonly name: string;
  /** Its declared type, and what else the column keeps to. */
  readonly type: string;
}

/** Types that SQLite, GeoPackage, GDAL and Datasette have in common. Flags are 1 and 0; days and times are text. */
const TYPES: Readonly<Record<ColumnType, string>> = {
  string: "TEXT",
  number: "REAL",
  integer: "INTEGER",
  boolean: "BOOLEAN",
  date: "DATE",
  datetime: "DATETIME",
};

/** The columns of a table of cells. */
export function toSqlColumns(
  columns: readonly Pick<DescribedColumn, "key" | "type">[],
): readonly SqlColumn[] {
  return columns.map(({ key, type }) => ({ name: key, type: TYPES[type] }));
}

/** A cell of a column as SQLite has it. */
export function toSqlValue(cell: Cell, type: ColumnType): SqlValue {
  if (cell === null) return null;
  if (type === "string") return String(cell);
  return typeof cell === "boolean" ? Number(cell) : cell;
}

/** A name in SQL. */
export const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;

const list = (names: readonly string[]) => names.map(quote).join(", ");

function writeReference({ column, table, key }: TableReference): string {
  const sql = `FOREIGN KEY (${quote(column)}) REFERENCES ${quote(table)} (${quote(key)})`;
  return sql;
}

/** Rows that are added at once: some 10 milliseconds of work. */
const ROWS_AT_ONCE = 1_000;

/** Adds a table with its rows; other work goes on between many of them. */
export async function writeTable<Row>(db: SqlDatabase, table: SqlTable<Row>): Promise<void> {
  const { name, columns, key, references, rows, toValues } = table;
  const keySql = `PRIMARY KEY (${list(key)})`;
  const parts = [
    ...columns.map((column) => `${quote(column.name)} ${column.type}`),
    ...(key.length > 0 ? [keySql] : []),
    ...references.map(writeReference),
  ];
  const tableSql = `CREATE TABLE ${quote(name)} (\n  ${parts.join(",\n  ")}\n)`;
  db.exec(tableSql);
  const marks = columns.map(() => "?").join(", ");
  const insertSql = `INSERT INTO ${quote(name)} (${list(columns.map((column) => column.name))}) VALUES (${marks})`;
  const insert = db.prepare(insertSql);
  try {
    let count = 0;
    for (const row of rows) {
      insert.run(toValues(row, count));
      count += 1;
      if (count % ROWS_AT_ONCE === 0) await new Promise((resume) => setTimeout(resume));
    }
  } finally {
    insert.finalize();
  }
}
