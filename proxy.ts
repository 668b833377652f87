import { type NextRequest, NextResponse } from "next/server";

/**
 * Where scripts, styles, workers and data may come from. The reader's own map style (`MAP_STYLE_URL`) may
 * draw its tiles, glyphs and sprites from anywhere that is https.
 */
function contentSecurityPolicy(nonce: string): string {
  const development = process.env.NODE_ENV === "development";
  const elsewhere = process.env.MAP_STYLE_URL ? " https:" : "";
  // React reconstructs server errors by eval in development, and the tools speak over a web socket.
  const script = `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`;
  return [
    "default-src 'self'",
    script,
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob:${elsewhere}`,
    `connect-src 'self'${development ? " ws:" : ""}${elsewhere}`,
    "font-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/**
 * Gives each page a policy with a nonce of its own; Next reads it from the request and puts the nonce on
 * its scripts. It is never a lock: every action and handler checks its own session.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

export const config = {
  // Pages only: files of the build, the basemap and the API run no scripts. What is fetched in advance counts
  // too: a browser shows it later as the page.
  matcher: "/((?!api/|_next/static|_next/image|basemap/|favicon.ico|icon.svg).*)",
};
