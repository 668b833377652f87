import { toSearch } from "@/lib/query/search-string";

/**
 * The path of a source's page.
 * @param moment parameters of the moment; empty: today
 */
export function sourcePath(
  id: string,
  moment: readonly (readonly [string, string])[] = [],
): string {
  return `/sources/${encodeURIComponent(id)}${toSearch(moment)}`;
}
