import { type FieldKey, fieldSpec, TENANCY_FIELD_KEYS } from "../catalogue/fields";
import type { FieldValue } from "../catalogue/kinds";
import type { LedgerEntry } from "../contract/answer-schemas";
import { createLedgerReader } from "../contract/zone-answer";
import type { Ledger } from "../evidence/evidence-index";
import type { Event } from "../evidence/ledger-records";
import type { TenancyRecord, ZoneRecord } from "../evidence/registry";
import type { Moment } from "../evidence/resolve";
import { listRecordedAt } from "../evidence/source-versions";
import { zoneNames } from "../evidence/zone-name";
import type { Messages } from "../text/english-messages";
import type { Text } from "../text/text";
import { type Cell, type Column, describeField, getWordCell, LIST_SEPARATOR } from "./columns";
import {
  evidenceColumns,
  listShownValues,
  type ShownValue,
  type ShownValues,
} from "./evidence-columns";
import {
  hasChanged,
  type ListedIndicator,
  listIndicators,
  readinessColumns,
} from "./readiness-columns";
import { getFieldCell, getHeading } from "./sheet-words";
import {
  buildColumns,
  type ColumnKey,
  type CountedSource,
  claimColumns,
  eventColumns,
  listCountedSources,
  sourceColumns,
} from "./table-columns";
import { type SheetColumn, type TableSheet, tableSheet } from "./table-sheet";
import { type ListedTarget, listTargets, targetColumns } from "./target-columns";

/** What the sheets beside the zones are made of: the zones and fields of the file, in its order. */
export interface Evidenced extends ShownValues {
  /** Of all zones, as known at the moment and dated up to its day. */
  readonly events: readonly Event[];
}

/** A firm in a zone with the name of the zone. */
interface NamedTenancy extends TenancyRecord {
  readonly zoneName: string;
}

type Labels = Messages["files"]["label"];

/** The sheets of evidence, claims, firms, targets, readiness, events and sources, in this order. Their rows are made while they are written. */
export function evidenceSheets(text: Text, input: Evidenced): readonly TableSheet[] {
  const { zones, ledger, moment } = input;
  const names = zoneNames(zones);
  const slugs = new Set(zones.map(({ slug }) => slug));
  // An event that names no zone is about the whole country.
  const events = input.events.filter(
    (event) => event.zones.length === 0 || event.zones.some((slug) => slugs.has(slug)),
  );
  // Filled while the claims are written, and read after them.
  const cited = new Map<string, number>(events.map(({ sourceId }) => [sourceId, 0]));
  return [
    tableSheet("Evidence", evidenceSheetColumns(text, input), listShownValues(input)),
    tableSheet("Claims", claimSheetColumns(text, names), listClaims(input, cited)),
    tableSheet("Firms", firmColumns(text), listFirms(zones, names)),
    tableSheet("Targets", targetSheetColumns(text), listTargets(zones, moment)),
    tableSheet("Readiness", readinessSheetColumns(text), listKnownIndicators(input)),
    tableSheet("Events", eventSheetColumns(text, names), events),
    tableSheet("Sources", sourceSheetColumns(text), listSources(ledger, moment, cited)),
  ];
}

/** The indicators that are known or gained or lost points: a sheet with all would be too large to be imported again. */
function* listKnownIndicators({ ledger, zones, moment }: Evidenced): Generator<ListedIndicator> {
  for (const one of listIndicators(ledger, zones, moment)) {
    if (one.year.score?.known || hasChanged(one.year)) yield one;
  }
}

function* listClaims(
  { zones, ledger, moment }: Evidenced,
  cited: Map<string, number>,
): Generator<LedgerEntry> {
  const listEntries = createLedgerReader(ledger, moment);
  for (const zone of zones) {
    for (const entry of listEntries(zone)) {
      cited.set(entry.source.id, (cited.get(entry.source.id) ?? 0) + 1);
      yield entry;
    }
  }
}

function* listFirms(
  zones: readonly ZoneRecord[],
  names: ReadonlyMap<string, string>,
): Generator<NamedTenancy> {
  for (const { slug, tenancies } of zones) {
    for (const tenancy of tenancies) yield { ...tenancy, zoneName: names.get(slug) ?? slug };
  }
}

function* listSources(
  { facts }: Ledger,
  { revision }: Moment,
  cited: ReadonlyMap<string, number>,
): Generator<CountedSource> {
  const versions = listRecordedAt(facts.sourceVersions, revision);
  yield* listCountedSources(
    versions.filter(({ source }) => cited.has(source.id)),
    cited,
  ).sort((a, b) => b.claims - a.claims || (a.source.id < b.source.id ? -1 : 1));
}

/** Columns with names and sentences. */
const WIDE: readonly (keyof Labels)[] = [
  ...(["zoneName", "zones", "firm", "title", "body", "sourceTitle", "value"] as const),
  ...(["reason", "quotation", "note"] as const),
];

/** The label of a column that is no field. */
const labelOf = ({ t }: Text, key: keyof Labels) => t(`files.label.${key}`);

/** A column of a release's table as a column of a sheet. */
function toSheetColumn<Row>(
  text: Text,
  { key, definition, values, cell }: Column<Row>,
  label = key as keyof Labels,
): SheetColumn<Row> {
  const wide = WIDE.includes(label);
  const link = key === "url" || key === "archivedUrl";
  return { heading: labelOf(text, label), definition, values, wide, link, cell };
}

function evidenceSheetColumns(text: Text, input: Evidenced): readonly SheetColumn<ShownValue>[] {
  const marks = { contested: text.t("common.disputed"), settled: text.t("files.values.settled") };
  const own = evidenceColumns(text, input).filter(({ key }) => key !== "subject");
  const columns = toKeyedColumns(text, own, {
    province: { cell: ({ zone }) => provinceWords(text, zone) },
    field: { cell: ({ field }) => text.fieldLabel(field) },
    value: {
      definition: text.t("files.table.evidence.columns.value"),
      cell: ({ field, shown }) => describeShown(text, field, shown.value),
    },
    mark: {
      definition: text.t("files.table.evidence.columns.mark"),
      values: Object.values(marks).join(", "),
      cell: ({ shown }) => shown.mark && marks[shown.mark],
    },
  });
  return putIdsLast(columns);
}

/** Columns with ids of zones, firms, sources and claims. */
const IDS: readonly string[] = [
  "zone",
  "tenancy",
  "claimId",
  "outcomeClaimId",
  "sourceId",
  "outcomeSourceId",
];

/** A sheet's column with its key. */
interface KeyedColumn<Row> {
  readonly key: string;
  readonly column: SheetColumn<Row>;
}

/** Ids at the end, where programs find them and people need not look at them. */
function putIdsLast<Row>(columns: readonly KeyedColumn<Row>[]): readonly SheetColumn<Row>[] {
  const isId = ({ key }: KeyedColumn<Row>) => IDS.includes(key);
  const others = columns.filter((one) => !isId(one));
  return [...others, ...columns.filter(isId)].map(({ column }) => column);
}

/** The columns of a table as those of a sheet; some have words in place of codes. */
function toKeyedColumns<Row>(
  text: Text,
  columns: readonly Column<Row>[],
  words: Readonly<Record<string, Pick<SheetColumn<Row>, "cell"> & Partial<SheetColumn<Row>>>>,
): readonly KeyedColumn<Row>[] {
  return columns.map((column) => {
    const own = toSheetColumn(text, column);
    const inWords = words[column.key];
    return { key: column.key, column: inWords ? { ...own, values: "", ...inWords } : own };
  });
}

const provinceWords = (text: Text, { values }: ZoneRecord) =>
  getFieldCell(text, "province", values.province);

function targetSheetColumns(text: Text): readonly SheetColumn<ListedTarget>[] {
  const columns = toKeyedColumns(text, targetColumns(text), {
    province: { cell: ({ zone }) => provinceWords(text, zone) },
    field: { cell: ({ field }) => text.fieldLabel(field) },
    outcome: { cell: ({ target }) => text.t(`targets.state.${target.outcome.state}.label`) },
  });
  return putIdsLast(columns);
}

function readinessSheetColumns(text: Text): readonly SheetColumn<ListedIndicator>[] {
  const columns = toKeyedColumns(text, readinessColumns(text), {
    province: { cell: ({ zone }) => provinceWords(text, zone) },
    block: { cell: ({ year }) => text.groupLabel(year.block) },
    field: { cell: ({ year }) => text.fieldLabel(year.field) },
    cause: {
      cell: ({ year }) => (hasChanged(year) ? text.t(`scoreHistory.cause.${year.cause}`) : null),
    },
  });
  return putIdsLast(columns);
}

/** A value for people: words for a choice, a number with its unit. */
function describeShown(text: Text, field: FieldKey, value: FieldValue): string {
  const { kind } = fieldSpec(field);
  if (value === null || kind === "number" || kind === "place") return text.value(field, value);
  if (kind === "level" || kind === "flag") return text.bareValue(field, value);
  return String(getFieldCell(text, field, value));
}

function claimSheetColumns(
  text: Text,
  names: ReadonlyMap<string, string>,
): readonly SheetColumn<LedgerEntry>[] {
  const { t } = text;
  const columns = claimColumns(text).flatMap((column): SheetColumn<LedgerEntry>[] => {
    const own = toSheetColumn(text, column);
    switch (column.key) {
      case "field":
        return [{ ...own, values: "", cell: ({ field }) => text.fieldLabel(field) }];
      case "value":
        return [
          // One type for all: the numbers follow in a column of their own.
          { ...own, cell: ({ value }) => String(getWordCell(value)) },
          {
            heading: labelOf(text, "number"),
            definition: t("files.table.evidence.columns.number"),
            values: "",
            cell: ({ value }) => (typeof value === "number" ? value : null),
          },
        ];
      default:
        return [own];
    }
  });
  // Ids at the end, where programs find them and people need not look at them.
  const [id, zone, tenancy, ...others] = columns;
  return [
    {
      heading: labelOf(text, "zoneName"),
      definition: t("files.table.evidence.columns.zoneName"),
      values: "",
      wide: true,
      cell: (entry) => names.get(entry.zone) ?? entry.zone,
    },
    ...others,
    ...[zone, tenancy, id].flatMap((column) => column ?? []),
  ];
}

function firmColumns(text: Text): readonly SheetColumn<NamedTenancy>[] {
  const own = buildColumns<ColumnKey<"firms">, NamedTenancy>(
    (key) => text.t(`files.table.firms.columns.${key}`),
    {
      zoneName: ({ zoneName }) => zoneName,
      firm: ({ tenancy }) => tenancy.firm,
      knownFacts: [
        ({ values }) => TENANCY_FIELD_KEYS.filter((key) => values[key] !== null).length,
        text.t("files.values.wholeNumber"),
      ],
      zone: [({ tenancy }) => tenancy.zone, text.t("files.values.zone")],
      tenancy: ({ tenancy }) => tenancy.id,
    },
  ).map((column) => toSheetColumn(text, column));
  const fields = TENANCY_FIELD_KEYS.map(
    (key): SheetColumn<NamedTenancy> => ({
      heading: getHeading(text, key),
      definition: text.fieldDefinition(key),
      values: describeField(text, key).values,
      cell: ({ values }) => getFieldCell(text, key, values[key]),
    }),
  );
  return [...own.slice(0, 2), ...fields, ...own.slice(2)];
}

function eventSheetColumns(
  text: Text,
  names: ReadonlyMap<string, string>,
): readonly SheetColumn<Event>[] {
  const [id, ...others] = eventColumns(text).map((column): SheetColumn<Event> => {
    const own = toSheetColumn(text, column, column.key === "id" ? "eventId" : undefined);
    if (column.key !== "zones") return own;
    const listNames = ({ zones }: Event) => zones.map((slug) => names.get(slug) ?? slug);
    return { ...own, values: "", cell: (event) => listNames(event).join(LIST_SEPARATOR) || null };
  });
  return [
    ...others,
    {
      heading: labelOf(text, "zoneCount"),
      definition: text.t("files.table.events.zoneCount"),
      values: text.t("files.values.wholeNumber"),
      cell: ({ zones }): Cell => zones.length,
    },
    ...(id ? [id] : []),
  ];
}

function sourceSheetColumns(text: Text): readonly SheetColumn<CountedSource>[] {
  const [id, ...others] = sourceColumns(text).map((column) =>
    toSheetColumn(text, column, column.key === "id" ? "sourceId" : undefined),
  );
  return [...others, ...(id ? [id] : [])];
}
