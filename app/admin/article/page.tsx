import { Forbidden, requireRole, titlePage } from "@/app/admin/admin-access";
import { listOptions } from "@/app/admin/records/read-records";
import { getFormProps } from "@/app/admin/zone-evidence";
import { RecordForm } from "@/components/features/record/record-form";
import { FeatureText } from "@/components/layout/feature-text";
import { PageTitle } from "@/components/layout/reading-page";
import { listOtherZoneNames, zoneName } from "@/lib/evidence/zone-name";
import { findArticle } from "@/lib/server/desk/articles";
import { currentView } from "@/lib/server/registry/registry-at";
import { getText } from "@/lib/server/text/get-text";
import { loadZoneEvidence } from "./actions";

export const generateMetadata = titlePage((t) => t("admin.record.title"));

/**
 * The form of one source, in which analysts record facts on any zones and firms. With `article`, the id of an article of a
 * watched feed, it begins with the article's link, title and day.
 */
export default async function RecordPage({ searchParams }: PageProps<"/admin/article">) {
  const { article } = await searchParams;
  const id = typeof article === "string" ? article : null;
  const path = `/admin/article${id === null ? "" : `?${new URLSearchParams({ article: id })}`}`;
  const person = await requireRole("record", path);
  if (!person) return <Forbidden act="record" />;
  const found = id === null ? null : await findArticle(id);
  const view = await currentView();
  const { zones } = view.registry;
  const text = await getText();
  const { t } = text;
  return (
    <>
      <PageTitle
        small
        className="mb-6"
        title={t("admin.record.title")}
        lead={t("admin.record.lead")}
      />
      <FeatureText namespaces={["desk", "record", "records"]}>
        <RecordForm
          key={person.id}
          personId={person.id}
          email={person.email}
          {...getFormProps(view)}
          zone={null}
          article={found}
          zones={zones.map((zone) => ({
            slug: zone.slug,
            name: zoneName(zone),
            otherNames: listOtherZoneNames(zone.values),
          }))}
          evidence={{}}
          loadEvidence={loadZoneEvidence}
          tenancies={zones.flatMap(({ tenancies }) => tenancies.map(({ tenancy }) => tenancy))}
          choices={listOptions(text, view, "event").choices}
          takenIds={[
            ...view.facts.events.map(({ id }) => id),
            ...view.facts.context.map(({ key }) => key),
          ]}
        />
      </FeatureText>
    </>
  );
}
