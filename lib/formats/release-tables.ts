import { TENANCY_FIELD_KEYS } from "../catalogue/fields";
import type { FieldValue } from "../catalogue/kinds";
import type { Change } from "../changes/change";
import { CHANGE_KINDS } from "../changes/change-kinds";
import { type ChangeRow, listChangeRows } from "../contract/changes-answer";
import {
  type LedgerEntry,
  ledgerAnswer,
  type TenancyRow,
  tenancyRow,
} from "../contract/zone-answer";
import type { ClaimStanding } from "../evidence/claim-status";
import { listRecordsBy } from "../evidence/facts-at";
import {
  CONFIDENCES,
  type ContextItem,
  DECISION_KINDS,
  EVENT_KINDS,
  type Event,
  ORIGINS,
  SOURCE_KINDS,
  type Source,
  type SourceVersion,
} from "../evidence/ledger-records";
import type { Ledger, Registry } from "../evidence/registry";
import { listFormerAddresses } from "../evidence/source-versions";
import { UNKNOWN } from "../query/filters";
import type { Messages } from "../text/english-messages";
import type { Text } from "../text/text";
import { type Cell, describeValues, FLAG_VALUES, getCell, LIST_SEPARATOR } from "./columns";
import { csvLines } from "./csv";

/** A table of a release: a CSV file with its columns in the data dictionary. */
export interface ReleaseTable {
  /** Its file, such as `claims.csv`. */
  readonly name: string;
  /** Its content in a few words. */
  readonly summary: string;
  readonly columns: readonly Pick<TableColumn<never>, "key" | "definition" | "values">[];
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
      countClaimsBySource(
        ledger.facts.sourceVersions.filter(({ source }) => listed.has(source.id)),
        claims,
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

/** @param versions of the sources, in the order of their revisions */
function countClaimsBySource(
  versions: readonly SourceVersion[],
  claims: readonly LedgerEntry[],
): CountedSource[] {
  const counts = new Map<string, number>();
  for (const { source } of claims) counts.set(source.id, (counts.get(source.id) ?? 0) + 1);
  const bySource = new Map<string, SourceVersion[]>();
  for (const version of versions) {
    const { id } = version.source;
    bySource.set(id, [...(bySource.get(id) ?? []), version]);
  }
  return [...bySource].flatMap(([id, ownVersions]) => {
    const source = ownVersions.at(-1)?.source;
    const formerUrls = listFormerAddresses(ownVersions).map(({ url }) => url);
    return source ? [{ source, formerUrls, claims: counts.get(id) ?? 0 }] : [];
  });
}

/** A column of a table of a release. */
interface TableColumn<Row> {
  readonly key: string;
  readonly definition: string;
  /** Its unit or its allowed values; empty where the definition is enough. */
  readonly values: string;
  readonly cell: (row: Row) => Cell;
}

type Tables = Messages["files"]["table"];
type DefinedTable = Exclude<keyof Tables, "zones" | "dictionary">;

/** The names of the columns that a table defines in `files.table`. */
type ColumnKey<T extends DefinedTable> = keyof Tables[T]["columns"] & string;

/** The cell of a column, or its cell and its allowed values. */
type ColumnSpec<Row> = ((row: Row) => Cell) | readonly [cell: (row: Row) => Cell, values: string];

/** Nothing to say, which is not the same as unknown. */
const EMPTY = "";

/** Columns with definitions from the messages. `define` gives the definition of a column. */
function buildColumns<Key extends string, Row>(
  define: (key: Key) => string,
  specs: Readonly<Record<Key, ColumnSpec<Row>>>,
): TableColumn<Row>[] {
  return (Object.entries(specs) as [Key, ColumnSpec<Row>][]).map(([key, spec]) => {
    const [cell, values] = typeof spec === "function" ? [spec, ""] : spec;
    return { key, definition: define(key), values, cell };
  });
}

const STANDINGS: readonly ClaimStanding[] = [
  "shown",
  "live",
  "set-aside",
  "deprecated",
  "retracted",
];
const listWords = (words: readonly string[]) => words.join(", ");

/** The claims, each with its latest decision and its standing. */
export function claimColumns(text: Text): readonly TableColumn<LedgerEntry>[] {
  const { t } = text;
  return buildColumns((key: ColumnKey<"claims">) => t(`files.table.claims.columns.${key}`), {
    id: [({ id }) => id, "UUID"],
    zone: [({ zone }) => zone, t("files.values.zone")],
    tenancy: [({ tenancy }) => tenancy ?? EMPTY, t("files.values.tenancy")],
    firm: ({ firm }) => firm ?? EMPTY,
    field: [({ field }) => field, t("files.values.field")],
    value: [({ value }) => getCell(value), t("files.values.fieldValue")],
    asOf: [({ asOf }) => asOf ?? UNKNOWN, t("files.values.date")],
    effectiveOn: [({ effectiveOn }) => effectiveOn, t("files.values.day")],
    decision: [({ decision }) => decision, listWords(DECISION_KINDS)],
    reason: ({ reason }) => reason ?? EMPTY,
    standing: [({ standing }) => standing, listWords(STANDINGS)],
    contradicts: [({ contradicts }) => contradicts, FLAG_VALUES],
    origin: [({ origin }) => origin, listWords(ORIGINS)],
    confidence: [({ confidence }) => confidence, listWords(CONFIDENCES)],
    decline: [({ decline }) => decline, FLAG_VALUES],
    quotation: ({ quotation }) => quotation?.text ?? EMPTY,
    quotationLang: [({ quotation }) => quotation?.lang ?? EMPTY, t("files.values.language")],
    amount: ({ money }) => money?.amount ?? EMPTY,
    currency: [({ money }) => money?.currency ?? EMPTY, t("files.values.currency")],
    locator: ({ locator }) => locator ?? EMPTY,
    note: ({ note }) => note ?? EMPTY,
    lastSeenOn: [({ lastSeenOn }) => lastSeenOn ?? EMPTY, t("files.values.day")],
    sourceId: [({ source }) => source.id, t("files.values.source")],
    revision: [({ version }) => version, t("files.values.wholeNumber")],
    recordedAt: [({ recordedAt }) => recordedAt, t("files.values.instant")],
  });
}

/** The firms in the zones. */
export function tenancyColumns(text: Text): readonly TableColumn<TenancyRow>[] {
  const { t } = text;
  return [
    ...buildColumns<ColumnKey<"tenancies">, TenancyRow>(
      (key) => t(`files.table.tenancies.columns.${key}`),
      {
        id: ({ id }) => id,
        zone: [({ zone }) => zone, t("files.values.zone")],
        firm: ({ firm }) => firm,
      },
    ),
    ...TENANCY_FIELD_KEYS.map((key) => ({
      key,
      definition: t("files.column.defined", {
        label: text.fieldLabel(key),
        definition: text.fieldDefinition(key),
      }),
      values: describeValues(text, key),
      cell: (row: TenancyRow) => getCell(row[key]),
    })),
  ];
}

/** A source with its former addresses and the number of claims that cite it. */
interface CountedSource {
  readonly source: Source;
  /** The most recent first. */
  readonly formerUrls: readonly string[];
  readonly claims: number;
}

/** The sources. */
export function sourceColumns({ t }: Text): readonly TableColumn<CountedSource>[] {
  return buildColumns((key: ColumnKey<"sources">) => t(`files.table.sources.columns.${key}`), {
    id: ({ source }) => source.id,
    title: ({ source }) => source.title,
    publisher: ({ source }) => source.publisher,
    url: ({ source }) => source.url ?? EMPTY,
    archivedUrl: ({ source }) => source.archivedUrl ?? EMPTY,
    formerUrls: [({ formerUrls }) => formerUrls.join(" "), t("files.values.spaced")],
    publishedOn: [({ source }) => source.publishedOn ?? UNKNOWN, t("files.values.date")],
    publishedOnEstimated: [({ source }) => source.publishedOnEstimated, FLAG_VALUES],
    accessed: [({ source }) => source.accessed ?? UNKNOWN, t("files.values.day")],
    kind: [({ source }) => source.kind, listWords(SOURCE_KINDS)],
    claims: [({ claims }) => claims, t("files.values.wholeNumber")],
  });
}

/** The events. */
function eventColumns({ t }: Text): readonly TableColumn<Event>[] {
  return buildColumns((key: ColumnKey<"events">) => t(`files.table.events.columns.${key}`), {
    id: ({ id }) => id,
    date: [({ date }) => date, t("files.values.date")],
    kind: [({ kind }) => kind, listWords(EVENT_KINDS)],
    title: ({ title }) => title,
    body: ({ body }) => body,
    zones: [
      ({ zones }) => zones.join(LIST_SEPARATOR),
      t("files.values.zones", { separator: LIST_SEPARATOR }),
    ],
    sourceId: [({ sourceId }) => sourceId, t("files.values.source")],
  });
}

/** The national figures. */
function contextColumns({ t }: Text): readonly TableColumn<ContextItem>[] {
  return buildColumns((key: ColumnKey<"context">) => t(`files.table.context.columns.${key}`), {
    key: ({ key }) => key,
    constraint: ({ constraint }) => constraint,
    label: ({ label }) => label,
    value: [({ value }) => value ?? EMPTY, t("files.values.inUnit")],
    unit: ({ unit }) => unit ?? EMPTY,
    statement: ({ statement }) => statement ?? EMPTY,
    period: ({ period }) => period,
    sourceId: [({ sourceId }) => sourceId, t("files.values.source")],
    sourceNote: ({ sourceNote }) => sourceNote ?? EMPTY,
  });
}

/** The changes since the previous release. */
export function changeColumns(text: Text): readonly TableColumn<ChangeRow>[] {
  const { t } = text;
  const getChangedCell = ({ field }: ChangeRow, value: FieldValue): Cell =>
    field === null ? EMPTY : getCell(value);
  return buildColumns((key: ColumnKey<"changes">) => t(`files.table.changes.columns.${key}`), {
    id: ({ id }) => id,
    kind: [({ kind }) => kind, listWords(CHANGE_KINDS)],
    zone: [({ zone }) => zone, t("files.values.zone")],
    name: ({ name }) => name,
    province: [({ province }) => province ?? UNKNOWN, describeValues(text, "province")],
    tenancy: [({ tenancy }) => tenancy ?? EMPTY, t("files.values.tenancy")],
    firm: ({ firm }) => firm ?? EMPTY,
    field: [({ field }) => field ?? EMPTY, t("files.values.field")],
    before: (row) => getChangedCell(row, row.before),
    after: (row) => getChangedCell(row, row.after),
    against: ({ kind, against }) =>
      kind === "contradicted" || kind === "settled" ? getCell(against) : EMPTY,
    on: [({ on }) => on, t("files.values.day")],
    claimId: [({ claimId }) => claimId, t("files.values.claim")],
    sourceId: [({ sourceId }) => sourceId, t("files.values.source")],
  });
}
