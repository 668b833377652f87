import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { Source, SourceVersion } from "@/lib/evidence/ledger-records";
import type { Text } from "@/lib/text/text";
import { type Day, firstDay, isDay, isPartialDate, type PartialDate } from "@/lib/time/day";
import type { Prisma } from "@/prisma/generated/client";
import { toFirstVersion, toVersion } from "./fact-rows";
import { getText } from "./get-text";
import type { ItemIssue, NewClaim, NewSourceChange, Planned } from "./ledger-types";
import { sortVersions } from "./load-facts";

/** A part of a source that a new version can change. */
export type SourcePart = keyof Omit<Source, "id">;

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
export async function readVersions(
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
