import type { ZoneRecord } from "@/lib/evidence/registry";
import { byConfirmedScore, computeReadiness, type Readiness } from "@/lib/readiness/readiness";

/** A zone of the same province. */
interface SimilarZone {
  readonly zone: ZoneRecord;
  readonly readiness: Readiness | null;
}

const MAX_SHOWN = 6;

/**
 * Other zones of the same province by confirmed score, then in the register's order. Not by distance,
 * because locations are only known to the town.
 */
export function listSimilarZones(
  zone: ZoneRecord,
  all: readonly ZoneRecord[],
): { readonly shown: readonly SimilarZone[]; readonly total: number } {
  const { province } = zone.values;
  const others = all
    .filter((other) => other.slug !== zone.slug)
    .filter((other) => province !== null && other.values.province === province)
    .map((other) => ({ zone: other, readiness: computeReadiness(other.values) }))
    .sort((a, b) => byConfirmedScore(a.readiness, b.readiness) || a.zone.order - b.zone.order);
  return { shown: others.slice(0, MAX_SHOWN), total: others.length };
}
