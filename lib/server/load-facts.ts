import "server-only";
import { isTenancyField, isZoneField } from "@/lib/catalogue/fields";
import type { FieldValue } from "@/lib/catalogue/kinds";
import {
  type Claim,
  CONFIDENCES,
  type ContextItem,
  DECISION_KINDS,
  type Decision,
  EVENT_KINDS,
  type Event,
  type Facts,
  ORIGINS,
  type Revision,
  SOURCE_KINDS,
  type Source,
  type SourceVersion,
  type Tenancy,
} from "@/lib/evidence/ledger-records";
import type { Day } from "@/lib/time/day";
import type * as rows from "@/prisma/generated/client";
import type { Prisma } from "@/prisma/generated/client";
import { db } from "./db";
import type { NewClaim, NewDecision } from "./ledger-types";

/** The facts before the first revision. */
export const NO_FACTS: Facts = {
  revision: 0,
  revisions: [],
  zones: [],
  claims: [],
  decisions: [],
  sourceVersions: [],
  tenancies: [],
  events: [],
  context: [],
};

/**
 * Adds the facts of later revisions, read in one snapshot, to known facts. Revisions are numbered and
 * committed under one lock, so no earlier revision can appear later. Where the database does not have
 * the last known revision, because a failover lost it or a backup was restored, everything is read again;
 * so it is after a redaction, because it changes what was recorded before.
 */
export async function loadFacts(known: Facts): Promise<Facts> {
  return (await addLater(known)) ?? (await addLater(NO_FACTS)) ?? NO_FACTS;
}

/** @returns null where the last known revision is not in the database, or a text before it was removed */
async function addLater(known: Facts): Promise<Facts | null> {
  const since = { revisionId: { gt: known.revision } };
  const [
    fromKnown,
    zones,
    claims,
    decisions,
    sources,
    versions,
    tenancies,
    events,
    eventVersions,
    context,
    contextVersions,
    removed,
  ] = await db().$transaction(
    [
      db().revision.findMany({ where: { id: { gte: known.revision } }, orderBy: { id: "asc" } }),
      db().zone.findMany({ where: since, select: { slug: true, sortOrder: true } }),
      db().claim.findMany({ where: since, orderBy: [{ revisionId: "asc" }, { id: "asc" }] }),
      db().decision.findMany({ where: since, orderBy: { id: "asc" } }),
      db().source.findMany({ where: since, orderBy: [{ revisionId: "asc" }, { id: "asc" }] }),
      db().sourceVersion.findMany({ where: since }),
      db().tenancy.findMany({
        where: since,
        include: { firm: { select: { name: true } } },
        orderBy: { sortOrder: "asc" },
      }),
      db().event.findMany({
        where: since,
        include: { zones: { select: { zoneSlug: true }, orderBy: { zoneSlug: "asc" } } },
        orderBy: [{ revisionId: "asc" }, { date: "asc" }, { id: "asc" }],
      }),
      db().eventVersion.findMany({
        where: since,
        orderBy: [{ revisionId: "asc" }, { eventId: "asc" }],
      }),
      db().contextFigure.findMany({ where: since, orderBy: { sortOrder: "asc" } }),
      db().contextFigureVersion.findMany({
        where: since,
        orderBy: [{ revisionId: "asc" }, { key: "asc" }],
      }),
      db().redaction.count({ where: since }),
    ],
    { isolationLevel: "RepeatableRead" },
  );
  const last = known.revisions.at(-1);
  if (last && (fromKnown[0]?.identity !== last.identity || removed > 0)) return null;
  const revisions = last ? fromKnown.slice(1) : fromKnown;
  if (revisions.length === 0) return known;
  return {
    revision: revisions.at(-1)?.id ?? known.revision,
    revisions: [...known.revisions, ...revisions.map(toRevision)],
    zones: [...known.zones, ...zones.map(({ slug, sortOrder }) => ({ slug, order: sortOrder }))],
    claims: [...known.claims, ...claims.map(toClaim)],
    decisions: [...known.decisions, ...decisions.map(toDecision)],
    sourceVersions: [
      ...known.sourceVersions,
      ...sortVersions([...sources.map(toFirstVersion), ...versions.map(toVersion)]),
    ],
    tenancies: [...known.tenancies, ...tenancies.map(toTenancy)],
    events: [
      ...known.events,
      ...sortByRevision([...events.map(toEvent), ...eventVersions.map(toEventVersion)]),
    ],
    context: [
      ...known.context,
      ...sortByRevision([
        ...context.map((row) => toContextFigure(row, null)),
        ...contextVersions.map((row) => toContextFigure(row, row.reason)),
      ]),
    ],
  };
}

/** By revision; within one, the order stays. */
function sortByRevision<T extends { readonly revision: number }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => a.revision - b.revision);
}

/** Versions of sources by revision and source id, so that their order does not depend on how many are read at once. */
export function sortVersions(versions: readonly SourceVersion[]): SourceVersion[] {
  return [...versions].sort(
    (a, b) =>
      a.revision - b.revision ||
      (a.source.id === b.source.id ? 0 : a.source.id < b.source.id ? -1 : 1),
  );
}

/**
 * The claims on some zones with their decisions, sources and revisions, as a transaction sees them.
 * @param sourceIds further sources to read
 */
export async function readZoneFacts(
  tx: Prisma.TransactionClient,
  slugs: readonly string[],
  sourceIds: readonly string[],
): Promise<Facts> {
  const onZones = { zoneSlug: { in: [...slugs] } };
  // One query after the other: a transaction has one connection, and an include would use it twice at once.
  const claims = await tx.claim.findMany({ where: onZones });
  const decisions = await tx.decision.findMany({ where: { claim: onZones } });
  const cited = { OR: [{ claims: { some: onZones } }, { id: { in: [...sourceIds] } }] };
  const sources = await tx.source.findMany({ where: cited });
  const versions = await tx.sourceVersion.findMany({ where: { source: cited } });
  const revisions = await tx.revision.findMany({ where: { claims: { some: onZones } } });
  const tenancies = await tx.tenancy.findMany({
    where: { zoneSlug: { in: [...slugs] } },
    include: { firm: { select: { name: true } } },
    orderBy: { sortOrder: "asc" },
  });
  return {
    ...NO_FACTS,
    tenancies: tenancies.map(toTenancy),
    claims: claims.map(toClaim),
    decisions: decisions.map(toDecision),
    sourceVersions: sortVersions([...sources.map(toFirstVersion), ...versions.map(toVersion)]),
    revisions: revisions.map(toRevision),
  };
}

/** The parts of a write that change what zones show. */
interface WrittenFacts {
  readonly revision: Facts["revisions"][number];
  readonly claims: readonly NewClaim[];
  readonly decisions: readonly NewDecision[];
  readonly sources: readonly Source[];
  readonly tenancies: readonly Tenancy[];
  readonly sourceChanges: readonly { readonly source: Source; readonly reason: string }[];
}

/** The facts after a write. */
export function addWrittenFacts(facts: Facts, written: WrittenFacts): Facts {
  const { revision, claims, decisions, sources, tenancies, sourceChanges } = written;
  const { number } = revision;
  const last = facts.decisions.reduce((max, { sequence }) => Math.max(max, sequence), 0);
  return {
    ...facts,
    revisions: [...facts.revisions, revision],
    tenancies: [...facts.tenancies, ...tenancies],
    claims: [
      ...facts.claims,
      ...claims.map((claim) => ({ ...getContent(claim), revision: number })),
    ],
    decisions: [
      ...facts.decisions,
      ...[...claims.map(toPublication), ...decisions].map((decision, i) => ({
        ...decision,
        revision: number,
        sequence: last + i + 1,
      })),
    ],
    sourceVersions: [
      ...facts.sourceVersions,
      ...sources.map((source) => ({ revision: number, reason: null, source })),
      ...sourceChanges.map(({ source, reason }) => ({ revision: number, reason, source })),
    ],
  };
}

/** The decision that comes with every new claim. */
export function toPublication({ id }: Pick<Claim, "id">): NewDecision {
  return { claimId: id, kind: "published", reason: null };
}

/** The content of a claim, without its revision and without the checks of a new claim. */
export function getContent(claim: NewClaim | Claim): Omit<Claim, "revision"> {
  const { id, zone, tenancy, field, value, asOf, sourceId, locator, note, origin, confidence } =
    claim;
  const { decline, quotation, lastSeenOn, money } = claim;
  return {
    ...{ id, zone, tenancy, field, value, asOf, sourceId, locator, note, origin, confidence },
    ...{ decline, quotation, lastSeenOn, money },
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

/** The revision of a row. */
const toRevision = (row: rows.Revision): Revision => ({
  number: row.id,
  recordedAt: row.recordedAt.toISOString(),
  author: row.author,
  purpose: row.purpose,
  identity: row.identity,
});

/**
 * The claim of a row.
 * @throws UnknownWordError for a field that the catalogue does not have
 */
export function toClaim(row: rows.Claim): Claim {
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
    value: row.value as FieldValue,
    asOf: row.asOf,
    sourceId: row.sourceId,
    locator: row.locator,
    note: row.note,
    origin: readWord(ORIGINS, row.origin),
    confidence: readWord(CONFIDENCES, row.confidence),
    decline: row.decline,
    quotation:
      row.quotation === null || row.quotationLang === null
        ? null
        : { text: row.quotation, lang: row.quotationLang },
    lastSeenOn: toDay(row.lastSeenOn),
    money:
      row.amount === null || row.currency === null
        ? null
        : { amount: row.amount, currency: row.currency },
  };
}

/** The day of a DATE column, which has no time. */
const toDay = (date: Date | null): Day | null => date?.toISOString().slice(0, 10) ?? null;

/** The decision of a row. */
export const toDecision = (row: rows.Decision): Decision => ({
  sequence: Number(row.id),
  revision: row.revisionId,
  claimId: row.claimId,
  kind: readWord(DECISION_KINDS, row.kind),
  reason: row.reason,
});

/** The parts that each version of a source has. */
type SourceParts = Omit<rows.SourceVersion, "id" | "sourceId" | "revisionId" | "reason">;

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
export const toFirstVersion = (row: rows.Source): SourceVersion => ({
  revision: row.revisionId,
  reason: null,
  source: toSource(row.id, row),
});

/** A later version of a source. */
export const toVersion = (row: rows.SourceVersion): SourceVersion => ({
  revision: row.revisionId,
  reason: row.reason,
  source: toSource(row.sourceId, row),
});

/** The tenancy of a row with the name of its firm. */
const toTenancy = (row: rows.Tenancy & { firm: { name: string } }): Tenancy => ({
  id: row.id,
  zone: row.zoneSlug,
  firm: row.firm.name,
  order: row.sortOrder,
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
  zones: row.zones.map(({ zoneSlug }) => zoneSlug),
  sourceId: row.sourceId,
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
});
