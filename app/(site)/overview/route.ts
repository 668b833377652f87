import { toSearch } from "@/lib/query/search-string";
import { DEFAULT_LOCALE } from "@/lib/text/locales";
import {
  addressIn,
  LANGUAGE_PARAM,
  parseReaderLocale,
  withoutLanguage,
} from "@/lib/text/reader-language";

/** An earlier page. The first page has its answers; what it showed of a filter or a past day, the list of zones shows. */
export function GET(request: Request): Response {
  const { searchParams } = new URL(request.url);
  const locale = parseReaderLocale(searchParams.get(LANGUAGE_PARAM)) ?? DEFAULT_LOCALE;
  const query = withoutLanguage([...searchParams]);
  const address = query.length > 0 ? `/zones${toSearch(query)}` : "/";
  return new Response(null, {
    status: 307,
    headers: { location: addressIn(locale, address) },
  });
}
