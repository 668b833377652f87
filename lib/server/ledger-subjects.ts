import "server-only";
import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { Source } from "@/lib/evidence/ledger-records";
import type { Day } from "@/lib/time/day";
import type { Prisma } from "@/prisma/generated/client";
import { toContextFigure, toEvent, toEventVersion } from "./fact-rows";
import { getText } from "./get-text";
import { type PlannedSourceChange, readVersions, type SourcePart } from "./ledger-sources";
import type { ItemIssue, NewSubjects } from "./ledger-types";
import {
  getPrecision,
  insertEventVersions,
  insertFigureVersions,
  listEventIssues,
  listFigureIssues,
} from "./ledger-versions";

/** The new subjects of a write, and the new versions of existing ones. */
export interface PlannedSubjects extends Required<NewSubjects> {
  readonly sourceChanges: readonly PlannedSourceChange[];
  readonly eventVersions: NewSubjects["events"];
  readonly figureVersions: NewSubjects["context"];
  readonly count: number;
}

/** The reason of the version that gives a new firm its other names. Stored, so in one language. */
const FIRST_OTHER_NAMES = "Other names of a new firm";

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
  const firms = await tx.firm.findMany(ids(subjects.firms ?? []));
  const planned = {
    zones: await placeLast(skipExisting(subjects.zones, "slug", zones), () =>
      tx.zone.aggregate({ _max: { sortOrder: true } }),
    ),
    sources: skipExisting(subjects.sources, "id", sources),
    firms: skipExisting(subjects.firms ?? [], "id", firms),
    tenancies: await placeLast(skipExisting(subjects.tenancies, "id", tenancies), () =>
      tx.tenancy.aggregate({ _max: { sortOrder: true } }),
    ),
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

/** Records with their position: 0 is replaced by one after the last. */
async function placeLast<T extends { readonly order: number }>(
  items: readonly T[],
  findLast: () => Promise<{ readonly _max: { readonly sortOrder: number | null } }>,
): Promise<T[]> {
  if (items.every(({ order }) => order > 0)) return [...items];
  let last = (await findLast())._max.sortOrder ?? 0;
  return items.map((item) => {
    if (item.order > 0) return item;
    last += 1;
    return { ...item, order: last };
  });
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

/**
 * The issues with the events and national figures that a person adds: ids of existing ones with other content,
 * which would be lost, and content that does not fit.
 * @param today the day in Pakistan
 */
export async function listNewRecordIssues(
  tx: Prisma.TransactionClient,
  { zones, sources, events, context }: NewSubjects,
  today: Day,
): Promise<ItemIssue[]> {
  const text = await getText();
  const issues: ItemIssue[] = [];
  const taken = (index: number, param: string, id: string) =>
    issues.push({ index, param, message: text.t("api.ledger.idTaken", { id }) });
  for (const [index, event] of events.entries()) {
    const [known] = await tx.event.findMany({
      where: { id: event.id },
      include: { zones: { select: { zoneSlug: true } } },
    });
    if (!known) {
      const found = await listEventIssues(tx, text, event, today, zones, sources);
      issues.push(...found.map((issue) => ({ ...issue, index })));
    } else if (!isDeepStrictEqual(eventContent(toEvent(known)), eventContent(event))) {
      taken(index, "id", event.id);
    }
  }
  for (const [index, figure] of context.entries()) {
    const known = await tx.contextFigure.findUnique({ where: { key: figure.key } });
    if (!known) {
      const found = await listFigureIssues(tx, text, figure, sources);
      issues.push(...found.map((issue) => ({ ...issue, index })));
    } else if (
      !isDeepStrictEqual(figureContent(toContextFigure(known, null)), figureContent(figure))
    ) {
      taken(index, "key", figure.key);
    }
  }
  return issues;
}

/** Writes new subjects. */
export async function insertSubjects(
  tx: Prisma.TransactionClient,
  subjects: PlannedSubjects,
  revisionId: number,
): Promise<void> {
  const { zones, sources, firms, tenancies, events, context } = subjects;
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
  const named = new Map([
    ...firms.map(({ id, name }) => [id, name] as const),
    ...tenancies.map(({ firm, firmId }) => [firmId, firm] as const),
  ]);
  const known = await tx.firm.findMany({
    where: { id: { in: [...named.keys()] } },
    select: { id: true },
  });
  for (const { id } of known) named.delete(id);
  await tx.firm.createMany({
    data: [...named].map(([id, name]) => ({ id, name, revisionId })),
  });
  await tx.firmVersion.createMany({
    data: firms
      .filter(({ otherNames }) => otherNames.length > 0)
      .map(({ id, name, otherNames }) => ({
        id: randomUUID(),
        firmId: id,
        revisionId,
        reason: FIRST_OTHER_NAMES,
        name,
        otherNames: [...otherNames],
      })),
  });
  await tx.tenancy.createMany({
    data: tenancies.map(({ id, zone, firmId, order }) => ({
      id,
      zoneSlug: zone,
      firmId,
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
  await insertEventVersions(tx, subjects.eventVersions, revisionId);
  await insertFigureVersions(tx, subjects.figureVersions, revisionId);
}
