import { Forbidden, requireRole, titlePage } from "@/app/admin/admin-access";
import { ImportForm } from "@/components/features/imports/import-form";
import { FeatureText } from "@/components/layout/feature-text";
import { PageTitle } from "@/components/layout/reading-page";
import { Notice } from "@/components/ui/notice";
import { MAX_FILE_MB } from "@/lib/server/http/import-routes";
import { getReviewLevel } from "@/lib/server/ledger/review-rules";
import { currentView } from "@/lib/server/registry/registry-at";
import { getText } from "@/lib/server/text/get-text";

export const generateMetadata = titlePage((t) => t("imports.title"));

/** Imports a table of claims or of zones. */
export default async function ImportPage() {
  const person = await requireRole("record", "/admin/import");
  if (!person) return <Forbidden act="record" />;
  const { sources, asOf } = await currentView();
  const level = getReviewLevel(person.role);
  const { t } = await getText();
  return (
    <>
      <PageTitle
        small
        className="mb-6 max-w-[44rem]"
        title={t("imports.title")}
        lead={t("imports.lead")}
      />
      {level === "off" ? null : (
        <Notice tone="amber" className="mb-8 max-w-[56rem]">
          {t("imports.review", { level })}
        </Notice>
      )}
      <FeatureText namespaces={["desk", "imports", "record", "ledger"]}>
        <ImportForm
          key={person.id}
          personId={person.id}
          email={person.email}
          sources={sources.map(({ id, title }) => ({ id, title }))}
          maxMegabytes={MAX_FILE_MB}
          today={asOf}
        />
      </FeatureText>
    </>
  );
}
