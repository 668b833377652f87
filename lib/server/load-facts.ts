import "server-only";
import type {
  Claim,
  Event,
  Facts,
  FirmVersion,
  Retirement,
  Source,
  SourceVersion,
  Tenancy,
} from "@/lib/evidence/ledger-records";
import { addStandings } from "@/lib/evidence/retirement";
import type { Prisma } from "@/prisma/generated/client";
import { db } from "./db";
import {
  toClaim,
  toContextFigure,
  toDecision,
  toEvent,
  toEventVersion,
  toFirmVersion,
  toFirstFirm,
  toFirstVersion,
  toRetirement,
  toRevision,
  toTenancy,
  toVersion,
} from "./fact-rows";
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
  firmVersions: [],
  retirements: [],
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
    firms,
    firmVersions,
    retirements,
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
        include: { zones: { select: { zoneSlug: true } } },
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
      db().firm.findMany({ where: since }),
      db().firmVersion.findMany({ where: since }),
      db().retirement.findMany({ where: since, orderBy: [{ revisionId: "asc" }, { id: "asc" }] }),
      db().redaction.count({ where: since }),
    ],
    { isolationLevel: "RepeatableRead" },
  );
  const last = known.revisions.at(-1);
  if (last && (fromKnown[0]?.identity !== last.identity || removed > 0)) return null;
  const revisions = last ? fromKnown.slice(1) : fromKnown;
  if (revisions.length === 0) return known;
  return addStandings({
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
      ...sortByRevision([...sortEvents(events.map(toEvent)), ...eventVersions.map(toEventVersion)]),
    ],
    context: [
      ...known.context,
      ...sortByRevision([
        ...context.map((row) => toContextFigure(row, null)),
        ...contextVersions.map((row) => toContextFigure(row, row.reason)),
      ]),
    ],
    firmVersions: [
      ...known.firmVersions,
      ...sortFirms([...firms.map(toFirstFirm), ...firmVersions.map(toFirmVersion)]),
    ],
    retirements: [...known.retirements, ...retirements.map(toRetirement)],
  });
}

/** By revision and id, for the same reason as events. */
function sortFirms(versions: readonly FirmVersion[]): FirmVersion[] {
  return sortByRevision([...versions].sort((a, b) => (a.id < b.id ? -1 : 1)));
}

/** By day and id. Not in SQL, whose order of texts depends on the language of the database. */
function sortEvents(events: readonly Event[]): Event[] {
  const key = ({ date, id }: Event) => `${date} ${id}`;
  return [...events].sort((a, b) => (key(a) < key(b) ? -1 : 1));
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
  const zones = await tx.zone.findMany({
    where: { slug: { in: [...slugs] } },
    select: { slug: true, sortOrder: true },
  });
  const retirements = await tx.retirement.findMany({
    where: { kind: { in: ["zone", "tenancy"] } },
    orderBy: { revisionId: "asc" },
  });
  const revisions = await tx.revision.findMany({
    where: {
      OR: [
        { claims: { some: onZones } },
        { id: { in: retirements.map(({ revisionId }) => revisionId) } },
      ],
    },
  });
  const tenancies = await tx.tenancy.findMany({
    where: { zoneSlug: { in: [...slugs] } },
    include: { firm: { select: { name: true } } },
    orderBy: { sortOrder: "asc" },
  });
  return addStandings({
    ...NO_FACTS,
    zones: zones.map(({ slug, sortOrder }) => ({ slug, order: sortOrder })),
    tenancies: tenancies.map(toTenancy),
    retirements: retirements.map(toRetirement),
    claims: claims.map(toClaim),
    decisions: decisions.map(toDecision),
    sourceVersions: sortVersions([...sources.map(toFirstVersion), ...versions.map(toVersion)]),
    revisions: revisions.map(toRevision),
  });
}

/** The parts of a write that change what zones show. */
interface WrittenFacts {
  readonly revision: Facts["revisions"][number];
  readonly claims: readonly NewClaim[];
  readonly decisions: readonly NewDecision[];
  readonly sources: readonly Source[];
  readonly tenancies: readonly Tenancy[];
  readonly sourceChanges: readonly { readonly source: Source; readonly reason: string }[];
  readonly retirements: readonly Omit<Retirement, "revision">[];
}

/** The facts after a write. */
export function addWrittenFacts(facts: Facts, written: WrittenFacts): Facts {
  const { revision, claims, decisions, sources, tenancies, sourceChanges, retirements } = written;
  const { number } = revision;
  const last = facts.decisions.reduce((max, { sequence }) => Math.max(max, sequence), 0);
  return addStandings({
    ...facts,
    revisions: [...facts.revisions, revision],
    retirements: [
      ...facts.retirements,
      ...retirements.map((one) => ({ ...one, revision: number })),
    ],
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
  });
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
