import { notFound, redirect } from "next/navigation";
import { metadataOf } from "@/app/(site)/page-metadata";
import { DescribedBy } from "@/components/features/data/described-by";
import { type ReleaseChanges, ReleasePage } from "@/components/features/data/release-page";
import { JsonLd } from "@/components/layout/json-ld";
import { MessagePage } from "@/components/layout/message-page";
import { ReadingPage } from "@/components/layout/reading-page";
import { listChangesBetween } from "@/lib/changes/changes";
import type { ReleaseAnswer } from "@/lib/contract/answer-schemas";
import { isOwnSearch } from "@/lib/contract/changes-answer";
import { LATEST, releasePath, sortByDay } from "@/lib/contract/release-answer";
import { bibtexEntry } from "@/lib/formats/release-metadata";
import { readOrAway } from "@/lib/server/log/read-or-away";
import { siteOrigin } from "@/lib/server/origins";
import { currentView, type RegistryView } from "@/lib/server/registry/registry-at";
import { describeArchive } from "@/lib/server/releases/read-releases";
import { getPageText, inPageLanguage } from "@/lib/server/text/page-text";
import { changeSummary, countKinds } from "@/lib/text/change-summary";
import { englishText } from "@/lib/text/english-text";
import { describeSearch } from "@/lib/text/search-words";
import type { Text } from "@/lib/text/text";
import { citeRelease, describeReleaseData, listReleasesOrNull } from "../../load-releases";

/** Title, description and share card of the page. */
export const generateMetadata = metadataOf("/data/releases/[number]");

/** One release: what it holds, how to cite it, its files and what changed. `latest` leads to the latest. */
export default async function Page({ params }: PageProps<"/data/releases/[number]">) {
  const [{ number }, text, releases, origin] = await Promise.all([
    params,
    getPageText(),
    listReleasesOrNull(),
    siteOrigin(),
  ]);
  const { t } = text;
  if (releases === null) return <Away text={text} number={number} />;
  const [latest] = sortByDay(releases);
  if (latest && number === LATEST) {
    redirect(await inPageLanguage(releasePath(latest.number)));
  }
  const release = releases.find((one) => one.number === number);
  if (!latest || !release) notFound();
  const [view, archive] = await Promise.all([
    currentView(),
    readOrAway("archive", () => describeArchive(release)),
  ]);
  if (archive === "away") return <Away text={text} number={number} />;
  return (
    <ReadingPage note={describeSearch(text, view)}>
      <DescribedBy />
      <JsonLd data={describeReleaseData(text, view, release, archive, origin)} />
      <ReleasePage
        release={release}
        latest={latest.number}
        archive={archive}
        citations={[
          { of: t("data.release.text"), entry: citeRelease(release, origin) },
          { of: "BibTeX", entry: bibtexEntry(englishText, release, origin), isCode: true },
        ]}
        changes={compareWithPrevious(text, release, releases, view)}
      />
    </ReadingPage>
  );
}

/** The page while the database does not answer. */
function Away({ text: { t }, number }: { readonly text: Text; readonly number: string }) {
  return (
    <ReadingPage>
      <MessagePage inline title={t("data.cite.release", { number })}>
        <p>{t("data.release.away")}</p>
      </MessagePage>
    </ReadingPage>
  );
}

/** What changed since the release that this one is compared with; null: there is none. */
function compareWithPrevious(
  text: Text,
  release: ReleaseAnswer,
  releases: readonly ReleaseAnswer[],
  view: RegistryView,
): ReleaseChanges | null {
  const since = releases.find(({ number }) => number === release.since);
  if (!since) return null;
  const [from, to] = [since, release].map(({ asOf, version }) => ({ asOf, revision: version }));
  if (!from || !to) return null;
  const span = { from, to };
  const changes = listChangesBetween(view, span).filter(({ field }) => !isOwnSearch(field));
  const counts = countKinds(changes);
  return { counts, summary: changeSummary(text, counts, span) };
}
