import type { Metadata } from "next";
import { NextQuestions } from "@/components/features/admin/next-questions";
import { listZoneEntries } from "@/components/features/admin/zone-entries";
import { ZoneList } from "@/components/features/admin/zone-list";
import { FeatureText } from "@/components/layout/feature-text";
import { PageTitle } from "@/components/layout/reading-page";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { inScope } from "@/lib/query/scope";
import { getText } from "@/lib/server/get-text";
import { currentView } from "@/lib/server/registry-at";
import { requireRole } from "./admin-access";
import { Forbidden } from "./forbidden";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t("admin.home.documentTitle") };
}

/** The first admin page: what to find out next, and all zones, each with a link to its form. */
export default async function AdminPage() {
  const person = await requireRole("record", "/admin");
  if (!person) return <Forbidden act="record" />;
  const { rows, facts, asOf } = await currentView();
  const ranked = rows.filter(({ values }) => inScope(values, DEFAULT_QUERY.scope));
  const { t } = await getText();
  return (
    <>
      <PageTitle small className="mb-6" title={t("admin.home.title")} lead={t("admin.home.lead")} />
      <NextQuestions rows={ranked} asOf={asOf} />
      <FeatureText namespaces={["admin"]}>
        <ZoneList entries={listZoneEntries(rows, facts.claims, facts.revisions)} today={asOf} />
      </FeatureText>
    </>
  );
}
