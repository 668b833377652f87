import type { Metadata } from "next";
import { requireRole } from "@/app/admin/admin-access";
import { Forbidden } from "@/app/admin/forbidden";
import { ImportForm } from "@/components/features/imports/import-form";
import { FeatureText } from "@/components/layout/feature-text";
import { PageTitle } from "@/components/layout/reading-page";
import { getText } from "@/lib/server/get-text";
import { MAX_FILE_MB } from "@/lib/server/http/import-routes";
import { currentView } from "@/lib/server/registry-at";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t("imports.title") };
}

/** Imports a table of claims or of zones. */
export default async function ImportPage() {
  const person = await requireRole("record", "/admin/import");
  if (!person) return <Forbidden act="record" />;
  const { sources } = await currentView();
  const { t } = await getText();
  return (
    <>
      <PageTitle small className="mb-6" title={t("imports.title")} lead={t("imports.lead")} />
      <FeatureText namespaces={["imports", "record", "ledger"]}>
        <ImportForm
          email={person.email}
          sources={sources.map(({ id, title }) => ({ id, title }))}
          maxMegabytes={MAX_FILE_MB}
        />
      </FeatureText>
    </>
  );
}
