import { type Day, firstDay, type PartialDate } from "../time/day";
import { groupOnce } from "./group-by";
import type { ContextItem, Event, Source, SourceVersion } from "./ledger-records";
import type { Evidence, Voice, WeighedClaim } from "./resolve";
import { memoize } from "./shared-cache";
import { foldText } from "./value-equality";

const listSources = (versions: readonly SourceVersion[]): readonly Source[] => [
  ...new Map(versions.map(({ source }) => [source.id, source])).values(),
];
const listLastSources = memoize("last-sources", listSources);

/**
 * Every source as known by a revision, in the order of first recording.
 * @param versions in order of revision
 */
export function listSourcesAt(
  versions: readonly SourceVersion[],
  revision: number,
): readonly Source[] {
  // A write that adds no version has the same list as the one before.
  return (versions.at(-1)?.revision ?? 0) <= revision
    ? listLastSources(versions)
    : listSources(versions.filter((version) => version.revision <= revision));
}

const groupBySource = groupOnce("versions-by-source", ({ source }: SourceVersion) => source.id);

/**
 * Every version of some sources, one source after the other, oldest first.
 * @param versions in order of revision
 */
export function listVersionsOf(
  versions: readonly SourceVersion[],
  ids: Iterable<string>,
): readonly SourceVersion[] {
  const groups = groupBySource(versions);
  return [...new Set(ids)].flatMap((id) => groups.get(id) ?? []);
}

/** The versions of one source by a revision, oldest first; empty where it was not recorded yet. */
export function listVersions(
  versions: readonly SourceVersion[],
  id: string,
  revision: number,
): readonly SourceVersion[] {
  return listVersionsOf(versions, [id]).filter((version) => version.revision <= revision);
}

/** Every event as known by a revision, in the order of first recording. */
export function listEventsAt(versions: readonly Event[], revision: number): readonly Event[] {
  return listLatest(versions, ({ id }) => id, revision);
}

/** Every national figure and statement as known by a revision, in the order of first recording. */
export function listContextAt(
  versions: readonly ContextItem[],
  revision: number,
): readonly ContextItem[] {
  return listLatest(versions, ({ key }) => key, revision);
}

function listLatest<T extends { readonly revision: number }>(
  versions: readonly T[],
  getId: (version: T) => string,
  revision: number,
): readonly T[] {
  const known = new Map<string, T>();
  for (const version of versions) {
    if (version.revision <= revision) known.set(getId(version), version);
  }
  return [...known.values()];
}

/** The items recorded by a revision. */
export function listRecordedAt<T extends { readonly revision: number }>(
  items: readonly T[],
  revision: number,
): readonly T[] {
  return items.filter((item) => item.revision <= revision);
}

/** A replaced web address of a source. */
interface FormerAddress {
  readonly url: string;
  /** The revision that replaced it. */
  readonly revision: number;
  /** Why; null where no reason was given. */
  readonly reason: string | null;
}

/**
 * The replaced addresses of a source, latest first, without the current one.
 * @param versions of one source, in order of revision
 */
export function listFormerAddresses(versions: readonly SourceVersion[]): readonly FormerAddress[] {
  const current = versions.at(-1)?.source.url ?? null;
  const former = new Map<string, FormerAddress>();
  for (const [i, { revision, reason, source }] of versions.entries()) {
    const before = versions[i - 1]?.source.url ?? null;
    if (before === null || before === source.url || before === current) continue;
    // An address that was replaced twice is listed at its last replacement.
    former.delete(before);
    former.set(before, { url: before, revision, reason });
  }
  return [...former.values()].reverse();
}

/** A source's date of publication from one revision on; null: none. */
export interface PublishedFrom {
  readonly revision: number;
  readonly publishedOn: PartialDate | null;
}

/** The dates of publication of each source by revision; a version with the same date as the one before adds none. */
export function listPublicationDates(
  versions: readonly SourceVersion[],
): ReadonlyMap<string, readonly PublishedFrom[]> {
  const dates = new Map<string, PublishedFrom[]>();
  for (const { revision, source } of versions) {
    const { publishedOn } = source;
    const list = dates.get(source.id);
    if (!list) dates.set(source.id, [{ revision, publishedOn }]);
    else if (list.at(-1)?.publishedOn !== publishedOn) list.push({ revision, publishedOn });
  }
  return dates;
}

/**
 * The publishers of each source by revision, folded in case and spaces; a version with the same publisher adds none. A paper
 * that prints an agency ("UrduPoint / APP"), and a copy or an edition of it ("Daily Pakistan (Urdu)"), are the paper.
 */
export function listVoices(
  versions: readonly SourceVersion[],
): ReadonlyMap<string, readonly Voice[]> {
  const voices = new Map<string, Voice[]>();
  // Few publishers have many sources: each name is folded and kept once.
  const names = new Map<string, string>();
  for (const { revision, source } of versions) {
    const name =
      names.get(source.publisher) ?? foldText(source.publisher.replace(/ (\/ |\().*$/, ""));
    names.set(source.publisher, name);
    const list = voices.get(source.id);
    if (!list) voices.set(source.id, [{ revision, name }]);
    else if (list.at(-1)?.name !== name) list.push({ revision, name });
  }
  return voices;
}

/**
 * The evidence with its date as known by a revision. A claim without a date of its own takes the date
 * of its source, which a later revision may correct.
 */
export function effectiveDateAt<C extends WeighedClaim>(
  evidence: Evidence<C>,
  revision: number,
): Evidence<C> {
  const last = evidence.corrections?.findLast((correction) => correction.revision <= revision);
  return last ? { ...evidence, date: last.date, effectiveOn: firstDay(last.date) } : evidence;
}

/** Every effective day that any claim ever had, at any revision, in order and without duplicates. */
export function listEffectiveDays(evidence: Iterable<Evidence<WeighedClaim>>): Day[] {
  const days = new Set<Day>();
  for (const { effectiveOn, corrections = [] } of evidence) {
    days.add(effectiveOn);
    for (const { date } of corrections) days.add(firstDay(date));
  }
  return [...days].sort();
}
