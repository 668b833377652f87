import { toSearch } from "../query/search-string";

type Pairs = readonly (readonly [string, string])[];

/** The parameter of the page of news that names its second tab, and its value. */
export const LEARNED: readonly [string, string] = ["tab", "learned"];

/**
 * The address of what we learned on the page of news, from the parameters of the list of changes in the API, which calls
 * the zones `zone`.
 */
export function learnedAddress(pairs: Pairs): string {
  return `/news${toSearch([LEARNED, ...pairs.map(([name, value]) => [name === "zone" ? "zones" : name, value] as const)])}`;
}

/** What a page of an earlier edition showed, on the page of news. */
export const EARLIER_NEWS: Readonly<Record<"/changes" | "/events", (pairs: Pairs) => string>> = {
  "/changes": learnedAddress,
  "/events": (pairs) => `/news${toSearch(pairs)}`,
};
