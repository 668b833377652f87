import { cache } from "react";
import { getReportTimes } from "@/lib/evidence/report-times";
import { findNearest } from "@/lib/query/edit-distance";
import { LIST_PARAMS } from "@/lib/query/list-page";
import { MOMENT_PARAMS } from "@/lib/query/moment-params";
import type { ParamIssue } from "@/lib/query/param-issues";
import { parseQuery } from "@/lib/query/parse-query";
import type { Query } from "@/lib/query/query";
import { countScopes } from "@/lib/query/scope";
import { fromSearch, toSearch } from "@/lib/query/search-string";
import { type RankedRow, select } from "@/lib/query/select";
import { withoutTables } from "@/lib/query/tables-param";
import { nameViewIn } from "@/lib/server/registry/named-view";
import { queryContext, type RegistryView, registryAt } from "@/lib/server/registry/registry-at";
import { DEFAULT_LOCALE, type Locale } from "@/lib/text/locales";
import { withoutLanguage } from "@/lib/text/reader-language";
import type { Day } from "@/lib/time/day";
import { type PackedDays, packDays } from "@/lib/time/packed-days";

/** The query in a page's address, with its answer. */
export interface QueryData {
  readonly query: Query;
  readonly view: RegistryView;
  /** The zones that match, in the order of the query. */
  readonly rows: readonly RankedRow[];
  /** Number of zones in the scope. */
  readonly total: number;
  /** Number of zones in every scope on that day. */
  readonly scopes: ReturnType<typeof countScopes>;
  /** The address from its question mark, as requested, without the pages of lists. */
  readonly search: string;
  /** The page's own parameters, beside the query. */
  readonly own: readonly (readonly [string, string])[];
  readonly today: Day;
  /** The last revision of all. */
  readonly latest: number;
  /** For the time bar: number of claims by quarter, and the days on which a value changed. */
  readonly quarters: readonly number[];
  readonly changeDates: PackedDays;
}

/** The answer, or the parameters that could not be read. */
type QueryOutcome =
  | { readonly data: QueryData }
  | { readonly problems: readonly ParamIssue[]; readonly search: string };

/**
 * Reads the query from the address of a page and answers it. The pages of lists, which are no part of it, are left out.
 * @param params the address's parameters
 * @param ownParams names of the page's own parameters, which it reads from `own`
 * @param locale in which zones are named, where sources do
 */
export function loadQueryResult(
  params: SearchParams,
  ownParams: readonly string[] = [],
  locale: Locale = DEFAULT_LOCALE,
): Promise<QueryOutcome> {
  const pairs = toPairs(params).filter(([name]) => !LIST_PARAMS.includes(name));
  return answerSearch(toSearch(pairs), ownParams.join(","), locale);
}

/** Once for each request of a page: its metadata and its content ask the same. */
const answerSearch = cache(
  async (search: string, own: string, locale: Locale): Promise<QueryOutcome> => {
    const pairs = fromSearch(search);
    const ownParams = own.split(",");
    const context = await queryContext();
    const { query, problems } = parseQuery(pairs, { ...context, alsoKnown: ownParams });
    if (problems.length > 0) return { problems, search };
    const [then, now] = await Promise.all([registryAt(query), registryAt()]);
    if ("problem" in then) return { problems: [then.problem], search };
    if ("problem" in now) return { problems: [now.problem], search };
    const view = nameViewIn(locale, then.view);
    const today = now.view.asOf;
    const { quarters, changeDates } = getReportTimes(view.evidence, view.revision, today);
    return {
      data: {
        query,
        view,
        ...select(view.rows, query, view.asOf),
        scopes: countScopes(view.rows),
        search,
        own: pairs.filter(([name]) => ownParams.includes(name)),
        today,
        latest: now.view.latestRevision,
        quarters,
        changeDates: packDays(changeDates),
      },
    };
  },
);

/**
 * The parameters of an address in their order, without those of the language and of open tables; a repeated one comes once for each value. Next adds the
 * object's own member to the values of a parameter with the name of one, such as `toString`.
 */
export function toPairs(params: SearchParams): [string, string][] {
  const pairs = Object.entries(params).flatMap(([name, value]): [string, string][] =>
    [value ?? []]
      .flat()
      .filter((one) => typeof one === "string")
      .map((one) => [name, one]),
  );
  return withoutTables(withoutLanguage(pairs));
}

/** The parameters of a query string in the form in which Next gives them to pages. */
export function toParams(search: URLSearchParams): SearchParams {
  return Object.fromEntries([...new Set(search.keys())].map((name) => [name, search.getAll(name)]));
}

/** Parameters of an address as Next gives them. */
export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** The parameters that name a moment, misspelt ones too: a misspelt date must not show today. */
function pickMoment(params: SearchParams): SearchParams {
  return Object.fromEntries(
    Object.entries(params).filter(([name]) => findNearest(name, MOMENT_PARAMS) !== null),
  );
}

/** What is wrong with a moment, on a page that takes no other parameter of the query. */
function ofMoment(problems: readonly ParamIssue[]): readonly ParamIssue[] {
  return problems.map((problem) =>
    problem.reason.code === "unknown-param" ? { ...problem, allowed: MOMENT_PARAMS } : problem,
  );
}

/**
 * The answer to a page's own query at the moment in its address.
 * @param query of the page, which no address changes
 */
export async function loadResultAtMoment(
  params: SearchParams,
  query: SearchParams = {},
  locale: Locale = DEFAULT_LOCALE,
): Promise<QueryOutcome> {
  const outcome = await loadQueryResult({ ...pickMoment(params), ...query }, [], locale);
  return "problems" in outcome
    ? { problems: ofMoment(outcome.problems), search: toSearch(toPairs(params)) }
    : outcome;
}

/** The registry at the moment in the address, or what is wrong with that. Other parameters are the page's own. */
export async function loadRegistry(
  params: SearchParams,
  locale: Locale = DEFAULT_LOCALE,
): Promise<{ view: RegistryView } | { problems: readonly ParamIssue[]; search: string }> {
  const search = toSearch(toPairs(params));
  const { query, problems } = parseQuery(toPairs(pickMoment(params)));
  if (problems.length > 0) return { problems: ofMoment(problems), search };
  const answer = await registryAt(query);
  return "problem" in answer
    ? { problems: [answer.problem], search }
    : { view: nameViewIn(locale, answer.view) };
}
