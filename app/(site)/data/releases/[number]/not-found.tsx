import { NoReleases } from "@/components/features/data/release-list";
import { MessagePage } from "@/components/layout/message-page";
import { ReadingPage } from "@/components/layout/reading-page";
import { UnknownPage } from "@/components/layout/unknown-page";
import { pathPartAfter } from "@/lib/server/http/page-path";
import { currentView } from "@/lib/server/registry/registry-at";
import { getPageText } from "@/lib/server/text/page-text";
import { listReleasesOrNull, pinnedToday } from "../../load-releases";

/** The page for a number that no release has, also while there is none. */
export default async function NotFound() {
  const { t } = await getPageText();
  const releases = (await listReleasesOrNull()) ?? [];
  if (releases.length === 0) {
    return (
      <ReadingPage>
        <MessagePage
          inline
          title={t("data.release.none")}
          links={[{ href: "/data", label: t("data.release.today") }]}
        >
          <NoReleases pinned={pinnedToday(await currentView())} />
        </MessagePage>
      </ReadingPage>
    );
  }
  return (
    <UnknownPage
      typed={await pathPartAfter("/data/releases/")}
      title={t("data.release.unknown")}
      names={releases.map(({ number }) => ({
        slug: number,
        name: t("data.cite.release", { number }),
      }))}
      path="/data/releases/"
      all={{ href: "/data#releases", label: t("data.release.all") }}
    />
  );
}
