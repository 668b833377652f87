import type { Change } from "../changes/change";
import { listChangeRows } from "../contract/changes-answer";
import type { Ledger } from "../evidence/evidence-index";
import type { Registry } from "../evidence/registry";
import type { Text } from "../text/text";
import type { DescribedColumn } from "./columns";
import {
  type CellTable,
  cellTable,
  DAY_TABLES,
  dayTable,
  tableCsv,
  tableParquet,
} from "./day-tables";
import { changeColumns } from "./table-columns";

/** A table of a release: a CSV file with its columns in the data dictionary. */
export interface ReleaseTable {
  /** Its file, such as `claims.csv`. */
  readonly name: string;
  /** Its content in a few words. */
  readonly summary: string;
  readonly columns: readonly DescribedColumn[];
  /** Lines after the first, which has the column names. */
  readonly records: number;
  readonly csv: string;
}

/** A table as a CSV file. */
export function csvTable(table: CellTable): ReleaseTable {
  const { name, summary, columns } = table;
  const rows = [...table.rows()];
  const csv = [...tableCsv({ columns, rows: () => rows })].join("");
  return { name: `${name}.csv`, summary, columns, records: rows.length, csv };
}

/** A table as a Parquet file. */
export function parquetTable(table: CellTable): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.concat([...tableParquet(table)]));
}

/**
 * Every table beside the zones, and the changes since the previous release; their rows are made once.
 * @param changes the changes since the previous release
 */
export function buildTables(
  text: Text,
  ledger: Ledger,
  registry: Registry,
  changes: readonly Change[],
): readonly CellTable[] {
  const alsoCited = changes.map(({ sourceId }) => sourceId);
  const input = { text, ledger, registry, alsoCited };
  const changeTable = cellTable(
    "changes",
    text.t("files.table.changes.summary"),
    changeColumns(text),
    () => listChangeRows(ledger, changes, registry),
  );
  return [...DAY_TABLES.map((name) => dayTable(input, name)), changeTable].map((table) => {
    const rows = [...table.rows()];
    return { ...table, rows: () => rows };
  });
}
