/**
 * Prefixes of the cookies of the sign-in: over HTTPS, and over plain HTTP. Browsers accept `__Host-` only from this
 * host itself over HTTPS, so no other site below the same domain can set such a cookie.
 */
export const COOKIE_PREFIXES = { https: "__Host-tracker", http: "tracker" } as const;

/** Names of the session's cookie: over HTTPS, and over plain HTTP. */
export const SESSION_COOKIES = [
  `${COOKIE_PREFIXES.https}.session_token`,
  `${COOKIE_PREFIXES.http}.session_token`,
] as const;

/** Only used to see whether a path leads to another site. */
const ANY_ORIGIN = "http://any.invalid";

/**
 * The path to open after signing in: `requested` if it is a path of this site, else `fallback`. A
 * redirect to another site would make that site look trustworthy.
 */
export function safeRedirectPath(requested: string | null | undefined, fallback: string): string {
  if (!requested?.startsWith("/") || !URL.canParse(requested, ANY_ORIGIN)) return fallback;
  const { origin, pathname, search, hash } = new URL(requested, ANY_ORIGIN);
  // A path can still start with two slashes, which a browser reads as another host.
  return origin === ANY_ORIGIN && !pathname.startsWith("//") ? pathname + search + hash : fallback;
}
