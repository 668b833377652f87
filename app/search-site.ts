import "server-only";
import { ABOUT_PAGES, NAVIGATION } from "@/components/layout/navigation";
import { METHOD_PARTS } from "@/lib/catalogue/method-parts";
import type { Registry } from "@/lib/evidence/registry";
import { sharedCache } from "@/lib/evidence/shared-cache";
import {
  buildSearchIndex,
  type SearchIndex,
  type SearchResult,
  searchKinds,
} from "@/lib/query/search-index";
import type { RegistryView } from "@/lib/server/registry/registry-at";
import type { Locale } from "@/lib/text/locales";
import { listSearchEntries, type NamedPage } from "@/lib/text/search-entries";
import type { Text } from "@/lib/text/text";

/**
 * Searches everything on the site at a moment.
 * @param kinds absent: all kinds
 */
export function searchSite(
  text: Text,
  view: RegistryView,
  typed: string,
  kinds?: readonly string[],
): SearchResult {
  return searchKinds(loadSearchIndex(text, view, listPages(text)), typed, kinds);
}

function listPages({ t }: Text): NamedPage[] {
  return [
    ...NAVIGATION.flatMap(({ pages }) => pages).map(({ href, name, keeps }) => ({
      id: name,
      name: t(`layout.navigation.pages.${name}`),
      path: href,
      dated: keeps !== "nothing",
    })),
    ...ABOUT_PAGES.map(({ href, name }) => ({
      id: name,
      name: t(`pages.footer.about.${name}`),
      path: href,
      dated: false,
    })),
    ...METHOD_PARTS.map((part) => ({
      id: `method-${part}`,
      name: t(`method.parts.${part}`),
      about: t("search.about.method"),
      path: `/method#${part}`,
      dated: false,
    })),
  ];
}

const indexes = sharedCache<Registry, Map<Locale, SearchIndex>>("search-indexes");

/**
 * The search index of a moment in a language. It is kept as long as the registry of that moment.
 * @param pages the site's pages by their names in that language
 */
function loadSearchIndex(text: Text, view: RegistryView, pages: readonly NamedPage[]): SearchIndex {
  const known = indexes.get(view.registry) ?? new Map<Locale, SearchIndex>();
  indexes.set(view.registry, known);
  const index = known.get(text.locale) ?? buildSearchIndex(listSearchEntries(text, view, pages));
  known.set(text.locale, index);
  return index;
}
