/** Prefix of the cookies of the sign-in. */
export const COOKIE_PREFIX = "tracker";

/** Names of the session's cookie: over HTTPS, and over plain HTTP. */
export const SESSION_COOKIES = [
  `__Secure-${COOKIE_PREFIX}.session_token`,
  `${COOKIE_PREFIX}.session_token`,
] as const;
