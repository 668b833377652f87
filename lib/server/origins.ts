import "server-only";
import { env } from "./env";

/**
 * The origins whose pages may act with a visitor's session: `BASE_URL`, or, while it is unset, this
 * machine's names on `PORT`.
 */
export function trustedOrigins(): string[] {
  const { BASE_URL, PORT } = env();
  if (BASE_URL !== undefined) return [new URL(BASE_URL).origin];
  return ["localhost", "127.0.0.1", "[::1]"].map((host) => `http://${host}:${PORT}`);
}

/** Does a request come from one of our own pages? Browsers send `Origin` with every POST; what sends none is refused. */
export function isOwnOrigin(headers: Headers): boolean {
  const origin = headers.get("origin");
  return origin !== null && trustedOrigins().includes(origin);
}

/** Are cookies sent over https only? Under plain http nobody could sign in with such cookies. */
export function usesHttps(): boolean {
  return env().BASE_URL?.startsWith("https:") ?? false;
}

/**
 * The address from which a request came. The server's front door (scripts/lib/http-hardening.mjs) has put
 * one address there, which no client can choose: the connection's own, or, with `TRUST_PROXY`, the one
 * that the proxy in front of us saw.
 */
export function addressOf(headers: Headers): string | null {
  // Where the server listens on IPv6 too, an IPv4 address comes in the dress of the other.
  return headers.get("x-forwarded-for")?.replace(/^::ffff:(?=[\d.]+$)/i, "") ?? null;
}
