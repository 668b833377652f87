import { type Day, firstDay } from "../time/day";
import type { Evidence, WeighedClaim } from "./resolve";

/**
 * The evidence with the date that was known by a revision: a claim without a date of its own bears its
 * source's, and that may be corrected later.
 */
export function effectiveDateAt<C extends WeighedClaim>(
  evidence: Evidence<C>,
  knownOn: number,
): Evidence<C> {
  const last = evidence.corrections?.findLast(({ revision }) => revision <= knownOn);
  return last ? { ...evidence, date: last.date, effectiveOn: firstDay(last.date) } : evidence;
}

/** Every day from which one of some claims was ever said to hold, whatever is known, in order, each once. */
export function listEffectiveDays(evidence: Iterable<Evidence<WeighedClaim>>): Day[] {
  const days = new Set<Day>();
  for (const { effectiveOn, corrections = [] } of evidence) {
    days.add(effectiveOn);
    for (const { date } of corrections) days.add(firstDay(date));
  }
  return [...days].sort();
}
