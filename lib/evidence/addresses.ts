import type { FieldKey } from "../catalogue/fields";
import { toSearch } from "../query/search-string";
import type { Source } from "./ledger-records";

const ANCHOR = "ledger-";

/** The parameter that names the entry on the page of one value's evidence. */
export const ENTRY_PARAM = "of";

/**
 * The path of the page with one entry, from the address of that entry on its zone's page; null for
 * any other address.
 */
export function evidencePath({
  pathname,
  search,
  hash,
}: Pick<URL, "pathname" | "search" | "hash">): string | null {
  if (!isEntryAddress({ pathname, hash })) return null;
  const params = new URLSearchParams(search);
  params.set(ENTRY_PARAM, decodeURIComponent(hash.slice(1 + ANCHOR.length)));
  return `${pathname}/evidence?${params}`;
}

/** The path of the page that cites the value of an entry, from the entry on any page of its zone; null: it names none. */
export function entryCitationPath({ pathname, search, hash }: URL): string | null {
  return evidencePath({ pathname: pathname.replace(/\/evidence$/, ""), search, hash });
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
): `/${string}` {
  return `/zones/${zone}/evidence${toSearch([[ENTRY_PARAM, anchor.slice(ANCHOR.length)], ...moment])}`;
}

/** The path of the same entry among all evidence on its zone; null for any other address. */
export function allEvidencePath({ pathname, search, hash }: URL): string | null {
  return isEntryAddress({ pathname, hash }) ? `${pathname}/evidence${search}${hash}` : null;
}

/** A language can stand before the path of a page. */
function isEntryAddress({ pathname, hash }: Pick<URL, "pathname" | "hash">): boolean {
  return /^(?:\/[a-z]{2}(?:-XA)?)?\/zones\/[^/]+$/.test(pathname) && hash.startsWith(`#${ANCHOR}`);
}

/** The HTML id of a field's entry in the evidence list of a zone's page; with a tenancy, of a firm's field. */
export function getLedgerAnchor(field: FieldKey, tenancyId: string | null = null): string {
  return tenancyId === null ? ANCHOR + field : `${ANCHOR}${tenancyId}-${field}`;
}

/** The HTML id of the entry that the parameter names. */
export function getAnchor(entry: string): string {
  return ANCHOR + entry;
}

/** What a reader wants to correct; absent parts are not named. */
interface CorrectionAddress {
  /** The path on which the reader is, with its parameters. */
  readonly page?: string;
  readonly zone?: string;
  readonly tenancy?: string | null;
  readonly field?: string;
}

/** The address of the form in which readers suggest a correction. */
export function correctionPath({ page, zone, tenancy, field }: CorrectionAddress): string {
  const parts = { page, zone, tenancy: tenancy ?? undefined, field };
  return `/correct${toSearch(
    Object.entries(parts).flatMap(([name, value]) => (value ? [[name, value] as const] : [])),
  )}`;
}

/** The same for the value whose entry an address names. @param page on which the reader is */
export function entryCorrectionPath(address: URL, page: string): string {
  return correctionPath({ page, ...readEntry(address) });
}

/** The path of the sheet at the desk with the value open whose entry an address names; null: it names none. */
export function entrySheetPath(address: URL): string | null {
  const entry = readEntry(address);
  return entry && sheetPath(entry.zone, entry.field, entry.tenancy);
}

/** The path of the sheet of a zone at the desk, with one value open. @param tenancy the firm that it is about; null: none */
export function sheetPath(zone: string, field?: string, tenancy: string | null = null): string {
  const open = field ? [["open", field] as const] : [];
  const firm = tenancy ? [["tenancy", tenancy] as const] : [];
  return `/admin/zones/${zone}/edit${toSearch([...open, ...firm])}`;
}

/** The value whose entry an address names; null: it names none. */
function readEntry({
  pathname,
  hash,
}: Pick<URL, "pathname" | "hash">): Required<Omit<CorrectionAddress, "page">> | null {
  const zone = /^(?:\/[a-z]{2}(?:-XA)?)?\/zones\/([^/]+)/.exec(pathname)?.[1];
  const entry = hash.startsWith(`#${ANCHOR}`)
    ? decodeURIComponent(hash.slice(1 + ANCHOR.length))
    : "";
  if (zone === undefined || entry === "") return null;
  // The names of fields have no hyphen; ids of firms have.
  const end = entry.lastIndexOf("-");
  return {
    zone,
    tenancy: end < 0 ? null : entry.slice(0, end),
    field: entry.slice(end + 1),
  };
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

/** The address of an event in the news, which show it whatever zones are chosen. */
export function eventPath(id: string): string {
  return `/news?scope=all&item=${id}#${id}`;
}

/** The address of a national figure or statement. */
export function contextPath(id: string): string {
  return `/context#${id}`;
}

/** The address where it is http or https and so safe to link; else null. */
export function webAddress(url: string | null): string | null {
  return url !== null && /^https?:\/\//i.test(url) ? url : null;
}

/**
 * The kept copy of a page or, where none is recorded, the public archive's list of copies of its address; null: the source
 * is on no page.
 */
export function archiveAddress({
  url,
  archivedUrl,
}: Pick<Source, "url" | "archivedUrl">): string | null {
  const address = webAddress(url);
  return (
    webAddress(archivedUrl) ??
    (address === null ? null : `https://web.archive.org/web/*/${address}`)
  );
}
