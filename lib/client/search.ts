import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { HitAnswer, ListMeta, SearchMeta } from "@/lib/contract/answer-schemas";
import { toSearch } from "@/lib/query/search-string";
import type { Locale } from "@/lib/text/locales";
import { LANGUAGE_PARAM, parseReaderLocale } from "@/lib/text/reader-language";

/** The answer of `GET /api/v1/search`. */
export interface SearchAnswer {
  readonly data: readonly HitAnswer[];
  readonly meta: Pick<ListMeta, "matched"> & SearchMeta;
}

/** Enough for a few results of each kind. */
const LIMIT = "60";
/** The data changes a few times a day, and the page of all results is always new. */
const FRESH_MS = 60_000;

/**
 * The query for what is found by some words. A request that a later one replaces is aborted; until that one is answered
 * the results before stay.
 * @param locale the language of the page
 * @param moment the moment's parameters in the address
 */
export function searchQuery(
  q: string,
  moment: readonly (readonly [string, string])[],
  locale: Locale,
) {
  return queryOptions({
    queryKey: ["search", q, moment, locale],
    queryFn: async ({ signal }): Promise<SearchAnswer> => {
      const named = parseReaderLocale(locale);
      const language = named === null ? [] : [[LANGUAGE_PARAM, named] as const];
      const pairs = [["q", q], ["limit", LIMIT], ...language, ...moment] as const;
      const address = `/api/v1/search${toSearch(pairs)}`;
      const response = await fetch(address, { signal });
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      return response.json();
    },
    enabled: q !== "",
    staleTime: FRESH_MS,
    placeholderData: keepPreviousData,
    retry: false,
  });
}
