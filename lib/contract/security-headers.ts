/** Headers of every answer, static files and API included; the content security policy is the proxy's. */
export const SECURITY_HEADERS = [
  { key: "x-content-type-options", value: "nosniff" },
  { key: "referrer-policy", value: "strict-origin-when-cross-origin" },
  { key: "permissions-policy", value: "camera=(), microphone=(), geolocation=(), payment=()" },
  { key: "cross-origin-opener-policy", value: "same-origin" },
];

/** Headers of every answer but embeds. Those alone may be shown in pages of other sites. */
export const FRAME_HEADERS = [{ key: "x-frame-options", value: "DENY" }];
