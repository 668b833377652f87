import type { Metadata } from "next";
import { AccessibilityPage } from "@/components/features/about/accessibility-page";
import { ReadingPage } from "@/components/layout/reading-page";
import { env } from "@/lib/server/env";
import { getText } from "@/lib/server/get-text";

/** Title and description of the page. */
export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return {
    title: t("about.accessibility.title"),
    description: t("about.accessibility.lead"),
    alternates: { canonical: "/accessibility" },
  };
}

/** The accessibility statement. */
export default async function Page() {
  const { t } = await getText();
  return (
    <ReadingPage title={t("about.accessibility.title")} lead={t("about.accessibility.lead")}>
      <AccessibilityPage contact={env().CONTACT ?? null} />
    </ReadingPage>
  );
}
