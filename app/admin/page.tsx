import type { Metadata } from "next";
import { NextWork } from "@/components/features/admin/queue/next-work";
import { listZoneEntries } from "@/components/features/admin/zone-entries";
import { ZoneList } from "@/components/features/admin/zone-list";
import { FeatureText } from "@/components/layout/feature-text";
import { PageTitle } from "@/components/layout/reading-page";
import { shortenZoneName, zoneNames } from "@/lib/evidence/zone-name";
import { joinStates, selectQueue } from "@/lib/queue/queue-query";
import { listQueueEntries, loadWork } from "@/lib/server/desk/queue";
import { currentView } from "@/lib/server/registry/registry-at";
import { getText } from "@/lib/server/text/get-text";
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
  const { work } = await loadWork();
  const all = joinStates(work, await listQueueEntries(work), asOf);
  const open = { kind: null, zone: null, place: "open" } as const;
  const names = zoneNames(rows);
  const { t } = await getText();
  return (
    <>
      <PageTitle small className="mb-6" title={t("admin.home.title")} lead={t("admin.home.lead")} />
      <NextWork
        open={selectQueue(all, { ...open, whose: "anyone" }, person.id)}
        own={selectQueue(all, { ...open, whose: "me" }, person.id)}
        zoneName={(slug) => shortenZoneName(names.get(slug) ?? slug)}
      />
      <FeatureText namespaces={["admin"]}>
        <ZoneList entries={listZoneEntries(rows, facts.claims, facts.revisions)} today={asOf} />
      </FeatureText>
    </>
  );
}
