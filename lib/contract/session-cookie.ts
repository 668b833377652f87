/** Prefix of the names of cookies that the sign-in sets. */
export const COOKIE_PREFIX = "tracker";

/** Names of the session's cookie: over https, and over plain http. */
export const SESSION_COOKIES = [
  `__Secure-${COOKIE_PREFIX}.session_token`,
  `${COOKIE_PREFIX}.session_token`,
] as const;
