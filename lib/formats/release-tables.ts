import type { Change } from "../changes/change";
import { listChangeRows } from "../contract/changes-answer";
import type { Ledger } from "../evidence/evidence-index";
import type { Registry } from "../evidence/registry";
import type { Text } from "../text/text";
import type { DescribedColumn } from "./columns";
import { type CellTable, cellTable, type DayTableName, dayTable, tableCsv } from "./day-tables";
import { changeColumns } from "./table-columns";

/** The tables of a release that do not depend on an earlier one, in the order of display. */
const FROM_DAY = [
  "claims",
  "tenancies",
  "sources",
  "events",
  "context",
] as const satisfies readonly DayTableName[];

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
export function csvTable({ name, summary, columns, rows }: CellTable): ReleaseTable {
  let records = 0;
  const counted = function* () {
    for (const row of rows()) {
      records += 1;
      yield row;
    }
  };
  const csv = [...tableCsv({ columns, rows: counted })].join("");
  return { name: `${name}.csv`, summary, columns, records, csv };
}

/**
 * The tables beside the zones: claims, firms, sources, events, national figures, changes.
 * @param changes the changes since the previous release
 */
export function buildTables(
  text: Text,
  ledger: Ledger,
  registry: Registry,
  changes: readonly Change[],
): readonly ReleaseTable[] {
  const alsoCited = changes.map(({ sourceId }) => sourceId);
  const input = { text, ledger, registry, alsoCited };
  return [
    ...FROM_DAY.map((name) => csvTable(dayTable(input, name))),
    csvTable(
      cellTable("changes", text.t("files.table.changes.summary"), changeColumns(text), () =>
        listChangeRows(ledger, changes, registry),
      ),
    ),
  ];
}
