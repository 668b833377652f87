import { ZONE_FIELD_KEYS } from "@/lib/catalogue/fields";
import type { EvidenceIndex, ZoneRecord } from "@/lib/evidence/registry";
import { listClaims, type Moment } from "@/lib/evidence/resolve";
import { listTargets, type TargetPromises } from "./targets";

/** The promises made of a zone, from what its record holds: claims that were retracted are not in it, and do not count. */
export function zonePromises(
  { slug, fields }: Pick<ZoneRecord, "slug" | "fields">,
  moment: Moment,
): readonly TargetPromises[] {
  const index: EvidenceIndex = new Map([
    [slug, new Map(ZONE_FIELD_KEYS.map((key) => [key, listClaims(fields[key])] as const))],
  ]);
  return listTargets(index, slug, moment);
}
