import type { Change } from "../changes/change";
import { listChangeRows } from "../contract/changes-answer";
import { type LedgerEntry, ledgerAnswer, tenancyRow } from "../contract/zone-answer";
import { listRecordsBy } from "../evidence/facts-at";
import type { Ledger, Registry } from "../evidence/registry";
import { listRecordedAt } from "../evidence/source-versions";
import type { Text } from "../text/text";
import { csvChunks } from "./csv";
import {
  type CountedSource,
  changeColumns,
  claimColumns,
  contextColumns,
  eventColumns,
  listCountedSources,
  sourceColumns,
  type TableColumn,
  tenancyColumns,
} from "./table-columns";

/** The tables that do not depend on an earlier release, by file name. They are available for any day. */
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
  const csv = [...csvChunks(rows, columns)].join("");
  return { name, summary, columns, records: rows.length, csv };
}

/** A table whose rows are made while they are read. */
interface DayTable {
  /** Its file in pieces, each made when it is read. */
  readonly chunks: () => Generator<string>;
  /** The whole table. */
  readonly build: () => ReleaseTable;
}

/** What tables are made of. */
interface TableInput {
  readonly text: Text;
  readonly ledger: Ledger;
  readonly registry: Registry;
  /** Ids of sources that are listed although nothing in the registry may cite them; absent: none. */
  readonly alsoCited?: readonly string[];
}

/** A table as of the day of a registry. Only what the table needs is made. */
export function dayTable(input: TableInput, name: (typeof DAY_TABLES)[number]): DayTable {
  const { text, ledger, registry } = input;
  const table = <Row>(
    summary: string,
    columns: readonly TableColumn<Row>[],
    rows: () => Iterable<Row>,
  ): DayTable => ({
    chunks: () => csvChunks(rows(), columns),
    build: () => buildTable(name, summary, columns, [...rows()]),
  });
  const { t } = text;
  switch (name) {
    case "claims.csv":
      return table(t("files.table.claims.summary"), claimColumns(text), () =>
        listClaims(ledger, registry),
      );
    case "tenancies.csv":
      return table(t("files.table.tenancies.summary"), tenancyColumns(text), () =>
        registry.zones.flatMap(({ tenancies }) => tenancies.map(tenancyRow)),
      );
    case "sources.csv":
      return table(t("files.table.sources.summary"), sourceColumns(text), () => listSources(input));
    case "events.csv":
      return table(
        t("files.table.events.summary"),
        eventColumns(text),
        () => listRecordsBy(ledger.facts, registry).events,
      );
    case "context.csv":
      return table(
        t("files.table.context.summary"),
        contextColumns(text),
        () => listRecordsBy(ledger.facts, registry).context,
      );
  }
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
    ...DAY_TABLES.map((name) => dayTable(input, name).build()),
    buildTable(
      "changes.csv",
      text.t("files.table.changes.summary"),
      changeColumns(text),
      listChangeRows(ledger, changes, registry),
    ),
  ];
}

function* listClaims(ledger: Ledger, registry: Registry): Generator<LedgerEntry> {
  for (const zone of registry.zones) yield* ledgerAnswer(zone, ledger, registry);
}

/** The sources published by the day, and those that something cites, with the number of claims that do. */
function* listSources({ ledger, registry, alsoCited = [] }: TableInput): Generator<CountedSource> {
  const counts = new Map<string, number>();
  for (const { source } of listClaims(ledger, registry)) {
    counts.set(source.id, (counts.get(source.id) ?? 0) + 1);
  }
  const { events, context, sources } = listRecordsBy(ledger.facts, registry);
  const listed = new Set([
    ...sources.map(({ id }) => id),
    ...counts.keys(),
    ...[...events, ...context].map(({ sourceId }) => sourceId),
    ...alsoCited,
  ]);
  const versions = listRecordedAt(ledger.facts.sourceVersions, registry.revision);
  yield* listCountedSources(
    versions.filter(({ source }) => listed.has(source.id)),
    counts,
  );
}
