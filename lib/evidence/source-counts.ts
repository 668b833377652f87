import { type FieldKey, TENANCY_FIELD_KEYS, ZONE_FIELD_KEYS } from "../catalogue/fields";
import type { Day } from "../time/day";
import { type ClaimStatus, listClaimStatuses } from "./claim-status";
import { type EvidenceIndex, subjectKey } from "./evidence-index";
import type { Tenancy } from "./ledger-records";
import type { Registry, ZoneRecord } from "./registry";
import type { Evidence, Resolution } from "./resolve";
import { sharedCache } from "./shared-cache";

/** Each field of a zone and of its firms that has claims, with what it shows. */
export function listClaimedFields(zone: ZoneRecord, index: EvidenceIndex): ClaimedField[] {
  const list = <K extends FieldKey>(
    keys: readonly K[],
    fields: Readonly<Record<K, Resolution>>,
    tenancy: Tenancy | null,
  ) => {
    const known = index.get(subjectKey(zone.slug, tenancy?.id ?? null));
    return keys.flatMap((key): ClaimedField[] => {
      const claims = known?.get(key);
      return claims ? [{ shown: fields[key], claims, tenancy }] : [];
    });
  };
  return [
    ...list(ZONE_FIELD_KEYS, zone.fields, null),
    ...zone.tenancies.flatMap(({ tenancy, fields }) => list(TENANCY_FIELD_KEYS, fields, tenancy)),
  ];
}

/** A field with claims, and what it shows. */
interface ClaimedField {
  readonly shown: Resolution;
  readonly claims: readonly Evidence[];
  readonly tenancy: Tenancy | null;
}

/** Counts of the claims of one source at a moment. */
export interface ClaimCounts {
  /** Claims in effect by then, whether or not they are valid. */
  readonly claims: number;
  /** Displayed values that it supports. */
  readonly shown: number;
  /** Its claims that another claim contradicts, and those where an editor resolved that. */
  readonly contested: number;
  readonly settled: number;
}

export const NO_CLAIMS: ClaimCounts = { claims: 0, shown: 0, contested: 0, settled: 0 };

/** The counts of each zone, by its record: a write changes few of them. */
const countsOfZones = sharedCache<
  ZoneRecord,
  { readonly asOf: Day; readonly counts: ReadonlyMap<string, ClaimCounts> }
>("zone-sources");

/** The claims on a zone and its firms by source, also by one that was merged. */
export function countBySource(
  zone: ZoneRecord,
  index: EvidenceIndex,
  registry: Registry,
): ReadonlyMap<string, ClaimCounts> {
  const known = countsOfZones.get(zone);
  if (known?.asOf === registry.asOf) return known.counts;
  const counts = new Map<string, ClaimCounts>();
  for (const { shown, claims, tenancy } of listClaimedFields(zone, index)) {
    for (const claim of listClaimStatuses(shown, claims, tenancy, registry)) {
      const { sourceId } = claim.evidence.claim;
      counts.set(sourceId, sumCounts(counts.get(sourceId) ?? NO_CLAIMS, countOne(claim)));
    }
  }
  countsOfZones.set(zone, { asOf: registry.asOf, counts });
  return counts;
}

const countOne = ({ standing, mark }: ClaimStatus): ClaimCounts => ({
  claims: 1,
  shown: Number(standing === "shown"),
  contested: Number(mark === "contested"),
  settled: Number(mark === "settled"),
});

/** Two counts together. */
export const sumCounts = (a: ClaimCounts, b: ClaimCounts): ClaimCounts => ({
  claims: a.claims + b.claims,
  shown: a.shown + b.shown,
  contested: a.contested + b.contested,
  settled: a.settled + b.settled,
});

/** How many claims `listClaimsBySource` lists, of all sources together. */
export function countAllClaims(registry: Registry, index: EvidenceIndex): number {
  return registry.zones
    .flatMap((zone) => [...countBySource(zone, index, registry).values()])
    .reduce((sum, { claims }) => sum + claims, 0);
}
