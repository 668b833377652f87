import "server-only";
import type { Registry } from "@/lib/evidence/registry";
import { buildSearchIndex, type SearchIndex } from "@/lib/query/search-index";
import type { Locale } from "@/lib/text/locales";
import { listSearchEntries, type NamedPage, type SearchedView } from "@/lib/text/search-entries";
import type { Text } from "@/lib/text/text";
import { processSingleton } from "../process-singleton";

/**
 * The search index of a moment in a language. It is kept as long as the registry of that moment.
 * @param pages the site's pages by their names in that language
 */
export function getSearchIndex(
  text: Text,
  view: SearchedView,
  pages: readonly NamedPage[],
): SearchIndex {
  const all = processSingleton(
    "search-indexes",
    () => new WeakMap<Registry, Map<Locale, SearchIndex>>(),
  );
  const kept = all.get(view.registry) ?? new Map<Locale, SearchIndex>();
  all.set(view.registry, kept);
  const index = kept.get(text.locale) ?? buildSearchIndex(listSearchEntries(text, view, pages));
  kept.set(text.locale, index);
  return index;
}
