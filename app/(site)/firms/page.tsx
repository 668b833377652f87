import { loadQueryResult, type QueryData } from "@/app/(site)/load-query";
import { metadataOf } from "@/app/(site)/page-metadata";
import { figureSource } from "@/components/charts/figure-source";
import { FirmForm } from "@/components/features/firms/firm-form";
import { FirmsFigure } from "@/components/features/firms/firms-figure";
import { InvestmentFigure } from "@/components/features/firms/investment-figure";
import { OwnersFigure } from "@/components/features/firms/owners-figure";
import { RatingsFigure } from "@/components/features/firms/ratings-figure";
import { TieSwitch } from "@/components/features/firms/tie-switch";
import { BadAddress } from "@/components/layout/bad-parameters";
import { ReadingPage } from "@/components/layout/reading-page";
import { QueryBar } from "@/components/query-bar/query-bar";
import { type EmbedChart, embedPath } from "@/lib/contract/embeds";
import { listRatedZones } from "@/lib/dependence/dependence";
import { buildOwnerMatrix } from "@/lib/dependence/owner-matrix";
import { zoneNames } from "@/lib/evidence/zone-name";
import { FIRMS_PATH } from "@/lib/firms/firm-address";
import { buildInvestmentRows, countFirmFunnel } from "@/lib/firms/firm-counts";
import {
  FIRM_FILTERS,
  FIRM_PARAMS,
  type FirmFilter,
  type FirmFilterKey,
  filterFirms,
  getTieCountry,
  listFirmOptions,
  readFirmFilter,
  writeFirmFilter,
} from "@/lib/firms/firm-filter";
import { listPlacedFirms, type PlacedFirm } from "@/lib/firms/firms";
import { listPagePairs } from "@/lib/query/list-page";
import { momentSearch } from "@/lib/query/moment-params";
import { limitParams } from "@/lib/query/param-limits";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { toSearch } from "@/lib/query/search-string";
import { writeQuery } from "@/lib/query/write-query";
import { getPageText, pageLocale } from "@/lib/server/text/page-text";
import { firmsAnswer } from "@/lib/text/firm-words";
import { describeSearch } from "@/lib/text/search-words";

/** Title, description and share card of the page. */
export const generateMetadata = metadataOf("/firms");

/** Ids of the parts of the page. */
const PARTS = ["investment", "countries", "ratings", "firms"] as const;

/** Who invests, and how far firms and zones depend on China, for the query and the filters in the address. */
export default async function Page({ searchParams }: PageProps<"/firms">) {
  const params = await searchParams;
  const answer = await loadQueryResult(params, FIRM_PARAMS, await pageLocale());
  if ("problems" in answer) return <BadAddress {...answer} path={FIRMS_PATH} />;
  const { data } = answer;
  const { filter, problems } = readFirmFilter(data.own, data.view.facts);
  if (problems.length > 0)
    return <BadAddress problems={problems} search={data.search} path={FIRMS_PATH} />;
  const { view, query } = data;
  const found = new Set(data.rows.map(({ slug }) => slug));
  const zones = view.registry.zones.filter(
    ({ slug }) => found.has(slug) && (filter.zone?.includes(slug) ?? true),
  );
  const all = listPlacedFirms(view.registry.zones.filter(({ slug }) => found.has(slug)));
  const firms = filterFirms(all, filter);
  // The answer and the zones by country are those of the firms with any tie.
  const anyTie = filterFirms(all, { ...filter, country: undefined });
  const text = await getPageText();
  const { title, summary } = firmsAnswer(
    text,
    anyTie,
    countFirmFunnel(anyTie),
    getTieCountry(filter),
  );
  const source = figureSource(text, view);
  const namesBySlug = zoneNames(view.rows);
  const options = Object.fromEntries(
    FIRM_FILTERS.map((key) => [key, listFirmOptions(all, key, filter)]),
  ) as Record<FirmFilterKey, ReturnType<typeof listFirmOptions>>;
  const embedOf = (name: EmbedChart) => embedPath(name, writeQuery(query));
  const shared = {
    source,
    moment: momentSearch(query),
    query,
    filter,
    path: FIRMS_PATH,
    kept: [...writeQuery(query), ...writeFirmFilter(filter), ...listPagePairs(params)],
  };
  return (
    <ReadingPage
      title={title}
      lead={summary}
      note={describeSearch(text, view)}
      printedSource={source}
    >
      <nav aria-label={text.t("common.contents")} className="no-print mb-4 flex flex-wrap gap-x-4">
        {PARTS.map((part) => (
          <a key={part} className="link inline-flex min-h-6 items-center text-13" href={`#${part}`}>
            {text.t(`firms.parts.${part}`)}
          </a>
        ))}
      </nav>
      <QueryBar path={FIRMS_PATH} data={data} names={namesBySlug} />
      <FirmForm query={query} filter={filter} options={options} zoneNames={namesBySlug} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-y-12">
        <div id="investment">
          <InvestmentFigure
            rows={buildInvestmentRows(zones, firms)}
            isFiltered={firms.length < all.length}
            embed={embedOf("investment")}
            page={params.zonesPage}
            {...shared}
          />
        </div>
        <div id="countries">
          {anyTie.length === 0 ? null : (
            <OwnersFigure
              matrix={buildOwnerMatrix(anyTie)}
              embed={embedOf("owners")}
              page={params.ownersPage}
              {...shared}
            />
          )}
        </div>
        <div id="ratings">
          {zones.length === 0 ? null : (
            <RatingsFigure
              rated={listRatedZones(zones)}
              zones={zones.length}
              embed={embedOf("ratings")}
              page={params.ratedPage}
              {...shared}
            />
          )}
        </div>
        <div id="firms" className="scroll-mt-4">
          <TieSwitch firms={anyTie} query={query} filter={filter} />
          {firms.length === 0 ? (
            <p className="text-15 text-ink-2">{text.t("firms.list.none")}</p>
          ) : (
            <FirmsFigure
              embed={embedOf("firms")}
              firms={firms}
              funnel={countFirmFunnel(firms)}
              all={all.length}
              asOf={view.asOf}
              apiHref={apiPath(data, filter, firms)}
              page={params.page}
              {...shared}
            />
          )}
        </div>
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
