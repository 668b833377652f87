import { VIEW_PARAMS } from "@/components/features/explorer/view-params";
import type { CardSubject } from "@/components/features/sharing/card-pictures";
import { CONTEXT_SUBJECTS, SECOND_READINGS } from "@/lib/catalogue/constraints";
import { getFigureDates, groupByConstraint } from "@/lib/context/context-figures";
import { listChangeConditions } from "@/lib/contract/changes-answer";
import { type EmbedName, embedPath } from "@/lib/contract/embeds";
import { tablePath } from "@/lib/contract/release-answer";
import { countCoverage, listCoverage, STATE_FIELDS } from "@/lib/coverage/coverage";
import type { ZoneRecord } from "@/lib/evidence/registry";
import { decodeFirmId, EARLIER_FIRMS } from "@/lib/firms/firm-address";
import { countFirmFunnel } from "@/lib/firms/firm-counts";
import { FIRM_PARAMS, filterFirms, getTieCountry, readFirmFilter } from "@/lib/firms/firm-filter";
import { listPlacedFirms } from "@/lib/firms/firms";
import { DAY_TABLES } from "@/lib/formats/day-tables";
import { parseQuery } from "@/lib/query/parse-query";
import { DEFAULT_QUERY, type Query } from "@/lib/query/query";
import { countScopes } from "@/lib/query/scope";
import { toSearch } from "@/lib/query/search-string";
import { type RankedRow, select } from "@/lib/query/select";
import { writeQuery } from "@/lib/query/write-query";
import {
  currentView,
  queryContext,
  type RegistryView,
  registryAt,
} from "@/lib/server/registry/registry-at";
import { contextSummary, contextTitle } from "@/lib/text/context-words";
import { coverageAnswer } from "@/lib/text/coverage-summary";
import { firmsAnswer } from "@/lib/text/firm-words";
import { splitHeadline } from "@/lib/text/headline";
import { describeNeeds } from "@/lib/text/needs-summary";
import { titleAtMoment, titleWithConditions } from "@/lib/text/page-title";
import type { Text } from "@/lib/text/text";
import { loadQueryResult, type SearchParams, toPairs, toParams } from "./load-query";
import {
  answerWith,
  type Describe,
  type DescriptionRequest,
  NOT_FOUND,
  type PageLookup,
} from "./page-lookup";
import { loadZoneScores, OWN_PARAMS, splitRemovedParam } from "./readiness/load-zone-scores";
import {
  describeCompare,
  describeEarlierNews,
  describeFirm,
  describeNews,
  describeProvincePage,
  describeRelease,
  describeSource,
  describeSources,
  describeText,
  describeZone,
} from "./subject-descriptions";

/** The pages that can be shared, by their route. */
const PAGES = {
  "/": describeHome,
  // An earlier address, which leads to one of these.
  "/overview": describeHome,
  "/zones": describeExplorer,
  "/readiness": (request) => describeReadiness(request, "readiness"),
  // An earlier address, which leads to the one before.
  "/gaps": (request) => describeReadiness(request, "power"),
  "/firms": describeFirms,
  // Earlier addresses, which lead to the one before.
  "/investors": describeFirms,
  "/dependence": ({ params, ...request }) => {
    const address = EARLIER_FIRMS["/dependence"](toPairs(params), "");
    return describeFirms({
      ...request,
      params: toParams(new URL(address, "http://localhost").searchParams),
    });
  },
  "/news": describeNews,
  // Earlier addresses, which lead to the one before.
  "/events": (request) => describeEarlierNews(request, "/events"),
  "/changes": (request) => describeEarlierNews(request, "/changes"),
  "/context": async ({ text, params }) =>
    describeQueryPage(text, "/context", params, [], ({ view, rows }) => {
      const items = [...view.context, ...view.statements].filter(
        ({ constraint }) => constraint !== SECOND_READINGS,
      );
      const groups = groupByConstraint(items, CONTEXT_SUBJECTS, view.asOf, getFigureDates(view));
      return {
        name: text.t("context.meta.title"),
        title: contextTitle(text, groups, rows),
        summary: contextSummary(text, groups, rows),
      };
    }),
  "/coverage": async ({ text, params }) =>
    describeQueryPage(text, "/coverage", params, [], ({ zones }) => ({
      name: text.t("coverage.meta.title"),
      ...coverageAnswer(text, zones.length, countCoverage(listCoverage(zones, STATE_FIELDS))),
    })),
  "/compare": describeCompare,
  "/sources": describeSources,
  "/data": async ({ text: { t } }) =>
    describeText("/data", t("data.meta.title"), t("data.meta.description")),
  "/data/[table]": async ({ text: { t }, part }) =>
    DAY_TABLES.some((name) => name === part)
      ? describeText(
          tablePath(part),
          t("data.table.title", { name: part }),
          t("data.table.description", { name: part }),
        )
      : NOT_FOUND,
  "/data/releases/[number]": describeRelease,
  "/method": async ({ text: { t } }) =>
    describeText("/method", t("method.title"), t("method.lead")),
  "/glossary": async ({ text: { t } }) =>
    describeText("/glossary", t("glossary.title"), t("glossary.lead")),
  "/about": async ({ text: { t } }) =>
    describeText("/about", t("about.about.title"), t("about.about.lead")),
  "/contact": async ({ text: { t } }) =>
    describeText("/contact", t("about.contact.title"), t("about.contact.lead")),
  "/correct": async ({ text: { t } }) =>
    describeText("/correct", t("correct.title"), t("correct.lead")),
  "/privacy": async ({ text: { t } }) =>
    describeText("/privacy", t("about.privacy.title"), t("about.privacy.lead")),
  "/accessibility": async ({ text: { t } }) =>
    describeText("/accessibility", t("about.accessibility.title"), t("about.accessibility.lead")),
  "/provinces/[province]": describeProvincePage,
  "/zones/[slug]": async (request) => describeZone(request, "page"),
  "/zones/[slug]/ledger": async (request) => describeZone(request, "ledger"),
  "/firms/[id]": describeFirm,
  // An earlier address, which leads to the one before.
  "/investors/[id]": describeFirm,
  "/sources/[id]": describeSource,
} satisfies Record<string, Describe>;

/** The route of a page that can be shared. */
export type SharedRoute = keyof typeof PAGES;

/** Describes a page by its route, the part of its path in brackets, and its parameters. */
export async function describeRoute(
  text: Text,
  route: SharedRoute,
  part: string,
  params: SearchParams,
): Promise<PageLookup> {
  return PAGES[route]({ text, part, params });
}

/** Describes the page of a path; `missing` where no page that can be shared has it. */
export async function describePath(
  text: Text,
  path: string,
  params: SearchParams,
): Promise<PageLookup> {
  for (const route of Object.keys(PAGES) as SharedRoute[]) {
    const part = matchRoute(route, path);
    if (part !== null) return describeRoute(text, route, part, params);
  }
  return NOT_FOUND;
}

/** The part of a path that a route has in brackets, decoded; empty where it has none; null: another route. */
function matchRoute(route: string, path: string): string | null {
  const [wanted, given] = [route.split("/"), path.split("/")];
  if (wanted.length !== given.length) return null;
  let part = "";
  for (const [i, segment] of wanted.entries()) {
    const one = given[i] ?? "";
    if (segment.startsWith("[")) part = decodeFirmId(one);
    else if (segment !== one) return null;
  }
  return part;
}

/** What one page says about the zones of a query. */
interface QueryPageWords {
  /** The page's name. */
  readonly name: string;
  /** The page's heading; empty: its name alone. */
  readonly title: string;
  readonly summary: string;
  readonly subject?: CardSubject;
  readonly embed?: EmbedName;
}

interface QueryPageData {
  readonly query: Query;
  readonly view: RegistryView;
  readonly rows: readonly RankedRow[];
  readonly zones: readonly ZoneRecord[];
  /** The page's own parameters. */
  readonly pairs: readonly (readonly [string, string])[];
}

async function describeQueryPage(
  text: Text,
  path: string,
  params: SearchParams,
  ownParams: readonly string[],
  write: (data: QueryPageData) => QueryPageWords | Promise<QueryPageWords>,
): Promise<PageLookup> {
  const answer = await loadQueryResult(params, ownParams);
  if ("problems" in answer) return answer;
  const { query, view, rows, own: pairs } = answer.data;
  const found = new Set(rows.map(({ slug }) => slug));
  const zones = view.registry.zones.filter(({ slug }) => found.has(slug));
  const { name, title, summary, subject, embed } = await write({ query, view, rows, zones, pairs });
  const search = writeQuery(query);
  return answerWith({
    address: path + toSearch([...search, ...pairs]),
    title: titleAtMoment(text, titleWithConditions(text, name, query, view.rows), view),
    description: title === "" ? summary : text.t("pages.meta.answer", { title, summary }),
    view,
    subject: subject ?? { kind: "text" },
    embed: embed === undefined ? null : embedPath(embed, search),
    feed: listChangeConditions(query),
  });
}

/** The firms, and their ties to the country chosen. */
async function describeFirms({ text, params }: DescriptionRequest): Promise<PageLookup> {
  return describeQueryPage(text, "/firms", params, FIRM_PARAMS, ({ view, zones, pairs }) => {
    const { filter } = readFirmFilter(pairs, view.facts);
    const firms = filterFirms(listPlacedFirms(zones), { ...filter, country: undefined });
    return {
      name: text.t("firms.meta.title"),
      ...firmsAnswer(text, firms, countFirmFunnel(firms), getTieCountry(filter)),
      ...(pairs.length === 0 ? { embed: "firms" as const } : {}),
    };
  });
}

async function describeReadiness(
  { text, params }: DescriptionRequest,
  embed: EmbedName,
): Promise<PageLookup> {
  const { kept } = splitRemovedParam(params);
  return describeQueryPage(text, "/readiness", kept, OWN_PARAMS, ({ query, view, rows }) => ({
    name: text.t("readiness.page.title"),
    ...describeNeeds(text, rows),
    subject: { kind: "scores", scores: loadZoneScores(view, query) },
    embed,
  }));
}

/** With a query, which it once had, its address leads to the explorer. */
async function describeHome(request: DescriptionRequest): Promise<PageLookup> {
  const { text, params } = request;
  if (toPairs(params).length > 0) return describeExplorer(request);
  const view = await currentView();
  const { rows } = select(view.rows, DEFAULT_QUERY, view.asOf);
  return answerWith({
    address: "/",
    title: text.t("home.title", { count: rows.length }),
    description: text.t("home.meta"),
    view,
    subject: { kind: "zones", rows },
    embed: embedPath("map", []),
    feed: [],
  });
}

/** The explorer ignores what it cannot read, and says so on the page. */
async function describeExplorer({ text, params }: DescriptionRequest): Promise<PageLookup> {
  const context = await queryContext();
  const { query, problems } = parseQuery(toPairs(params), { ...context, alsoKnown: VIEW_PARAMS });
  const answer = await registryAt(query);
  if ("problem" in answer) return { problems: [answer.problem] };
  const { view } = answer;
  const { rows } = select(view.rows, query, view.asOf);
  const facts = { query, asOf: view.asOf, scopes: countScopes(view.rows), rows };
  const { title, rest } = splitHeadline(text, facts);
  const search = writeQuery(query);
  return answerWith(
    {
      address: `/zones${toSearch(search)}`,
      title: titleAtMoment(text, title, view),
      description: rest === "" ? text.t("pages.meta.description") : rest,
      view,
      subject: { kind: "zones", rows },
      embed: embedPath("map", search),
      feed: listChangeConditions(query),
    },
    problems,
  );
}
