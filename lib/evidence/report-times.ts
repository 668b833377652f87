import type { Day } from "../time/day";
import { listActiveDays, sumByQuarter } from "./active-evidence";
import type { EvidenceIndex } from "./evidence-index";
import { sharedCache } from "./shared-cache";

/** The reports of a registry over time, as its time bar shows them. */
export interface ReportTimes {
  /** See `sumByQuarter`. */
  readonly quarters: readonly number[];
  /** See `listChangeDates`. */
  readonly changeDates: readonly Day[];
}

/** How many active claims take effect on each day; days without one are not there. */
type DayCounts = ReadonlyMap<Day, number>;

/** Revisions of which an index keeps the counts. */
const MOST_KEPT = 8;

/** The counts of each index, by the revision as known at which they are. */
const counted = sharedCache<EvidenceIndex, Map<number, DayCounts>>("report-days");

/**
 * The reports on all zones and firms. They are counted once for each revision of an index, and for an index that continues
 * another, only where they changed: see `continueReportTimes`.
 */
export function getReportTimes(index: EvidenceIndex, revision: number, to: Day): ReportTimes {
  const days = counted.get(index)?.get(revision) ?? countDays(index, revision);
  keep(index, revision, days);
  return { quarters: sumByQuarter(days, to), changeDates: [...days.keys()].sort() };
}

/**
 * Takes what is counted for an index over to one that continues it.
 * @param subjects the keys whose evidence changed
 * @param revisions the last ones that each of both indexes knows
 */
export function continueReportTimes(
  before: EvidenceIndex,
  after: EvidenceIndex,
  subjects: Iterable<string>,
  revisions: { readonly before: number; readonly after: number },
): void {
  const known = counted.get(before)?.get(revisions.before);
  if (!known) return;
  const days = new Map(known);
  for (const subject of subjects) {
    addSubject(days, before, subject, revisions.before, -1);
    addSubject(days, after, subject, revisions.after, 1);
  }
  keep(after, revisions.after, days);
}

function countDays(index: EvidenceIndex, revision: number): DayCounts {
  const days = new Map<Day, number>();
  for (const subject of index.keys()) addSubject(days, index, subject, revision, 1);
  return days;
}

function addSubject(
  days: Map<Day, number>,
  index: EvidenceIndex,
  subject: string,
  revision: number,
  change: 1 | -1,
): void {
  for (const evidence of index.get(subject)?.values() ?? []) {
    for (const day of listActiveDays(evidence, revision)) {
      const count = (days.get(day) ?? 0) + change;
      if (count === 0) days.delete(day);
      else days.set(day, count);
    }
  }
}

function keep(index: EvidenceIndex, revision: number, days: DayCounts): void {
  const kept = counted.get(index) ?? new Map<number, DayCounts>();
  counted.set(index, kept.set(revision, days));
  // The last one is what later indexes are counted from.
  if (kept.size > MOST_KEPT) kept.delete(Math.min(...kept.keys()));
}
