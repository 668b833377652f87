import { fieldSpec, isZoneField } from "../catalogue/fields";
import { SUBJECTS_OF_FACTS } from "../catalogue/kinds";
import type { LedgerEntry } from "../contract/answer-schemas";
import { createLedgerReader, tenancyRow } from "../contract/zone-answer";
import { type CoverageCell, listCoverage } from "../coverage/coverage";
import type { Ledger } from "../evidence/evidence-index";
import { listRecordsBy } from "../evidence/facts-at";
import type { Event } from "../evidence/ledger-records";
import type { Registry } from "../evidence/registry";
import { listRecordedAt } from "../evidence/source-versions";
import { SUPPORTS } from "../evidence/support-levels";
import { zoneName } from "../evidence/zone-name";
import { listFirmsAt, type RegisteredFirm } from "../firms/firm-register";
import { listPlacedFirms } from "../firms/firms";
import { UNKNOWN } from "../query/filters";
import type { RankedRow } from "../query/select";
import type { Text } from "../text/text";
import {
  type Cell,
  type Column,
  type DescribedColumn,
  EXPORTED_FIELDS,
  FLAG_VALUES,
  LIST_SEPARATOR,
  type ZoneColumn,
} from "./columns";
import { csvChunks } from "./csv";
import { evidenceColumns, listShownValues } from "./evidence-columns";
import { parquetChunks } from "./parquet";
import { listIndicators, readinessColumns } from "./readiness-columns";
import {
  buildColumns,
  type ColumnKey,
  type CountedSource,
  claimColumns,
  contextColumns,
  eventColumns,
  listCountedSources,
  sourceColumns,
  tenancyColumns,
} from "./table-columns";
import { listTargets, targetColumns } from "./target-columns";

/** The tables beside the zones, in an order in which each names only rows of those before it. They are available for any day. */
export const DAY_TABLES = [
  "sources",
  "firms",
  "tenancies",
  "claims",
  "evidence",
  "targets",
  "readiness",
  "coverage",
  "events",
  "context",
] as const;
/** One of these tables. */
export type DayTableName = (typeof DAY_TABLES)[number];

/** The formats of these tables, by file extension. */
export const TABLE_FORMATS = ["csv", "parquet", "json"] as const;
/** One of these formats. */
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** Every table in every format, with the name of its file. */
export const TABLE_FILES = TABLE_FORMATS.flatMap((format) =>
  DAY_TABLES.map((table) => ({ name: `${table}.${format}`, table, format })),
);

/** The conditions on the rows of a table. */
export const TABLE_CONDITIONS = ["zone", "province", "field", "about"] as const;
/** Values of each condition; an absent one lets all rows through. */
export type TableFilter = Partial<Record<(typeof TABLE_CONDITIONS)[number], readonly string[]>>;

const OF_PLACES = ["zone", "province"] as const;
/** The conditions that each table takes: what its rows are not about cannot be asked of them. */
export const CONDITIONS_OF_TABLE: Readonly<
  Record<DayTableName, readonly (typeof TABLE_CONDITIONS)[number][]>
> = {
  sources: TABLE_CONDITIONS,
  firms: OF_PLACES,
  tenancies: OF_PLACES,
  claims: TABLE_CONDITIONS,
  evidence: TABLE_CONDITIONS,
  targets: TABLE_CONDITIONS,
  readiness: TABLE_CONDITIONS,
  coverage: TABLE_CONDITIONS,
  events: OF_PLACES,
  context: [],
};

/** A table with its columns in the data dictionary. */
export interface CellTable {
  readonly name: string;
  /** Its content in a few words. */
  readonly summary: string;
  readonly columns: readonly DescribedColumn[];
  /** The cells of each row in the order of the columns. Rows are made while they are read. */
  readonly rows: () => Iterable<readonly Cell[]>;
}

/** What tables are made of. */
export interface TableInput {
  readonly text: Text;
  readonly ledger: Ledger;
  readonly registry: Registry;
  /** Ids of sources that are listed although nothing in the registry may cite them; absent: none. */
  readonly alsoCited?: readonly string[];
  /**
   * Are the zones of the registry only some? Then firms in none of them, events about others, and sources that nothing
   * cites are left out.
   */
  readonly isPart?: boolean;
  /** The conditions of a table of sources: only what is cited about these zones and fields. */
  readonly filter?: TableFilter;
}

/**
 * The values of a condition in the rows of a table with their numbers of rows, the most first. None where no column has them: a
 * source names no zone.
 */
export function countValues(
  { columns }: Pick<CellTable, "columns">,
  rows: readonly (readonly Cell[])[],
  condition: keyof TableFilter,
  { registry }: Pick<TableInput, "registry">,
): readonly (readonly [string, number])[] {
  const indexOf = (key: string) => columns.findIndex((column) => column.key === key);
  const isOfZones = condition === "zone" || condition === "province";
  const at = isOfZones ? Math.max(indexOf("zone"), indexOf("zones")) : indexOf(condition);
  const provinces = new Map(registry.zones.map(({ slug, values }) => [slug, values.province]));
  const counts = new Map<string, number>();
  for (const row of rows) {
    const listed = String(row[at] ?? "").split(LIST_SEPARATOR);
    const values =
      condition === "province"
        ? listed.map((slug) => slug && (provinces.get(slug) ?? UNKNOWN))
        : listed;
    for (const value of new Set(values)) {
      if (value !== "") counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return [...counts].sort(([, a], [, b]) => b - a);
}

/** The number of claims on the zones of a registry that cite each source. */
function countCitations({
  ledger,
  registry,
  filter = {},
}: TableInput): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { source, field } of listClaims(ledger, registry)) {
    if (!(filter.field?.includes(field) ?? true)) continue;
    if (!(filter.about?.includes(fieldSpec(field).about) ?? true)) continue;
    counts.set(source.id, (counts.get(source.id) ?? 0) + 1);
  }
  return counts;
}

/** The rows of a table that meet some conditions, which must be among `CONDITIONS_OF_TABLE`. */
export function filteredTable(
  input: TableInput,
  name: DayTableName,
  filter: TableFilter,
): CellTable {
  const { registry } = input;
  const { zone, province, field, about } = filter;
  const zones = registry.zones.filter(
    ({ slug, values }) =>
      (zone?.includes(slug) ?? true) && (province?.includes(values.province ?? UNKNOWN) ?? true),
  );
  const hasZones = zone !== undefined || province !== undefined;
  const part = { ...input, registry: { ...registry, zones }, isPart: hasZones };
  if (name === "sources") return dayTable({ ...part, filter }, name);
  // A row of a firm or an event names all its zones, so it is made with all of them.
  const isList = name === "firms" || name === "events";
  const table = dayTable(isList ? input : part, name);
  const slugs = new Set(zones.map(({ slug }) => slug));
  const indexOf = (key: string) => table.columns.findIndex((column) => column.key === key);
  const [zonesAt, fieldAt, aboutAt] = [indexOf("zones"), indexOf("field"), indexOf("about")];
  return {
    ...table,
    *rows() {
      for (const row of table.rows()) {
        const listed = () => String(row[zonesAt] ?? "").split(LIST_SEPARATOR);
        if (isList && hasZones && !listed().some((slug) => slugs.has(slug))) continue;
        if (!(field?.includes(String(row[fieldAt])) ?? true)) continue;
        if (!(about?.includes(String(row[aboutAt])) ?? true)) continue;
        yield row;
      }
    },
  };
}

const emptyToNull = (cell: Cell): Cell => (cell === "" ? null : cell);

/** A table of cells from rows of any kind. */
export function cellTable<Row>(
  name: string,
  summary: string,
  columns: readonly Column<Row>[],
  rows: () => Iterable<Row>,
): CellTable {
  return {
    name,
    summary,
    columns,
    *rows() {
      // An empty text says no more than null, and not every format can tell them apart.
      for (const row of rows()) yield columns.map(({ cell }) => emptyToNull(cell(row)));
    },
  };
}

/**
 * The zones as a table of cells.
 * @param columns the columns of a file of zones
 */
export function zonesTable(
  text: Text,
  columns: readonly ZoneColumn[],
  rows: readonly RankedRow[],
): CellTable {
  const { t } = text;
  const defined = columns.map(({ label, definition, ...column }) => ({
    ...column,
    definition: t("files.column.defined", { label, definition }),
  }));
  return cellTable("zones", t("files.table.zones.summary"), defined, () => rows);
}

/** The columns of some tables as a table: what each means, for people. */
export function dictionaryTable(
  { t }: Text,
  tables: readonly { readonly name: string; readonly columns: readonly DescribedColumn[] }[],
): CellTable {
  const rows = tables.flatMap(({ name, columns }) =>
    columns.map((column) => ({ file: name, ...column })),
  );
  const columns = (["file", "key", "type", "definition", "values"] as const).map((key) => ({
    key: key === "key" ? "column" : key,
    definition: "",
    values: "",
    type: "string" as const,
    cell: (row: (typeof rows)[number]) => row[key],
  }));
  return cellTable("dictionary", t("files.table.dictionary.csv"), columns, () => rows);
}

/** The rows of a table as objects, as JSON has them. */
export function tableObjects({ columns, rows }: CellTable): Readonly<Record<string, Cell>>[] {
  return Array.from(rows(), (cells) =>
    Object.fromEntries(columns.map(({ key }, i) => [key, cells[i] ?? null])),
  );
}

/** A table as a CSV file in pieces. Rows are made while a piece is read. */
export function* tableCsv(table: Pick<CellTable, "columns" | "rows">): Generator<string> {
  yield* csvChunks(table.rows(), listCellColumns(table));
}

/** A table as a Parquet file in pieces. Rows are made while a piece is read. */
export function* tableParquet(table: CellTable): Generator<Uint8Array> {
  yield* parquetChunks(table.rows(), listCellColumns(table));
}

/** The columns, each with its cell of a row. */
function listCellColumns({ columns }: Pick<CellTable, "columns">) {
  return columns.map(({ key, type }, i) => ({
    key,
    type,
    cell: (cells: readonly Cell[]) => cells[i] ?? null,
  }));
}

/** A table as of the day of a registry. Only what the table needs is made. */
export function dayTable(input: TableInput, name: DayTableName): CellTable {
  const { text, ledger, registry } = input;
  const { t } = text;
  switch (name) {
    case "sources":
      return cellTable(name, t("files.table.sources.summary"), sourceColumns(text), () =>
        listSources(input),
      );
    case "firms":
      return cellTable(name, t("files.table.register.summary"), registerColumns(text), () =>
        listFirmsAt(ledger.facts, registry.zones, registry).filter(
          ({ zones }) => !input.isPart || zones.length > 0,
        ),
      );
    case "tenancies":
      return cellTable(name, t("files.table.tenancies.summary"), tenancyColumns(text), () =>
        listPlacedFirms(registry.zones).map(tenancyRow),
      );
    case "claims":
      return cellTable(name, t("files.table.claims.summary"), claimColumns(text), () =>
        listClaims(ledger, registry),
      );
    case "evidence": {
      const columns = evidenceColumns(text, { ledger, moment: registry });
      return cellTable(name, t("files.table.evidence.summary"), columns, () =>
        listShownValues({ zones: registry.zones, fields: EXPORTED_FIELDS }),
      );
    }
    case "targets":
      return cellTable(name, t("files.table.targets.summary"), targetColumns(text), () =>
        listTargets(registry.zones, registry),
      );
    case "readiness":
      return cellTable(name, t("files.table.readiness.summary"), readinessColumns(text), () =>
        listIndicators(ledger, registry.zones, registry),
      );
    case "coverage":
      return cellTable(name, t("files.table.coverage.summary"), coverageColumns(text), () =>
        listCoverage(registry.zones, EXPORTED_FIELDS.filter(isZoneField)),
      );
    case "events":
      return cellTable(
        name,
        t("files.table.events.summary"),
        eventColumns(text),
        () => listRecords(input).events,
      );
    case "context":
      return cellTable(
        name,
        t("files.table.context.summary"),
        contextColumns(text),
        () => listRecords(input).context,
      );
  }
}

/** The events, figures and sources of the day; of a part of the zones, the events that name one of them or none. */
function listRecords({ ledger, registry, isPart = false }: TableInput) {
  const { events, ...records } = listRecordsBy(ledger.facts, registry);
  const slugs = new Set(registry.zones.map(({ slug }) => slug));
  const isShown = ({ zones }: Event) =>
    !isPart || zones.length === 0 || zones.some((slug) => slugs.has(slug));
  return { ...records, events: events.filter(isShown) };
}

/** Every field of every zone, known or not. */
function coverageColumns({ t }: Text): readonly Column<CoverageCell>[] {
  return buildColumns((key: ColumnKey<"coverage">) => t(`files.table.coverage.columns.${key}`), {
    zone: [({ zone }) => zone.slug, t("files.values.zone")],
    zoneName: ({ zone }) => zoneName(zone),
    field: [({ field }) => field, t("files.values.field")],
    about: [({ field }) => fieldSpec(field).about, SUBJECTS_OF_FACTS],
    known: [({ known }) => known, FLAG_VALUES, "boolean"],
    date: [({ date }) => date, t("files.values.date")],
    year: [({ date }) => (date === null ? null : Number(date.slice(0, 4))), "", "integer"],
    publishers: [({ support }) => support?.voices ?? null, "", "integer"],
    support: [({ support }) => support?.support ?? null, SUPPORTS],
    weak: [({ support }) => support?.weak ?? null, FLAG_VALUES, "boolean"],
    searchedTo: [({ zone }) => zone.values.lastSearchedOn, t("files.values.date")],
  });
}

/** Every firm, once. */
function registerColumns({ t }: Text): readonly Column<RegisteredFirm>[] {
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

/** One zone after the other: all entries of a large registry take much memory. */
function* listClaims(ledger: Ledger, registry: Registry): Generator<LedgerEntry> {
  const listEntries = createLedgerReader(ledger, registry);
  for (const zone of registry.zones) yield* listEntries(zone);
}

/** The sources published by the day, and those that something cites, with the number of claims that do. */
function listSources(input: TableInput): readonly CountedSource[] {
  const { ledger, registry, alsoCited = [], isPart = false, filter } = input;
  const counts = countCitations(input);
  const { events, context, sources } = listRecords(input);
  const listed = new Set(
    filter && Object.keys(filter).length > 0
      ? counts.keys()
      : [
          ...(isPart ? [] : sources.map(({ id }) => id)),
          ...counts.keys(),
          ...[...events, ...context].map(({ sourceId }) => sourceId),
          ...alsoCited,
        ],
  );
  const versions = listRecordedAt(ledger.facts.sourceVersions, registry.revision);
  return listCountedSources(
    versions.filter(({ source }) => listed.has(source.id)),
    counts,
  );
}
