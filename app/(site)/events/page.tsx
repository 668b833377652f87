import {
  loadQueryResult,
  type QueryData,
  type SearchParams,
  toPairs,
} from "@/app/(site)/load-query";
import { metadataOf } from "@/app/(site)/page-metadata";
import { figureSource } from "@/components/charts/figure-source";
import { EventsFigure } from "@/components/features/events/events-figure";
import { EventsForm, KIND_PARAM, readKinds } from "@/components/features/events/events-form";
import { getYearAnchor, YearList } from "@/components/features/events/year-list";
import { BadAddress } from "@/components/layout/bad-parameters";
import { ListPageLinks, ListRange } from "@/components/layout/list-pages";
import { ReadingPage } from "@/components/layout/reading-page";
import { QueryBar } from "@/components/query-bar/query-bar";
import { listTimelineItems, type TimelineItem } from "@/lib/changes/event-timeline";
import { getQuarterOn } from "@/lib/changes/span";
import { listChangeConditions } from "@/lib/contract/changes-answer";
import { zoneNames } from "@/lib/evidence/zone-name";
import { getListPage } from "@/lib/query/list-page";
import { inScope } from "@/lib/query/scope";
import { toSearch } from "@/lib/query/search-string";
import { writeQuery } from "@/lib/query/write-query";
import { getPageText } from "@/lib/server/text/page-text";
import { summarizeEvents } from "@/lib/text/events-summary";
import { describeSearch } from "@/lib/text/search-words";
import { summarizeTimeline } from "./summarize-timeline";

/** Parameters that the form replaces. */
const [PROVINCE, ZONES] = ["province", "zones"] as const;

/** Title, description and share card of the page. */
export const generateMetadata = metadataOf("/events");

/** Events and changes of facts on one timeline, for the zones and the day in the address. */
export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const text = await getPageText();
  const params = await searchParams;
  const answer = await loadQueryResult(withoutEmpty(params), [KIND_PARAM]);
  if ("problems" in answer) return <BadAddress {...answer} path="/events" />;
  const { data } = answer;
  const { query, view, rows, own } = data;
  const read = readKinds(own.map(([, value]) => value));
  if ("problems" in read)
    return <BadAddress problems={read.problems} search={data.search} path="/events" />;
  const { kinds } = read;
  const names = zoneNames(view.rows);
  const timeline = await summarizeTimeline(data, kinds);
  const only = timeline.zones === 1 ? (rows[0]?.slug ?? null) : null;
  const items = listTimelineItems(timeline.years, only !== null);
  const list = getListPage(items, params, hasAnchor);
  const pages = { list, path: "/events", kept: [...writeQuery(query), ...own] };
  const onPage = new Set(list.items.map(({ year }) => year.year));
  const zone = query.zones.length === 1 ? (query.zones[0] ?? null) : null;
  const moment = [...writeQuery(query)].filter(([name]) => name === "asOf" || name === "knownOn");
  return (
    <ReadingPage
      title={text.t("events.meta.title")}
      lead={summarizeEvents(text, timeline)}
      note={describeSearch(text, view)}
      printedSource={figureSource(text, view)}
    >
      <QueryBar path="/events" data={data} names={names} />
      <EventsForm
        kinds={kinds}
        zone={zone}
        province={single(query.filters.province?.values)}
        zones={view.rows
          .filter(({ slug, values }) => slug === zone || inScope(values, query.scope))
          .map(({ slug }) => ({ slug, name: names.get(slug) ?? slug }))}
        kept={writeQuery(query).filter(([name]) => name !== PROVINCE && name !== ZONES)}
      />
      <EventsFigure
        years={timeline.years}
        kinds={kinds}
        yearHref={(year) => {
          const anchor = getYearAnchor(year);
          const page = onPage.has(year)
            ? ""
            : pages.path + toSearch([...pages.kept, ["item", anchor]]);
          return `${page}#${anchor}`;
        }}
        source={figureSource(text, view)}
      />
      <h2 className="mb-3 font-serif text-21">
        {text.t("events.list", { kind: kinds.length === 0 ? "all" : "events" })}
      </h2>
      <ListRange {...pages} />
      <YearList
        items={list.items}
        context={{
          sources: new Map(view.sources.map((source) => [source.id, source])),
          names,
          moment,
          zone: only,
        }}
        quarterHref={(year, quarter) => quarterPath(data, `${year}-Q${quarter}`)}
        lastQuarter={getQuarterOn(view.asOf).name}
      />
      <ListPageLinks {...pages} label={text.t("events.meta.title")} />
    </ReadingPage>
  );
}

/** Is it the event with this id, or of the year with this anchor? */
function hasAnchor({ year, entry }: TimelineItem, id: string): boolean {
  return (
    getYearAnchor(year.year) === id || (entry !== null && "event" in entry && entry.event.id === id)
  );
}

/** The changes of a quarter, for the same zones and provinces where the address names some. */
function quarterPath({ query, view }: QueryData, quarter: string): string {
  return `/changes${toSearch([
    ["quarter", quarter],
    ...listChangeConditions(query),
    ...(query.asOf === null ? [] : [["asOf", query.asOf] as const]),
    ...(query.knownOn === null ? [] : [["knownOn", view.registry.knownOn] as const]),
  ])}`;
}

/** A form sends its unused fields as empty parameters. */
function withoutEmpty(params: SearchParams): SearchParams {
  return Object.fromEntries(
    Object.keys(params).map((name) => [
      name,
      toPairs({ [name]: params[name] }).flatMap(([, value]) => (value === "" ? [] : [value])),
    ]),
  );
}

function single(values: readonly string[] | undefined): string | null {
  return values?.length === 1 ? (values[0] ?? null) : null;
}
