import "server-only";
import type { Registry } from "@/lib/evidence/registry";
import {
  buildSearchIndexInSteps,
  type SearchEntry,
  type SearchIndex,
} from "@/lib/query/search-index";
import type { Locale } from "@/lib/text/locales";
import { eachSearchEntry, type NamedPage } from "@/lib/text/search-entries";
import type { Text } from "@/lib/text/text";
import { runFor } from "../in-slices";
import { processSingleton } from "../process-singleton";
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
  const all = processSingleton(
    "search-indexes",
    () => new WeakMap<Registry, Map<Locale, Promise<SearchIndex>>>(),
  );
  const kept = all.get(view.registry) ?? new Map<Locale, Promise<SearchIndex>>();
  all.set(view.registry, kept);
  const index = kept.get(text.locale) ?? runFor(view, indexInSteps(text, view, pages));
  kept.set(text.locale, index);
  return index;
}

function* indexInSteps(
  text: Text,
  view: RegistryView,
  pages: readonly NamedPage[],
): Generator<unknown, SearchIndex> {
  const entries: SearchEntry[] = [];
  for (const entry of eachSearchEntry(text, view, pages)) {
    entries.push(entry);
    yield;
  }
  return yield* buildSearchIndexInSteps(entries);
}
