import type { Metadata } from "next";
import { type SearchParams, toPairs } from "@/app/(site)/load-query";
import { PastBanner } from "@/app/(site)/subject-time-bar";
import { searchSite } from "@/app/search-site";
import {
  type SearchAddress,
  SearchPage,
  searchPath,
} from "@/components/features/search/search-page";
import { BadAddress } from "@/components/layout/bad-parameters";
import { ReadingPage } from "@/components/layout/reading-page";
import { MOMENT_PARAMS, momentPairs } from "@/lib/query/moment-params";
import type { ParamIssue } from "@/lib/query/param-issues";
import { shorten } from "@/lib/query/param-limits";
import { readOneOf } from "@/lib/query/param-readers";
import { parseQuery } from "@/lib/query/parse-query";
import { SEARCH_KINDS, type SearchKind } from "@/lib/query/search-index";
import { toSearch } from "@/lib/query/search-string";
import { type RegistryView, registryAt } from "@/lib/server/registry/registry-at";
import { getPageText } from "@/lib/server/text/page-text";
import { describeSearch } from "@/lib/text/search-words";

/** The title says what is searched. Search engines list the pages that results lead to, not the results. */
export async function generateMetadata({ searchParams }: PageProps<"/search">): Promise<Metadata> {
  const { t } = await getPageText();
  const [q = ""] = [(await searchParams).q ?? ""].flat();
  return {
    title: q.trim() === "" ? t("search.meta.title") : t("search.meta.titled", { q: shorten(q) }),
    description: t("search.meta.description"),
    robots: { index: false },
  };
}

/** Everything that the words in the address find at its moment, by kind. */
export default async function Page({ searchParams }: PageProps<"/search">) {
  const text = await getPageText();
  const answer = await readAddress(await searchParams);
  if ("problems" in answer) return <BadAddress {...answer} path="/search" />;
  const { view, address, pinned } = answer;
  return (
    <ReadingPage note={describeSearch(text, view)}>
      <PastBanner view={view} pinned={pinned} today={searchPath({ ...address, moment: [] })} />
      <SearchPage
        address={address}
        result={address.q === "" ? null : searchSite(text, view, address.q)}
      />
    </ReadingPage>
  );
}

interface SearchAnswer {
  readonly address: SearchAddress;
  readonly view: RegistryView;
  /** The address names the revision. */
  readonly pinned: boolean;
}

/** The search in the address and its moment, or what cannot be read. */
async function readAddress(
  params: SearchParams,
): Promise<SearchAnswer | { readonly problems: readonly ParamIssue[]; readonly search: string }> {
  const pairs = toPairs(params);
  const search = toSearch(pairs);
  const named = (names: readonly string[]) => pairs.filter(([name]) => names.includes(name));
  const { query, problems } = parseQuery(named(["q", ...MOMENT_PARAMS]));
  let kind: SearchKind | null = null;
  for (const [param, got] of named(["kind"])) {
    const read = readOneOf(SEARCH_KINDS, got);
    if ("issue" in read) return { problems: [...problems, { param, got, ...read.issue }], search };
    kind = read.value;
  }
  if (problems.length > 0) return { problems, search };
  const answer = await registryAt(query);
  if ("problem" in answer) return { problems: [answer.problem], search };
  const address = { q: query.q, kind, moment: momentPairs(query) };
  return { address, view: answer.view, pinned: query.knownOn !== null };
}
