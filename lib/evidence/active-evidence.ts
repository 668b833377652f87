import { type Day, quarterOn, RECORD_BEGINS } from "../time/day";
import { type EvidenceIndex, subjectKey } from "./evidence-index";
import type { Tenancy } from "./ledger-records";
import { isRegistered, resolveZone, resolveZoneRecord } from "./registry";
import { type Evidence, isLive, latestDecision, type WeighedClaim } from "./resolve";
import { effectiveDateAt, listEffectiveDays } from "./source-versions";

/** Is the claim known by a revision, and published or preferred by its latest decision? */
export function isActiveAt<C extends WeighedClaim>(
  evidence: Evidence<C>,
  revision: number,
): boolean {
  const decision = latestDecision(evidence, revision);
  return decision !== null && isLive(decision);
}

/** The days on which an active claim takes effect, one for each such claim. */
export function listActiveDays<C extends WeighedClaim>(
  evidence: readonly Evidence<C>[],
  revision: number,
): Day[] {
  return evidence
    .filter((item) => isActiveAt(item, revision))
    .map((item) => effectiveDateAt(item, revision).effectiveOn);
}

/** The days on which an active claim takes effect, in order and without duplicates. */
export function listChangeDates<C extends WeighedClaim>(
  evidence: readonly Evidence<C>[],
  revision: number,
): Day[] {
  return [...new Set(listActiveDays(evidence, revision))].sort();
}

/** All evidence of an index, or of the subjects that pass a test on their key. */
export function listEvidence<C extends WeighedClaim>(
  index: EvidenceIndex<C>,
  includes: (subject: string) => boolean = () => true,
): Evidence<C>[] {
  return [...index].flatMap(([subject, fields]) =>
    includes(subject) ? [...fields.values()].flat() : [],
  );
}

const QUARTERS = 4;

/** The number of the quarter of a day, from 0 at the start of the record; negative before it. */
export function getQuarter(day: Day): number {
  const { year, quarter } = quarterOn(day);
  const since = year - quarterOn(RECORD_BEGINS).year;
  return since * QUARTERS + quarter - 1;
}

/**
 * The number of active claims by quarter of their effective day, from the start of the record.
 * @param days the number of active claims by their effective day
 * @param to the last day; its quarter is the last of the list
 */
export function sumByQuarter(days: Iterable<readonly [Day, number]>, to: Day): number[] {
  const sums = Array.from({ length: Math.max(0, getQuarter(to) + 1) }, () => 0);
  for (const [day, count] of days) {
    const quarter = getQuarter(day);
    const sum = sums[quarter];
    if (sum !== undefined && day <= to) sums[quarter] = sum + count;
  }
  return sums;
}

/**
 * `sumByQuarter` of the evidence of some subjects.
 * @param includes which subjects to count, by index key; absent: all
 */
export function countClaimsByQuarter(
  evidence: EvidenceIndex,
  revision: number,
  to: Day,
  includes?: (subject: string) => boolean,
): number[] {
  const days = listActiveDays(listEvidence(evidence, includes), revision);
  return sumByQuarter(
    days.map((day) => [day, 1] as const),
    to,
  );
}

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
  const days = listEffectiveDays(listEvidence(index, (subject) => subjects.has(subject)));
  const shows = (tenancy: Tenancy, asOf: Day) => {
    const zone = resolveZoneRecord(index, { slug: tenancy.zone, order: 1 }, [tenancy], {
      asOf,
      revision: revision,
    });
    return zone !== null && zone.tenancies.length > 0;
  };
  return days.find((asOf) => tenancies.some((tenancy) => shows(tenancy, asOf))) ?? null;
}
