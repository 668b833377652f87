import { undoOwnAct } from "@/app/admin/history/actions";
import { listFieldEvidence } from "@/lib/evidence/evidence-index";
import type { ZoneEvidence } from "@/lib/evidence/preview";
import type { ZoneRecord } from "@/lib/evidence/registry";
import { packRow } from "@/lib/evidence/row";
import type { Person } from "@/lib/server/accounts/session";
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

/** What every form of facts gets: the person, the day, all zones as they are shown, and the sources. */
export function getFormProps(view: RegistryView, { id, email }: Person) {
  return {
    ...{ personId: id, email, today: view.asOf, version: view.latestRevision },
    ...{ rows: view.rows.map(packRow), sources: view.sources, undo: undoOwnAct },
  };
}
