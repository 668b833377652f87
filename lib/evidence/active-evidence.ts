import type { Day } from "../time/day";
import type { EvidenceIndex } from "./registry";
import { type Evidence, isLive, latestDecision, type WeighedClaim } from "./resolve";
import { effectiveDateAt } from "./source-date-corrections";

/** Is the claim known by a revision, and published or preferred by its latest decision? */
export function isActiveAt<C extends WeighedClaim>(
  { claim, decisions }: Evidence<C>,
  revision: number,
): boolean {
  const decision = claim.revision > revision ? null : latestDecision(decisions, revision);
  return decision !== null && isLive(decision);
}

/** The days on which an active claim takes effect, in order and without duplicates. */
export function listChangeDates<C extends WeighedClaim>(
  evidence: Iterable<Evidence<C>>,
  revision: number,
): Day[] {
  const days = new Set<Day>();
  for (const item of evidence) {
    if (isActiveAt(item, revision)) days.add(effectiveDateAt(item, revision).effectiveOn);
  }
  return [...days].sort();
}

/** All evidence of an index, or of the subjects that pass a test on their key. */
export function* eachEvidence<C extends WeighedClaim>(
  index: EvidenceIndex<C>,
  includes: (subject: string) => boolean = () => true,
): Generator<Evidence<C>> {
  for (const [subject, fields] of index) {
    if (includes(subject)) for (const items of fields.values()) yield* items;
  }
}
