import "server-only";
import { isTenancyField, isZoneField } from "@/lib/catalogue/fields";
import type { FieldValue } from "@/lib/catalogue/kinds";
import {
  type Claim,
  CONFIDENCES,
  type ContextFigure,
  DECISION_KINDS,
  type Decision,
  EVENT_KINDS,
  type Event,
  ORIGINS,
  type Revision,
  SOURCE_KINDS,
  type Source,
  type SourceVersion,
  type Tenancy,
} from "@/lib/evidence/ledger-records";
import type * as rows from "@/prisma/generated/client";

/** A database that holds a word which the code does not know: of a newer version, or broken. */
export class UnknownWordError extends Error {
  readonly code = "unknown-word";
}

function word<T extends string>(allowed: readonly T[], text: string): T {
  const found = allowed.find((value) => value === text);
  if (found === undefined) {
    throw new UnknownWordError(
      `The database holds “${text}”, which is none of ${allowed.join(", ")}`,
    );
  }
  return found;
}

/** A revision as the registry knows it. */
export const toRevision = (row: rows.Revision): Revision => ({
  number: row.id,
  recordedAt: row.recordedAt.toISOString(),
  author: row.author,
  purpose: row.purpose,
});

/**
 * A claim as the registry knows it.
 * @throws UnknownWordError for a field that the catalogue does not have
 */
export function toClaim(row: rows.Claim): Claim {
  const { field } = row;
  if (!isZoneField(field) && !isTenancyField(field)) {
    throw new UnknownWordError(
      `Claim ${row.id} is on “${field}”, which the catalogue does not have`,
    );
  }
  return {
    id: row.id,
    revision: row.revisionId,
    zone: row.zoneSlug,
    tenancy: row.tenancyId,
    field,
    // Checked against the catalogue by the ledger before it was written.
    value: row.value as FieldValue,
    asOf: row.asOf,
    sourceId: row.sourceId,
    locator: row.locator,
    note: row.note,
    origin: word(ORIGINS, row.origin),
    confidence: word(CONFIDENCES, row.confidence),
  };
}

/** A decision as the registry knows it. */
export const toDecision = (row: rows.Decision): Decision => ({
  sequence: Number(row.id),
  revision: row.revisionId,
  claimId: row.claimId,
  kind: word(DECISION_KINDS, row.kind),
  reason: row.reason,
});

/** The parts of a source, which each of its versions has. */
type SourceParts = Omit<rows.SourceVersion, "id" | "sourceId" | "revisionId" | "reason">;

const toSource = (id: string, row: SourceParts): Source => ({
  id,
  title: row.title,
  publisher: row.publisher,
  url: row.url,
  publishedOn: row.publishedOn,
  publishedOnEstimated: row.publishedOnEstimated,
  accessed: row.accessed?.toISOString().slice(0, 10) ?? null,
  kind: word(SOURCE_KINDS, row.kind),
});

/** A source as it was recorded. */
export const toFirstVersion = (row: rows.Source): SourceVersion => ({
  revision: row.revisionId,
  reason: null,
  source: toSource(row.id, row),
});

/** A source as a change left it. */
export const toVersion = (row: rows.SourceVersion): SourceVersion => ({
  revision: row.revisionId,
  reason: row.reason,
  source: toSource(row.sourceId, row),
});

/** A tenancy, with its firm's name, as the registry knows it. */
export const toTenancy = (row: rows.Tenancy & { firm: { name: string } }): Tenancy => ({
  id: row.id,
  zone: row.zoneSlug,
  firm: row.firm.name,
  order: row.sortOrder,
});

/** An event, with its zones, as the registry knows it. */
export const toEvent = (row: rows.Event & { zones: { zoneSlug: string }[] }): Event => ({
  id: row.id,
  revision: row.revisionId,
  date: row.date,
  kind: word(EVENT_KINDS, row.kind),
  title: row.title,
  body: row.body,
  zones: row.zones.map(({ zoneSlug }) => zoneSlug),
  sourceId: row.sourceId,
});

/** A context figure as the registry knows it. */
export const toContextFigure = (row: rows.ContextFigure): ContextFigure => ({
  key: row.key,
  revision: row.revisionId,
  constraint: row.constraint,
  label: row.label,
  value: row.value,
  unit: row.unit,
  period: row.period,
  sourceId: row.sourceId,
  sourceNote: row.sourceNote,
});
