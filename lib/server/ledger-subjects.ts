import "server-only";
import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { Source } from "@/lib/evidence/ledger-records";
import { getFirmId } from "@/lib/firms/firm-address";
import type { Prisma } from "@/prisma/generated/client";
import { toContextFigure, toEvent, toEventVersion } from "./fact-rows";
import { type PlannedSourceChange, readVersions, type SourcePart } from "./ledger-sources";
import type { NewSubjects } from "./ledger-types";

/** The new subjects of a write, and the new versions of existing ones. */
export interface PlannedSubjects extends NewSubjects {
  readonly sourceChanges: readonly PlannedSourceChange[];
  readonly eventVersions: NewSubjects["events"];
  readonly figureVersions: NewSubjects["context"];
  readonly count: number;
}

/**
 * The subjects that do not exist yet, and new versions of the sources, events and figures whose content differs from
 * every recorded version. Only a data set changes them here: people change a source by `planSourceChange`.
 * @param purpose the reason of a new version that gives none
 */
export async function planSubjects(
  tx: Prisma.TransactionClient,
  subjects: NewSubjects,
  purpose: string,
  gated: boolean,
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
    zones: skipExisting(subjects.zones, "slug", zones),
    sources: skipExisting(subjects.sources, "id", sources),
    tenancies: skipExisting(subjects.tenancies, "id", tenancies),
    events: skipExisting(subjects.events, "id", events),
    context: skipExisting(subjects.context, "key", context),
  };
  const versions = gated
    ? { sourceChanges: [], eventVersions: [], figureVersions: [] }
    : await planVersions(tx, subjects, purpose);
  return {
    ...planned,
    ...versions,
    count: [...Object.values(planned), ...Object.values(versions)].reduce(
      (sum: number, items: readonly unknown[]) => sum + items.length,
      0,
    ),
  };
}

/** New versions of the existing sources, events and figures whose content no version has. */
async function planVersions(
  tx: Prisma.TransactionClient,
  { sources, events, context }: NewSubjects,
  purpose: string,
): Promise<Pick<PlannedSubjects, "sourceChanges" | "eventVersions" | "figureVersions">> {
  const sourceIds = sources.map(({ id }) => id);
  const recorded = await readVersions(tx, sourceIds);
  const eventIds = { in: events.map(({ id }) => id) };
  const zones = { zones: { select: { zoneSlug: true } } };
  const firstEvents = await tx.event.findMany({ where: { id: eventIds }, include: zones });
  const laterEvents = await tx.eventVersion.findMany({ where: { eventId: eventIds } });
  const keys = { in: context.map(({ key }) => key) };
  const firstFigures = await tx.contextFigure.findMany({ where: { key: keys } });
  const laterFigures = await tx.contextFigureVersion.findMany({ where: { key: keys } });
  const knownEvents = [...firstEvents.map(toEvent), ...laterEvents.map(toEventVersion)];
  const knownFigures = [...firstFigures, ...laterFigures].map((row) => toContextFigure(row, null));
  return {
    sourceChanges: sources.flatMap(({ reason = purpose, ...source }) => {
      const known = recorded.filter((version) => version.source.id === source.id);
      const last = known.at(-1);
      if (!last || known.some((version) => isDeepStrictEqual(version.source, source))) return [];
      const parts = Object.keys(source) as (keyof Source)[];
      const changed = parts.filter(
        (part): part is SourcePart => part !== "id" && source[part] !== last.source[part],
      );
      return [{ id: randomUUID(), reason, source, changed }];
    }),
    eventVersions: events.flatMap((event) => {
      const known = knownEvents.filter(({ id }) => id === event.id);
      const isKnown = known.some((version) =>
        isDeepStrictEqual(eventContent(version), eventContent(event)),
      );
      return known.length === 0 || isKnown ? [] : [{ ...event, reason: event.reason ?? purpose }];
    }),
    figureVersions: context.flatMap((figure) => {
      const known = knownFigures.filter(({ key }) => key === figure.key);
      const isKnown = known.some((version) =>
        isDeepStrictEqual(figureContent(version), figureContent(figure)),
      );
      return known.length === 0 || isKnown ? [] : [{ ...figure, reason: figure.reason ?? purpose }];
    }),
  };
}

/** An event without its revision and reason, its zones in order. */
function eventContent({
  id,
  date,
  kind,
  title,
  body,
  zones,
  sourceId,
}: NewSubjects["events"][number]) {
  return { id, date, kind, title, body, zones: [...zones].sort(), sourceId };
}

/** A figure without its revision and reason. */
function figureContent(figure: NewSubjects["context"][number]) {
  const { key, constraint, label, value, unit, statement, period, sourceId, sourceNote } = figure;
  return {
    key,
    constraint,
    label,
    value,
    unit,
    statement,
    period,
    sourceId,
    sourceNote: sourceNote ?? "",
  };
}

function skipExisting<T, K extends keyof T>(
  items: readonly T[],
  key: K,
  existing: readonly Pick<T, K>[],
): T[] {
  const known = new Set(existing.map((row) => row[key]));
  return items.filter((item) => !known.has(item[key]));
}

/** Writes new subjects. */
export async function insertSubjects(
  tx: Prisma.TransactionClient,
  subjects: PlannedSubjects,
  revisionId: number,
): Promise<void> {
  const { zones, sources, tenancies, events, context } = subjects;
  await tx.zone.createMany({
    data: zones.map(({ slug, order }) => ({ slug, sortOrder: order, revisionId })),
  });
  await tx.source.createMany({
    data: sources.map(({ accessed, reason: _, ...source }) => ({
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
    data: events.map(({ zones: _, reason: __, ...event }) => ({
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
    data: context.map(({ reason: _, ...figure }, i) => ({
      ...figure,
      sourceNote: figure.sourceNote ?? "",
      sortOrder: (last._max.sortOrder ?? 0) + i + 1,
      revisionId,
    })),
  });
  await tx.eventVersion.createMany({
    data: subjects.eventVersions.map(({ id, reason, zones: slugs, ...event }) => ({
      ...event,
      eventId: id,
      zones: [...slugs],
      precision: getPrecision(event.date),
      reason: reason ?? "",
      revisionId,
    })),
  });
  await tx.contextFigureVersion.createMany({
    data: subjects.figureVersions.map(({ reason, ...figure }) => ({
      ...figure,
      sourceNote: figure.sourceNote ?? "",
      reason: reason ?? "",
      revisionId,
    })),
  });
}

function getPrecision(date: string): "day" | "month" | "year" {
  if (date.length === 10) return "day";
  return date.length === 7 ? "month" : "year";
}
