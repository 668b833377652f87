import "server-only";
import { env } from "../env";
import { log } from "../log/log";

/**
 * Logs a warning where readers come over HTTPS and `TRUST_PROXY` is not set. The server itself has no HTTPS, so there is
 * a proxy before it, and without `TRUST_PROXY` all readers share the limits of one client.
 */
export function warnOfUntrustedProxy(): void {
  const { BASE_URL, TRUST_PROXY } = env();
  if (TRUST_PROXY || !BASE_URL?.startsWith("https:")) return;
  log.warn(
    "BASE_URL is https, so a proxy is in front of the server, but TRUST_PROXY is not true: all readers count as one client and share its limits. Set TRUST_PROXY=true if the proxy sets X-Forwarded-For.",
  );
}
