import { loadQueryResult, type QueryData } from "@/app/(site)/load-query";
import { metadataOf } from "@/app/(site)/page-metadata";
import { figureSource } from "@/components/charts/figure-source";
import { CountriesFigure } from "@/components/features/firms/countries-figure";
import { FirmForm } from "@/components/features/firms/firm-form";
import { FirmsFigure } from "@/components/features/firms/firms-figure";
import { FunnelFigure } from "@/components/features/firms/funnel-figure";
import { InvestmentFigure } from "@/components/features/firms/investment-figure";
import { SectorFigure } from "@/components/features/firms/sector-figure";
import { BadAddress } from "@/components/layout/bad-parameters";
import { ReadingPage } from "@/components/layout/reading-page";
import { QueryBar } from "@/components/query-bar/query-bar";
import { zoneNames } from "@/lib/evidence/zone-name";
import { INVESTORS_PATH } from "@/lib/firms/firm-address";
import {
  buildInvestmentRows,
  countCountries,
  countFirmFunnel,
  countFirmShares,
} from "@/lib/firms/firm-counts";
import {
  FIRM_FILTERS,
  FIRM_PARAMS,
  type FirmFilter,
  type FirmFilterKey,
  filterFirms,
  investorsPath,
  listFirmOptions,
  readFirmFilter,
  writeFirmFilter,
} from "@/lib/firms/firm-filter";
import { CHINA, listPlacedFirms, type PlacedFirm } from "@/lib/firms/firms";
import { UNKNOWN } from "@/lib/query/filters";
import { listPagePairs } from "@/lib/query/list-page";
import { momentSearch } from "@/lib/query/moment-params";
import { limitParams } from "@/lib/query/param-limits";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { toSearch } from "@/lib/query/search-string";
import { writeQuery } from "@/lib/query/write-query";
import { getPageText } from "@/lib/server/text/page-text";
import { describeCountryTies, investorsAnswer } from "@/lib/text/firm-words";
import { describeSearch } from "@/lib/text/search-words";

/** Title, description and share card of the page. */
export const generateMetadata = metadataOf("/investors");

/** Who invests, and how many investments became factories, for the query and the filters in the address. */
export default async function Page({ searchParams }: PageProps<"/investors">) {
  const params = await searchParams;
  const answer = await loadQueryResult(params, FIRM_PARAMS);
  if ("problems" in answer) return <BadAddress {...answer} path={INVESTORS_PATH} />;
  const { data } = answer;
  const { filter, problems } = readFirmFilter(data.own, data.view.facts);
  if (problems.length > 0)
    return <BadAddress problems={problems} search={data.search} path={INVESTORS_PATH} />;
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
  const [country = CHINA, ...others] = filter.country ?? [];
  const address = {
    path: INVESTORS_PATH,
    kept: [...writeQuery(query), ...writeFirmFilter(filter), ...listPagePairs(params)],
  };
  return (
    <ReadingPage
      title={title}
      lead={summary}
      note={describeSearch(text, view)}
      printedSource={source}
    >
      <QueryBar path={INVESTORS_PATH} data={data} names={namesBySlug} />
      <FirmForm query={query} filter={filter} options={options} zoneNames={namesBySlug} />
      {firms.length === 0 || country === UNKNOWN || others.length > 0 ? null : (
        <p className="mb-5 max-w-[80ch] text-ink-2">
          {describeCountryTies(text, filterFirms(all, { ...filter, country: undefined }), country)}{" "}
          <a className="link no-print" href="#charts">
            {text.t("firms.filter.charts")}
          </a>
        </p>
      )}
      {firms.length === 0 ? (
        <p className="text-15 text-ink-2">{text.t("firms.list.none")}</p>
      ) : (
        <div id="firms" className="scroll-mt-4">
          <FirmsFigure
            firms={firms}
            all={all.length}
            source={source}
            asOf={view.asOf}
            moment={moment}
            apiHref={apiPath(data, filter, firms)}
            page={params.page}
            {...address}
          />
        </div>
      )}
      {firms.length === 0 ? null : (
        <div
          id="charts"
          className="mt-12 grid scroll-mt-4 grid-cols-[minmax(0,1fr)] gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]"
        >
          <CountriesFigure
            counts={countCountries(filterFirms(all, { ...filter, country: undefined }))}
            source={source}
            href={(key, term) => pathWith({ [key]: [term] })}
          />
          <SectorFigure
            shares={countFirmShares(firms, "sector")}
            source={source}
            href={(term) => pathWith({ sector: [term] })}
          />
          <div className="lg:col-span-2">
            <FunnelFigure
              funnel={funnel}
              source={source}
              stageHref={(stages) => pathWith({ stage: stages })}
            />
          </div>
        </div>
      )}
      <div className="mt-12">
        <InvestmentFigure
          rows={buildInvestmentRows(
            zones.filter(({ slug }) => filter.zone?.includes(slug) ?? true),
            firms,
          )}
          source={source}
          query={query}
          isFiltered={firms.length < all.length}
          page={params.zonesPage}
          {...address}
        />
      </div>
    </ReadingPage>
  );
}

/**
 * The same firms from the API. It knows filters of firms, but neither the explorer's query nor words of a name, so the zones
 * and the firms found by name are named. Null where the query has no zone, or more than an address has room for.
 */
function apiPath(
  { query, rows, view }: QueryData,
  { name, ...filter }: FirmFilter,
  firms: readonly PlacedFirm[],
): string | null {
  const slugs = rows
    .map(({ slug }) => slug)
    .filter((slug) => filter.zone?.includes(slug) ?? true)
    .sort();
  if (slugs.length === 0 || firms.length === 0) return null;
  const zone = slugs.length === view.rows.length ? undefined : slugs;
  const { asOf, knownOn } = query;
  const { pairs, problems } = limitParams([
    ...writeQuery({ ...DEFAULT_QUERY, asOf, knownOn }),
    ...(name === undefined ? [] : [["firm", firms.map(({ id }) => id).join(",")] as const]),
    ...writeFirmFilter({ ...filter, zone }),
  ]);
  return problems.length > 0 ? null : `/api/v1/tenancies${toSearch(pairs)}`;
}
