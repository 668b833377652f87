import { metadataOf } from "@/app/(site)/page-metadata";
import { GlossaryPage } from "@/components/features/glossary/glossary-page";
import { FeatureText } from "@/components/layout/feature-text";
import { ReadingPage } from "@/components/layout/reading-page";
import { getPageText } from "@/lib/server/text/page-text";

/** Title, description and share card of the page. */
export const generateMetadata = metadataOf("/glossary");

/** Every term, field and list of values, with what it means and its names. */
export default async function Page() {
  const { t } = await getPageText();
  return (
    <FeatureText namespaces={["glossary"]}>
      <ReadingPage title={t("glossary.title")} lead={t("glossary.lead")}>
        <GlossaryPage />
      </ReadingPage>
    </FeatureText>
  );
}
