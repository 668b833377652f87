import "server-only";
import { getFirmId } from "@/lib/firms/firm-address";
import type { Prisma } from "@/prisma/generated/client";
import type { NewSubjects } from "./ledger-types";

/** The subjects of a write that do not exist yet. */
interface PlannedSubjects extends NewSubjects {
  readonly count: number;
}

/** The subjects that do not exist yet. Existing ones are not changed, because people may have edited them. */
export async function planSubjects(
  tx: Prisma.TransactionClient,
  subjects: NewSubjects,
): Promise<PlannedSubjects> {
  const ids = <T extends { id: string }>(items: readonly T[]) => ({
    where: { id: { in: items.map(({ id }) => id) } },
    select: { id: true },
  });
  const zones = await tx.zone.findMany({
    where: { slug: { in: subjects.zones.map(({ slug }) => slug) } },
    select: { slug: true },
  });
  const sources = await tx.source.findMany(ids(subjects.sources));
  const tenancies = await tx.tenancy.findMany(ids(subjects.tenancies));
  const events = await tx.event.findMany(ids(subjects.events));
  const context = await tx.contextFigure.findMany({
    where: { key: { in: subjects.context.map(({ key }) => key) } },
    select: { key: true },
  });
  const planned: NewSubjects = {
    zones: skipExisting(
      subjects.zones,
      ({ slug }) => slug,
      zones.map(({ slug }) => slug),
    ),
    sources: skipExisting(
      subjects.sources,
      ({ id }) => id,
      sources.map(({ id }) => id),
    ),
    tenancies: skipExisting(
      subjects.tenancies,
      ({ id }) => id,
      tenancies.map(({ id }) => id),
    ),
    events: skipExisting(
      subjects.events,
      ({ id }) => id,
      events.map(({ id }) => id),
    ),
    context: skipExisting(
      subjects.context,
      ({ key }) => key,
      context.map(({ key }) => key),
    ),
  };
  return {
    ...planned,
    count: Object.values(planned).reduce(
      (sum: number, items: readonly unknown[]) => sum + items.length,
      0,
    ),
  };
}

function skipExisting<T>(
  items: readonly T[],
  getKey: (item: T) => string,
  existing: string[],
): T[] {
  const known = new Set(existing);
  return items.filter((item) => !known.has(getKey(item)));
}

/** Writes new subjects. */
export async function insertSubjects(
  tx: Prisma.TransactionClient,
  subjects: NewSubjects,
  revisionId: number,
): Promise<void> {
  const { zones, sources, tenancies, events, context } = subjects;
  await tx.zone.createMany({
    data: zones.map(({ slug, order }) => ({ slug, sortOrder: order, revisionId })),
  });
  await tx.source.createMany({
    data: sources.map(({ accessed, ...source }) => ({
      ...source,
      accessed: accessed === null ? null : new Date(`${accessed}T00:00:00Z`),
      revisionId,
    })),
  });
  await tx.firm.createMany({
    data: tenancies.map(({ firm }) => ({ id: getFirmId(firm), name: firm, revisionId })),
    skipDuplicates: true,
  });
  await tx.tenancy.createMany({
    data: tenancies.map(({ id, zone, firm, order }) => ({
      id,
      zoneSlug: zone,
      firmId: getFirmId(firm),
      sortOrder: order,
      revisionId,
    })),
  });
  await tx.event.createMany({
    data: events.map(({ zones: _, ...event }) => ({
      ...event,
      precision: getPrecision(event.date),
      revisionId,
    })),
  });
  await tx.eventZone.createMany({
    data: events.flatMap(({ id, zones: slugs }) =>
      slugs.map((zoneSlug) => ({ eventId: id, zoneSlug })),
    ),
  });
  const last = await tx.contextFigure.aggregate({ _max: { sortOrder: true } });
  await tx.contextFigure.createMany({
    data: context.map((figure, i) => ({
      ...figure,
      sourceNote: figure.sourceNote ?? "",
      sortOrder: (last._max.sortOrder ?? 0) + i + 1,
      revisionId,
    })),
  });
}

function getPrecision(date: string): "day" | "month" | "year" {
  if (date.length === 10) return "day";
  return date.length === 7 ? "month" : "year";
}
