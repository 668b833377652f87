import "server-only";
import { headers } from "next/headers";
import { env } from "./env";

/**
 * The origins whose pages may act with a user's session: that of `BASE_URL`; without it, the names of
 * this machine with `PORT`.
 */
export function trustedOrigins(): string[] {
  const { BASE_URL, PORT } = env();
  if (BASE_URL !== undefined) return [new URL(BASE_URL).origin];
  return ["localhost", "127.0.0.1", "[::1]"].map((host) => `http://${host}:${PORT}`);
}

/** Does a request come from one of our own pages? Browsers send `Origin` with every POST, so a request without it does not. */
export function isOwnOrigin(headers: Headers): boolean {
  const origin = headers.get("origin");
  return origin !== null && trustedOrigins().includes(origin);
}

/** Are cookies sent over HTTPS only? Over plain HTTP nobody could sign in with such cookies. */
export function usesHttps(): boolean {
  return env().BASE_URL?.startsWith("https:") ?? false;
}

/**
 * The IP address of the client. `scripts/lib/request-filter.mjs` puts exactly one address into the
 * header, which clients cannot choose: that of the connection or, with `TRUST_PROXY`, the one that the
 * proxy saw.
 */
export function getClientAddress(headers: Pick<Headers, "get">): string | null {
  // A server that listens on IPv6 sees IPv4 addresses in their IPv6 form.
  return headers.get("x-forwarded-for")?.replace(/^::ffff:(?=[\d.]+$)/i, "") ?? null;
}

/**
 * What the limits count as one client: an IPv4 address, or the /64 network of an IPv6 address. Set by
 * `scripts/lib/request-filter.mjs`, and only for requests from a connection: null for a request that
 * the framework makes inside the process, and in development.
 */
export function getClientNetwork(headers: Headers): string | null {
  return headers.get("x-client-network");
}

/** Scheme and host by which the reader of a page came here, unless the settings name the site's own. */
export async function siteOrigin(): Promise<string> {
  const { BASE_URL } = env();
  if (BASE_URL) return BASE_URL;
  const host = (await headers()).get("host");
  return host ? `http://${host}` : "";
}
