/** A field of the forms for readers that people do not see. Programs that fill in every field give themselves away. */
export const HONEYPOT = "website";

/** Most characters of an address to which mail can be sent (RFC 5321). */
export const MAX_EMAIL = 254;
