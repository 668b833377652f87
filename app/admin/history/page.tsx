import type { Metadata } from "next";
import { requireRole } from "@/app/admin/admin-access";
import { Forbidden } from "@/app/admin/forbidden";
import { ActList } from "@/components/features/record/act-list";
import { FeatureText } from "@/components/layout/feature-text";
import { PageTitle } from "@/components/layout/reading-page";
import { listOwnActs } from "@/lib/server/ledger/own-acts";
import { currentView } from "@/lib/server/registry/registry-at";
import { getText } from "@/lib/server/text/get-text";
import { listActPages } from "./act-pages";
import { undoOwnAct } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t("admin.history.title") };
}

/** What the signed-in person recorded and decided, and how to undo it within a day. */
export default async function HistoryPage() {
  const person = await requireRole("withdraw-own", "/admin/history");
  if (!person) return <Forbidden act="withdraw-own" />;
  const [acts, view] = await Promise.all([listOwnActs(person.id), currentView()]);
  const text = await getText();
  const { t } = text;
  return (
    <>
      <PageTitle
        small
        className="mb-6 max-w-[44rem]"
        title={t("admin.history.title")}
        lead={t("admin.history.lead")}
      />
      <FeatureText namespaces={["record"]}>
        <ActList acts={listActPages(text, view, acts)} undo={undoOwnAct} />
      </FeatureText>
    </>
  );
}
