import "server-only";
import type { Locale } from "@/lib/text/locales";
import { parseReaderLocale, type ReaderLocale } from "@/lib/text/reader-language";
import { textLocale } from "../env";

/** The language as an address must name it; null for the site's, which needs no name. */
export function namedLanguage(locale: Locale): ReaderLocale | null {
  return locale === textLocale() ? null : parseReaderLocale(locale);
}
