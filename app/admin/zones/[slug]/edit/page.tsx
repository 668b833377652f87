import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Forbidden, requireRole } from "@/app/admin/admin-access";
import { getFormProps, listZoneEvidence } from "@/app/admin/zone-evidence";
import { buildSheetRows } from "@/components/features/sheet/sheet-rows";
import { ZoneSheet } from "@/components/features/sheet/zone-sheet";
import { FeatureText } from "@/components/layout/feature-text";
import { PageTitle } from "@/components/layout/reading-page";
import { type FieldKey, isTenancyField, isZoneField } from "@/lib/catalogue/fields";
import { may } from "@/lib/catalogue/roles";
import { getSearchedTo } from "@/lib/evidence/age";
import { countLedger, listLedgerEntries } from "@/lib/evidence/ledger-entries";
import { listOtherZoneNames, zoneName } from "@/lib/evidence/zone-name";
import { getReviewLevel } from "@/lib/server/ledger/review-rules";
import { currentView } from "@/lib/server/registry/registry-at";
import { getText } from "@/lib/server/text/get-text";

export async function generateMetadata({
  params,
}: PageProps<"/admin/zones/[slug]/edit">): Promise<Metadata> {
  const { slug } = await params;
  const { registry } = await currentView();
  const zone = registry.zones.find((item) => item.slug === slug);
  const { t } = await getText();
  return { title: t("sheet.documentTitle", { name: zone ? zoneName(zone) : slug }) };
}

/**
 * The sheet of one zone, on which analysts see and change its values. With `open`, and `tenancy` for a firm, it begins with
 * that value open; `field` is the former name of `open`.
 */
export default async function SheetPage({
  params,
  searchParams,
}: PageProps<"/admin/zones/[slug]/edit">) {
  const { slug } = await params;
  const search = await searchParams;
  const [open = "", firm = ""] = [search.open ?? search.field, search.tenancy].map(
    (one) => [one].flat()[0],
  );
  const own = new URLSearchParams([
    ...(open === "" ? [] : [["open", open]]),
    ...(firm === "" ? [] : [["tenancy", firm]]),
  ]);
  const path = `/admin/zones/${slug}/edit${own.size === 0 ? "" : `?${own}`}`;
  const person = await requireRole("record", path);
  if (!person) return <Forbidden act="record" />;
  const view = await currentView();
  const zone = view.registry.zones.find((item) => item.slug === slug);
  if (!zone) notFound();
  const name = zoneName(zone);
  const tenancy = zone.tenancies.find((one) => one.tenancy.id === firm)?.tenancy.id ?? null;
  const isStart = (key: string): key is FieldKey =>
    tenancy === null ? isZoneField(key) : isTenancyField(key);
  const text = await getText();
  const { t } = text;
  const sources = new Map(view.sources.map((source) => [source.id, source]));
  const moment = { asOf: view.asOf, revision: view.latestRevision };
  const values = buildSheetRows(text, zone, moment, sources);
  const ofZone = values.filter((row) => row.firm === null);
  const searched = getSearchedTo(zone.values, view.asOf);
  const links: readonly (readonly [string, string])[] = [
    [`/zones/${slug}`, t("sheet.public")],
    [
      `/zones/${slug}/evidence`,
      t("common.count.reports", { count: countLedger(listLedgerEntries(zone)).claims }),
    ],
    [`/zones/${slug}/ledger`, t("sheet.ledger")],
    ...(may(person.role, "decide")
      ? [[`/admin/records/zone/${slug}`, t("sheet.zoneRecord")] as const]
      : []),
  ];
  return (
    <>
      <PageTitle
        small
        className="mb-4"
        title={name}
        lead={
          <>
            {t("sheet.summary", {
              known: ofZone.filter(({ words }) => words !== undefined).length,
              total: ofZone.length,
              searched: searched === null ? "none" : text.partialDate(searched),
            })}
            <span className="mt-1 flex flex-wrap gap-x-4">
              {links.map(([href, label]) => (
                <Link
                  key={href}
                  className="link inline-flex min-h-6 items-center"
                  href={href as Route}
                  prefetch={false}
                >
                  {label}
                </Link>
              ))}
            </span>
          </>
        }
      />
      <FeatureText namespaces={["desk", "record", "sheet"]}>
        <ZoneSheet
          key={person.id}
          personId={person.id}
          email={person.email}
          {...getFormProps(view)}
          zone={slug}
          zones={[{ slug, name, otherNames: listOtherZoneNames(zone.values) }]}
          start={isStart(open) ? { field: open, tenancy } : null}
          review={getReviewLevel(person.role)}
          isReviewer={may(person.role, "decide")}
          values={values}
          evidence={{ [slug]: listZoneEvidence(view, zone) }}
          loadEvidence={null}
          tenancies={zone.tenancies.map(({ tenancy }) => tenancy)}
        />
      </FeatureText>
    </>
  );
}
