import type { FieldKey } from "../catalogue/fields";
import { fieldSpec, TENANCY_FIELD_KEYS } from "../catalogue/fields";
import type { FieldValue } from "../catalogue/kinds";
import { CHANGE_KINDS } from "../changes/change-kinds";
import type { ChangeRow } from "../contract/changes-answer";
import type { LedgerEntry } from "../contract/ledger-answer";
import type { TenancyRow } from "../contract/zone-answer";
import type { ContextFigure, Event, Source } from "../evidence/ledger-records";
import {
  CONFIDENCES,
  DECISION_KINDS,
  EVENT_KINDS,
  ORIGINS,
  SOURCE_KINDS,
} from "../evidence/ledger-records";
import { UNKNOWN } from "../query/filters";
import { type Cell, getCell, LIST_SEPARATOR, valuesInWords } from "./columns";

/** A column of a table of a release. */
export interface TableColumn<Row> {
  readonly key: string;
  readonly definition: string;
  /** Unit, or the values that it can take, in words; empty where the definition says it all. */
  readonly values: string;
  readonly cell: (row: Row) => Cell;
}

/** A cell in which nothing stands: there is nothing to say, which is not the same as unknown. */
const NOTHING = "";
const DATE = "year, month or day: 2020, 2020-10, 2020-10-07";
const FLAG = "true, false";
const SLUG = "slug of zones.csv";
const SOURCE = "id of sources.csv";

function column<Row>(
  key: string,
  definition: string,
  values: string,
  cell: (row: Row) => Cell,
): TableColumn<Row> {
  return { key, definition, values, cell };
}

const oneOf = (words: readonly string[]) => words.join(", ");

/** The claims, each with its judgement and where it stands. */
export const CLAIM_COLUMNS: readonly TableColumn<LedgerEntry>[] = [
  column("id", "Name of the claim for ever.", "UUID", ({ id }) => id),
  column("zone", "Zone that it is on.", SLUG, ({ zone }) => zone),
  column(
    "tenancy",
    "Firm in the zone that it is on; empty where it is on the zone itself.",
    "id of tenancies.csv",
    ({ tenancy }) => tenancy ?? NOTHING,
  ),
  column("firm", "Name of that firm.", "", ({ firm }) => firm ?? NOTHING),
  column("field", "What it is about.", "column of zones.csv or tenancies.csv", (row) => row.field),
  column(
    "value",
    "What the source says; unknown where it says that it is not known.",
    "as the column that field names; a location as longitude and latitude",
    ({ value }) => getCell(value),
  ),
  column("asOf", "Date that the source gives it.", DATE, ({ asOf }) => asOf ?? UNKNOWN),
  column(
    "effectiveOn",
    "Day from which it counts: the first of asOf, else of the source's own date, else the day of recording.",
    "day",
    (row) => row.effectiveOn,
  ),
  column("decision", "The latest judgement on it.", oneOf(DECISION_KINDS), (row) => row.decision),
  column("reason", "Why; empty where nothing was said.", "", (row) => row.reason ?? NOTHING),
  column(
    "standing",
    "Where it stands beside the value shown: shown is that value's own claim.",
    "shown, live, set-aside, deprecated, retracted",
    (row) => row.standing,
  ),
  column(
    "contradicts",
    "Does it contradict the value shown?",
    FLAG,
    ({ contradicts }) => contradicts,
  ),
  column("origin", "Who speaks.", oneOf(ORIGINS), ({ origin }) => origin),
  column(
    "confidence",
    "How far the recorder trusts it.",
    oneOf(CONFIDENCES),
    (row) => row.confidence,
  ),
  column(
    "locator",
    "Where in the source; empty where not noted.",
    "",
    (row) => row.locator ?? NOTHING,
  ),
  column(
    "note",
    "The recorder's note; empty where there is none.",
    "",
    (row) => row.note ?? NOTHING,
  ),
  column("sourceId", "Source that it rests on.", SOURCE, ({ source }) => source.id),
  column("revision", "Version in which it was recorded.", "whole number", ({ version }) => version),
  column("recordedAt", "Instant of that.", "ISO 8601, UTC", ({ recordedAt }) => recordedAt),
];

/** The firms in the zones. */
export const TENANCY_COLUMNS: readonly TableColumn<TenancyRow>[] = [
  column("id", "Name of the firm in the zone for ever.", "", ({ id }) => id),
  column("zone", "Zone that it is in.", SLUG, ({ zone }) => zone),
  column("firm", "Name of the firm.", "", ({ firm }) => firm),
  ...TENANCY_FIELD_KEYS.map((key) =>
    column<TenancyRow>(key, inWords(key), valuesInWords(key), (row) => getCell(row[key])),
  ),
];

/** A field as the dictionary tells of it. */
function inWords(key: FieldKey): string {
  const { label, definition } = fieldSpec(key);
  return `${label}. ${definition}`;
}

/** A source with its former addresses and the number of claims of the release that rest on it. */
export interface CountedSource {
  readonly source: Source;
  /** The latest given up first. */
  readonly formerUrls: readonly string[];
  readonly claims: number;
}

/** The sources. */
export const SOURCE_COLUMNS: readonly TableColumn<CountedSource>[] = [
  column("id", "Name of the source for ever.", "", ({ source }) => source.id),
  column("title", "Its title.", "", ({ source }) => source.title),
  column("publisher", "Who published it.", "", ({ source }) => source.publisher),
  column("url", "Its address; empty where it has none.", "", ({ source }) => source.url ?? NOTHING),
  column(
    "formerUrls",
    "Addresses that it once had, the latest given up first; empty where there are none.",
    "joined by a space",
    ({ formerUrls }) => formerUrls.join(" "),
  ),
  column("publishedOn", "Its own date.", DATE, ({ source }) => source.publishedOn ?? UNKNOWN),
  column(
    "publishedOnEstimated",
    "Is that date estimated?",
    FLAG,
    ({ source }) => source.publishedOnEstimated,
  ),
  column("accessed", "Day on which it was read.", "day", (row) => row.source.accessed ?? UNKNOWN),
  column("kind", "What kind of text it is.", oneOf(SOURCE_KINDS), ({ source }) => source.kind),
  column("claims", "Claims of claims.csv that rest on it.", "whole number", ({ claims }) => claims),
];

/** The events. */
export const EVENT_COLUMNS: readonly TableColumn<Event>[] = [
  column("id", "Name of the event for ever.", "", ({ id }) => id),
  column("date", "When it happened.", DATE, ({ date }) => date),
  column("kind", "What kind of event it is.", oneOf(EVENT_KINDS), ({ kind }) => kind),
  column("title", "What happened.", "", ({ title }) => title),
  column("body", "The same at length.", "", ({ body }) => body),
  column(
    "zones",
    "Zones that it is about; empty where it is about none by name.",
    `slugs of zones.csv, joined by “${LIST_SEPARATOR}”`,
    ({ zones }) => zones.join(LIST_SEPARATOR),
  ),
  column("sourceId", "Source that tells of it.", SOURCE, ({ sourceId }) => sourceId),
];

/** The figures on the country. */
export const CONTEXT_COLUMNS: readonly TableColumn<ContextFigure>[] = [
  column("key", "Name of the figure for ever.", "", ({ key }) => key),
  column("constraint", "Constraint on the zones that it measures.", "", (row) => row.constraint),
  column("label", "What it is.", "", ({ label }) => label),
  column("value", "The figure.", "number in the row's unit", ({ value }) => value),
  column("unit", "Its unit.", "", ({ unit }) => unit),
  column("period", "Time that it is of.", "", ({ period }) => period),
  column("sourceId", "Source that it rests on.", SOURCE, ({ sourceId }) => sourceId),
  column(
    "sourceNote",
    "Where in the source; empty where not noted.",
    "",
    (row) => row.sourceNote ?? NOTHING,
  ),
];

/** What changed since the release before. */
export const CHANGE_COLUMNS: readonly TableColumn<ChangeRow>[] = [
  column("id", "Name of the change for ever.", "", ({ id }) => id),
  column("kind", "What kind of change it is.", oneOf(CHANGE_KINDS), ({ kind }) => kind),
  column("zone", "Zone that it is about.", SLUG, ({ zone }) => zone),
  column("name", "Name of the zone.", "", ({ name }) => name),
  column(
    "province",
    "Province of the zone.",
    valuesInWords("province"),
    (row) => row.province ?? UNKNOWN,
  ),
  column(
    "tenancy",
    "Firm in the zone that it is about; empty where it is about the zone itself.",
    "id of tenancies.csv",
    ({ tenancy }) => tenancy ?? NOTHING,
  ),
  column("firm", "Name of that firm.", "", ({ firm }) => firm ?? NOTHING),
  column(
    "field",
    "Value that changed; empty where the zone as a whole came, went or was approved.",
    "column of zones.csv or tenancies.csv",
    ({ field }) => field ?? NOTHING,
  ),
  column("before", "What showed before.", "", (row) => changedCell(row, row.before)),
  column("after", "What shows now.", "", (row) => changedCell(row, row.after)),
  column(
    "against",
    "What stands, or stood, against it; empty for other changes.",
    "",
    ({ kind, against }) =>
      kind === "contradicted" || kind === "settled" ? getCell(against) : NOTHING,
  ),
  column("on", "Day from which it shows.", "day", ({ on }) => on),
  column("claimId", "Claim that did it.", "id of claims.csv", ({ claimId }) => claimId),
  column("sourceId", "Source of that claim.", SOURCE, ({ sourceId }) => sourceId),
];

function changedCell({ field }: ChangeRow, value: FieldValue): Cell {
  return field === null ? NOTHING : getCell(value);
}
