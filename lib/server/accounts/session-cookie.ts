import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { COOKIE_PREFIXES } from "@/lib/contract/sign-in";
import { authSecret } from "../env";
import { usesHttps } from "../origins";

/** The token before the signature, and its HMAC-SHA-256 in base64. */
const SIGNED = /^(.+)\.([A-Za-z0-9+/]{43}=)$/;

/**
 * The token of a session's cookie with our signature. Null: there is none, or the cookie is unusual; then the sign-in
 * library decides.
 * @param header `cookie` of the request
 */
export function readSessionToken(header: string | null): string | null {
  const name = `${COOKIE_PREFIXES[usesHttps() ? "https" : "http"]}.session_token=`;
  const pairs = (header ?? "").split(";").map((pair) => pair.trim());
  const [value, ...more] = pairs.filter((pair) => pair.startsWith(name));
  if (value === undefined || more.length > 0) return null;
  const [, token, signature] = SIGNED.exec(decode(value.slice(name.length))) ?? [];
  if (token === undefined || signature === undefined) return null;
  const expected = createHmac("sha256", authSecret()).update(token).digest();
  return timingSafeEqual(expected, Buffer.from(signature, "base64")) ? token : null;
}

/** Empty where it is not encoded as a cookie is. */
function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return "";
  }
}
