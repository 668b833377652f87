import { cache } from "react";
import {
  loadQueryResult,
  type QueryData,
  type SearchParams,
  toPairs,
} from "@/app/(site)/load-query";
import {
  type NewsRequest,
  readLearnedRequest,
  readNewsRequest,
} from "@/components/features/news/news-request";
import type { Span } from "@/lib/changes/change";
import { listChangesBetween } from "@/lib/changes/changes";
import { listEvents, listNewsItems, type NewsItem, yearOf } from "@/lib/changes/event-timeline";
import { LEARNED } from "@/lib/changes/news-address";
import { resolveSpan } from "@/lib/changes/span";
import {
  isOwnSearch,
  listChangeRows,
  matchesFilter,
  type NamedChange,
} from "@/lib/contract/changes-answer";
import { shortZoneName } from "@/lib/evidence/zone-name";
import type { ParamIssue } from "@/lib/query/param-issues";
import { listActiveConditions } from "@/lib/query/query-edits";
import { fromSearch, toSearch } from "@/lib/query/search-string";
import type { Misspelling } from "@/lib/query/suggest-fix";
import { loadDatedChanges } from "@/lib/server/registry/load-changes";
import { nameViewIn } from "@/lib/server/registry/named-view";
import { type RegistryView, registryAt } from "@/lib/server/registry/registry-at";
import { listPastTargets } from "@/lib/targets/targets";
import type { Locale } from "@/lib/text/locales";
import type { NewsSummary } from "@/lib/text/news-summary";
import type { Text } from "@/lib/text/text";

/** The page's own parameters beside the query. */
export const NEWS_PARAMS = ["tab", "kind", "year"] as const;

/** Is the second tab asked for? */
export function isLearned(params: SearchParams): boolean {
  return toPairs(params).some(([name, value]) => name === LEARNED[0] && value === LEARNED[1]);
}

/** What happened, with and without the condition on the year; or the parameters that cannot be read. */
type HappenedOutcome =
  | {
      readonly data: QueryData;
      readonly request: NewsRequest;
      /** Of every year. */
      readonly all: readonly NewsItem[];
      readonly summary: NewsSummary;
    }
  | { readonly problems: readonly ParamIssue[]; readonly search: string };

/** Reads the address of what happened and answers it. A form sends its unused fields as empty parameters, which are left out. */
export async function loadHappened(
  params: SearchParams,
  locale?: Locale,
): Promise<HappenedOutcome> {
  const given = Object.entries(params).map(
    ([name, value]) => [name, [value ?? []].flat().filter((one) => one !== "")] as const,
  );
  const answer = await loadQueryResult(Object.fromEntries(given), NEWS_PARAMS, locale);
  if ("problems" in answer) return answer;
  const { data } = answer;
  const request = readNewsRequest(data.own, data.view.asOf);
  if ("problems" in request) return { ...request, search: data.search };
  const { rows, query, view } = data;
  const withCountry = listActiveConditions(query).length === 0;
  const all = (await listHappened(view, rows, withCountry)).filter(
    ({ kind }) => request.kinds.length === 0 || request.kinds.includes(kind),
  );
  const [only] = rows;
  const summary = {
    ...request,
    items: all.filter((item) => request.year === null || yearOf(item) === request.year),
    zones: rows.length,
    zone: only && rows.length === 1 ? shortZoneName(only) : null,
    withCountry,
    asOf: view.asOf,
  };
  return { data, request, all, summary };
}

/**
 * Everything that happened to some zones. Once for each request of the page: its metadata and its content ask the same.
 * @param withCountry with the events of the whole country, which are about no zone more than another
 */
const listHappened = cache(
  async (
    view: RegistryView,
    rows: QueryData["rows"],
    withCountry: boolean,
  ): Promise<NewsItem[]> => {
    const zones = new Set(rows.map(({ slug }) => slug));
    return listNewsItems(
      listEvents(view.events, view.asOf, zones, withCountry),
      loadDatedChanges(view, zones).filter(({ change }) => !isOwnSearch(change.field)),
      listPastTargets(view.evidence, zones, view.registry),
    );
  },
);

/** What the second tab compares, and the changes; or the parameters that cannot be read. */
type LearnedOutcome =
  | {
      readonly data: {
        readonly view: RegistryView;
        readonly request: ReturnType<typeof readLearnedRequest>;
        readonly span: Span;
        /** Before the filters. */
        readonly all: readonly NamedChange[];
        readonly changes: readonly NamedChange[];
      };
    }
  | { readonly problems: readonly (ParamIssue | ReadIssue)[]; readonly search: string };

/** An issue that is in words already. */
type ReadIssue = Misspelling & { readonly message: string };

/**
 * Reads the address of what we learned and answers it; or the parameters that cannot be read.
 * @param text writes what is wrong with a parameter
 */
export function loadLearned(text: Text, params: SearchParams): Promise<LearnedOutcome> {
  return answerSearch(text, toSearch(toPairs(params)));
}

/** Once for each request of the page: its metadata and its content ask the same. */
const answerSearch = cache(async (text: Text, search: string): Promise<LearnedOutcome> => {
  const pairs = fromSearch(search);
  const answer = await registryAt(readLearnedRequest(text, pairs));
  if ("problem" in answer) return { problems: [answer.problem], search };
  const view = nameViewIn(text.locale, answer.view);
  const request = readLearnedRequest(text, pairs, view.facts);
  const compared = resolveSpan(request.span, view.registry);
  const problems = request.issues.map(
    ({ code, param = "", got = "", message, allowed = [], nearest = null }): ReadIssue => ({
      ...{ param, got, message, allowed, nearest },
      reason: { code: code === "unknown-parameter" ? "unknown-param" : code },
    }),
  );
  if ("problem" in compared) return { problems: [...problems, compared.problem], search };
  if (problems.length > 0) return { problems, search };
  const { span } = compared;
  const { filter } = request;
  const all = listChangeRows(view, listChangesBetween(view, span), span.to);
  const changes = all.filter((row) => matchesFilter(filter, row));
  return { data: { view, request, span, all, changes } };
});
