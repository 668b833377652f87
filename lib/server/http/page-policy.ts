import { createHash } from "node:crypto";
import { listMapOrigins, mapSettings } from "../map-settings";

/**
 * The allowed origins of scripts, styles, workers and data. A map style of `MAP_STYLE_URL` may load its tiles,
 * glyphs and sprites from any https origin; streets and satellite images only from their own.
 */
export function contentSecurityPolicy(nonce: string): string {
  const development = process.env.NODE_ENV === "development";
  const anywhere = mapSettings().styleUrl === null ? [] : ["https:"];
  const mapOrigins = [...anywhere, ...listMapOrigins()].map((origin) => ` ${origin}`).join("");
  // In development, React uses eval to show server errors, and the development tools use a WebSocket.
  const script = `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`;
  return [
    "default-src 'self'",
    script,
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob:${mapOrigins}`,
    `connect-src 'self'${development ? " ws:" : ""}${mapOrigins}`,
    "font-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/**
 * A policy with the hashes of a page's own scripts in the place of its nonce, which everyone could know who reads the page.
 * Only scripts with the nonce are named: one that came in with a text has none.
 */
export function nameScripts(policy: string, html: string): string {
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  if (nonce === undefined) throw new Error("The page has no nonce.");
  const hashes = [...html.matchAll(/<script\b([^>]*)>(.*?)<\/script>/gs)].flatMap(
    ([, attributes = "", text = ""]) =>
      attributes.includes(`nonce="${nonce}"`) && !/\ssrc=/.test(attributes)
        ? [`'sha256-${createHash("sha256").update(text).digest("base64")}'`]
        : [],
  );
  return policy.replace(`'nonce-${nonce}' 'strict-dynamic'`, [...new Set(hashes)].join(" "));
}
