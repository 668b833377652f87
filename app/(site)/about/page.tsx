import { metadataOf } from "@/app/(site)/page-metadata";
import { AboutPage } from "@/components/features/about/about-page";
import { ReadingPage } from "@/components/layout/reading-page";
import { env } from "@/lib/server/env";
import { countReports } from "@/lib/server/registry/load-source-rows";
import { currentView } from "@/lib/server/registry/registry-at";
import { describeOperator } from "@/lib/server/text/describe-operator";
import { getPageText } from "@/lib/server/text/page-text";

/** Title, description and share card of the page. */
export const generateMetadata = metadataOf("/about");

/** What the site is, with the counts of today, and who runs it by the settings. */
export default async function Page() {
  const text = await getPageText();
  const { t } = text;
  const view = await currentView();
  return (
    <ReadingPage title={t("about.about.title")} lead={t("about.about.lead")}>
      <AboutPage
        zones={view.registry.zones.length}
        reports={countReports(view)}
        sources={view.sources.length}
        operator={describeOperator(text)}
        funding={env().FUNDING ?? null}
      />
    </ReadingPage>
  );
}
