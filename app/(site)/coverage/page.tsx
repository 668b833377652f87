import { loadQueryResult } from "@/app/(site)/load-query";
import { metadataOf } from "@/app/(site)/page-metadata";
import { figureSource } from "@/components/charts/figure-source";
import { CoverageGrid } from "@/components/features/coverage/coverage-grid";
import { FieldShares, ZoneShares } from "@/components/features/coverage/coverage-shares";
import { SearchParts } from "@/components/features/coverage/search-parts";
import { BadAddress } from "@/components/layout/bad-parameters";
import { ReadingPage } from "@/components/layout/reading-page";
import { QueryBar } from "@/components/query-bar/query-bar";
import { SECOND_READINGS } from "@/lib/catalogue/constraints";
import { countCoverage, listCoverage, STATE_FIELDS } from "@/lib/coverage/coverage";
import { zoneNames } from "@/lib/evidence/zone-name";
import { momentPairs } from "@/lib/query/moment-params";
import { getPageText, pageLocale } from "@/lib/server/text/page-text";
import { coverageAnswer } from "@/lib/text/coverage-summary";
import { describeSearch } from "@/lib/text/search-words";

const PATH = "/coverage";

/** Title, description and share card of the page. */
export const generateMetadata = metadataOf("/coverage");

/** What is known of the zones in the address, from which sources, and to when evidence was searched. */
export default async function Page({ searchParams }: PageProps<"/coverage">) {
  const answer = await loadQueryResult(await searchParams, [], await pageLocale());
  if ("problems" in answer) return <BadAddress {...answer} path={PATH} />;
  const { data } = answer;
  const { query, view, rows } = data;
  const text = await getPageText();
  const shown = new Set(rows.map(({ slug }) => slug));
  const zones = view.registry.zones.filter(({ slug }) => shown.has(slug));
  const readings = view.context.filter(({ constraint }) => constraint === SECOND_READINGS);
  const { title, summary } = coverageAnswer(
    text,
    zones.length,
    countCoverage(listCoverage(zones, STATE_FIELDS)),
  );
  return (
    <ReadingPage
      title={title}
      lead={text.sentences([summary, describeSearch(text, view)])}
      note={describeSearch(text, view)}
      printedSource={figureSource(text, view)}
    >
      <QueryBar path={PATH} data={data} names={zoneNames(view.rows)} />
      {zones.length === 0 ? null : (
        <>
          <FieldShares zones={zones} />
          <ZoneShares
            zones={zones}
            moment={momentPairs({ asOf: query.asOf, knownOn: query.knownOn })}
            asOf={view.asOf}
          />
          <CoverageGrid zones={zones} query={query} />
        </>
      )}
      <SearchParts zones={zones} sources={view.sources} readings={readings} />
    </ReadingPage>
  );
}
