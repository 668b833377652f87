import { LANGUAGE_PARAM } from "@/lib/text/reader-language";

/** An earlier page. The first page has its answers; what it showed of a filter or a past day, the list of zones shows. */
export function GET(request: Request): Response {
  const { search, searchParams } = new URL(request.url);
  const hasQuery = [...searchParams.keys()].some((name) => name !== LANGUAGE_PARAM);
  return new Response(null, {
    status: 307,
    headers: { location: (hasQuery ? "/zones" : "/") + search },
  });
}
