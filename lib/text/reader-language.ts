import { LOCALES, type Locale } from "./locales";

/** The languages that a reader can choose, in the order in which they are offered. */
export const READER_LOCALES = ["en", "ur", "zh"] as const satisfies readonly Locale[];

/** Key of a language that a reader can choose. */
export type ReaderLocale = (typeof READER_LOCALES)[number];

/** The parameter of a page's address that names the language, such as `?lang=ur`. */
export const LANGUAGE_PARAM = "lang";

/** Name of the cookie that keeps the language for a year. */
export const LANGUAGE_COOKIE = "lang";

/** The header with the reader's language, by which the proxy tells the pages. */
export const LANGUAGE_HEADER = "x-reader-language";

/** The language that a text names; null for none and for anything else. */
export function parseReaderLocale(value: string | null | undefined): ReaderLocale | null {
  return READER_LOCALES.find((locale) => locale === value) ?? null;
}

/** Parameters of an address without the one of the language, which says nothing about what is asked. */
export function withoutLanguage<T extends readonly [string, string]>(pairs: Iterable<T>): T[] {
  return [...pairs].filter(([name]) => name !== LANGUAGE_PARAM);
}

/** An address in a language, whatever language it named before. @param hash with its `#` */
export function addressIn(
  locale: Locale,
  path: string,
  search: URLSearchParams | string,
  hash = "",
): string {
  const params = new URLSearchParams(search);
  params.delete(LANGUAGE_PARAM);
  // Commas and colons stay readable, as in every address of the site.
  const others = params.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
  return `${path}?${others}${others === "" ? "" : "&"}${LANGUAGE_PARAM}=${locale}${hash}`;
}

/** An address in a language; null: as it is. */
export function withLanguage(address: string, locale: ReaderLocale | null): string {
  if (locale === null) return address;
  const [rest = "", ...hash] = address.split(/(?=#)/);
  const [path = "", search = ""] = rest.split("?");
  return addressIn(locale, path, search, hash.join(""));
}

/**
 * The addresses of a page in every language, by the tag of the language. The one in the site's own language has no
 * parameter and is also the address for all other readers.
 * @param address origin, path and parameters
 */
export function addressesByLanguage(address: string, site: Locale): Record<string, string> {
  const [path = "", search = ""] = address.split("?");
  const entries = READER_LOCALES.map((locale) => [
    LOCALES[locale].tag,
    locale === site ? address : addressIn(locale, path, search),
  ]);
  return { ...Object.fromEntries(entries), "x-default": address };
}
