import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { loadRegistry } from "@/app/(site)/load-query";
import { metadataOf } from "@/app/(site)/page-metadata";
import { PastBanner } from "@/app/(site)/subject-time-bar";
import { figureSource } from "@/components/charts/figure-source";
import { SourceHead, SourceHistory } from "@/components/features/sources/source-head";
import { SourceUses } from "@/components/features/sources/source-uses";
import { BadAddress } from "@/components/layout/bad-parameters";
import { MessagePage } from "@/components/layout/message-page";
import { ReadingPage } from "@/components/layout/reading-page";
import { sourcePath } from "@/lib/evidence/addresses";
import { followMerges } from "@/lib/evidence/retirement";
import { listClaimsBySource, type SourceView } from "@/lib/evidence/source-rows";
import { listVersions } from "@/lib/evidence/source-versions";
import { zoneNames } from "@/lib/evidence/zone-name";
import { getListPage } from "@/lib/query/list-page";
import { momentPairs } from "@/lib/query/moment-params";
import { canRecord } from "@/lib/server/accounts/decision-rights";
import { findSourceFile } from "@/lib/server/desk/source-files";
import { readOrAway } from "@/lib/server/log/read-or-away";
import type { RegistryView } from "@/lib/server/registry/registry-at";
import { getPageText, inPageLanguage, pageLocale } from "@/lib/server/text/page-text";
import { formatRevision } from "@/lib/text/revision-words";
import { describeSearch } from "@/lib/text/search-words";
import { firstDay } from "@/lib/time/day";

/** Reports on one page: each is some 3 kB. */
const REPORTS_ON_PAGE = 300;

type Props = PageProps<"/sources/[id]">;

/** Title, description and share card of the page. */
export const generateMetadata = metadataOf("/sources/[id]");

/** One source with everything that it supports, at the day and revision in the address, by default now. */
export default async function Page({ params, searchParams }: Props) {
  const { id } = await params;
  const momentParams = await searchParams;
  const today = sourcePath(id);
  const answer = await loadRegistry(momentParams, await pageLocale());
  if ("problems" in answer) return <BadAddress {...answer} path={today} />;
  const { view } = answer;
  if (!view.facts.sourceVersions.some(({ source }) => source.id === id)) notFound();
  const stays = followMerges(view.facts, "source", id, view.revision);
  if (stays !== id) {
    const address = sourcePath(stays, momentPairs(momentParams));
    redirect(await inPageLanguage(address));
  }
  const shown = await loadSourceView(view, id, momentPairs(momentParams));
  if (!shown) {
    const { t } = await getPageText();
    return (
      <ReadingPage>
        <MessagePage
          inline
          title={t("sources.notYet.title")}
          links={[{ href: today, label: t("sources.notYet.today") }]}
        >
          <p>{t("sources.notYet.help", { revision: formatRevision(view.revision) })}</p>
        </MessagePage>
      </ReadingPage>
    );
  }
  const mayChange = view.current && (await canRecord(await headers()));
  const file = await readOrAway("the file of a source", () => findSourceFile(id));
  const text = await getPageText();
  return (
    <ReadingPage note={describeSearch(text, view)} printedSource={figureSource(text, view)}>
      <PastBanner view={view} pinned={momentParams.knownOn !== undefined} today={today} />
      <SourceHead
        view={shown}
        file={file !== "away" && file?.shown ? file : null}
        changePath={
          mayChange ? `/admin/records/source/${encodeURIComponent(shown.source.id)}` : null
        }
      />
      <SourceUses
        view={shown}
        list={getListPage(shown.claims, momentParams, () => false, REPORTS_ON_PAGE)}
      />
      <SourceHistory view={shown} />
    </ReadingPage>
  );
}

async function loadSourceView(
  view: RegistryView,
  id: string,
  moment: SourceView["moment"],
): Promise<SourceView | null> {
  const { registry, evidence, facts, sources, events, context, asOf, revision: knownOn } = view;
  const source = sources.find((one) => one.id === id);
  if (!source) return null;
  const claims = listClaimsBySource(registry, evidence, facts, id);
  const isCited = (sourceId: string) => followMerges(facts, "source", sourceId, knownOn) === id;
  return {
    source,
    versions: listVersions(facts.sourceVersions, id, knownOn),
    claims: claims.get(id) ?? [],
    events: events
      .filter(({ sourceId, date }) => isCited(sourceId) && firstDay(date) <= asOf)
      .sort((a, b) => (a.date < b.date ? 1 : -1)),
    figures: context.filter(({ sourceId }) => isCited(sourceId)),
    sources: new Map(sources.map((one) => [one.id, one])),
    zones: zoneNames(registry.zones),
    revisions: new Map(facts.revisions.map((revision) => [revision.number, revision])),
    asOf,
    moment,
  };
}
