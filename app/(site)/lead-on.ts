import { DEFAULT_LOCALE, LOCALE_KEYS, type Locale } from "@/lib/text/locales";
import {
  addressIn,
  LANGUAGE_HEADER,
  LANGUAGE_PARAM,
  parseReaderLocale,
  withoutLanguage,
} from "@/lib/text/reader-language";

/**
 * The answer of an earlier page: one redirect to what it showed, in the same language.
 * @param toAddress the address of that, from the parameters and the last part of the path, which is encoded
 */
export function leadOn(toAddress: (pairs: [string, string][], part: string) => string) {
  return ({ url, headers }: Request): Response => {
    const { searchParams, pathname } = new URL(url);
    const part = pathname.split("/").at(-1) ?? "";
    const address = toAddress(withoutLanguage([...searchParams]), part);
    const location = addressIn(readLocale(searchParams, headers), address);
    return new Response(null, { status: 307, headers: { location } });
  };
}

/** The language in the parameter of earlier addresses, or before the path, which the proxy tells. */
function readLocale(params: URLSearchParams, headers: Headers): Locale {
  const named = parseReaderLocale(params.get(LANGUAGE_PARAM)) ?? headers.get(LANGUAGE_HEADER);
  return LOCALE_KEYS.find((locale) => locale === named) ?? DEFAULT_LOCALE;
}
