import "server-only";
import { headers } from "next/headers";
import type { Locale } from "@/lib/text/locales";
import { messagesFor } from "@/lib/text/messages";
import { LANGUAGE_HEADER, parseReaderLocale } from "@/lib/text/reader-language";
import { createText, type Text } from "@/lib/text/text";
import { textLocale } from "../env";

/**
 * The language of the page that is asked for: the reader's choice, else the site's. Only for what the proxy handles: it
 * alone may set the header.
 */
export async function pageLocale(): Promise<Locale> {
  return parseReaderLocale((await headers()).get(LANGUAGE_HEADER)) ?? textLocale();
}

/** The text of a page's language, for async server components and metadata of pages. */
export async function getPageText(): Promise<Text> {
  const locale = await pageLocale();
  return createText(locale, messagesFor(locale));
}
