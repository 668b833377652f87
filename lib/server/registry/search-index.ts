import "server-only";
import type { Registry } from "@/lib/evidence/registry";
import { sharedCache } from "@/lib/evidence/shared-cache";
import { buildSearchIndex, type SearchIndex } from "@/lib/query/search-index";
import type { Locale } from "@/lib/text/locales";
import { listSearchEntries, type NamedPage } from "@/lib/text/search-entries";
import type { Text } from "@/lib/text/text";
import type { RegistryView } from "./registry-at";

const indexes = sharedCache<Registry, Map<Locale, SearchIndex>>("search-indexes");

/**
 * The search index of a moment in a language. It is kept as long as the registry of that moment.
 * @param pages the site's pages by their names in that language
 */
export function loadSearchIndex(
  text: Text,
  view: RegistryView,
  pages: readonly NamedPage[],
): SearchIndex {
  const known = indexes.get(view.registry) ?? new Map<Locale, SearchIndex>();
  indexes.set(view.registry, known);
  const index = known.get(text.locale) ?? buildSearchIndex(listSearchEntries(text, view, pages));
  known.set(text.locale, index);
  return index;
}
