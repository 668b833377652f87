import { type NextRequest, NextResponse } from "next/server";
import { CHOICE_COOKIE } from "@/lib/contract/choice-cookie";
import { PATH_HEADER } from "@/lib/contract/path-header";
import { textLocale } from "@/lib/server/env";
import { countRead, describeWait } from "@/lib/server/http/rate-limit";
import { respondText } from "@/lib/server/http/respond";
import { listMapOrigins, mapSettings } from "@/lib/server/map-settings";
import { usesHttps } from "@/lib/server/origins";
import {
  LANGUAGE_COOKIE,
  LANGUAGE_HEADER,
  LANGUAGE_PARAM,
  parseReaderLocale,
  type ReaderLocale,
} from "@/lib/text/reader-language";
import { rejectAction } from "./lib/server/http/check-action";

/**
 * The allowed origins of scripts, styles, workers and data. A map style of `MAP_STYLE_URL` may load its tiles,
 * glyphs and sprites from any https origin; streets and satellite images only from their own.
 */
function contentSecurityPolicy(nonce: string): string {
  const development = process.env.NODE_ENV === "development";
  const anywhere = mapSettings().styleUrl === null ? [] : ["https:"];
  const mapOrigins = [...anywhere, ...listMapOrigins()].map((origin) => ` ${origin}`).join("");
  // In development, React uses eval to show server errors, and the development tools use a WebSocket.
  const script = `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`;
  return [
    "default-src 'self'",
    script,
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob:${mapOrigins}`,
    `connect-src 'self'${development ? " ws:" : ""}${mapOrigins}`,
    "font-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** The language that the address of a page names; else that of the reader's cookie; null: the site's. */
function readLanguage({ nextUrl, cookies }: NextRequest): {
  readonly locale: ReaderLocale | null;
  /** The cookie does not name it yet. */
  readonly isNew: boolean;
} {
  const named = parseReaderLocale(nextUrl.searchParams.get(LANGUAGE_PARAM));
  const kept = parseReaderLocale(cookies.get(LANGUAGE_COOKIE)?.value);
  return { locale: named ?? kept, isNew: named !== null && named !== kept };
}

/** Is it a page of the desk, which is in the site's language? */
function isDesk(path: string): boolean {
  return path === "/admin" || path.startsWith("/admin/");
}

/** Client navigation between the desk and the site, whose languages differ. 204 makes Next load the whole document. */
function changesDocument({ method, headers, nextUrl }: NextRequest): boolean {
  const from = headers.get("referer");
  if (method !== "GET" || headers.get("sec-fetch-dest") !== "empty" || from === null) return false;
  return URL.canParse(from) && isDesk(new URL(from).pathname) !== isDesk(nextUrl.pathname);
}

/**
 * Gives each page the reader's language, and a content security policy with a new nonce. Next reads the policy from the
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
  const { locale, isNew } = readLanguage(request);
  if (locale !== null && locale !== textLocale() && changesDocument(request)) {
    return new Response(null, { status: 204 });
  }
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  headers.set(PATH_HEADER, request.nextUrl.pathname);
  if (locale === null || isDesk(request.nextUrl.pathname)) headers.delete(LANGUAGE_HEADER);
  else headers.set(LANGUAGE_HEADER, locale);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  if (locale !== null && isNew) {
    response.cookies.set(LANGUAGE_COOKIE, locale, { ...CHOICE_COOKIE, secure: usesHttps() });
  }
  for (const [name, value] of Object.entries(allowance?.headers ?? {})) {
    response.headers.set(name, value);
  }
  return response;
}

export const config = {
  // Only pages: build files, the basemap, the API and text files run no scripts. Prefetched pages are included, because the
  // browser shows them later.
  matcher:
    "/((?!api/|metrics$|\\.well-known/|_next/static|_next/image|basemap/|embed/|ogc?(?:/|$)|compare/comparison\\.csv$|favicon.ico|icon.svg|icons/|manifest\\.webmanifest$).*)",
};
