import { toSearch } from "@/lib/query/search-string";

/**
 * Address of a source's page.
 * @param moment the moment to look at it from, as an address asks for it; empty: today
 */
export function sourcePath(
  id: string,
  moment: readonly (readonly [string, string])[] = [],
): string {
  return `/sources/${encodeURIComponent(id)}${toSearch(moment)}`;
}
