import { type Day, firstDay } from "../time/day";
import type { Evidence, WeighedClaim } from "./resolve";

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
