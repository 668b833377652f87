import "server-only";
import type { IncomingMessage } from "node:http";
import { getPreferredForm } from "@/lib/contract/answer-form";
import { CHOICES } from "@/lib/contract/choice-cookie";
import { SESSION_COOKIES } from "@/lib/contract/sign-in";
import { splitLanguage } from "@/lib/text/reader-language";

/** Files of the build and of the map: the same for everyone, whatever the registry holds. */
const FILES = /^\/(?:_next\/static|basemap|icons)\//;
/** Addresses whose answers are never kept: they are for one person, hold secrets, or change without a new revision. */
const NEVER =
  /^\/(?:(?:_next|account|admin|alerts|correct|metrics|set-password|set-up|sign-in|\.well-known)(?:[/?]|$)|api\/(?:auth|corrections|health|mail|sources|v1\/(?:stream|submissions))(?:[/?]|$))/;
/** Not pages: no language of the reader, and no navigation of the framework. */
const NOT_PAGE = /^\/(?:api|embed|ogc?)(?:[/?]|$)/;
/** Addresses whose answers depend on Accept too. */
const BY_ACCEPT = /^\/ogc(?:[/?]|$)/;
/** Headers by which the framework asks for a part of a page. */
const OF_FRAMEWORK = /^(?:rsc$|next-|x-middleware|x-next)/;
const MAX_URL = 2_000;

/** The headers that an answer may depend on. All others are taken from a request before its answer is made. */
const HEADERS = new Set([
  "connection",
  "host",
  "x-client-network",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
]);

/** Stands for every browser: without a name, the framework would send the title after the page. */
const ANY_READER = "reader";

/** What a request asks for, where its answer is the same for everyone who asks so. */
export interface Asked {
  readonly key: string;
  /** Is it a file of the build or of the map? Reading it is not limited. */
  readonly isFile: boolean;
  /** Leaves the request with what the key holds, so that nothing else can enter the answer. */
  readonly reduce: () => void;
}

/**
 * Reads what a request asks for.
 * @param hasBaseUrl whether a setting names the site's address; else it is that of the request
 * @returns null where the answer is for this request alone: it changes something, comes from someone who is signed in, or
 *   asks for a part
 */
export function readAsked(request: IncomingMessage, hasBaseUrl: boolean): Asked | null {
  const { method, url = "/", headers } = request;
  if (method !== "GET" && method !== "HEAD") return null;
  const [path = ""] = url.split("?", 1);
  // The framework reads "%61" in a path as "a", so the lists here would not know it.
  if (url.length > MAX_URL || !path.startsWith("/") || path.includes("%")) return null;
  if (FILES.test(path)) {
    // The framework reads a part of a large file from the disk.
    if (headers.range !== undefined) return null;
    return { key: path, isFile: true, reduce: () => reduceTo(request, "") };
  }
  if (NEVER.test(splitLanguage(url).rest) || headers.authorization !== undefined) return null;
  const isPage = !NOT_PAGE.test(url);
  // The browser's own navigation, which can leave the desk and change the language.
  if (isPage && headers["sec-fetch-dest"] === "empty") return null;
  if (Object.keys(headers).some((name) => OF_FRAMEWORK.test(name))) return null;
  const cookie = readChoices(headers.cookie, isPage);
  if (cookie === null) return null;
  const { host = "", "x-forwarded-host": named = "", "x-forwarded-proto": scheme = "" } = headers;
  const site = hasBaseUrl ? "" : [scheme, named, host].join(" ");
  const isHtml = BY_ACCEPT.test(url) && getPreferredForm(headers.accept) === "html";
  return {
    key: [url, cookie, site, ...(isHtml ? ["html"] : [])].join("\n"),
    isFile: false,
    reduce: () => {
      reduceTo(request, cookie);
      if (isHtml) headers.accept = "text/html";
    },
  };
}

/**
 * The cookies of a reader's choices, in one order and with known values alone.
 * @returns null: someone is signed in
 */
function readChoices(header: string | undefined, isPage: boolean): string | null {
  if (header === undefined) return "";
  const given = new Map(
    header.split(";").map((pair) => {
      const [name = "", value = ""] = pair.split(/=(.*)/s);
      return [name.trim(), value.trim()] as const;
    }),
  );
  if (SESSION_COOKIES.some((name) => given.has(name))) return null;
  if (!isPage) return "";
  return Object.entries(CHOICES)
    .flatMap(([name, values]) => {
      const value = values.find((one) => one === given.get(name));
      return value === undefined ? [] : [`${name}=${value}`];
    })
    .join("; ");
}

function reduceTo(request: IncomingMessage, cookie: string): void {
  const { headers } = request;
  // The answer to HEAD is that to GET; Node sends no body.
  request.method = "GET";
  for (const name of Object.keys(headers)) if (!HEADERS.has(name)) delete headers[name];
  headers["user-agent"] = ANY_READER;
  if (cookie !== "") headers.cookie = cookie;
}
