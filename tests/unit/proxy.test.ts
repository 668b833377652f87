import { unstable_doesMiddlewareMatch as doesProxyRun } from "next/experimental/testing/server";
import { NextRequest } from "next/server";
import { afterEach, expect, test, vi } from "vitest";
import { config, proxy } from "../../proxy";
import { OUTSIDE_PROXY } from "../../scripts/lib/request-filter.mjs";

const policyOf = async () => {
  const answer = await proxy(new NextRequest("http://localhost:3000/"));
  return answer.headers.get("content-security-policy") ?? "";
};

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

test("a map style of the operator's own may draw from elsewhere", async () => {
  vi.stubEnv("MAP_STYLE_URL", "https://maps.example.org/style.json");
  expect(await policyOf()).toContain("connect-src 'self' https:;");
  expect(await policyOf()).toContain("img-src 'self' data: blob: https:;");
  expect(await policyOf()).not.toMatch(/script-src[^;]*https:/);
});

test("streets and pictures from above may come from their own origins only", async () => {
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
