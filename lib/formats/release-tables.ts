import type { Change } from "../changes/change";
import { listChangeRows } from "../contract/changes-answer";
import { type LedgerEntry, ledgerAnswer, tenancyRow } from "../contract/zone-answer";
import { listRecordsBy } from "../evidence/facts-at";
import type { Ledger, Registry } from "../evidence/registry";
import { listRecordedAt } from "../evidence/source-versions";
import type { Text } from "../text/text";
import { csvLines } from "./csv";
import {
  changeColumns,
  claimColumns,
  contextColumns,
  eventColumns,
  listCountedSources,
  sourceColumns,
  type TableColumn,
  tenancyColumns,
} from "./table-columns";

/** The tables that do not depend on an earlier release, by file name. They can be had for any day. */
export const DAY_TABLES = [
  "claims.csv",
  "tenancies.csv",
  "sources.csv",
  "events.csv",
  "context.csv",
] as const;

/** What is known of a column without its rows. */
export type DescribedColumn = Omit<TableColumn<never>, "cell">;

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

/** A table with some rows. */
export function buildTable<Row>(
  name: string,
  summary: string,
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
): ReleaseTable {
  const lines = [
    columns.map(({ key }) => key),
    ...rows.map((row) => columns.map(({ cell }) => cell(row))),
  ];
  return { name, summary, columns, records: rows.length, csv: csvLines(lines) };
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
  const claims = registry.zones.flatMap((zone) => ledgerAnswer(zone, ledger, registry));
  const firms = registry.zones.flatMap(({ tenancies }) => tenancies.map(tenancyRow));
  const { events, context, sources } = listRecordsBy(ledger.facts, registry);
  const cited = [...claims.map(({ source }) => source.id), ...listCited(events, context, changes)];
  const listed = new Set([...sources.map(({ id }) => id), ...cited]);
  const summary = (table: "claims" | "tenancies" | "sources" | "events" | "context" | "changes") =>
    text.t(`files.table.${table}.summary`);
  return [
    buildTable("claims.csv", summary("claims"), claimColumns(text), claims),
    buildTable("tenancies.csv", summary("tenancies"), tenancyColumns(text), firms),
    buildTable(
      "sources.csv",
      summary("sources"),
      sourceColumns(text),
      listCountedSources(
        listRecordedAt(ledger.facts.sourceVersions, registry.revision).filter(({ source }) =>
          listed.has(source.id),
        ),
        countBySource(claims),
      ),
    ),
    buildTable("events.csv", summary("events"), eventColumns(text), events),
    buildTable("context.csv", summary("context"), contextColumns(text), context),
    buildTable(
      "changes.csv",
      summary("changes"),
      changeColumns(text),
      listChangeRows(ledger, changes, registry),
    ),
  ];
}

function listCited(...tables: readonly (readonly { readonly sourceId: string }[])[]): string[] {
  return tables.flatMap((rows) => rows.map(({ sourceId }) => sourceId));
}

function countBySource(claims: readonly LedgerEntry[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { source } of claims) counts.set(source.id, (counts.get(source.id) ?? 0) + 1);
  return counts;
}
