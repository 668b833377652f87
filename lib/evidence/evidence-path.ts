const ANCHOR = "ledger-";

/** The parameter of the page of one value's evidence that names the entry. */
export const ENTRY_PARAM = "of";

/**
 * The page that shows one entry of a ledger alone, from the address of that entry on the page of its
 * zone; null for any other address.
 */
export function evidencePath({ pathname, search, hash }: URL): string | null {
  if (!(/^\/zones\/[^/]+$/.test(pathname) && hash.startsWith(`#${ANCHOR}`))) return null;
  const params = new URLSearchParams(search);
  params.set(ENTRY_PARAM, decodeURIComponent(hash.slice(1 + ANCHOR.length)));
  return `${pathname}/evidence?${params}`;
}

/** The anchor of the entry that the page's parameter names. */
export function getAnchor(entry: string): string {
  return ANCHOR + entry;
}
