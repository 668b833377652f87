import { groups } from "d3-array";
import { requestAlerts } from "@/app/(site)/alerts/actions";
import type { SearchParams } from "@/app/(site)/load-query";
import { metadataOf } from "@/app/(site)/page-metadata";
import { figureSource } from "@/components/charts/figure-source";
import { AlertForm } from "@/components/features/news/alert-form";
import { LateTargetsFigure } from "@/components/features/news/late-targets-figure";
import { Learned, LearnedNotes } from "@/components/features/news/learned";
import { NewsFigure } from "@/components/features/news/news-figure";
import { FollowLinks, NewsForm, PeriodLinks } from "@/components/features/news/news-form";
import { happenedLine } from "@/components/features/news/news-lines";
import { NewsList } from "@/components/features/news/news-list";
import { StandingYearsFigure } from "@/components/features/news/standing-years-figure";
import { TargetsOverview } from "@/components/features/news/targets-overview";
import { BadAddress } from "@/components/layout/bad-parameters";
import { FeatureText } from "@/components/layout/feature-text";
import { Anchor } from "@/components/layout/link";
import { ListPageLinks, ListRange } from "@/components/layout/list-pages";
import { ReadingPage } from "@/components/layout/reading-page";
import { Fold } from "@/components/layout/section";
import { TabLinks } from "@/components/layout/tab-links";
import { QueryBar } from "@/components/query-bar/query-bar";
import type { ChangeKind } from "@/lib/changes/change-kinds";
import { groupByYear, type NewsItem, yearOf } from "@/lib/changes/event-timeline";
import { learnedAddress } from "@/lib/changes/news-address";
import { listChangeConditions } from "@/lib/contract/changes-answer";
import { embedPath } from "@/lib/contract/embeds";
import { buildRegistry } from "@/lib/evidence/registry";
import { zoneNames } from "@/lib/evidence/zone-name";
import { getListPage } from "@/lib/query/list-page";
import { momentPairs } from "@/lib/query/moment-params";
import { inScope } from "@/lib/query/scope";
import { toSearch } from "@/lib/query/search-string";
import { writeQuery } from "@/lib/query/write-query";
import { countStandingYears } from "@/lib/readiness/standing-years";
import { isMailOn } from "@/lib/server/mail/mail";
import { describeAlert } from "@/lib/server/mail/news";
import { siteOrigin } from "@/lib/server/origins";
import type { RegistryView } from "@/lib/server/registry/registry-at";
import { getPageText } from "@/lib/server/text/page-text";
import { countLateTargets } from "@/lib/targets/late-targets";
import { changeSummary, countKinds, learnedTitle } from "@/lib/text/change-summary";
import { describeChangeConditions } from "@/lib/text/change-words";
import { newsTitle, summarizeNews } from "@/lib/text/news-summary";
import { describeSearch } from "@/lib/text/search-words";
import type { Text } from "@/lib/text/text";
import { formatKnownOn } from "@/lib/time/revision-param";
import { isLearned, loadHappened, loadLearned } from "./load-news";

/** Title, description and share card of the page. */
export const generateMetadata = metadataOf("/news");

type Pairs = readonly (readonly [string, string])[];

interface TabProps {
  text: Text;
  params: SearchParams;
}

/** What happened; under the second tab what we learned: what changed between two days or revisions. */
export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [text, params] = await Promise.all([getPageText(), searchParams]);
  return isLearned(params) ? LearnedTab({ text, params }) : HappenedTab({ text, params });
}

/** What happened to the zones and up to the day in the address. */
async function HappenedTab({ text, params }: TabProps) {
  const answer = await loadHappened(params, text.locale);
  if ("problems" in answer) return <BadAddress {...answer} path="/news" />;
  const { data, request, all, summary } = answer;
  const { query, view, own } = data;
  const { kinds, year } = request;
  const names = zoneNames(view.rows);
  const conditions = listChangeConditions(query);
  const years = groupByYear(all, view.asOf);
  const list = getListPage(summary.items, params, isAt);
  const pages = { list, path: "/news", kept: [...writeQuery(query), ...own] };
  const onPage = new Set(list.items.map(yearOf));
  const { zones, province } = query.filters.province
    ? { zones: query.zones, province: query.filters.province.values }
    : { zones: query.zones, province: undefined };
  const moment = { asOf: query.asOf, knownOn: query.knownOn };
  const context = { ...newsContext(view, text), names, moment };
  return (
    <ReadingPage
      title={newsTitle(text, summary)}
      lead={summarizeNews(text, summary)}
      note={describeSearch(text, view)}
      printedSource={figureSource(text, view)}
    >
      <Tabs
        text={text}
        learned={false}
        happened="/news"
        conditions={[...conditions, ...momentPairs(query)]}
      />
      <QueryBar path="/news" data={data} names={names} />
      <NewsForm
        kind={kinds.length === 0 ? undefined : kinds}
        province={province}
        zone={zones.length === 0 ? undefined : zones}
        zones={view.rows
          .filter(({ slug, values }) => zones.includes(slug) || inScope(values, query.scope))
          .map(({ slug }) => ({ slug, name: names.get(slug) ?? slug }))}
        when={{
          year,
          years: years.flatMap((one) => (one.items.length > 0 ? [one.year] : [])).reverse(),
        }}
        kept={writeQuery(query).filter(([name]) => name !== "province" && name !== "zones")}
      />
      <ListRange {...pages} />
      {groups(list.items, yearOf).map(([one, items]) => (
        <section
          key={one}
          id={anchorOf(one)}
          aria-labelledby={`${anchorOf(one)}-title`}
          className="mb-8 scroll-mt-4"
        >
          <header className="mb-1 flex flex-wrap items-baseline gap-x-4">
            <h2 id={`${anchorOf(one)}-title`} className="tabular font-serif text-21">
              {one}
            </h2>
            <Anchor
              className="link no-print inline-flex min-h-6 items-center text-13"
              href={learnedAddress([
                ["from", `${one - 1}-12-31`],
                ["to", view.asOf < `${one}-12-31` ? view.asOf : `${one}-12-31`],
                ...conditions,
                ...momentPairs(query),
              ])}
            >
              {text.t("news.year.learned", { year: String(one) })}
            </Anchor>
          </header>
          <NewsList lines={items.map((item) => happenedLine(item, context))} />
        </section>
      ))}
      <ListPageLinks {...pages} label={text.t("layout.navigation.pages.news")} />
      <NewsFigure
        years={years}
        kinds={kinds}
        yearHref={(one) => {
          const anchor = anchorOf(one);
          if (onPage.has(one)) return `#${anchor}`;
          const kept = pages.kept.filter(([name]) => name !== "year");
          return `/news${toSearch([...kept, ["item", anchor]])}#${anchor}`;
        }}
        source={figureSource(text, view)}
      />
      <TargetsOverview registry={view.registry} evidence={view.evidence} asOf={query.asOf} />
      <LateTargetsFigure
        {...countLateTargets(view.evidence, view.registry)}
        source={figureSource(text, view)}
        embed={embedPath("targets", momentPairs(query))}
      />
      <StandingYearsFigure
        years={
          await countStandingYears(
            new Set(data.rows.map(({ slug }) => slug)),
            view.asOf,
            view.loadRowsOn,
          )
        }
        source={figureSource(text, view)}
      />
      <Follow
        text={text}
        view={view}
        conditions={conditions}
        api={`/api/v1/changes${toSearch(conditions)}`}
      />
    </ReadingPage>
  );
}

/** The HTML id of a year in the list. */
function anchorOf(year: number): string {
  return `y${year}`;
}

/** Is it the event with this id, or of the year with this anchor? */
function isAt(item: NewsItem, id: string): boolean {
  return anchorOf(yearOf(item)) === id || ("event" in item && item.event.id === id);
}

/** What changed in our data between two days or revisions. */
async function LearnedTab({ text, params }: TabProps) {
  const answer = await loadLearned(text, params);
  if ("problems" in answer) return <BadAddress {...answer} path={learnedAddress([])} />;
  const { view, request, span, all, changes } = answer.data;
  const { filter, conditions } = request;
  const byRevision = span.from.revision !== span.to.revision;
  const { quarter } = request.span;
  // Its identity holds those of all revisions before it.
  const knownOn = formatKnownOn(span.to.revision, view.facts.revisions);
  const ends: Pairs = [
    ["from", byRevision ? `r${span.from.revision}` : span.from.asOf],
    ["to", byRevision ? `r${span.to.revision}` : span.to.asOf],
    ...(byRevision ? [["asOf", span.to.asOf] as const] : []),
    ["knownOn", knownOn],
  ];
  const withKinds = (kinds: readonly ChangeKind[]) =>
    learnedAddress([
      ...ends,
      ...conditions.filter(([name]) => name !== "kind"),
      ["kind", kinds.join(",")],
    ]);
  const registryThen =
    span.to.asOf === view.asOf && span.to.revision === view.revision
      ? view.registry
      : buildRegistry(view.facts, view.evidence, span.to);
  const past = view.current && span.to.asOf === view.asOf ? null : span.to.asOf;
  const { zones } = view.registry;
  return (
    <ReadingPage
      title={learnedTitle(text, countKinds(changes), quarter, filter.kind)}
      lead={changeSummary(text, countKinds(changes), span, {
        conditions: describeChangeConditions(text, filter, view.registry).join(" · "),
        ofKinds: filter.kind !== undefined,
      })}
      note={describeSearch(text, view)}
      printedSource={figureSource(text, view)}
    >
      <Tabs
        text={text}
        learned
        happened={`/news${toSearch([
          ...conditions.flatMap(([name, value]) =>
            name === "zone" || name === "province"
              ? [[name === "zone" ? "zones" : name, value] as const]
              : [],
          ),
          ...momentPairs(request),
        ])}`}
        conditions={[...ends, ...conditions]}
      />
      <PeriodLinks {...{ quarter, byRevision, latest: view.registry, ends, conditions }} />
      <NewsForm
        kind={filter.kind}
        province={filter.province}
        zone={filter.zone}
        zones={zones.map(({ slug, values }) => ({ slug, name: values.name ?? slug }))}
        when={{ span, byRevision, field: filter.field, latest: view.registry }}
        kept={momentPairs(request)}
      />
      {changes.length === 0 ? (
        <p className="py-6 text-15 text-ink-2">
          {all.length === 0
            ? text.t("changes.none")
            : text.t("changes.noMatch", { count: all.length })}
        </p>
      ) : (
        <Learned
          changes={changes}
          context={{ ...newsContext(view, text), moment: { asOf: past, knownOn: null } }}
          kindsHref={withKinds}
          whole={quarter !== null || filter.kind !== undefined}
        />
      )}
      <TargetsOverview registry={registryThen} evidence={view.evidence} asOf={past} />
      <Follow
        text={text}
        view={view}
        conditions={conditions}
        api={`/api/v1/changes${toSearch([...ends, ...conditions])}`}
      />
      <LearnedNotes
        span={span}
        address={(await siteOrigin()) + learnedAddress([...ends, ...conditions])}
      />
    </ReadingPage>
  );
}

function newsContext(view: RegistryView, text: Text) {
  const sources = new Map(view.sources.map((source) => [source.id, source]));
  return { text, sources, names: zoneNames(view.rows), asOf: view.asOf };
}

interface TabsProps {
  text: Text;
  learned: boolean;
  /** The address of the first tab, and the parameters of the second. */
  happened: string;
  conditions: Pairs;
}

function Tabs({ text: { t }, learned, happened, conditions }: TabsProps) {
  return (
    <TabLinks
      label={t("layout.navigation.tabs")}
      tabs={[
        { href: happened, label: t("changes.topic.happened.title"), current: !learned },
        { href: learnedAddress(conditions), label: t("changes.meta.title"), current: learned },
      ]}
    />
  );
}

interface FollowProps {
  text: Text;
  view: RegistryView;
  /** Of the feeds and mails. */
  conditions: Pairs;
  /** The same changes from the API. */
  api: string;
}

/** Feeds, mails and the API, for readers who want to hear of the next changes. */
function Follow({ text, view, conditions, api }: FollowProps) {
  const given = new URLSearchParams(conditions.map(([...pair]) => pair)).toString();
  return (
    <div className="mt-8">
      <FollowLinks conditions={conditions} api={api} />
      {isMailOn() ? (
        <Fold label={text.t("alerts.form.open")} className="no-print">
          <FeatureText namespaces={["alerts"]}>
            <AlertForm
              conditions={given}
              what={describeAlert(text, given, view)}
              request={requestAlerts}
            />
          </FeatureText>
        </Fold>
      ) : null}
    </div>
  );
}
