import type { Metadata } from "next";
import { type Asked, loadQueryResult } from "@/app/(site)/load-query";
import { figureSource } from "@/components/charts/figure-source";
import { FallenOut } from "@/components/features/firms/dropped-out-firms";
import { FirmForm } from "@/components/features/firms/firm-form";
import { FirmsFigure } from "@/components/features/firms/firms-figure";
import { FunnelFigure } from "@/components/features/firms/funnel-figure";
import { InvestmentFigure } from "@/components/features/firms/investment-figure";
import { ShareFigure } from "@/components/features/firms/share-figure";
import { BadAddress } from "@/components/layout/bad-parameters";
import { ReadingPage } from "@/components/layout/reading-page";
import { QueryBar } from "@/components/query-bar/query-bar";
import {
  FIRM_FILTERS,
  type FirmFilter,
  type FirmFilterKey,
  filterFirms,
  listFirmOptions,
  readFirmFilter,
  writeFirmFilter,
} from "@/lib/firms/firm-filter";
import { countFirmFunnel } from "@/lib/firms/firm-funnel";
import { countFirmShares } from "@/lib/firms/firm-shares";
import { listPlacedFirms } from "@/lib/firms/firms";
import { buildInvestmentRows } from "@/lib/firms/investment-rows";
import { momentPairs, momentSearch } from "@/lib/query/moment-params";
import { toSearch } from "@/lib/query/search-string";
import { investorsPath } from "@/lib/text/firm-words";
import { investorsAnswer } from "@/lib/text/firms-summary";
import { useText } from "@/lib/text/use-text";

const PATH = "/investors";

export const metadata: Metadata = {
  title: "Investors",
  description:
    "Which firms invest in the zones, from which countries and in which sectors, how far each has come, and how many memoranda became plants.",
  alternates: { canonical: PATH },
};

/** Who invests, and what became of the promises, for the zones, the firms and the day that the address asks. */
export default async function Page({ searchParams }: PageProps<"/investors">) {
  const answer = await loadQueryResult(await searchParams, FIRM_FILTERS);
  if ("problems" in answer) return <BadAddress problems={answer.problems} path={PATH} />;
  const { asked } = answer;
  const { filter, problems } = readFirmFilter(asked.own, asked.view.facts);
  if (problems.length > 0) return <BadAddress problems={problems} path={PATH} />;
  return <Investors asked={asked} filter={filter} />;
}

function Investors({ asked, filter }: { asked: Asked; filter: FirmFilter }) {
  const { view, query } = asked;
  const found = new Set(asked.rows.map(({ slug }) => slug));
  const zones = view.registry.zones.filter(({ slug }) => found.has(slug));
  const all = listPlacedFirms(zones);
  const firms = filterFirms(all, filter);
  const funnel = countFirmFunnel(firms, view.asOf);
  const { title, text } = investorsAnswer(firms, funnel);
  const moment = momentSearch(query);
  const source = figureSource(useText(), view);
  const names = new Map(view.rows.map(({ slug, values }) => [slug, values.name ?? slug]));
  const options = Object.fromEntries(
    FIRM_FILTERS.map((key) => [key, listFirmOptions(all, key, filter)]),
  ) as Record<FirmFilterKey, ReturnType<typeof listFirmOptions>>;
  const narrowed = (part: FirmFilter) => investorsPath(query, { ...filter, ...part });
  const ofZones = filter.zone;
  return (
    <ReadingPage>
      <header className="mb-6">
        <h1 className="text-balance font-serif text-28 tracking-[-0.018em] sm:text-42">{title}</h1>
        <p className="mt-3 max-w-[72ch] text-pretty font-serif text-17">{text}</p>
      </header>
      <QueryBar path={PATH} asked={asked} names={names} />
      <FirmForm
        query={query}
        filter={filter}
        options={options}
        zoneNames={names}
        found={{ shown: firms.length, all: all.length }}
      />
      {firms.length === 0 ? null : (
        <>
          <FunnelFigure
            funnel={funnel}
            source={source}
            stageHref={(stages) => narrowed({ stage: stages })}
          />
          <FallenOut firms={firms} asOf={view.asOf} moment={moment} />
        </>
      )}
      {firms.length === 0 ? null : (
        <div className="mt-12 grid gap-x-16 gap-y-10 md:grid-cols-2">
          <div className="grid content-start gap-y-10">
            <ShareFigure
              title="By where they are registered"
              part="nationality"
              shares={countFirmShares(firms, "nationality")}
              source={source}
              href={(word) => narrowed({ nationality: [word] })}
            />
            <ShareFigure
              title="By ultimate owner"
              part="owner"
              shares={countFirmShares(firms, "owner")}
              source={source}
              href={(word) => narrowed({ owner: [word] })}
            />
          </div>
          <ShareFigure
            title="By sector"
            part="sector"
            shares={countFirmShares(firms, "sector")}
            source={source}
            href={(word) => narrowed({ sector: [word] })}
          />
        </div>
      )}
      <div className="mt-12">
        <InvestmentFigure
          rows={buildInvestmentRows(
            ofZones === undefined ? zones : zones.filter(({ slug }) => ofZones.includes(slug)),
            firms,
          )}
          source={source}
          moment={moment}
          narrowed={firms.length < all.length}
        />
      </div>
      <div id="firms" className="mt-12 scroll-mt-4">
        <FirmsFigure
          firms={firms}
          all={all.length}
          source={source}
          asOf={view.asOf}
          moment={moment}
          apiHref={apiPath(asked, filter)}
        />
      </div>
    </ReadingPage>
  );
}

/** The same firms from the API, which knows firms and not the explorer's question: its zones are named. Null where it has none. */
function apiPath({ query, rows, view }: Asked, filter: FirmFilter): string | null {
  const slugs = rows
    .map(({ slug }) => slug)
    .filter((slug) => filter.zone?.includes(slug) ?? true)
    .sort();
  if (slugs.length === 0) return null;
  const zone = slugs.length === view.rows.length ? undefined : slugs;
  const { asOf, knownOn } = query;
  return `/api/v1/tenancies${toSearch([
    ...momentPairs({ asOf, knownOn }),
    ...writeFirmFilter({ ...filter, zone }),
  ])}`;
}
