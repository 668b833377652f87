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
  ["/mcp", false],
  ["/overview", true],
  ["/firms/century-steel", true],
  ["/ur/zones", true],
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
  const ask = (path: string, headers: Record<string, string> = {}) =>
    proxy(new NextRequest(`http://localhost:3000${path}`, { headers }));
  /** What a page is told, and the path that answers. */
  const askFor = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await ask(path, headers);
    return {
      told: answer.headers.get("x-middleware-request-x-reader-language"),
      answeredBy: answer.headers.get("x-middleware-rewrite"),
    };
  };

  test("stands before its path; English stands nowhere, whatever a client claims", async () => {
    const site = "http://localhost:3000";
    expect(await askFor("/ur/zones?province=sindh")).toEqual({
      told: "ur",
      answeredBy: `${site}/zones?province=sindh`,
    });
    expect(await askFor("/zh")).toEqual({ told: "zh", answeredBy: `${site}/` });
    const claimed = { "x-reader-language": "ur", cookie: "lang=ur", "accept-language": "ur" };
    expect(await askFor("/zones", claimed)).toEqual({ told: "en", answeredBy: null });
  });

  test.each(["/ur/admin/people", "/ur/api/v1/zones", "/ur/embed/map"])(
    "%s is no page: nothing but pages has a language",
    async (path) => {
      expect(await askFor(path)).toMatchObject({ answeredBy: null });
    },
  );

  test.each([
    ["/zones?province=sindh&lang=ur&asOf=2021-06-30", "/ur/zones?province=sindh&asOf=2021-06-30"],
    ["/ur/method?lang=zh", "/zh/method"],
    ["/ur/method?lang=en", "/method"],
    ["/?lang=ur", "/ur"],
    ["/?province=sindh,punjab&lang=ur", "/ur/zones?province=sindh,punjab"],
    ["/?province=sindh", "/zones?province=sindh"],
    ["/zh?asOf=2020-12-31", "/zh/zones?asOf=2020-12-31"],
    ["/overview", "/"],
    ["/overview?asOf=2024-01-01&lang=zh", "/zh/zones?asOf=2024-01-01"],
    ["/ur/gaps?province=sindh", "/ur/readiness?province=sindh"],
    ["/changes?zone=dhabeji-sez", "/news?tab=learned&zones=dhabeji-sez"],
    ["/events", "/news"],
    ["/dependence?lang=ur", "/ur/firms?country=CN"],
    ["/investors?owner=CN", "/firms?owner=CN"],
    ["/investors/century-steel?asOf=2024-01-01", "/firms/century-steel?asOf=2024-01-01"],
    ["/releases?lang=ur", "/ur/data#releases"],
    ["/data/releases", "/data#releases"],
    ["/releases/2026.1", "/data/releases/2026.1"],
    ["/admin", "/admin/zones"],
    ["/admin/review?age=9", "/admin/work?tab=review&age=9"],
    ["/admin/corrections/7", "/admin/work?tab=corrections&id=7"],
    ["/admin/sources/a%20b", "/admin/records/source/a%20b"],
  ])("the earlier address %s leads to %s", async (path, to) => {
    const answer = await ask(path);
    expect([answer.status, answer.headers.get("location")]).toEqual([
      307,
      `http://localhost:3000${to}`,
    ]);
  });

  test("changes with the whole document", async () => {
    const from = async (path: string, referer: string) => {
      const headers = { "sec-fetch-dest": "empty", referer: `http://localhost:3000${referer}` };
      return (await ask(path, headers)).status;
    };
    expect(await from("/admin", "/ur/readiness")).toBe(204);
    expect(await from("/ur/readiness", "/readiness")).toBe(204);
    expect(await from("/ur/readiness", "/ur/method")).toBe(200);
    expect(await from("/readiness", "/admin/people")).toBe(200);
  });
});
