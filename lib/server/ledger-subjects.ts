import "server-only";
import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { Source, SourceVersion } from "@/lib/evidence/ledger-records";
import { getFirmId } from "@/lib/firms/firm-address";
import type { Text } from "@/lib/text/text";
import { type Day, firstDay, isDay, isPartialDate, type PartialDate } from "@/lib/time/day";
import type { Prisma } from "@/prisma/generated/client";
import { getText } from "./get-text";
import type { ItemIssue, NewClaim, NewSourceChange, NewSubjects, Planned } from "./ledger-types";
import {
  sortVersions,
  toContextFigure,
  toEvent,
  toEventVersion,
  toFirstVersion,
  toVersion,
} from "./load-facts";

/** The new subjects of a write, and the new versions of existing ones. */
interface PlannedSubjects extends NewSubjects {
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

type SourcePart = keyof Omit<Source, "id">;

/** A new version of a source. */
export interface PlannedSourceChange {
  readonly id: string;
  readonly reason: string;
  readonly source: Source;
  /** The parts that differ from the previous version. */
  readonly changed: readonly SourcePart[];
}

/**
 * The change, unless it was made before or changes nothing. Rejects a source that does not exist, an id
 * that belongs to another change, a change made from another version than the present one, and dates
 * that do not exist or are in the future.
 * @param today the day in Pakistan
 */
export async function planSourceChange(
  tx: Prisma.TransactionClient,
  change: NewSourceChange | undefined,
  today: Day,
): Promise<Planned<PlannedSourceChange>> {
  if (!change) return { ok: true, items: [] };
  const text = await getText();
  const { id, sourceId, basedOn, reason, parts } = change;
  const [current] = await readLatestVersions(tx, [sourceId]);
  if (!current) {
    const message = text.t("api.ledger.noSource", { source: sourceId });
    return reject("unknown-source", { param: "sourceId", message });
  }
  const made = await tx.sourceVersion.findUnique({ where: { id } });
  if (made) {
    const same = { ...toVersion(made).source, ...parts };
    return made.sourceId === sourceId &&
      made.reason === reason &&
      isDeepStrictEqual(same, toVersion(made).source)
      ? { ok: true, items: [] }
      : reject("change-id-reused", {
          param: "id",
          message: text.t("api.ledger.changeIdReused", { id }),
        });
  }
  if (basedOn !== undefined && basedOn !== current.revision) {
    return { ok: false, code: "source-changed", current };
  }
  const source: Source = { ...current.source, ...parts };
  const issues = listSourceIssues(text, source, today);
  if (issues.length > 0) return { ok: false, code: "invalid", issues };
  const keys = Object.keys(parts) as SourcePart[];
  const changed = keys.filter((key) => source[key] !== current.source[key]);
  return { ok: true, items: changed.length === 0 ? [] : [{ id, reason, source, changed }] };
}

/** The zones with a claim whose date changes with the date of its source. */
export async function listRedatedZones(
  tx: Prisma.TransactionClient,
  changes: readonly PlannedSourceChange[],
): Promise<string[]> {
  const redated = changes.filter(({ changed }) => changed.includes("publishedOn"));
  if (redated.length === 0) return [];
  const claims = await tx.claim.findMany({
    where: { sourceId: { in: redated.map(({ source }) => source.id) }, asOf: null },
    select: { zoneSlug: true },
    distinct: ["zoneSlug"],
  });
  return claims.map(({ zoneSlug }) => zoneSlug);
}

/** Writes new versions of sources. */
export async function insertSourceVersions(
  tx: Prisma.TransactionClient,
  changes: readonly PlannedSourceChange[],
  revisionId: number,
): Promise<void> {
  await tx.sourceVersion.createMany({
    data: changes.map(({ id, reason, source: { id: sourceId, accessed, ...source } }) => ({
      ...source,
      id,
      sourceId,
      revisionId,
      reason,
      accessed: accessed === null ? null : new Date(`${accessed}T00:00:00Z`),
    })),
  });
}

/** The parts of a source in a request; the tracker fills in the others. */
const REQUEST_PARTS = ["title", "publisher", "url", "publishedOn", "kind"] as const;

/**
 * The issues with the sources that come with a person's claims: dates that do not exist or are in the
 * future, and ids of existing sources with other content, which would be lost.
 * @param today the day in Pakistan
 */
export async function listNewSourceIssues(
  tx: Prisma.TransactionClient,
  sources: readonly Source[],
  claims: readonly NewClaim[],
  today: Day,
): Promise<ItemIssue[]> {
  const text = await getText();
  const first = await tx.source.findMany({
    where: { id: { in: sources.map(({ id }) => id) } },
  });
  const recorded = new Map(first.map((row) => [row.id, toFirstVersion(row).source]));
  return sources.flatMap((source) => {
    // The items of a request are its claims, so the issue names the first claim that cites the source.
    const index = claims.findIndex(({ sourceId }) => sourceId === source.id);
    const known = recorded.get(source.id);
    if (!known) {
      return listSourceIssues(text, source, today).map((issue) => ({ ...issue, index }));
    }
    if (REQUEST_PARTS.every((part) => known[part] === source[part])) return [];
    const message = text.t("api.ledger.sourceIdReused", { id: source.id, title: known.title });
    return [{ index, param: "sourceId", message }];
  });
}

/** The present dates of publication of some sources, without those that do not exist. */
export async function getPublicationDates(
  tx: Prisma.TransactionClient,
  ids: readonly string[],
): Promise<Map<string, PartialDate | null>> {
  const latest = await readLatestVersions(tx, ids);
  return new Map(latest.map(({ source }) => [source.id, source.publishedOn]));
}

/** Every version of some sources, in order of revision. */
async function readVersions(
  tx: Prisma.TransactionClient,
  ids: readonly string[],
): Promise<SourceVersion[]> {
  const first = await tx.source.findMany({ where: { id: { in: [...ids] } } });
  const later = await tx.sourceVersion.findMany({ where: { sourceId: { in: [...ids] } } });
  return sortVersions([...first.map(toFirstVersion), ...later.map(toVersion)]);
}

async function readLatestVersions(
  tx: Prisma.TransactionClient,
  ids: readonly string[],
): Promise<SourceVersion[]> {
  const versions = await readVersions(tx, ids);
  return [...new Map(versions.map((version) => [version.source.id, version])).values()];
}

function listSourceIssues(
  text: Text,
  { publishedOn, publishedOnEstimated, accessed }: Source,
  today: Day,
): ItemIssue[] {
  const issues: ItemIssue[] = [];
  const add = (param: SourcePart, message: string) => issues.push({ index: 0, param, message });
  if (publishedOn !== null && !isPartialDate(publishedOn)) {
    add("publishedOn", text.t("api.ledger.sourceDate"));
  } else if (publishedOn !== null && firstDay(publishedOn) > today) {
    add("publishedOn", text.t("api.ledger.futurePublication", { today }));
  }
  if (publishedOn === null && publishedOnEstimated) {
    add("publishedOnEstimated", text.t("api.ledger.estimateWithoutDate"));
  }
  if (accessed !== null && (!isDay(accessed) || accessed > today)) {
    add("accessed", text.t("api.ledger.accessed", { today }));
  }
  return issues;
}

function reject(
  code: "unknown-source" | "change-id-reused",
  issue: { readonly param: string; readonly message: string },
): Planned<never> {
  return { ok: false, code, issues: [{ index: 0, ...issue }] };
}
