import { toSearch } from "../query/search-string";

const ANCHOR = "ledger-";

/** The parameter that names the entry on the page of one value's evidence. */
export const ENTRY_PARAM = "of";

/**
 * The path of the page with one entry, from the address of that entry on its zone's page; null for
 * any other address.
 */
export function evidencePath({ pathname, search, hash }: URL): string | null {
  if (!(/^\/zones\/[^/]+$/.test(pathname) && hash.startsWith(`#${ANCHOR}`))) return null;
  const params = new URLSearchParams(search);
  params.set(ENTRY_PARAM, decodeURIComponent(hash.slice(1 + ANCHOR.length)));
  return `${pathname}/evidence?${params}`;
}

/** The HTML id of the entry that the parameter names. */
export function getAnchor(entry: string): string {
  return ANCHOR + entry;
}

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

/** The address where it is http or https and so safe to link; else null. */
export function webAddress(url: string | null): string | null {
  return url !== null && /^https?:\/\//i.test(url) ? url : null;
}
