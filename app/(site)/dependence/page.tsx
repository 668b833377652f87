import { loadQueryResult, type QueryData } from "@/app/(site)/load-query";
import { metadataOf } from "@/app/(site)/page-metadata";
import { figureSource } from "@/components/charts/figure-source";
import { EvidenceSection } from "@/components/features/dependence/evidence-section";
import { PlaneFigure, QuadrantList } from "@/components/features/dependence/plane-figure";
import { StripFigure } from "@/components/features/dependence/strip-figure";
import { TiedFirmsFigure } from "@/components/features/dependence/tied-firms-figure";
import { BadAddress } from "@/components/layout/bad-parameters";
import { ReadingPage } from "@/components/layout/reading-page";
import { QueryBar } from "@/components/query-bar/query-bar";
import { IMPLICATIONS } from "@/lib/catalogue/constraints";
import { buildDependenceRows } from "@/lib/dependence/dependence-row";
import { groupTiedFirms } from "@/lib/dependence/firm-involvement";
import { zoneNames } from "@/lib/evidence/zone-name";
import {
  type FirmFilter,
  filterFirms,
  isInvolvementKind,
  listFirmOptions,
  readFirmFilter,
  writeFirmFilter,
} from "@/lib/firms/firm-filter";
import { listPlacedFirms, type PlacedFirm } from "@/lib/firms/firms";
import { UNKNOWN } from "@/lib/query/filters";
import { momentSearch } from "@/lib/query/moment-params";
import { toSearch } from "@/lib/query/search-string";
import { writeQuery } from "@/lib/query/write-query";
import { getPageText } from "@/lib/server/page-text";
import { describeFirmTerm } from "@/lib/text/firm-words";
import { dependenceAnswer } from "@/lib/text/page-summaries";
import { describeSearch } from "@/lib/text/search-words";
import type { Text } from "@/lib/text/text";

const PATH = "/dependence";
/** The filter of firms that this page has, as its parameter. */
const FILTER = "involvement";

/** Title, description and share card of the page. */
export const generateMetadata = metadataOf("/dependence");

/** What is known of the zones' dependence on China, for the zones and the day in the address. */
export default async function Page({ searchParams }: PageProps<"/dependence">) {
  const answer = await loadQueryResult(await searchParams, [FILTER]);
  if ("problems" in answer) return <BadAddress problems={answer.problems} path={PATH} />;
  const { data } = answer;
  const { view, query } = data;
  const { filter, problems } = readFirmFilter(data.own, view.facts);
  if (problems.length > 0) return <BadAddress problems={problems} path={PATH} />;
  const rows = buildDependenceRows(data.rows, view.registry.zones, view.asOf);
  const all = listPlacedFirms(rows.map(({ zone }) => zone));
  const firms = groupTiedFirms(filterFirms(all, filter));
  const text = await getPageText();
  const { title, summary } = dependenceAnswer(text, rows);
  const moment = momentSearch(query);
  const source = figureSource(text, view);
  const names = zoneNames(view.rows);
  const sources = new Map(view.sources.map((one) => [one.id, one]));
  return (
    <ReadingPage title={title} lead={summary} note={describeSearch(text, view)}>
      <p className="mb-5 max-w-[80ch] text-12 text-ink-2">
        {text.t.rich("dependence.frame", {
          link: (chunks) => (
            <a className="link" href={`/context${moment}#${IMPLICATIONS}`}>
              {chunks}
            </a>
          ),
        })}
      </p>
      <QueryBar path={PATH} data={data} names={names} />
      {rows.length === 0 ? null : (
        <>
          <StripFigure rows={rows} source={source} moment={moment} />
          <div className="mt-12">
            <PlaneFigure rows={rows} source={source} moment={moment} />
          </div>
          <QuadrantList rows={rows} moment={moment} />
          <div className="mt-12">
            <TiedFirmsFigure
              firms={firms}
              {...listChoices(text, data, all, filter)}
              source={source}
              moment={moment}
            />
          </div>
          <EvidenceSection
            rows={rows}
            firms={[...firms.chinese, ...firms.involved, ...firms.elsewhere]}
            sources={sources}
            asOf={view.asOf}
            moment={moment}
          />
        </>
      )}
    </ReadingPage>
  );
}

/** The countries whose partners take part, each with its address, and what is chosen now. */
function listChoices(
  text: Text,
  { query }: QueryData,
  firms: readonly PlacedFirm[],
  filter: FirmFilter,
): Pick<Parameters<typeof TiedFirmsFigure>[0], "countries" | "chosen"> {
  const pathWith = (chosen: FirmFilter) =>
    `${PATH}${toSearch([...writeQuery(query), ...writeFirmFilter(chosen)])}#firms`;
  const terms = filter[FILTER];
  return {
    countries: listFirmOptions(firms, FILTER, {})
      .filter(({ value }) => value !== UNKNOWN && !isInvolvementKind(FILTER, value))
      .map(({ value, count }) => ({
        country: value,
        firms: count,
        href: pathWith({ [FILTER]: [value] }),
      })),
    chosen:
      terms === undefined
        ? null
        : {
            words: text.list(
              terms.map((term) => describeFirmTerm(text, FILTER, term)),
              "or",
            ),
            allHref: pathWith({}),
          },
  };
}
