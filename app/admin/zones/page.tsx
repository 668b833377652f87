import Link from "next/link";
import { Forbidden, requireRole, titlePage } from "@/app/admin/admin-access";
import { loadZoneEvidence } from "@/app/admin/article/actions";
import { getFormProps } from "@/app/admin/zone-evidence";
import { recordPath, recordsPath } from "@/components/features/records/record-paths";
import { ZoneGrid } from "@/components/features/zone-grid/zone-grid";
import { FeatureText } from "@/components/layout/feature-text";
import { PageTitle } from "@/components/layout/reading-page";
import { may } from "@/lib/catalogue/roles";
import { getReviewLevel } from "@/lib/server/ledger/review-rules";
import { currentView } from "@/lib/server/registry/registry-at";
import { getText } from "@/lib/server/text/get-text";

/** Keeps the drafts of the grid apart from those of zones, whose slugs have no dot. */
const DRAFTS = "zones.grid";

export const generateMetadata = titlePage((t) => t("admin.nav.zones"));

/** The first page of the desk: every zone with the values that analysts work on. */
export default async function ZonesPage() {
  const person = await requireRole("record", "/admin/zones");
  if (!person) return <Forbidden act="record" />;
  const view = await currentView();
  const { zones } = view.registry;
  const { t } = await getText();
  return (
    <>
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <PageTitle small title={t("admin.nav.zones")} />
        <p className="flex flex-wrap gap-x-4">
          <Link className="link inline-flex min-h-6 items-center" href="/data" prefetch={false}>
            {t("admin.grid.export")}
          </Link>
          <Link
            className="link inline-flex min-h-6 items-center"
            href={recordsPath("zone")}
            prefetch={false}
          >
            {t("admin.grid.records")}
          </Link>
          <Link
            className="link inline-flex min-h-6 items-center"
            href={recordPath("zone", "new")}
            prefetch={false}
          >
            {t("records.addTitle", { kind: "zone" })}
          </Link>
        </p>
      </div>
      <FeatureText namespaces={["admin.grid", "desk", "record", "sheet"]}>
        <ZoneGrid
          key={person.id}
          personId={person.id}
          email={person.email}
          {...getFormProps(view)}
          zone={DRAFTS}
          zones={[]}
          review={getReviewLevel(person.role)}
          isReviewer={may(person.role, "decide")}
          evidence={{}}
          loadEvidence={loadZoneEvidence}
          tenancies={zones.flatMap(({ tenancies }) => tenancies.map(({ tenancy }) => tenancy))}
        />
      </FeatureText>
    </>
  );
}
