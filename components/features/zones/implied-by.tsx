import { EvidenceLink } from "@/components/evidence/field-value";
import { TextList } from "@/components/layout/section";
import { Original } from "@/components/ui/original";
import type { ZoneRecord } from "@/lib/evidence/registry";
import { isImplied } from "@/lib/evidence/resolve";
import { useText } from "@/lib/text/use-text";

/** The firms from which the progress of a zone follows, each with its evidence; nothing where a report on progress says it. */
export function ImpliedBy({
  zone,
}: {
  zone: Pick<ZoneRecord, "fields" | "producers" | "tenancies">;
}) {
  const { t } = useText();
  if (!isImplied(zone.fields.status)) return null;
  const producing = new Set(zone.producers.map(({ id }) => id));
  const firms = zone.tenancies.filter(({ tenancy }) => producing.has(tenancy.id));
  return t.rich("zones.implied", {
    count: firms.length,
    firms: () => (
      <TextList
        items={firms.map(({ tenancy: { id, firm } }) => ({
          key: id,
          content: (
            <EvidenceLink field="tenancyStage" tenancyId={id}>
              <Original>{firm}</Original>
            </EvidenceLink>
          ),
        }))}
      />
    ),
  });
}
