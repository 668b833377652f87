import type { Day } from "../time/day";
import type { EvidenceIndex } from "./registry";
import type { Evidence, WeighedClaim } from "./resolve";
import { effectiveDateAt } from "./source-date-corrections";

/** Is the claim's latest decision by a revision that it counts? Claims that were not known by then do not. */
export function countsBy<C extends WeighedClaim>(
  { claim, decisions }: Evidence<C>,
  knownOn: number,
): boolean {
  if (claim.revision > knownOn) return false;
  const kind = decisions.findLast(({ revision }) => revision <= knownOn)?.kind;
  return kind === "published" || kind === "preferred";
}

/** The days on which something that counts begins to hold, in their order, each once. */
export function listChangeDates<C extends WeighedClaim>(
  evidence: Iterable<Evidence<C>>,
  knownOn: number,
): Day[] {
  const days = new Set<Day>();
  for (const item of evidence) {
    if (countsBy(item, knownOn)) days.add(effectiveDateAt(item, knownOn).effectiveOn);
  }
  return [...days].sort();
}

/** All evidence of an index, or of the subjects whose key is let through, one after the other. */
export function* listEvidence<C extends WeighedClaim>(
  index: EvidenceIndex<C>,
  lets: (subject: string) => boolean = () => true,
): Generator<Evidence<C>> {
  for (const [subject, fields] of index) {
    if (lets(subject)) for (const items of fields.values()) yield* items;
  }
}
