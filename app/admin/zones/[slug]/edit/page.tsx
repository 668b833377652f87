import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { requireRole } from "@/app/admin/admin-access";
import { Forbidden } from "@/app/admin/forbidden";
import { listZoneEvidence } from "@/app/admin/record/zone-evidence";
import { RecordForm } from "@/components/features/record/record-form";
import { FeatureText } from "@/components/layout/feature-text";
import { PageTitle } from "@/components/layout/reading-page";
import { type FieldKey, isTenancyField, isZoneField } from "@/lib/catalogue/fields";
import { packRow } from "@/lib/evidence/row";
import { listOtherZoneNames } from "@/lib/evidence/zone-name";
import { currentView } from "@/lib/server/registry/registry-at";
import { getText } from "@/lib/server/text/get-text";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t("admin.edit.title") };
}

/**
 * The form of one zone, in which analysts record evidence. With `field`, and `tenancy` for a firm, it begins with that
 * field.
 */
export default async function EditPage({
  params,
  searchParams,
}: PageProps<"/admin/zones/[slug]/edit">) {
  const { slug } = await params;
  const search = await searchParams;
  const [field = "", firm = ""] = [search.field, search.tenancy].map((one) => [one].flat()[0]);
  const own = new URLSearchParams([
    ...(field === "" ? [] : [["field", field]]),
    ...(firm === "" ? [] : [["tenancy", firm]]),
  ]);
  const path = `/admin/zones/${slug}/edit${own.size === 0 ? "" : `?${own}`}`;
  const person = await requireRole("record", path);
  if (!person) return <Forbidden act="record" />;
  const view = await currentView();
  const zone = view.registry.zones.find((item) => item.slug === slug);
  if (!zone) notFound();
  const name = zone.values.name ?? slug;
  const tenancy = zone.tenancies.find((one) => one.tenancy.id === firm)?.tenancy.id ?? null;
  const isStart = (key: string): key is FieldKey =>
    tenancy === null ? isZoneField(key) : isTenancyField(key);
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
      <FeatureText namespaces={["desk", "record", "map"]}>
        <RecordForm
          key={person.id}
          zone={slug}
          zones={[{ slug, name, otherNames: listOtherZoneNames(zone.values) }]}
          personId={person.id}
          email={person.email}
          start={isStart(field) ? { zone: slug, field, tenancy } : null}
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
