import type { Day } from "../time/day";
import { type EvidenceIndex, isRegistered, resolveZone, subjectKey } from "./registry";
import { listEffectiveDays } from "./source-date-corrections";

/**
 * The first day on which the registry holds a zone, with all that is known by a revision; null where
 * it never does. Only a day on which one of its claims begins to hold can be that day.
 */
export function getFirstRegisteredDay(
  index: EvidenceIndex,
  slug: string,
  knownOn: number,
): Day | null {
  const claims = [...(index.get(subjectKey(slug, null))?.values() ?? [])].flat();
  return (
    listEffectiveDays(claims).find((asOf) =>
      isRegistered(resolveZone(index, slug, { asOf, knownOn })),
    ) ?? null
  );
}
