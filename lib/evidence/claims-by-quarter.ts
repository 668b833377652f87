import type { Day } from "../time/day";
import { eachEvidence, isActiveAt } from "./active-evidence";
import type { EvidenceIndex } from "./registry";
import { effectiveDateAt } from "./source-date-corrections";

/** The year of the Special Economic Zones Act, with which the record begins. */
export const RECORD_BEGINS: Day = "2012-01-01";

const QUARTERS = 4;
const MONTHS = 3;

/** Quarters since the record began, from 0; negative before it. */
export function getQuarter(day: Day): number {
  const [year = 0, month = 1] = day.split("-").map(Number);
  const since = year - Number(RECORD_BEGINS.slice(0, 4));
  return since * QUARTERS + Math.floor((month - 1) / MONTHS);
}

/**
 * How many of the claims that count speak of each quarter, from the beginning of the record to a day.
 * @param knownOn the last revision that counts
 * @param to the last day; its quarter is the last of the list
 * @param lets the subjects that count; absent: all
 */
export function countClaimsByQuarter(
  evidence: EvidenceIndex,
  knownOn: number,
  to: Day,
  lets?: (subject: string) => boolean,
): number[] {
  const counts = Array.from({ length: Math.max(0, getQuarter(to) + 1) }, () => 0);
  for (const item of eachEvidence(evidence, lets)) {
    const { effectiveOn } = effectiveDateAt(item, knownOn);
    const quarter = getQuarter(effectiveOn);
    const count = counts[quarter];
    if (count === undefined || effectiveOn > to || !isActiveAt(item, knownOn)) continue;
    counts[quarter] = count + 1;
  }
  return counts;
}
