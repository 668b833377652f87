import type { Day } from "../time/day";
import { eachEvidence } from "./active-evidence";
import type { Tenancy } from "./ledger-records";
import {
  type EvidenceIndex,
  isRegistered,
  resolveZone,
  resolveZoneRecord,
  subjectKey,
} from "./registry";
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

/**
 * The first day on which a firm is in one of its zones, as known by a revision; null: never. It can
 * only be an effective day of a claim on the firm or on the zone.
 * @param tenancies the firm in each of its zones
 */
export function getFirstSeenDay(
  index: EvidenceIndex,
  tenancies: readonly Tenancy[],
  revision: number,
): Day | null {
  const subjects = new Set(tenancies.flatMap(({ zone, id }) => [zone, subjectKey(zone, id)]));
  const days = listEffectiveDays(eachEvidence(index, (subject) => subjects.has(subject)));
  const shows = (tenancy: Tenancy, asOf: Day) => {
    const zone = resolveZoneRecord(index, { slug: tenancy.zone, order: 1 }, [tenancy], {
      asOf,
      revision: revision,
    });
    return zone !== null && zone.tenancies.length > 0;
  };
  return days.find((asOf) => tenancies.some((tenancy) => shows(tenancy, asOf))) ?? null;
}
