import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { Source, SourceVersion } from "@/lib/evidence/ledger-records";
import { type Day, firstDay, isDay, isPartialDate, type PartialDate } from "@/lib/time/day";
import type { Prisma } from "@/prisma/generated/client";
import { toFirstVersion, toVersion } from "./facts-rows";
import type { Planned } from "./ledger-claims";
import type { ItemFault, NewClaim, NewSourceChange } from "./ledger-types";
import { inOrder } from "./load-facts";

type SourcePart = keyof Omit<Source, "id">;

/** A change of a source that is new, with the whole of what the source is to say. */
export interface PlannedSourceChange {
  readonly id: string;
  readonly reason: string;
  readonly source: Source;
  /** The parts that differ from the version before. */
  readonly changed: readonly SourcePart[];
}

/**
 * The change, unless it is made already or changes nothing. Refuses a source that does not exist, an id
 * that stands for another change, a change made over another version than the present one, and dates
 * that do not exist or lie in the future.
 * @param today the day in Pakistan
 */
export async function planSourceChange(
  tx: Prisma.TransactionClient,
  change: NewSourceChange | undefined,
  today: Day,
): Promise<Planned<PlannedSourceChange>> {
  if (!change) return { ok: true, items: [] };
  const { id, sourceId, basedOn, reason, parts } = change;
  const [current] = await latestVersions(tx, [sourceId]);
  if (!current) {
    return refusal("unknown-source", "sourceId", `There is no source “${sourceId}”.`);
  }
  const made = await tx.sourceVersion.findUnique({ where: { id } });
  if (made) {
    const same = { ...toVersion(made).source, ...parts };
    return made.sourceId === sourceId &&
      made.reason === reason &&
      isDeepStrictEqual(same, toVersion(made).source)
      ? { ok: true, items: [] }
      : refusal(
          "change-id-reused",
          "id",
          `The id ${id} stands for another change; give each change an id of its own.`,
        );
  }
  if (basedOn !== undefined && basedOn !== current.revision) {
    return { ok: false, code: "source-changed", current };
  }
  const source: Source = { ...current.source, ...parts };
  const faults = sourceFaults(source, today);
  if (faults.length > 0) return { ok: false, code: "invalid", faults };
  const keys = Object.keys(parts) as SourcePart[];
  const changed = keys.filter((key) => source[key] !== current.source[key]);
  return { ok: true, items: changed.length === 0 ? [] : [{ id, reason, source, changed }] };
}

/** Writes the changes, and tells on which zones they move the day of a claim. */
export async function insertSourceVersions(
  tx: Prisma.TransactionClient,
  changes: readonly PlannedSourceChange[],
  revisionId: number,
): Promise<string[]> {
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
  const dated = changes.filter(({ changed }) => changed.includes("publishedOn"));
  if (dated.length === 0) return [];
  const claims = await tx.claim.findMany({
    where: { sourceId: { in: dated.map(({ source }) => source.id) }, asOf: null },
    select: { zoneSlug: true },
    distinct: ["zoneSlug"],
  });
  return claims.map(({ zoneSlug }) => zoneSlug);
}

/**
 * What is wrong with the sources that come with a person's claims: dates that do not exist or lie in the
 * future, and an id that stands for a source which says something else; what was typed for it would be lost.
 * @param today the day in Pakistan
 */
export async function newSourceFaults(
  tx: Prisma.TransactionClient,
  sources: readonly Source[],
  claims: readonly NewClaim[],
  today: Day,
): Promise<ItemFault[]> {
  const first = await tx.source.findMany({
    where: { id: { in: sources.map(({ id }) => id) } },
  });
  const recorded = new Map(first.map((row) => [row.id, toFirstVersion(row).source]));
  return sources.flatMap((source) => {
    // The fault is told of the first claim that rests on the source; a request has no other items.
    const index = claims.findIndex(({ sourceId }) => sourceId === source.id);
    const known = recorded.get(source.id);
    if (!known) return sourceFaults(source, today).map((fault) => ({ ...fault, index }));
    if (BROUGHT.every((part) => known[part] === source[part])) return [];
    const message = `The id “${source.id}” stands for another source, “${known.title}”. Give yours an id of its own, or leave it out to rest on that one.`;
    return [{ index, part: "sourceId", message }];
  });
}

/** The parts of a source that come with a request; the others are the tracker's own to fill in. */
const BROUGHT = ["title", "publisher", "url", "publishedOn", "kind"] as const;

/** The date that each of some sources bears now; those that do not exist are left out. */
export async function publicationDatesNow(
  tx: Prisma.TransactionClient,
  ids: readonly string[],
): Promise<Map<string, PartialDate | null>> {
  const latest = await latestVersions(tx, ids);
  return new Map(latest.map(({ source }) => [source.id, source.publishedOn]));
}

async function latestVersions(
  tx: Prisma.TransactionClient,
  ids: readonly string[],
): Promise<SourceVersion[]> {
  const first = await tx.source.findMany({ where: { id: { in: [...ids] } } });
  const later = await tx.sourceVersion.findMany({ where: { sourceId: { in: [...ids] } } });
  const versions = inOrder([...first.map(toFirstVersion), ...later.map(toVersion)]);
  return [...new Map(versions.map((version) => [version.source.id, version])).values()];
}

function sourceFaults({ publishedOn, publishedOnEstimated, accessed }: Source, today: Day) {
  const faults: ItemFault[] = [];
  const fault = (part: SourcePart, message: string) => faults.push({ index: 0, part, message });
  if (publishedOn !== null && !isPartialDate(publishedOn)) {
    fault("publishedOn", "Give the source's date as a year, a month or a day that exists.");
  } else if (publishedOn !== null && firstDay(publishedOn) > today) {
    fault("publishedOn", `A source cannot be of the future; today in Pakistan is ${today}.`);
  }
  if (publishedOn === null && publishedOnEstimated) {
    fault("publishedOnEstimated", "Give the date that is estimated, or do not call it estimated.");
  }
  if (accessed !== null && (!isDay(accessed) || accessed > today)) {
    fault("accessed", `Give the day on which it was read, up to ${today}.`);
  }
  return faults;
}

function refusal(
  code: "unknown-source" | "change-id-reused",
  part: string,
  message: string,
): Planned<never> {
  return { ok: false, code, faults: [{ index: 0, part, message }] };
}
