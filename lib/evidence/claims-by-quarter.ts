import { type Day, RECORD_BEGINS } from "../time/day";
import { eachEvidence, isActiveAt } from "./active-evidence";
import type { EvidenceIndex } from "./registry";
import { effectiveDateAt } from "./source-date-corrections";

const QUARTERS = 4;
const MONTHS = 3;

/** The number of the quarter of a day, from 0 at the start of the record; negative before it. */
export function getQuarter(day: Day): number {
  const [year = 0, month = 1] = day.split("-").map(Number);
  const since = year - Number(RECORD_BEGINS.slice(0, 4));
  return since * QUARTERS + Math.floor((month - 1) / MONTHS);
}

/**
 * The number of active claims by quarter of their effective day, from the start of the record.
 * @param to the last day; its quarter is the last of the list
 * @param includes which subjects to count, by index key; absent: all
 */
export function countClaimsByQuarter(
  evidence: EvidenceIndex,
  revision: number,
  to: Day,
  includes?: (subject: string) => boolean,
): number[] {
  const counts = Array.from({ length: Math.max(0, getQuarter(to) + 1) }, () => 0);
  for (const item of eachEvidence(evidence, includes)) {
    const { effectiveOn } = effectiveDateAt(item, revision);
    const quarter = getQuarter(effectiveOn);
    const count = counts[quarter];
    if (count === undefined || effectiveOn > to || !isActiveAt(item, revision)) continue;
    counts[quarter] = count + 1;
  }
  return counts;
}
