import "server-only";
import type { Route } from "next";
import { headers } from "next/headers";
import { DEFAULT_LOCALE, LOCALE_KEYS, type Locale } from "@/lib/text/locales";
import { messagesFor } from "@/lib/text/messages";
import { addressIn, LANGUAGE_HEADER } from "@/lib/text/reader-language";
import { createText, type Text } from "@/lib/text/text";

/**
 * The language of the page that is asked for, which stands before its path. Only for what the proxy handles: it alone may
 * set the header.
 */
export async function pageLocale(): Promise<Locale> {
  const named = (await headers()).get(LANGUAGE_HEADER);
  return LOCALE_KEYS.find((locale) => locale === named) ?? DEFAULT_LOCALE;
}

/** The text of a page's language, for async server components and metadata of pages. */
export async function getPageText(): Promise<Text> {
  const locale = await pageLocale();
  return createText(locale, messagesFor(locale));
}

/** An address in the language of the page, for a redirect. */
export async function inPageLanguage(address: string): Promise<Route> {
  return addressIn(await pageLocale(), address) as Route;
}
