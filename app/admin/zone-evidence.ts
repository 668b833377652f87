import { listFieldEvidence } from "@/lib/evidence/evidence-index";
import type { ZoneEvidence } from "@/lib/evidence/preview";
import type { ZoneRecord } from "@/lib/evidence/registry";
import type { RegistryView } from "@/lib/server/registry/registry-at";

/** The evidence on a zone and its firms, as the form needs it. */
export function listZoneEvidence(
  { evidence }: Pick<RegistryView, "evidence">,
  { slug, tenancies }: ZoneRecord,
): ZoneEvidence {
  return listFieldEvidence(
    evidence,
    slug,
    tenancies.map(({ tenancy }) => tenancy.id),
  );
}
