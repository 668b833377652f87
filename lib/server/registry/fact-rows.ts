import "server-only";
import { isTenancyField, isZoneField, renewValue } from "@/lib/catalogue/fields";
import type { FieldValue } from "@/lib/catalogue/kinds";
import {
  type Claim,
  CONFIDENCES,
  type ContextItem,
  DECISION_KINDS,
  type Decision,
  EVENT_KINDS,
  type Event,
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
import type { Day } from "@/lib/time/day";
import type * as rows from "@/prisma/generated/client";

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
export type Stored<T> = {
  [K in keyof T]: T[K] extends bigint
    ? bigint | number
    : T[K] extends Date | null
      ? T[K] | string
      : T[K];
};

/** The revision of a row. */
export const toRevision = (
  row: Omit<Stored<rows.Revision>, "authorId" | "randomId">,
): Revision => ({
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
  };
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
export const toTenancy = (row: rows.Tenancy & { firm: { name: string } }): Tenancy => ({
  id: row.id,
  zone: row.zoneSlug,
  firm: row.firm.name,
  firmId: row.firmId,
  order: row.sortOrder,
});

const NO_NAMES: readonly string[] = [];

/** The first names of a firm. */
export const toFirstFirm = (row: rows.Firm): FirmVersion => ({
  revision: row.revisionId,
  id: row.id,
  reason: null,
  name: row.name,
  otherNames: NO_NAMES,
});

/** Later names of a firm. */
export const toFirmVersion = (row: Omit<rows.FirmVersion, "id">): FirmVersion => ({
  revision: row.revisionId,
  id: row.firmId,
  reason: row.reason,
  name: row.name,
  otherNames: row.otherNames,
});

/** The retirement of a row. */
export const toRetirement = (row: rows.Retirement): Retirement => ({
  id: row.id,
  revision: row.revisionId,
  kind: readWord(RETIRABLE_KINDS, row.kind),
  subject: row.subject,
  act: readWord(RETIREMENT_ACTS, row.act),
  into: row.into,
  reason: row.reason,
});

/** The event of a row with its zones. */
export const toEvent = (row: rows.Event & { zones: { zoneSlug: string }[] }): Event => ({
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
export const toEventVersion = (row: rows.EventVersion): Event => ({
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
export const toContextFigure = (
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
