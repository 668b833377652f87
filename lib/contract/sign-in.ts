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
