import "server-only";
import { buildSearchIndexInSteps, type SearchIndex } from "@/lib/query/search-index";
import { eachSearchEntry, type NamedPage } from "@/lib/text/search-entries";
import type { Text } from "@/lib/text/text";
import { runFor } from "../in-slices";
import { onceFor } from "../once-for";
import type { RegistryView } from "./registry-at";

/**
 * The search index of a moment in a language. It is kept as long as the registry of that moment; for many zones, requests of
 * other kinds go on while it is made.
 * @param pages the site's pages by their names in that language
 */
export function loadSearchIndex(
  text: Text,
  view: RegistryView,
  pages: readonly NamedPage[],
): Promise<SearchIndex> {
  return onceFor(`search-index-${text.locale}`, view.registry, () =>
    runFor(view, buildSearchIndexInSteps(eachSearchEntry(text, view, pages))),
  );
}
