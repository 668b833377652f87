import { ZONE_FIELD_KEYS } from "@/lib/catalogue/fields";
import type { EvidenceIndex, ZoneRecord } from "@/lib/evidence/registry";
import { listClaims, type Moment } from "@/lib/evidence/resolve";
import { listTargetHistories, type TargetHistory } from "./targets";

/** The targets of a zone, from its record, which holds no withdrawn claims. */
export function getZoneTargets(
  { slug, fields }: Pick<ZoneRecord, "slug" | "fields">,
  moment: Moment,
): readonly TargetHistory[] {
  const index: EvidenceIndex = new Map([
    [slug, new Map(ZONE_FIELD_KEYS.map((key) => [key, listClaims(fields[key])] as const))],
  ]);
  return listTargetHistories(index, slug, moment);
}
