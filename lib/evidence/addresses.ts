import { toSearch } from "../query/search-string";

const ANCHOR = "ledger-";

/** The parameter that names the entry on the page of one value's evidence. */
export const ENTRY_PARAM = "of";

/**
 * The path of the page with one entry, from the address of that entry on its zone's page; null for
 * any other address.
 */
export function evidencePath({ pathname, search, hash }: URL): string | null {
  if (!isEntryAddress({ pathname, hash })) return null;
  const params = new URLSearchParams(search);
  params.set(ENTRY_PARAM, decodeURIComponent(hash.slice(1 + ANCHOR.length)));
  return `${pathname}/evidence?${params}`;
}

/**
 * The path of the page with one entry of a zone's evidence.
 * @param anchor the HTML id of the entry
 * @param moment parameters of the moment; empty: today
 */
export function entryPath(
  zone: string,
  anchor: string,
  moment: readonly (readonly [string, string])[],
): string {
  return `/zones/${zone}/evidence${toSearch([[ENTRY_PARAM, anchor.slice(ANCHOR.length)], ...moment])}`;
}

/** The path of the same entry among all evidence on its zone; null for any other address. */
export function allEvidencePath({ pathname, search, hash }: URL): string | null {
  return isEntryAddress({ pathname, hash }) ? `${pathname}/evidence${search}${hash}` : null;
}

function isEntryAddress({ pathname, hash }: Pick<URL, "pathname" | "hash">): boolean {
  return /^\/zones\/[^/]+$/.test(pathname) && hash.startsWith(`#${ANCHOR}`);
}

/** The HTML id of the entry that the parameter names. */
export function getAnchor(entry: string): string {
  return ANCHOR + entry;
}

/**
 * The path of the page of a province or territory.
 * @param moment parameters of the moment; empty: today
 */
export function provincePath(
  province: string,
  moment: readonly (readonly [string, string])[] = [],
): string {
  return `/provinces/${encodeURIComponent(province)}${toSearch(moment)}`;
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
