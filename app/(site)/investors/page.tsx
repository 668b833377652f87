import { loadQueryResult, type QueryData } from "@/app/(site)/load-query";
import { metadataOf } from "@/app/(site)/page-metadata";
import { figureSource } from "@/components/charts/figure-source";
import { FirmForm } from "@/components/features/firms/firm-form";
import { FirmsFigure } from "@/components/features/firms/firms-figure";
import { DroppedOutFirms, FunnelFigure } from "@/components/features/firms/funnel-figure";
import { InvestmentFigure } from "@/components/features/firms/investment-figure";
import { ShareFigure, type SharePart } from "@/components/features/firms/share-figure";
import { BadAddress } from "@/components/layout/bad-parameters";
import { ReadingPage } from "@/components/layout/reading-page";
import { QueryBar } from "@/components/query-bar/query-bar";
import { zoneNames } from "@/lib/evidence/zone-name";
import { INVESTORS_PATH } from "@/lib/firms/firm-address";
import { buildInvestmentRows, countFirmFunnel, countFirmShares } from "@/lib/firms/firm-counts";
import {
  FIRM_FILTERS,
  type FirmFilter,
  type FirmFilterKey,
  filterFirms,
  investorsPath,
  listFirmOptions,
  readFirmFilter,
  writeFirmFilter,
} from "@/lib/firms/firm-filter";
import { listPlacedFirms } from "@/lib/firms/firms";
import { momentSearch } from "@/lib/query/moment-params";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { toSearch } from "@/lib/query/search-string";
import { writeQuery } from "@/lib/query/write-query";
import { getPageText } from "@/lib/server/page-text";
import { investorsAnswer } from "@/lib/text/firm-words";
import { describeSearch } from "@/lib/text/search-words";

/** Title, description and share card of the page. */
export const generateMetadata = metadataOf("/investors");

/** Who invests, and how many investments became factories, for the query and the filters in the address. */
export default async function Page({ searchParams }: PageProps<"/investors">) {
  const answer = await loadQueryResult(await searchParams, FIRM_FILTERS);
  if ("problems" in answer) return <BadAddress problems={answer.problems} path={INVESTORS_PATH} />;
  const { data } = answer;
  const { filter, problems } = readFirmFilter(data.own, data.view.facts);
  if (problems.length > 0) return <BadAddress problems={problems} path={INVESTORS_PATH} />;
  const { view, query } = data;
  const found = new Set(data.rows.map(({ slug }) => slug));
  const zones = view.registry.zones.filter(({ slug }) => found.has(slug));
  const all = listPlacedFirms(zones);
  const firms = filterFirms(all, filter);
  const funnel = countFirmFunnel(firms, view.asOf);
  const text = await getPageText();
  const { title, summary } = investorsAnswer(text, firms, funnel);
  const moment = momentSearch(query);
  const source = figureSource(text, view);
  const namesBySlug = zoneNames(view.rows);
  const options = Object.fromEntries(
    FIRM_FILTERS.map((key) => [key, listFirmOptions(all, key, filter)]),
  ) as Record<FirmFilterKey, ReturnType<typeof listFirmOptions>>;
  const pathWith = (part: FirmFilter) => investorsPath(query, { ...filter, ...part });
  const share = (part: SharePart) => (
    <ShareFigure
      part={part}
      shares={countFirmShares(firms, part)}
      source={source}
      href={(term) => pathWith({ [part]: [term] })}
    />
  );
  return (
    <ReadingPage title={title} lead={summary} note={describeSearch(text, view)}>
      <QueryBar path={INVESTORS_PATH} data={data} names={namesBySlug} />
      <FirmForm
        query={query}
        filter={filter}
        options={options}
        zoneNames={namesBySlug}
        found={{ shown: firms.length, all: all.length }}
      />
      {firms.length === 0 ? null : (
        <>
          <FunnelFigure
            funnel={funnel}
            source={source}
            stageHref={(stages) => pathWith({ stage: stages })}
          />
          <DroppedOutFirms firms={firms} asOf={view.asOf} moment={moment} />
          <div className="mt-12 grid gap-x-16 gap-y-10 md:grid-cols-2">
            <div className="grid content-start gap-y-10">
              {share("nationality")}
              {share("owner")}
              {share("involvement")}
            </div>
            {share("sector")}
          </div>
        </>
      )}
      <div className="mt-12">
        <InvestmentFigure
          rows={buildInvestmentRows(
            zones.filter(({ slug }) => filter.zone?.includes(slug) ?? true),
            firms,
          )}
          source={source}
          moment={moment}
          isFiltered={firms.length < all.length}
        />
      </div>
      <div id="firms" className="mt-12 scroll-mt-4">
        <FirmsFigure
          firms={firms}
          all={all.length}
          source={source}
          asOf={view.asOf}
          moment={moment}
          apiHref={apiPath(data, filter)}
        />
      </div>
    </ReadingPage>
  );
}

/**
 * The same firms from the API. It knows filters of firms but not the explorer's query, so the zones are
 * named. Null where the query has no zone.
 */
function apiPath({ query, rows, view }: QueryData, filter: FirmFilter): string | null {
  const slugs = rows
    .map(({ slug }) => slug)
    .filter((slug) => filter.zone?.includes(slug) ?? true)
    .sort();
  if (slugs.length === 0) return null;
  const zone = slugs.length === view.rows.length ? undefined : slugs;
  const { asOf, knownOn } = query;
  return `/api/v1/tenancies${toSearch([
    ...writeQuery({ ...DEFAULT_QUERY, asOf, knownOn }),
    ...writeFirmFilter({ ...filter, zone }),
  ])}`;
}
