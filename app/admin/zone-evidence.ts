import { undoOwnAct } from "@/app/admin/history/actions";
import { listFieldEvidence } from "@/lib/evidence/evidence-index";
import type { ZoneEvidence } from "@/lib/evidence/preview";
import type { ZoneRecord } from "@/lib/evidence/registry";
import { packRow } from "@/lib/evidence/row";
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

/** What every form of facts shows: the day, all zones as they are displayed, and the sources. */
export function getFormProps(view: RegistryView) {
  return {
    ...{ today: view.asOf, version: view.latestRevision, undo: undoOwnAct },
    ...{ rows: view.rows.map(packRow), sources: view.sources },
  };
}
