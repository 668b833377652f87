import type { Day } from "../time/day";
import { type EvidenceIndex, isRegistered, resolveZone, subjectKey } from "./registry";
import { listEffectiveDays } from "./source-date-corrections";

/**
 * The first day on which a zone is in the registry, as known by a revision; null: never. It can only
 * be an effective day of one of its claims.
 */
export function getFirstRegisteredDay(
  index: EvidenceIndex,
  slug: string,
  revision: number,
): Day | null {
  const claims = [...(index.get(subjectKey(slug, null))?.values() ?? [])].flat();
  return (
    listEffectiveDays(claims).find((asOf) =>
      isRegistered(resolveZone(index, slug, { asOf, revision: revision })),
    ) ?? null
  );
}
