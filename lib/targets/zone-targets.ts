import { ZONE_FIELD_KEYS } from "@/lib/catalogue/fields";
import type { EvidenceIndex, ZoneRecord } from "@/lib/evidence/registry";
import type { Moment } from "@/lib/evidence/resolve";
import { listTargets, type TargetPromises } from "./targets";

/** The promises made of a zone, from what its record holds: claims that were retracted are not in it, and do not count. */
export function zonePromises(
  { slug, fields }: Pick<ZoneRecord, "slug" | "fields">,
  moment: Moment,
): readonly TargetPromises[] {
  const index: EvidenceIndex = new Map([
    [
      slug,
      new Map(
        ZONE_FIELD_KEYS.map((key) => {
          const { evidence, rivals } = fields[key];
          return [key, [...(evidence ? [evidence] : []), ...rivals.map((rival) => rival.evidence)]];
        }),
      ),
    ],
  ]);
  return listTargets(index, slug, moment);
}
