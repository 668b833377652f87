import { loadQueryResult } from "@/app/(site)/load-query";
import { metadataOf } from "@/app/(site)/page-metadata";
import { figureSource } from "@/components/charts/figure-source";
import { KnownTiesFigure } from "@/components/features/dependence/known-ties-figure";
import { listPlaced, PlaneFigure } from "@/components/features/dependence/plane-figure";
import { StripFigure } from "@/components/features/dependence/strip-figure";
import { BadAddress } from "@/components/layout/bad-parameters";
import { Anchor } from "@/components/layout/link";
import { ReadingPage } from "@/components/layout/reading-page";
import { QueryBar } from "@/components/query-bar/query-bar";
import { IMPLICATIONS } from "@/lib/catalogue/constraints";
import { isOperating } from "@/lib/dependence/dependence-row";
import { groupTiedFirms, HOME } from "@/lib/dependence/firm-involvement";
import { readTieCountry, TIE_PARAMS } from "@/lib/dependence/tie-country";
import { zoneNames } from "@/lib/evidence/zone-name";
import { countCountries } from "@/lib/firms/firm-counts";
import { CHINA, listPlacedFirms } from "@/lib/firms/firms";
import { getTablePage, listPagePairs } from "@/lib/query/list-page";
import { momentSearch } from "@/lib/query/moment-params";
import { toSearch } from "@/lib/query/search-string";
import { writeQuery } from "@/lib/query/write-query";
import { getPageText } from "@/lib/server/text/page-text";
import { dependenceAnswer } from "@/lib/text/page-summaries";
import { describeSearch } from "@/lib/text/search-words";
import { loadDependenceRows } from "./load-dependence-rows";

const PATH = "/dependence";

/** Title, description and share card of the page. */
export const generateMetadata = metadataOf("/dependence");

/** What is known of the zones' dependence on China, and of the ties to another country that the reader chooses. */
export default async function Page({ searchParams }: PageProps<"/dependence">) {
  const params = await searchParams;
  const answer = await loadQueryResult(params, TIE_PARAMS);
  if ("problems" in answer) return <BadAddress {...answer} path={PATH} />;
  const { data } = answer;
  const { view, query } = data;
  const read = readTieCountry(data.own, view.facts);
  if ("problems" in read)
    return <BadAddress problems={read.problems} search={data.search} path={PATH} />;
  const { country } = read;
  const rows = loadDependenceRows(view, data.rows);
  const all = listPlacedFirms(rows.map(({ zone }) => zone));
  const text = await getPageText();
  const { title, summary } = dependenceAnswer(text, rows, groupTiedFirms(all, CHINA));
  const moment = momentSearch(query);
  const source = figureSource(text, view);
  const rated = rows.filter(({ known }) => known > 0);
  const operating = rated.filter(isOperating);
  const list = getTablePage(
    [...operating, ...rated.filter((row) => !isOperating(row))],
    params.ratedPage,
  );
  const address = {
    path: PATH,
    kept: [...writeQuery(query), ...data.own, ...listPagePairs(params)],
  };
  return (
    <ReadingPage
      title={title}
      lead={summary}
      note={describeSearch(text, view)}
      printedSource={source}
    >
      <QueryBar path={PATH} data={data} names={zoneNames(view.rows)} />
      {rows.length === 0 ? null : (
        <KnownTiesFigure
          rows={rows}
          firms={groupTiedFirms(all, country)}
          country={country}
          countries={countCountries(all).flatMap((count) =>
            count.country === null || count.country === HOME
              ? []
              : {
                  country: count.country,
                  firms: count.firms,
                  href: `${PATH}${toSearch([...writeQuery(query), ["country", count.country]])}#firms`,
                },
          )}
          sources={new Map(view.sources.map((one) => [one.id, one]))}
          asOf={view.asOf}
          moment={moment}
          source={source}
          page={params.page}
          {...address}
        />
      )}
      {rated.length === 0 ? null : (
        <div className="mt-12">
          <StripFigure
            list={list}
            operating={operating.length}
            source={source}
            moment={moment}
            {...address}
          />
        </div>
      )}
      {listPlaced(list.items).length === 0 ? null : (
        <div className="mt-12">
          <PlaneFigure rows={list.items} source={source} moment={moment} />
        </div>
      )}
      <p className="mt-10 max-w-[80ch] text-12 text-ink-2">
        {text.t.rich("dependence.frame", {
          link: (chunks) => (
            <Anchor className="link" href={`/context${moment}#${IMPLICATIONS}`}>
              {chunks}
            </Anchor>
          ),
        })}
      </p>
    </ReadingPage>
  );
}
