import { metadataOf } from "@/app/(site)/page-metadata";
import { PrivacyPage } from "@/components/features/about/privacy-page";
import { ReadingPage } from "@/components/layout/reading-page";
import { FAILURE_DAYS } from "@/lib/server/audit/audit-failures";
import { env } from "@/lib/server/env";
import { isMailOn } from "@/lib/server/mail/mail";
import { listMapOrigins } from "@/lib/server/map-settings";
import { describeOperator } from "@/lib/server/text/describe-operator";
import { getPageText } from "@/lib/server/text/page-text";

/** Title, description and share card of the page. */
export const generateMetadata = metadataOf("/privacy");

/** What is kept about people, by the settings. */
export default async function Page() {
  const text = await getPageText();
  const { t } = text;
  return (
    <ReadingPage title={t("about.privacy.title")} lead={t("about.privacy.lead")}>
      <PrivacyPage
        mapHosts={listMapOrigins().map((origin) => new URL(origin).host)}
        failureDays={FAILURE_DAYS}
        operator={describeOperator(text)}
        hasContact={env().CONTACT !== undefined}
        sendsMail={isMailOn()}
      />
    </ReadingPage>
  );
}
