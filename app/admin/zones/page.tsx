import type { Metadata } from "next";
import Link from "next/link";
import { requireRole } from "@/app/admin/admin-access";
import { Forbidden } from "@/app/admin/forbidden";
import { recordPath, recordsPath } from "@/components/features/records/record-list";
import { ZoneGrid } from "@/components/features/zone-grid/zone-grid";
import { FeatureText } from "@/components/layout/feature-text";
import { PageTitle } from "@/components/layout/reading-page";
import { packRow } from "@/lib/evidence/row";
import { currentView } from "@/lib/server/registry/registry-at";
import { getText } from "@/lib/server/text/get-text";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t("admin.nav.zones") };
}

/** The first page of the desk: every zone with the values that analysts work on. */
export default async function ZonesPage() {
  const person = await requireRole("record", "/admin/zones");
  if (!person) return <Forbidden act="record" />;
  const { rows, asOf } = await currentView();
  const { t } = await getText();
  return (
    <>
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <PageTitle small title={t("admin.nav.zones")} />
        <p className="flex flex-wrap gap-x-4">
          <Link className="link" href="/data" prefetch={false}>
            {t("admin.grid.export")}
          </Link>
          <Link className="link" href={recordsPath("zone")} prefetch={false}>
            {t("admin.grid.records")}
          </Link>
          <Link className="link" href={recordPath("zone", "new")} prefetch={false}>
            {t("records.addTitle", { kind: "zone" })}
          </Link>
        </p>
      </div>
      <FeatureText namespaces={["admin.grid", "query.scope"]}>
        <ZoneGrid rows={rows.map(packRow)} today={asOf} />
      </FeatureText>
    </>
  );
}
