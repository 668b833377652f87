import "server-only";
import type { Facts, SourceVersion } from "@/lib/evidence/ledger-records";
import { db } from "./db";
import {
  toClaim,
  toContextFigure,
  toDecision,
  toEvent,
  toFirstVersion,
  toRevision,
  toTenancy,
  toVersion,
} from "./facts-rows";

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
 * the last known revision, because a failover lost it or a backup was restored, everything is read anew.
 */
export async function loadFacts(known: Facts): Promise<Facts> {
  return (await addLater(known)) ?? (await addLater(NO_FACTS)) ?? NO_FACTS;
}

/** @returns null where the last known revision is not in the database */
async function addLater(known: Facts): Promise<Facts | null> {
  const since = { revisionId: { gt: known.revision } };
  const [fromKnown, zones, claims, decisions, sources, versions, tenancies, events, context] =
    await db().$transaction(
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
        db().contextFigure.findMany({ where: since, orderBy: { sortOrder: "asc" } }),
      ],
      { isolationLevel: "RepeatableRead" },
    );
  const last = known.revisions.at(-1);
  if (last && fromKnown[0]?.identity !== last.identity) return null;
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
    events: [...known.events, ...events.map(toEvent)],
    context: [...known.context, ...context.map(toContextFigure)],
  };
}

/** Versions of sources by revision and source id, so that their order does not depend on how many are read at once. */
export function sortVersions(versions: readonly SourceVersion[]): SourceVersion[] {
  return [...versions].sort(
    (a, b) =>
      a.revision - b.revision ||
      (a.source.id === b.source.id ? 0 : a.source.id < b.source.id ? -1 : 1),
  );
}
