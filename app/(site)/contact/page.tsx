import type { Metadata } from "next";
import { ContactPage } from "@/components/features/about/contact-page";
import { ReadingPage } from "@/components/layout/reading-page";
import { env } from "@/lib/server/env";
import { getText } from "@/lib/server/get-text";

/** Title and description of the page. */
export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return {
    title: t("about.contact.title"),
    description: t("about.contact.lead"),
    alternates: { canonical: "/contact" },
  };
}

/** Where to write, by the settings. */
export default async function Page() {
  const { t } = await getText();
  const { CONTACT, SECURITY_CONTACT } = env();
  return (
    <ReadingPage title={t("about.contact.title")} lead={t("about.contact.lead")}>
      <ContactPage contact={CONTACT ?? null} security={SECURITY_CONTACT ?? null} />
    </ReadingPage>
  );
}
