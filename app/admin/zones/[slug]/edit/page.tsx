import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { requireRole } from "@/app/admin/admin-access";
import { Forbidden } from "@/app/admin/forbidden";
import { listZoneEvidence } from "@/app/admin/record/zone-evidence";
import { RecordForm } from "@/components/features/record/record-form";
import { FeatureText } from "@/components/layout/feature-text";
import { PageTitle } from "@/components/layout/reading-page";
import { packRow } from "@/lib/evidence/row";
import { getText } from "@/lib/server/get-text";
import { currentView } from "@/lib/server/registry-at";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t("admin.edit.title") };
}

/** The form of one zone, in which analysts record evidence. */
export default async function EditPage({ params }: PageProps<"/admin/zones/[slug]/edit">) {
  const { slug } = await params;
  const person = await requireRole("record", `/admin/zones/${slug}/edit`);
  if (!person) return <Forbidden act="record" />;
  const view = await currentView();
  const zone = view.registry.zones.find((item) => item.slug === slug);
  if (!zone) notFound();
  const name = zone.values.name ?? slug;
  const { t } = await getText();
  return (
    <>
      <p className="mb-1 text-12 text-ink-3">{t("admin.edit.title")}</p>
      <PageTitle
        small
        className="mb-6"
        title={name}
        lead={
          <Link className="link" href={`/zones/${slug}`}>
            {t("admin.edit.zone")}
          </Link>
        }
      />
      <FeatureText namespaces={["record", "map"]}>
        <RecordForm
          zone={slug}
          zones={[{ slug, name, otherNames: zone.values.aliases ?? [] }]}
          personId={person.id}
          email={person.email}
          today={view.asOf}
          version={view.latestRevision}
          rows={view.rows.map(packRow)}
          evidence={{ [slug]: listZoneEvidence(view, zone) }}
          loadEvidence={null}
          tenancies={zone.tenancies.map(({ tenancy }) => tenancy)}
          sources={view.sources}
        />
      </FeatureText>
    </>
  );
}
