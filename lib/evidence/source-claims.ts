import { TENANCY_FIELD_KEYS, ZONE_FIELD_KEYS } from "../catalogue/fields";
import { type ClaimStatus, listClaimStatuses } from "./claim-status";
import { type EvidenceIndex, type Registry, subjectKey } from "./registry";

/**
 * The claims of each source on the zones of a registry, by source id: in the register's order with
 * firms after their zone, then in the catalogue's order of fields, then newest first.
 */
export function listClaimsBySource(
  registry: Registry,
  index: EvidenceIndex,
): ReadonlyMap<string, readonly ClaimStatus[]> {
  const found = new Map<string, ClaimStatus[]>();
  const add = (claims: readonly ClaimStatus[]) => {
    for (const claim of claims) {
      const id = claim.evidence.claim.sourceId;
      const list = found.get(id) ?? [];
      found.set(id, list);
      list.push(claim);
    }
  };
  for (const zone of registry.zones) {
    const known = index.get(subjectKey(zone.slug, null));
    for (const key of ZONE_FIELD_KEYS) {
      add(listClaimStatuses(zone.fields[key], known?.get(key) ?? [], null, registry));
    }
    for (const { tenancy, fields } of zone.tenancies) {
      const ofFirm = index.get(subjectKey(zone.slug, tenancy.id));
      for (const key of TENANCY_FIELD_KEYS) {
        add(listClaimStatuses(fields[key], ofFirm?.get(key) ?? [], tenancy, registry));
      }
    }
  }
  return found;
}
