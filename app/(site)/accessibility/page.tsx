import { metadataOf } from "@/app/(site)/page-metadata";
import { AccessibilityPage } from "@/components/features/about/accessibility-page";
import { ReadingPage } from "@/components/layout/reading-page";
import { env } from "@/lib/server/env";
import { getPageText } from "@/lib/server/text/page-text";

/** Title, description and share card of the page. */
export const generateMetadata = metadataOf("/accessibility");

/** The accessibility statement. */
export default async function Page() {
  const { t } = await getPageText();
  return (
    <ReadingPage title={t("about.accessibility.title")} lead={t("about.accessibility.lead")}>
      <AccessibilityPage contact={env().CONTACT?.[0] ?? null} />
    </ReadingPage>
  );
}
