import { type NextRequest, NextResponse } from "next/server";
import { findPresentAddress } from "@/lib/contract/earlier-addresses";
import { PATH_HEADER } from "@/lib/contract/path-header";
import { toSearch } from "@/lib/query/search-string";
import { contentSecurityPolicy } from "@/lib/server/http/page-policy";
import { countRead, describeWait } from "@/lib/server/http/rate-limit";
import { respondText } from "@/lib/server/http/respond";
import { DEFAULT_LOCALE } from "@/lib/text/locales";
import {
  addressIn,
  LANGUAGE_HEADER,
  LANGUAGE_PARAM,
  parseReaderLocale,
  splitLanguage,
  withoutLanguage,
} from "@/lib/text/reader-language";
import { rejectAction } from "./lib/server/http/check-action";

/** Where a page is now whose address names its language by a parameter, or is of an earlier edition; null: at this address. */
function presentAddress({ nextUrl }: NextRequest): string | null {
  const named = parseReaderLocale(nextUrl.searchParams.get(LANGUAGE_PARAM));
  const { locale, rest } = splitLanguage(nextUrl.pathname);
  const query = withoutLanguage([...nextUrl.searchParams]);
  const present = findPresentAddress(rest, query);
  if (named === null && present === null) return null;
  return addressIn(named ?? locale, present ?? rest + toSearch(query));
}

/** Client navigation to a page in another language. 204 makes Next load the whole document. */
function changesLanguage({ method, headers, nextUrl }: NextRequest): boolean {
  const from = headers.get("referer");
  if (method !== "GET" || headers.get("sec-fetch-dest") !== "empty" || from === null) return false;
  if (!URL.canParse(from)) return false;
  return splitLanguage(new URL(from).pathname).locale !== splitLanguage(nextUrl.pathname).locale;
}

/**
 * Tells each page the language that stands before its path, and gives it a content security policy with a new nonce. Next reads the policy from the
 * request and adds the nonce to its scripts. This is not access control: every action and handler checks the session itself. A client that
 * asks for pages too fast gets 429, and a request that calls an action but is malformed is answered here.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const allowance = countRead(request.headers);
  if (allowance && allowance.waitSeconds > 0) {
    return respondText(429, await describeWait(allowance), allowance.headers);
  }
  const rejection = await rejectAction(request);
  if (rejection) return rejection;
  if (changesLanguage(request)) return new Response(null, { status: 204 });
  const moved = presentAddress(request);
  if (moved !== null) return NextResponse.redirect(new URL(moved, request.url), 307);
  const { locale, rest } = splitLanguage(request.nextUrl.pathname);
  // The prefix belongs to pages alone: `/ur/admin` is no address of the desk.
  const isPage = addressIn(locale, rest) === request.nextUrl.pathname;
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  headers.set(PATH_HEADER, rest);
  headers.set(LANGUAGE_HEADER, locale);
  const url = request.nextUrl.clone();
  url.pathname = rest;
  const response =
    isPage && locale !== DEFAULT_LOCALE
      ? NextResponse.rewrite(url, { request: { headers } })
      : NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  for (const [name, value] of Object.entries(allowance?.headers ?? {})) {
    response.headers.set(name, value);
  }
  return response;
}

export const config = {
  // Only pages: build files, the basemap, the API and text files run no scripts. Prefetched pages are included, because the
  // browser shows them later.
  matcher:
    "/((?!api/|metrics$|mcp$|\\.well-known/|_next/static|_next/image|basemap/|embed/|ogc?(?:/|$)|compare/comparison\\.csv$|favicon.ico|icon.svg|icons/|manifest\\.webmanifest$).*)",
};
