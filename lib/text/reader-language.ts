import { DEFAULT_LOCALE, LOCALES, type Locale } from "./locales";

/** The languages that a reader can choose, in the order in which they are offered. */
export const READER_LOCALES = ["en", "ur", "zh"] as const satisfies readonly Locale[];

/** Key of a language that a reader can choose. */
export type ReaderLocale = (typeof READER_LOCALES)[number];

/**
 * The parameter that names the language of embeds, of the search of the API and of oEmbed, such as `?lang=ur`. In the address of a page it
 * leads to the page in that language.
 */
export const LANGUAGE_PARAM = "lang";

/** The header with the language of a page, by which the proxy tells it. */
export const LANGUAGE_HEADER = "x-reader-language";

/** What stands before the path of a page: `/ur/zones`. Pages in English have none; `en-XA` is the test language. */
const PREFIXES = ["ur", "zh", "en-XA"] as const satisfies readonly Locale[];

/** Paths that are in no language: the desk, data, files, and pages inside other sites. */
const WITHOUT_LANGUAGE =
  /^\/(?:(?:admin|api|basemap|embed|icons|mcp|metrics|og|ogc|_next|\.well-known)(?:[/?#]|$)|[^?#]*\.[a-z]+(?:[?#]|$))/;

/** The language that a text names; null for none and for anything else. */
export function parseReaderLocale(value: string | null | undefined): ReaderLocale | null {
  return READER_LOCALES.find((locale) => locale === value) ?? null;
}

/** The language before the path of an address, and the address without it. */
export function splitLanguage(address: string): { readonly locale: Locale; readonly rest: string } {
  const [, first = "", rest = ""] = /^\/([^/?#]*)(.*)$/s.exec(address) ?? [];
  const locale = PREFIXES.find((prefix) => prefix === first);
  if (locale === undefined) return { locale: DEFAULT_LOCALE, rest: address };
  return { locale, rest: rest.startsWith("/") ? rest : `/${rest}` };
}

/**
 * The address of a page in a language, whatever language stands before it now. Other addresses, such as of files, of other
 * sites and of places in the page, stay as they are.
 */
export function addressIn(locale: Locale, address: string): string {
  if (!/^\/(?!\/)/.test(address)) return address;
  const { rest } = splitLanguage(address);
  if (locale === DEFAULT_LOCALE || WITHOUT_LANGUAGE.test(rest)) return rest;
  return `/${locale}${rest.replace(/^\/(?=$|[?#])/, "")}`;
}

/** Parameters of an address without the one of the language, which says nothing about what is asked. */
export function withoutLanguage<T extends readonly [string, string]>(pairs: Iterable<T>): T[] {
  return [...pairs].filter(([name]) => name !== LANGUAGE_PARAM);
}

/** The address of an embed in a language, which its parameters name; English needs no name. */
export function embedIn(locale: Locale, address: string): string {
  const named = parseReaderLocale(locale);
  if (named === null || named === DEFAULT_LOCALE) return address;
  return `${address}${address.includes("?") ? "&" : "?"}${LANGUAGE_PARAM}=${named}`;
}

/**
 * The addresses of a page in every language, by the tag of the language. The one in English is also the address for all
 * other readers.
 * @param path of the page, with its parameters
 */
export function addressesByLanguage(origin: string, path: string): Record<string, string> {
  const entries = READER_LOCALES.map((locale) => [
    LOCALES[locale].tag,
    origin + addressIn(locale, path),
  ]);
  return { ...Object.fromEntries(entries), "x-default": origin + addressIn(DEFAULT_LOCALE, path) };
}
