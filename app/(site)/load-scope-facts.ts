import type { ScopeFacts } from "@/components/features/explorer/scope-dialog";
import type { ZoneFieldKey } from "@/lib/catalogue/fields";
import type { ZoneRecord } from "@/lib/evidence/registry";
import { isApprovalConfirmed, isCandidate } from "@/lib/query/scope";
import type { RegistryView } from "@/lib/server/store";

/** Key of the context figure with the number of approved zones. */
const APPROVED_ZONES = "approved-zones";

/** The source that decides on the scope of each zone, and the government's own number with its source. */
export function loadScopeFacts({ registry, sources, context }: RegistryView): ScopeFacts {
  const figure = context.find(({ key }) => key === APPROVED_ZONES);
  const decidedBy: Record<string, string> = {};
  for (const zone of registry.zones) {
    const sourceId = decidingFields(zone)
      .map((field) => zone.fields[field].evidence?.claim.sourceId)
      .find((id) => id !== undefined);
    if (sourceId !== undefined) decidedBy[zone.slug] = sourceId;
  }
  const cited = new Set(Object.values(decidedBy));
  if (figure) cited.add(figure.sourceId);
  return {
    announced: figure
      ? { value: figure.value, period: figure.period, sourceId: figure.sourceId }
      : null,
    decidedBy,
    sources: sources
      .filter(({ id }) => cited.has(id))
      .map(({ id, title, publisher, url, publishedOn }) => ({
        id,
        title,
        publisher,
        url,
        publishedOn,
      })),
  };
}

/** The fields that decide on a zone's scope, the most important first. */
function decidingFields({ values }: ZoneRecord): readonly ZoneFieldKey[] {
  if (isApprovalConfirmed(values)) return ["cohort", "legalStatus"];
  return isCandidate(values)
    ? ["candidateForRemainder", "legalStatus"]
    : ["legalStatus", "cohort", "status", "cpecStatus"];
}
