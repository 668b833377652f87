import { metadataOf } from "@/app/(site)/page-metadata";
import { ContactPage } from "@/components/features/about/contact-page";
import { ReadingPage } from "@/components/layout/reading-page";
import { env } from "@/lib/server/env";
import { getPageText } from "@/lib/server/text/page-text";

/** Title, description and share card of the page. */
export const generateMetadata = metadataOf("/contact");

/** Where to write, by the settings. */
export default async function Page() {
  const { t } = await getPageText();
  const { CONTACT = [] } = env();
  return (
    <ReadingPage title={t("about.contact.title")} lead={t("about.contact.lead")}>
      <ContactPage contact={CONTACT[0] ?? null} security={CONTACT[1] ?? null} />
    </ReadingPage>
  );
}
