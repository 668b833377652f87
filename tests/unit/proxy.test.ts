import { unstable_doesMiddlewareMatch as doesProxyRun } from "next/experimental/testing/server";
import { NextRequest } from "next/server";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { config, proxy } from "../../proxy";
import { OUTSIDE_PROXY } from "../../scripts/lib/request-filter.mjs";

const policyOf = async () => {
  const answer = await proxy(new NextRequest("http://localhost:3000/"));
  return answer.headers.get("content-security-policy") ?? "";
};

/** The settings are read once for each process; here, for each test. */
vi.mock("@/lib/server/env", async (load) => {
  const real = await load<typeof import("@/lib/server/env")>();
  return { ...real, env: () => real.parseEnv(process.env) };
});

beforeEach(() => {
  vi.stubEnv("DATABASE_URL", "postgresql://tracker@localhost/tracker");
  // The test runner sets it to a path.
  vi.stubEnv("BASE_URL", "");
});
afterEach(() => vi.unstubAllEnvs());

test("each page has a nonce of its own, and no script runs without it", async () => {
  const nonces = [await policyOf(), await policyOf()].map(
    (policy) => /'nonce-([^']+)'/.exec(policy)?.[1],
  );
  expect(nonces[0]).toMatch(/^[A-Za-z0-9+/]{22}==$/);
  expect(nonces[0]).not.toBe(nonces[1]);
  expect(await policyOf()).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';/);
  expect(await policyOf()).toContain("frame-ancestors 'none'");
  expect(await policyOf()).not.toContain("unsafe-eval");
  expect(await policyOf()).not.toContain("https:");
});

test("a map style of the operator's own may draw from elsewhere, and from its own origin without encryption", async () => {
  vi.stubEnv("MAP_STYLE_URL", "https://maps.example.org/style.json");
  expect(await policyOf()).toContain("connect-src 'self' https: https://maps.example.org;");
  expect(await policyOf()).toContain("img-src 'self' data: blob: https: https://maps.example.org;");
  expect(await policyOf()).not.toMatch(/script-src[^;]*https:/);
  vi.stubEnv("MAP_STYLE_URL", "http://localhost:8080/style.json");
  expect(await policyOf()).toContain("connect-src 'self' https: http://localhost:8080;");
});

test("streets and satellite images may come from their own origins only", async () => {
  vi.stubEnv("MAP_PMTILES", "/basemap/streets.pmtiles");
  expect(await policyOf()).toContain("connect-src 'self';");
  vi.stubEnv("MAP_PMTILES", "https://maps.example.org/pakistan.pmtiles");
  vi.stubEnv("MAP_IMAGERY_URL", "https://tiles.example.org/{z}/{x}/{y}.jpg");
  const origins = "https://maps.example.org https://tiles.example.org";
  expect(await policyOf()).toContain(`connect-src 'self' ${origins};`);
  expect(await policyOf()).toContain(`img-src 'self' data: blob: ${origins};`);
  expect(await policyOf()).not.toMatch(/script-src[^;]*https:/);
});

test.each([
  ["/", true],
  ["/zones/rashakai-sez", true],
  ["/admin/people", true],
  ["/metrics-of-zones", true],
  ["/metrics", false],
  ["/.well-known/security.txt", false],
  ["/compare", true],
  ["/compare/comparison.csv", false],
  ["/basemap/land.json", false],
  ["/icon.svg", false],
  ["/icons/192.png", false],
  ["/manifest.webmanifest", false],
  ["/embed/map", false],
  ["/embed/zone/rashakai-sez", false],
  ["/og", false],
  ["/og/zones/rashakai-sez", false],
  ["/ogre", true],
  ["/embedded", true],
  ["/api/v1/zones", false],
  ["/_next/static/chunks/a.js", false],
])("%s has a policy: %s, also where it is fetched in advance", (path, expected) => {
  for (const headers of [{}, { purpose: "prefetch" }, { "next-router-prefetch": "1" }]) {
    expect(doesProxyRun({ config, url: path, headers })).toBe(expected);
  }
  // What the proxy leaves out, the filter before it checks.
  expect(OUTSIDE_PROXY.test(path)).toBe(!expected);
  expect(OUTSIDE_PROXY.test(`${path}?a=b`)).toBe(!expected);
});

describe("the language of a page", () => {
  /** What a page is told, and the cookie that the browser gets. */
  const askFor = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await proxy(new NextRequest(`http://localhost:3000${path}`, { headers }));
    return {
      told: answer.headers.get("x-middleware-request-x-reader-language"),
      cookie: answer.headers.get("set-cookie"),
    };
  };

  test("is the one in the address, which a cookie keeps", async () => {
    const { told, cookie } = await askFor("/?province=sindh&lang=ur", { cookie: "lang=zh" });
    expect(told).toBe("ur");
    expect(cookie).toMatch(/^lang=ur; Path=\/; .*Max-Age=31536000; SameSite=lax$/i);
  });

  test("is else the one in the cookie, which stays as it is", async () => {
    expect(await askFor("/gaps", { cookie: "lang=zh" })).toEqual({ told: "zh", cookie: null });
    expect(await askFor("/?lang=zh", { cookie: "lang=zh" })).toEqual({ told: "zh", cookie: null });
  });

  test("is else the site's, whatever a client claims", async () => {
    const nothing = { told: null, cookie: null };
    expect(await askFor("/")).toEqual(nothing);
    expect(await askFor("/?lang=en-XA", { cookie: "lang=fr" })).toEqual(nothing);
    expect(await askFor("/", { "x-reader-language": "ur" })).toEqual(nothing);
  });

  test("changes with the whole document, where the desk begins and ends", async () => {
    const ask = async (path: string, from: string, cookie = "lang=ur") => {
      const headers = {
        cookie,
        "sec-fetch-dest": "empty",
        referer: `http://localhost:3000${from}`,
      };
      return (await proxy(new NextRequest(`http://localhost:3000${path}`, { headers }))).status;
    };
    expect(await ask("/gaps", "/admin/people")).toBe(204);
    expect(await ask("/admin", "/gaps")).toBe(204);
    expect(await ask("/gaps", "/method")).toBe(200);
    expect(await ask("/admin/people", "/admin")).toBe(200);
    expect(await ask("/gaps", "/admin", "")).toBe(200);
    expect(await ask("/gaps", "/admin", "lang=en")).toBe(200);
  });

  test("is the site's on the desk", async () => {
    expect((await askFor("/admin/people", { cookie: "lang=ur" })).told).toBeNull();
    expect((await askFor("/administration", { cookie: "lang=ur" })).told).toBe("ur");
  });
});
