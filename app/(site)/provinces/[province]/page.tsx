import { notFound } from "next/navigation";
import { linkCount, linkLadder, linkStandings } from "@/app/(site)/link-counts";
import { loadResultAtMoment } from "@/app/(site)/load-query";
import { metadataOf } from "@/app/(site)/page-metadata";
import { PastBanner, SubjectTimeBar } from "@/app/(site)/subject-time-bar";
import { figureSource } from "@/components/charts/figure-source";
import { ProvincePage } from "@/components/features/provinces/province-page";
import { BadAddress } from "@/components/layout/bad-parameters";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { ReadingPage } from "@/components/layout/reading-page";
import { isTerm } from "@/lib/catalogue/vocabularies";
import { provincePath } from "@/lib/evidence/addresses";
import { zoneOfSubject } from "@/lib/evidence/evidence-index";
import { momentPairs } from "@/lib/query/moment-params";
import { toSearch } from "@/lib/query/search-string";
import { countReadiness } from "@/lib/query/zone-counts";
import { countStandings } from "@/lib/readiness/standing";
import { getPageText, pageLocale } from "@/lib/server/text/page-text";
import { findReadiness } from "@/lib/text/chart-findings";
import { findLegalStatus, findStanding } from "@/lib/text/headline";
import { describeSearch } from "@/lib/text/search-words";

type Props = PageProps<"/provinces/[province]">;

/** Title, description and share card of the page. */
export const generateMetadata = metadataOf("/provinces/[province]");

/** The zones of one province or territory at the date and revision of the address, by default now. */
export default async function Page({ params, searchParams }: Props) {
  const { province } = await params;
  if (!isTerm("province", province)) notFound();
  const search = await searchParams;
  const path = provincePath(province);
  const result = await loadResultAtMoment(search, { scope: "all", province }, await pageLocale());
  if ("problems" in result) return <BadAddress {...result} path={path} />;
  const { query, rows, view } = result.data;
  const text = await getPageText();
  const { t } = text;
  const moment = momentPairs(query);
  const records = new Map(view.registry.zones.map((zone) => [zone.slug, zone]));
  const slugs = new Set(rows.map(({ slug }) => slug));
  const zones = rows.flatMap((row) => {
    const zone = records.get(row.slug);
    return zone ? [{ zone, row }] : [];
  });
  const legalStatus = linkLadder(text, rows, "legalStatus", query);
  const readiness = countReadiness(rows, query);
  return (
    <ReadingPage note={describeSearch(text, view)} printedSource={figureSource(text, view)}>
      <SubjectTimeBar
        isOwn={(subject) => slugs.has(zoneOfSubject(subject))}
        path={path}
        params={search}
        view={view}
      />
      <PastBanner view={view} pinned={query.knownOn !== null} today={path} />
      <Breadcrumbs
        path={[{ label: t("zones.path.zones"), href: `/zones${toSearch(moment)}` }]}
        here={text.termLabel("province", province)}
      />
      <ProvincePage
        province={province}
        zones={zones}
        page={search.page}
        query={query}
        asOf={view.asOf}
        revision={view.revision}
        moment={toSearch(moment)}
        counts={{
          standing: {
            title: findStanding(text, countStandings(rows)),
            lines: linkStandings(text, rows, query),
          },
          legalStatus: {
            title: findLegalStatus(
              text,
              legalStatus.find(({ key }) => key === "approved")?.count ?? 0,
              rows.length,
            ),
            lines: legalStatus,
          },
          readiness: {
            title: findReadiness(text, readiness, rows.length),
            lines: readiness.map(({ score, ...line }) =>
              linkCount(line, t("provinces.readiness.atLeast", { score: text.number(score) })),
            ),
          },
        }}
      />
    </ReadingPage>
  );
}
