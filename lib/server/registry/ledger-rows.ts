import "server-only";
import { type FieldKey, isTenancyField, isZoneField, renewValue } from "@/lib/catalogue/fields";
import type { FieldValue } from "@/lib/catalogue/kinds";
import {
  type ChangedClaim,
  type Claim,
  CONFIDENCES,
  type ContextItem,
  DECISION_KINDS,
  type Decision,
  EVENT_KINDS,
  type Event,
  type Facts,
  type FirmVersion,
  ORIGINS,
  type Quotation,
  RETIRABLE_KINDS,
  RETIREMENT_ACTS,
  type Retirement,
  type Revision,
  SOURCE_KINDS,
  type Source,
  type SourceVersion,
  type Tenancy,
} from "@/lib/evidence/ledger-records";
import { setPublicationsAside } from "@/lib/evidence/publications";
import type { Day } from "@/lib/time/day";
import type * as rows from "@/prisma/generated/client";

const NO_NAMES: readonly string[] = [];

/** Rows of the ledger's tables, as JSON has them, under the keys of Prisma. */
export interface LedgerRows {
  readonly revision: Omit<Stored<rows.Revision>, "randomId">[];
  readonly zone: Pick<rows.Zone, "slug" | "sortOrder" | "revisionId">[];
  readonly claim: Stored<rows.Claim>[];
  readonly decision: Stored<rows.Decision>[];
  readonly source: Stored<rows.Source>[];
  readonly sourceVersion: Stored<rows.SourceVersion>[];
  /** With the first name of the firm. */
  readonly tenancy: (rows.Tenancy & { firm: { name: string } })[];
  readonly event: (rows.Event & { zones: { zoneSlug: string }[] })[];
  readonly eventVersion: rows.EventVersion[];
  readonly contextFigure: rows.ContextFigure[];
  readonly contextFigureVersion: rows.ContextFigureVersion[];
  readonly firm: rows.Firm[];
  readonly firmVersion: rows.FirmVersion[];
  readonly retirement: rows.Retirement[];
}

const SOURCE = [
  ...["title", "publisher", "url", "publishedOn", "publishedOnEstimated"],
  ...["accessed", "archivedUrl", "kind"],
];
const EVENT = [
  ...["date", "precision", "kind", "title", "body", "sourceId", "quotation", "quotationLang"],
];
const FIGURE = [
  ...["constraint", "label", "value", "unit", "statement", "period", "sourceId", "sourceNote"],
  ...["quotation", "quotationLang"],
];

/** The columns of each table that a write sets and a read reads. */
export const COLUMNS: { readonly [K in keyof LedgerRows]: readonly string[] } = {
  revision: ["id", "recordedAt", "author", "authorId", "purpose"],
  zone: ["slug", "sortOrder", "revisionId"],
  claim: [
    ...["id", "revisionId", "zoneSlug", "tenancyId", "field", "value", "asOf", "sourceId"],
    ...["locator", "note", "origin", "confidence", "decline", "quotation", "quotationLang"],
    ...["lastSeenOn", "amount", "currency", "changed"],
  ],
  decision: ["revisionId", "claimId", "kind", "reason"],
  source: ["id", "revisionId", ...SOURCE],
  sourceVersion: ["id", "sourceId", "revisionId", "reason", ...SOURCE],
  firm: ["id", "revisionId", "name"],
  firmVersion: ["id", "firmId", "revisionId", "reason", "name", "otherNames"],
  tenancy: ["id", "revisionId", "zoneSlug", "firmId", "sortOrder"],
  event: ["id", "revisionId", ...EVENT],
  eventVersion: ["eventId", "revisionId", "reason", ...EVENT, "zones"],
  contextFigure: ["key", "revisionId", ...FIGURE, "sortOrder"],
  contextFigureVersion: ["key", "revisionId", "reason", ...FIGURE],
  retirement: ["id", "revisionId", "kind", "subject", "act", "into", "reason"],
};

/** No rows, to add to. */
export function noRows(): LedgerRows {
  const entries = Object.keys(COLUMNS).map((table): [string, unknown[]] => [table, []]);
  return Object.fromEntries(entries) as unknown as LedgerRows;
}

/** Adds rows behind others. */
export function appendRows(to: LedgerRows, added: LedgerRows): void {
  for (const table of Object.keys(COLUMNS) as (keyof LedgerRows)[]) {
    const list: unknown[] = to[table];
    for (const row of added[table]) list.push(row);
  }
}

/** The names of tables and columns in SQL. A write needs some 200. */
const sqlNames = new Map<string, string>();

/** The name of a table or column in SQL, without quotes. */
export function toSqlName(key: string): string {
  const known = sqlNames.get(key);
  if (known !== undefined) return known;
  const name = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  sqlNames.set(key, name);
  return name;
}

/** The same with quotes. Some columns have names with a meaning in SQL, such as `into`. */
export function quoteName(key: string): string {
  return `"${toSqlName(key)}"`;
}

/** Columns under the keys of Prisma, in SQL. */
export function selectColumns(columns: readonly string[]): string {
  return columns.map((column) => `${quoteName(column)} AS "${column}"`).join(", ");
}

/**
 * The facts of rows, for `addFacts`. The same for rows that are read and rows that are about to be written.
 * @param later the claims of a revision with all decisions of it
 */
export function toFacts(later: LedgerRows): Facts {
  const revisions = [...later.revision].sort((a, b) => a.id - b.id);
  const claims = later.claim.map(toClaim);
  const figures = [...later.contextFigure].sort((a, b) => a.sortOrder - b.sortOrder);
  return {
    revision: revisions.at(-1)?.id ?? 0,
    revisions: revisions.map(toRevision),
    zones: later.zone.map(({ slug, sortOrder }) => ({ slug, order: sortOrder })),
    claims,
    ...setPublicationsAside(claims, later.decision.map(toDecision)),
    sourceVersions: [...later.source.map(toFirstVersion), ...later.sourceVersion.map(toVersion)],
    tenancies: later.tenancy.map(toTenancy),
    events: [...later.event.map(toEvent), ...later.eventVersion.map(toEventVersion)],
    context: [
      ...figures.map((row) => toContextFigure(row, null)),
      ...later.contextFigureVersion.map((row) => toContextFigure(row, row.reason)),
    ],
    firmVersions: [...later.firm.map(toFirstFirm), ...later.firmVersion.map(toFirmVersion)],
    retirements: later.retirement.map(toRetirement),
  };
}

/** The database has a value that the code does not know: it is newer or damaged. */
class UnknownWordError extends Error {
  readonly code = "unknown-word";
}

function readWord<T extends string>(allowed: readonly T[], text: string): T {
  const found = allowed.find((value) => value === text);
  if (found === undefined) {
    throw new UnknownWordError(
      `The database has “${text}”, which is none of ${allowed.join(", ")}.`,
    );
  }
  return found;
}

/** A row from Prisma, or from JSON, which writes instants and days as text. */
type Stored<T> = {
  [K in keyof T]: T[K] extends bigint
    ? bigint | number
    : T[K] extends Date | null
      ? T[K] | string
      : T[K];
};

/** The revision of a row. */
const toRevision = (row: Omit<Stored<rows.Revision>, "authorId" | "randomId">): Revision => ({
  number: row.id,
  recordedAt: new Date(row.recordedAt).toISOString(),
  author: row.author,
  purpose: row.purpose,
  identity: row.identity,
});

/**
 * The claim of a row.
 * @throws UnknownWordError for a field that the catalogue does not have
 */
export function toClaim(row: Stored<rows.Claim>): Claim {
  const { field } = row;
  if (!isZoneField(field) && !isTenancyField(field)) {
    throw new UnknownWordError(
      `Claim ${row.id} is about “${field}”, which is not in the catalogue.`,
    );
  }
  return {
    id: row.id,
    revision: row.revisionId,
    zone: row.zoneSlug,
    tenancy: row.tenancyId,
    field,
    // The ledger checked it against the catalogue before writing it.
    value: renewValue(field, row.value) as FieldValue,
    asOf: row.asOf,
    sourceId: row.sourceId,
    locator: row.locator,
    note: row.note,
    origin: readWord(ORIGINS, row.origin),
    confidence: readWord(CONFIDENCES, row.confidence),
    decline: row.decline,
    quotation: toQuotation(row),
    lastSeenOn: toDay(row.lastSeenOn),
    money:
      row.amount === null || row.currency === null
        ? null
        : { amount: row.amount, currency: row.currency },
    ...(row.changed === null ? {} : { changed: toChanged(field, row.changed) }),
  };
}

/** What was sent, which the ledger wrote. */
function toChanged(field: FieldKey, stored: unknown): ChangedClaim {
  const changed = stored as ChangedClaim;
  return { ...changed, value: renewValue(field, changed.value) as FieldValue };
}

const toQuotation = ({
  quotation,
  quotationLang,
}: Pick<rows.Claim, "quotation" | "quotationLang">): Quotation | null =>
  quotation === null || quotationLang === null ? null : { text: quotation, lang: quotationLang };

/** The day of a DATE column, which has no time. */
const toDay = (date: Date | string | null): Day | null =>
  (date instanceof Date ? date.toISOString() : date)?.slice(0, 10) ?? null;

/** The decision of a row. */
export const toDecision = (row: Stored<rows.Decision>): Decision => ({
  sequence: Number(row.id),
  revision: row.revisionId,
  claimId: row.claimId,
  kind: readWord(DECISION_KINDS, row.kind),
  reason: row.reason,
});

/** The parts that each version of a source has. */
type SourceParts = Omit<Stored<rows.SourceVersion>, "id" | "sourceId" | "revisionId" | "reason">;

const toSource = (id: string, row: SourceParts): Source => ({
  id,
  title: row.title,
  publisher: row.publisher,
  url: row.url,
  publishedOn: row.publishedOn,
  publishedOnEstimated: row.publishedOnEstimated,
  accessed: toDay(row.accessed),
  archivedUrl: row.archivedUrl,
  kind: readWord(SOURCE_KINDS, row.kind),
});

/** The first version of a source. */
export const toFirstVersion = (row: Stored<rows.Source>): SourceVersion => ({
  revision: row.revisionId,
  reason: null,
  source: toSource(row.id, row),
});

/** A later version of a source. */
export const toVersion = (row: Omit<Stored<rows.SourceVersion>, "id">): SourceVersion => ({
  revision: row.revisionId,
  reason: row.reason,
  source: toSource(row.sourceId, row),
});

/** The tenancy of a row with the name of its firm. */
const toTenancy = (row: rows.Tenancy & { firm: { name: string } }): Tenancy => ({
  id: row.id,
  zone: row.zoneSlug,
  firm: row.firm.name,
  firmId: row.firmId,
  order: row.sortOrder,
});

/** The first names of a firm. */
const toFirstFirm = (row: rows.Firm): FirmVersion => ({
  revision: row.revisionId,
  id: row.id,
  reason: null,
  name: row.name,
  otherNames: NO_NAMES,
});

/** Later names of a firm. */
const toFirmVersion = (row: Omit<rows.FirmVersion, "id">): FirmVersion => ({
  revision: row.revisionId,
  id: row.firmId,
  reason: row.reason,
  name: row.name,
  otherNames: row.otherNames,
});

/** The retirement of a row. */
const toRetirement = (row: rows.Retirement): Retirement => ({
  id: row.id,
  revision: row.revisionId,
  kind: readWord(RETIRABLE_KINDS, row.kind),
  subject: row.subject,
  act: readWord(RETIREMENT_ACTS, row.act),
  into: row.into,
  reason: row.reason,
});

/** The event of a row with its zones. */
const toEvent = (row: rows.Event & { zones: { zoneSlug: string }[] }): Event => ({
  id: row.id,
  revision: row.revisionId,
  reason: null,
  date: row.date,
  kind: readWord(EVENT_KINDS, row.kind),
  title: row.title,
  body: row.body,
  // Sorted here: the order of texts in SQL depends on the language of the database.
  zones: row.zones.map(({ zoneSlug }) => zoneSlug).sort(),
  sourceId: row.sourceId,
  quotation: toQuotation(row),
});

/** A later version of an event. */
const toEventVersion = (row: rows.EventVersion): Event => ({
  id: row.eventId,
  revision: row.revisionId,
  reason: row.reason,
  date: row.date,
  kind: readWord(EVENT_KINDS, row.kind),
  title: row.title,
  body: row.body,
  zones: row.zones,
  sourceId: row.sourceId,
  quotation: toQuotation(row),
});

/**
 * A version of a national figure.
 * @param reason why it was changed; null for the first version
 */
const toContextFigure = (
  row: Omit<rows.ContextFigure, "sortOrder">,
  reason: string | null,
): ContextItem => ({
  key: row.key,
  revision: row.revisionId,
  reason,
  constraint: row.constraint,
  label: row.label,
  value: row.value,
  unit: row.unit,
  statement: row.statement,
  period: row.period,
  sourceId: row.sourceId,
  sourceNote: row.sourceNote,
  quotation: toQuotation(row),
});
