import { type LedgerEntry, ledgerAnswer, tenancyRow } from "../contract/zone-answer";
import { listRecordsBy } from "../evidence/facts-at";
import type { Ledger, Registry } from "../evidence/registry";
import { listRecordedAt } from "../evidence/source-versions";
import { zoneNames } from "../evidence/zone-name";
import { listFirmsAt, type RegisteredFirm } from "../firms/firm-register";
import type { RankedRow } from "../query/select";
import type { Text } from "../text/text";
import { type Cell, type Column, EXPORTED_FIELDS, LIST_SEPARATOR } from "./columns";
import { csvChunks } from "./csv";
import { evidenceColumns, listShownValues } from "./evidence-columns";
import { parquetChunks } from "./parquet";
import {
  buildColumns,
  type ColumnKey,
  type CountedSource,
  claimColumns,
  contextColumns,
  type DescribedColumn,
  eventColumns,
  listCountedSources,
  sourceColumns,
  type TableColumn,
  tenancyColumns,
} from "./table-columns";

/** The tables beside the zones, in an order in which each names only rows of those before it. They are available for any day. */
export const DAY_TABLES = [
  "sources",
  "firms",
  "tenancies",
  "claims",
  "evidence",
  "events",
  "context",
] as const;
/** One of these tables. */
export type DayTableName = (typeof DAY_TABLES)[number];

/** The formats of these tables, by file extension. */
export const TABLE_FORMATS = ["csv", "parquet"] as const;
/** One of these formats. */
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** A table with its columns in the data dictionary. */
export interface CellTable {
  readonly name: string;
  /** Its content in a few words. */
  readonly summary: string;
  readonly columns: readonly DescribedColumn[];
  /** The cells of each row in the order of the columns. Rows are made while they are read. */
  readonly rows: () => Generator<readonly Cell[]>;
}

/** What tables are made of. */
export interface TableInput {
  readonly text: Text;
  readonly ledger: Ledger;
  readonly registry: Registry;
  /** Ids of sources that are listed although nothing in the registry may cite them; absent: none. */
  readonly alsoCited?: readonly string[];
}

/** A table of cells from rows of any kind. */
export function cellTable<Row>(
  name: string,
  summary: string,
  columns: readonly TableColumn<Row>[],
  rows: () => Iterable<Row>,
): CellTable {
  return {
    name,
    summary,
    columns,
    *rows() {
      for (const row of rows()) yield columns.map(({ cell }) => cell(row));
    },
  };
}

/**
 * The zones as a table of cells.
 * @param columns the columns of a file of zones
 */
export function zonesTable(
  text: Text,
  columns: readonly Column[],
  rows: readonly RankedRow[],
): CellTable {
  const { t } = text;
  const defined = columns.map(({ label, definition, ...column }) => ({
    ...column,
    definition: t("files.column.defined", { label, definition }),
  }));
  return cellTable("zones", t("files.table.zones.summary"), defined, () => rows);
}

/** The file of a table in pieces, each made when it is read. */
export function tableChunks(
  { columns, rows }: Pick<CellTable, "columns" | "rows">,
  format: TableFormat,
): Generator<string | Uint8Array> {
  const read = columns.map(({ key, type }, i) => ({
    key,
    type,
    cell: (cells: readonly Cell[]) => cells[i] ?? null,
  }));
  return format === "csv" ? csvChunks(rows(), read) : parquetChunks(rows(), read);
}

/** A table as of the day of a registry. Only what the table needs is made. */
export function dayTable(input: TableInput, name: DayTableName): CellTable {
  const { text, ledger, registry } = input;
  const { t } = text;
  const getRecords = () => listRecordsBy(ledger.facts, registry);
  switch (name) {
    case "sources":
      return cellTable(name, t("files.table.sources.summary"), sourceColumns(text), () =>
        listSources(input),
      );
    case "firms":
      return cellTable(name, t("files.table.register.summary"), registerColumns(text), () =>
        listFirmsAt(ledger.facts, registry.zones, registry),
      );
    case "tenancies":
      return cellTable(name, t("files.table.tenancies.summary"), tenancyColumns(text), () =>
        registry.zones.flatMap(({ tenancies }) => tenancies.map(tenancyRow)),
      );
    case "claims":
      return cellTable(name, t("files.table.claims.summary"), claimColumns(text), () =>
        listClaims(ledger, registry),
      );
    case "evidence": {
      const { zones } = registry;
      const columns = evidenceColumns(text, { ledger, moment: registry }, zoneNames(zones));
      return cellTable(name, t("files.table.evidence.summary"), columns, () =>
        listShownValues({ zones, fields: EXPORTED_FIELDS }),
      );
    }
    case "events":
      return cellTable(
        name,
        t("files.table.events.summary"),
        eventColumns(text),
        () => getRecords().events,
      );
    case "context":
      return cellTable(
        name,
        t("files.table.context.summary"),
        contextColumns(text),
        () => getRecords().context,
      );
  }
}

/** Every firm, once. */
function registerColumns({ t }: Text): readonly TableColumn<RegisteredFirm>[] {
  const join = (items: readonly string[]) => items.join(LIST_SEPARATOR) || null;
  return buildColumns((key: ColumnKey<"register">) => t(`files.table.register.columns.${key}`), {
    id: ({ id }) => id,
    name: ({ name }) => name,
    otherNames: [
      ({ otherNames }) => join(otherNames),
      t("files.values.list", { separator: LIST_SEPARATOR }),
    ],
    zones: [({ zones }) => join(zones), t("files.values.zones", { separator: LIST_SEPARATOR })],
    revision: [({ revision }) => revision, t("files.values.wholeNumber"), "integer"],
  });
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
