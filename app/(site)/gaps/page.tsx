import { loadQueryResult } from "@/app/(site)/load-query";
import { metadataOf } from "@/app/(site)/page-metadata";
import { figureSource } from "@/components/charts/figure-source";
import { GapCounts } from "@/components/features/gaps/gap-counts";
import { GapFigure } from "@/components/features/gaps/gap-figure";
import { BadAddress } from "@/components/layout/bad-parameters";
import { Anchor } from "@/components/layout/link";
import { ReadingPage } from "@/components/layout/reading-page";
import { QueryBar } from "@/components/query-bar/query-bar";
import { zoneNames } from "@/lib/evidence/zone-name";
import { answerGap } from "@/lib/gaps/dated-gaps";
import { computeGapTotals, GAS, POWER, UTILITIES } from "@/lib/gaps/gaps";
import { listPagePairs } from "@/lib/query/list-page";
import { toSearch } from "@/lib/query/search-string";
import { writeQuery } from "@/lib/query/write-query";
import { getPageText } from "@/lib/server/text/page-text";
import { gapsSummary, gapsTitle } from "@/lib/text/gaps-summary";
import { describeSearch } from "@/lib/text/search-words";

const PATH = "/gaps";

/** Title, description and share card of the page. */
export const generateMetadata = metadataOf("/gaps");

/** Power and gas needed, approved and delivered, for the zones and the day in the address. */
export default async function Page({ searchParams }: PageProps<"/gaps">) {
  const params = await searchParams;
  const answer = await loadQueryResult(params);
  if ("problems" in answer) return <BadAddress {...answer} path={PATH} />;
  const { data } = answer;
  const { query, view, rows } = data;
  const text = await getPageText();
  const shown = new Set(rows.map(({ slug }) => slug));
  const zones = view.registry.zones.filter(({ slug }) => shown.has(slug));
  const values = zones.map((zone) => zone.values);
  const power = answerGap(POWER, zones);
  return (
    <ReadingPage
      title={gapsTitle(text, power)}
      lead={gapsSummary(text, power, answerGap(GAS, zones))}
      note={describeSearch(text, view)}
      printedSource={figureSource(text, view)}
    >
      <QueryBar path={PATH} data={data} names={zoneNames(view.rows)} />
      {zones.length === 0
        ? null
        : UTILITIES.map((utility) => (
            <section key={utility.name} className="mb-12">
              <GapFigure
                utility={utility}
                zones={zones}
                query={query}
                page={params[`${utility.name}Page`]}
                path={PATH}
                otherPages={listPagePairs(params)}
                asOf={view.asOf}
                source={figureSource(text, view)}
              />
              <GapCounts
                utility={utility}
                totals={computeGapTotals(utility, values)}
                rows={rows}
                query={query}
              />
              <p className="no-print mt-2">
                <Anchor
                  className="link inline-flex min-h-6 items-center"
                  href={`/zones${toSearch([...writeQuery(query), ["markers", utility.name]])}`}
                >
                  {text.t("gaps.map")}
                </Anchor>
              </p>
            </section>
          ))}
    </ReadingPage>
  );
}
