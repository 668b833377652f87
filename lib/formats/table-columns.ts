import { groupBy } from "@/lib/evidence/group-by";
import { fieldSpec, TENANCY_FIELD_KEYS } from "../catalogue/fields";
import { type FieldValue, SUBJECTS_OF_FACTS } from "../catalogue/kinds";
import { listTerms } from "../catalogue/vocabularies";
import { CHANGE_KINDS } from "../changes/change-kinds";
import type { ChangeRow, LedgerEntry, TenancyRow } from "../contract/answer-schemas";
import type { ClaimStanding } from "../evidence/claim-status";
import {
  CONFIDENCES,
  type ContextItem,
  DECISION_KINDS,
  EVENT_KINDS,
  type Event,
  ORIGINS,
  type Quotation,
  SOURCE_KINDS,
  type Source,
  type SourceVersion,
} from "../evidence/ledger-records";
import { listFormerAddresses } from "../evidence/source-versions";
import { SUPPORTS } from "../evidence/support-levels";
import type { Messages } from "../text/english-messages";
import type { Text } from "../text/text";
import {
  type Cell,
  type Column,
  type ColumnType,
  describeField,
  FLAG_VALUES,
  getCell,
  getWordCell,
  LIST_SEPARATOR,
} from "./columns";

type Tables = Messages["files"]["table"];
type DefinedTable = Exclude<keyof Tables, "zones" | "dictionary" | "parquet">;

/** The names of the columns that a table defines in `files.table`. */
export type ColumnKey<T extends DefinedTable> = keyof Tables[T]["columns"] & string;

/** The cell of a column, or its cell with its allowed values (a text for people, or all of them) and its type. */
type ColumnSpec<Row> =
  | ((row: Row) => Cell)
  | readonly [cell: (row: Row) => Cell, values: string | readonly string[], type?: ColumnType];

/** Columns with definitions from the messages. `define` gives the definition of a column. */
export function buildColumns<Key extends string, Row>(
  define: (key: Key) => string,
  specs: Readonly<Record<Key, ColumnSpec<Row>>>,
): Column<Row>[] {
  return (Object.entries(specs) as [Key, ColumnSpec<Row>][]).map(([key, spec]) => {
    const [cell, values, type = "string"] = typeof spec === "function" ? [spec, ""] : spec;
    const column = { key, definition: define(key), type, cell };
    return typeof values === "string"
      ? { ...column, values }
      : { ...column, values: values.join(", "), allowed: values };
  });
}

/** The source's own words and their language. */
export function quotationSpecs<Row>(
  { t }: Text,
  getQuotation: (row: Row) => Quotation | null,
): Readonly<Record<"quotation" | "quotationLang", ColumnSpec<Row>>> {
  return {
    quotation: (row) => getQuotation(row)?.text ?? null,
    quotationLang: [(row) => getQuotation(row)?.lang ?? null, t("files.values.language")],
  };
}

const STANDINGS: readonly ClaimStanding[] = [
  "shown",
  "live",
  "set-aside",
  "deprecated",
  "retracted",
];
/** The claims, each with its latest decision and its standing. */
export function claimColumns(text: Text): readonly Column<LedgerEntry>[] {
  const { t } = text;
  return buildColumns((key: ColumnKey<"claims">) => t(`files.table.claims.columns.${key}`), {
    id: [({ id }) => id, "UUID"],
    zone: [({ zone }) => zone, t("files.values.zone")],
    tenancy: [({ tenancy }) => tenancy, t("files.values.tenancy")],
    firm: ({ firm }) => firm,
    field: [({ field }) => field, t("files.values.field")],
    about: [({ field }) => fieldSpec(field).about, SUBJECTS_OF_FACTS],
    value: [({ value }) => getWordCell(value), t("files.values.fieldValue")],
    asOf: [({ asOf }) => asOf, t("files.values.date")],
    effectiveOn: [({ effectiveOn }) => effectiveOn, t("files.values.day"), "date"],
    decision: [({ decision }) => decision, DECISION_KINDS],
    reason: ({ reason }) => reason,
    standing: [({ standing }) => standing, STANDINGS],
    contradicts: [({ contradicts }) => contradicts, FLAG_VALUES, "boolean"],
    origin: [({ origin }) => origin, ORIGINS],
    confidence: [({ confidence }) => confidence, CONFIDENCES],
    decline: [({ decline }) => decline, FLAG_VALUES, "boolean"],
    ...quotationSpecs<LedgerEntry>(text, ({ quotation }) => quotation),
    amount: [({ money }) => money?.amount ?? null, "", "number"],
    currency: [({ money }) => money?.currency ?? null, t("files.values.currency")],
    locator: ({ locator }) => locator,
    note: ({ note }) => note,
    lastSeenOn: [({ lastSeenOn }) => lastSeenOn, t("files.values.day"), "date"],
    sourceId: [({ source }) => source.id, t("files.values.source")],
    revision: [({ version }) => version, t("files.values.wholeNumber"), "integer"],
    recordedAt: [({ recordedAt }) => recordedAt, t("files.values.instant"), "datetime"],
    sentBy: ({ changed }) => changed?.sentBy ?? null,
    changedBy: ({ changed }) => changed?.changedBy ?? null,
    sentValue: ({ changed }) => (changed ? String(getWordCell(changed.value)) : null),
    sentAsOf: [({ changed }) => changed?.asOf ?? null, t("files.values.date")],
  });
}

/** The firms in the zones. */
export function tenancyColumns(text: Text): readonly Column<TenancyRow>[] {
  const { t } = text;
  return [
    ...buildColumns<ColumnKey<"tenancies">, TenancyRow>(
      (key) => t(`files.table.tenancies.columns.${key}`),
      {
        id: ({ id }) => id,
        zone: [({ zone }) => zone, t("files.values.zone")],
        province: [({ province }) => province, listTerms("province").map(({ value }) => value)],
        firmId: [({ firmId }) => firmId, t("files.values.firm")],
        firm: ({ firm }) => firm,
        support: [({ support }) => support, SUPPORTS],
        weak: [({ weak }) => weak, FLAG_VALUES, "boolean"],
        sourceId: [({ sourceId }) => sourceId, t("files.values.source")],
      },
    ),
    ...TENANCY_FIELD_KEYS.map((key) => ({
      key,
      definition: t("files.column.defined", {
        label: text.fieldLabel(key),
        definition: text.fieldDefinition(key),
      }),
      ...describeField(text, key),
      cell: (row: TenancyRow) => getCell(row[key]),
    })),
  ];
}

/** A source with its former addresses and the number of claims that cite it. */
export interface CountedSource {
  readonly source: Source;
  /** The most recent first. */
  readonly formerUrls: readonly string[];
  readonly claims: number;
}

/**
 * Sources with the number of claims that cite them, in the order of their first versions.
 * @param versions of the sources, in the order of their revisions
 * @param counts of claims by source
 */
export function listCountedSources(
  versions: readonly SourceVersion[],
  counts: ReadonlyMap<string, number>,
): CountedSource[] {
  return [...groupBy(versions, ({ source }) => source.id)].flatMap(([id, ownVersions]) => {
    const source = ownVersions.at(-1)?.source;
    const formerUrls = listFormerAddresses(ownVersions).map(({ url }) => url);
    return source ? [{ source, formerUrls, claims: counts.get(id) ?? 0 }] : [];
  });
}

/** The sources. */
export function sourceColumns({ t }: Text): readonly Column<CountedSource>[] {
  return buildColumns((key: ColumnKey<"sources">) => t(`files.table.sources.columns.${key}`), {
    id: ({ source }) => source.id,
    title: ({ source }) => source.title,
    publisher: ({ source }) => source.publisher,
    url: ({ source }) => source.url,
    archivedUrl: ({ source }) => source.archivedUrl,
    formerUrls: [({ formerUrls }) => formerUrls.join(" ") || null, t("files.values.spaced")],
    publishedOn: [({ source }) => source.publishedOn, t("files.values.date")],
    publishedOnEstimated: [({ source }) => source.publishedOnEstimated, FLAG_VALUES, "boolean"],
    accessed: [({ source }) => source.accessed, t("files.values.day"), "date"],
    kind: [({ source }) => source.kind, SOURCE_KINDS],
    claims: [({ claims }) => claims, t("files.values.wholeNumber"), "integer"],
  });
}

/** The events. */
export function eventColumns(text: Text): readonly Column<Event>[] {
  const { t } = text;
  return buildColumns((key: ColumnKey<"events">) => t(`files.table.events.columns.${key}`), {
    id: ({ id }) => id,
    date: [({ date }) => date, t("files.values.date")],
    kind: [({ kind }) => kind, EVENT_KINDS],
    title: ({ title }) => title,
    body: ({ body }) => body,
    zones: [
      ({ zones }) => zones.join(LIST_SEPARATOR) || null,
      t("files.values.zones", { separator: LIST_SEPARATOR }),
    ],
    sourceId: [({ sourceId }) => sourceId, t("files.values.source")],
    ...quotationSpecs<Event>(text, ({ quotation }) => quotation),
  });
}

/** The national figures. */
export function contextColumns(text: Text): readonly Column<ContextItem>[] {
  const { t } = text;
  return buildColumns((key: ColumnKey<"context">) => t(`files.table.context.columns.${key}`), {
    key: ({ key }) => key,
    constraint: ({ constraint }) => constraint,
    label: ({ label }) => label,
    value: [({ value }) => value, t("files.values.inUnit"), "number"],
    unit: ({ unit }) => unit,
    statement: ({ statement }) => statement,
    period: ({ period }) => period,
    sourceId: [({ sourceId }) => sourceId, t("files.values.source")],
    sourceNote: ({ sourceNote }) => sourceNote,
    ...quotationSpecs<ContextItem>(text, ({ quotation }) => quotation),
  });
}

/** The changes since the previous release. */
export function changeColumns(text: Text): readonly Column<ChangeRow>[] {
  const { t } = text;
  const getChangedCell = ({ field }: ChangeRow, value: FieldValue): Cell =>
    field === null ? null : getWordCell(value);
  return buildColumns((key: ColumnKey<"changes">) => t(`files.table.changes.columns.${key}`), {
    id: ({ id }) => id,
    kind: [({ kind }) => kind, CHANGE_KINDS],
    zone: [({ zone }) => zone, t("files.values.zone")],
    name: ({ name }) => name,
    province: [({ province }) => province, listTerms("province").map(({ value }) => value)],
    tenancy: [({ tenancy }) => tenancy, t("files.values.tenancy")],
    firm: ({ firm }) => firm,
    field: [({ field }) => field, t("files.values.field")],
    before: (row) => getChangedCell(row, row.before),
    after: (row) => getChangedCell(row, row.after),
    against: ({ kind, against }) =>
      kind === "contradicted" || kind === "settled" ? getWordCell(against) : null,
    on: [({ on }) => on, t("files.values.day"), "date"],
    claimId: [({ claimId }) => claimId, t("files.values.claim")],
    sourceId: [({ sourceId }) => sourceId, t("files.values.source")],
  });
}
