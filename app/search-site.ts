import { ABOUT_PAGES, NAVIGATION } from "@/components/layout/navigation";
import { METHOD_PARTS } from "@/lib/catalogue/method-parts";
import { type SearchResult, searchKinds } from "@/lib/query/search-index";
import type { RegistryView } from "@/lib/server/registry/registry-at";
import { loadSearchIndex } from "@/lib/server/registry/search-index";
import type { NamedPage } from "@/lib/text/search-entries";
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
