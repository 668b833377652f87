import type { PartialDate } from "../time/day";
import type { Source, SourceVersion } from "./ledger-records";

/**
 * Every source as it was known by a revision, in the order in which they were first recorded. One that
 * was recorded later is not among them.
 * @param versions in the order of their revisions
 */
export function listSourcesAt(
  versions: readonly SourceVersion[],
  knownOn: number,
): readonly Source[] {
  const known = new Map<string, Source>();
  for (const { revision, source } of versions) {
    if (revision <= knownOn) known.set(source.id, source);
  }
  return [...known.values()];
}

/** The versions of one source known by a revision, the first first; empty where it was not recorded yet. */
export function listVersions(
  versions: readonly SourceVersion[],
  id: string,
  knownOn: number,
): readonly SourceVersion[] {
  return versions.filter(({ revision, source }) => source.id === id && revision <= knownOn);
}

/** What was recorded by a revision, of things that carry the number of theirs. */
export function listRecordedAt<T extends { readonly revision: number }>(
  items: readonly T[],
  knownOn: number,
): readonly T[] {
  return items.filter(({ revision }) => revision <= knownOn);
}

/** An address at which a source was once to be read, and why it was given up. */
export interface FormerAddress {
  readonly url: string;
  /** The revision that replaced it. */
  readonly revision: number;
  readonly reason: string | null;
}

/**
 * The addresses that a source no longer has, the latest replaced first. One to which it came back is
 * not former.
 * @param versions of one source, in the order of their revisions
 */
export function listFormerAddresses(versions: readonly SourceVersion[]): readonly FormerAddress[] {
  const present = versions.at(-1)?.source.url ?? null;
  const former = new Map<string, FormerAddress>();
  for (const [i, { revision, reason, source }] of versions.entries()) {
    const before = versions[i - 1]?.source.url ?? null;
    if (before === null || before === source.url || before === present) continue;
    // Of an address that was replaced twice, the last time counts.
    former.delete(before);
    former.set(before, { url: before, revision, reason });
  }
  return [...former.values()].reverse();
}

/** A source's date of publication from a revision on; null: it has none. */
export interface PublishedFrom {
  readonly revision: number;
  readonly publishedOn: PartialDate | null;
}

/** For each source the dates that it was said to bear, each from the revision that brought it; equal neighbours once. */
export function listPublicationDates(
  versions: readonly SourceVersion[],
): ReadonlyMap<string, readonly PublishedFrom[]> {
  const dates = new Map<string, PublishedFrom[]>();
  for (const { revision, source } of versions) {
    const list = dates.get(source.id) ?? [];
    dates.set(source.id, list);
    const last = list.at(-1);
    if (last !== undefined && last.publishedOn === source.publishedOn) continue;
    list.push({ revision, publishedOn: source.publishedOn });
  }
  return dates;
}
