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
