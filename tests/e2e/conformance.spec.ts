import { expect } from "@playwright/test";
import { readCsv, readGeojson, readNdjson, readXlsx, toArrayBuffer } from "../support/read-files";
import { test } from "./support/test";

/** Queries with every kind of parameter. */
const QUERIES = [
  "",
  "province=sindh,unknown",
  "scope=all&status=unknown&sort=name",
  "readinessMin=50&readinessMode=possibly&coverageMin=0.3",
  "areaAcres=100..1000,unknown&sort=-areaAcres",
  "q=karachi&scope=all",
  "asOf=2020-12-31&scope=all&sort=province,name",
  "weights=legal:0,utilities:60&sort=-readiness",
  "status=cancelled",
];

test.use({ drawsMaps: false });

for (const query of QUERIES) {
  test(`table, API and files give the same zones: ${query || "no query"}`, async ({
    explorer,
    request,
  }) => {
    await explorer.open(query && `?${query}`);
    const shown = await explorer.zonesInTable();
    expect(await explorer.counts()).toMatchObject({ found: shown.length });

    const get = async (ending: string) => {
      const response = await request.get(`/api/v1/zones${ending}?${query}`);
      expect(response.status(), ending).toBe(200);
      return await response.body();
    };
    const slugs = (rows: readonly { readonly slug?: unknown }[]) => rows.map(({ slug }) => slug);
    const { data, meta } = JSON.parse((await get("")).toString());
    expect(slugs(data), "JSON").toEqual(shown);
    expect(meta.matched).toBe(shown.length);
    expect(slugs(readCsv(toArrayBuffer(await get(".csv")))), "CSV").toEqual(shown);
    expect(slugs(await readXlsx(toArrayBuffer(await get(".xlsx")))), "XLSX").toEqual(shown);
    expect(slugs(readGeojson((await get(".geojson")).toString())), "GeoJSON").toEqual(shown);
    expect(slugs(readNdjson((await get(".ndjson")).toString())), "NDJSON").toEqual(shown);
  });
}

test("the content security policy allows only the page's own scripts", async ({ request }) => {
  const response = await request.get("/");
  const policy = response.headers()["content-security-policy"] ?? "";
  expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic'(;|$)/);
  expect(policy).toContain("frame-ancestors 'none'");
  const [, nonce] = /'nonce-([^']+)'/.exec(policy) ?? [];
  const scripts = (await response.text()).match(/<script\b[^>]*>/g) ?? [];
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([]);
});
