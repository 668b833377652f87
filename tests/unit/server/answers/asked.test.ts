import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { describe, expect, test } from "vitest";
import { readAsked } from "@/lib/server/http/answers/asked";

function ask(url: string, headers: IncomingHttpHeaders = {}, method = "GET") {
  const request = { url, method, headers: { host: "tracker.test", ...headers } };
  const asked = readAsked(request as IncomingMessage, true);
  asked?.reduce();
  return { key: asked?.key ?? null, headers: request.headers };
}

describe("an answer is for everyone", () => {
  test.each([
    "/",
    "/?province=sindh&asOf=2024-01-01",
    "/zones/rashakai-sez",
    "/api/v1/zones",
    "/api/v1/zones.xlsx",
    "/embed/map",
    "/og/zones/rashakai-sez",
    "/accounting",
  ])("at %s", (url) => expect(ask(url).key).toContain(url));
});

describe("an answer is for one request alone", () => {
  test.each([
    "/admin",
    "/admin/record?zone=a",
    "/account",
    "/alerts?stop=secret",
    "/ur/alerts?stop=secret",
    "/set-password?token=secret",
    "/correct?field=power",
    "/metrics",
    "/sign-in",
    "/api/auth/get-session",
    "/api/health/ready",
    "/api/mail/stop?token=secret",
    "/api/v1/stream",
    "/api/v1/submissions",
    "/_next/data/a.json",
    "/api/v1/%73tream",
    "/%61lerts?stop=secret",
    `/${"a".repeat(5000)}`,
  ])("at %s", (url) => expect(ask(url).key).toBeNull());

  test.each<[string, IncomingHttpHeaders]>([
    ["has a session", { cookie: "theme=dark; tracker.session_token=abc" }],
    ["has a session over HTTPS", { cookie: "__Host-tracker.session_token=abc" }],
    ["has a token", { authorization: "Bearer abc" }],
    ["asks for a part of a page", { rsc: "1" }],
    ["asks for a page in advance", { "next-router-prefetch": "1" }],
    ["calls an action", { "next-action": "abc" }],
    ["navigates from the desk", { "sec-fetch-dest": "empty" }],
  ])("that %s", (_, headers) => expect(ask("/", headers).key).toBeNull());

  test("that asks for a part of a file of the build", () => {
    expect(ask("/_next/static/a.js", { range: "bytes=0-10" }).key).toBeNull();
    expect(ask("/api/v1/zones.parquet", { range: "bytes=0-10" }).key).not.toBeNull();
  });

  test("that changes something", () => expect(ask("/", {}, "POST").key).toBeNull());
});

test("a page depends on the choices of a reader, in any order, and on no other cookie", () => {
  const plain = ask("/");
  const dark = ask("/", { cookie: "a=b; theme=dark" });
  expect(dark.key).not.toBe(plain.key);
  expect(ask("/", { cookie: "other=1; theme=dark;draft=c" }).key).toBe(dark.key);
  expect(ask("/", { cookie: "theme=<script>; other=open" }).key).toBe(plain.key);
  expect(ask("/api/v1/zones", { cookie: "theme=dark" }).key).toBe(ask("/api/v1/zones").key);
});

test("an answer for GIS programs depends on the form that Accept prefers, and on nothing else of a reader", () => {
  const url = "/ogc/collections/zones/items?limit=5";
  const json = ask(url, { accept: "application/geo+json" });
  const html = ask(url, { accept: "text/html,*/*;q=0.8", cookie: "theme=dark" });
  expect(html.key).not.toBe(json.key);
  expect(html.headers.accept).toBe("text/html");
  expect(json.headers.accept).toBeUndefined();
  expect(ask(url, { accept: "*/*", cookie: "theme=dark" }).key).toBe(json.key);
  expect(ask(url, { accept: "text/html" }).key).toBe(html.key);
  expect(ask("/api/v1/zones", { accept: "text/html" }).key).toBe(ask("/api/v1/zones").key);
});

test("files of the build and of the map are the same for everyone, also for who is signed in", () => {
  const headers = { cookie: "tracker.session_token=abc" };
  for (const url of ["/_next/static/chunks/a.js", "/basemap/land.json"]) {
    expect(ask(url, headers).key).toBe(ask(url).key);
    expect(ask(url, { range: "bytes=0-10" }).key).toBeNull();
  }
});

test("nothing else of a request reaches what makes the answer", () => {
  const { headers } = ask("/", {
    accept: "text/html",
    "accept-language": "ur",
    cookie: "other=1; theme=dark; draft=secret",
    "if-none-match": '"a"',
    referer: "https://elsewhere.test/?secret",
    "user-agent": "a browser",
    "x-client-network": "10.0.0.1",
    "x-reader-language": "ur",
  });
  expect(headers).toEqual({
    host: "tracker.test",
    cookie: "theme=dark",
    "user-agent": "reader",
    "x-client-network": "10.0.0.1",
  });
});

test("without a setting, each address of the site has its own answers", () => {
  const keyAt = (host: string, hasBaseUrl: boolean) =>
    readAsked({ url: "/", method: "GET", headers: { host } } as IncomingMessage, hasBaseUrl)?.key;
  expect(keyAt("a.test", false)).not.toBe(keyAt("b.test", false));
  expect(keyAt("a.test", true)).toBe(keyAt("b.test", true));
});
