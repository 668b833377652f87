import { expect } from "@playwright/test";
import { test } from "./support/test";

interface Zones {
  readonly data: readonly { readonly slug: string }[];
  readonly meta: { readonly matched: number };
}

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
  test(`table and API give the same zones: ${query || "no query"}`, async ({
    explorer,
    request,
  }) => {
    await explorer.open(query && `?${query}`);
    const shown = await explorer.zonesInTable();
    expect(await explorer.counts()).toMatchObject({ found: shown.length });

    const response = await request.get(`/api/v1/zones?${query}`);
    const { data, meta } = (await response.json()) as Zones;
    expect(data.map(({ slug }) => slug)).toEqual(shown);
    expect(meta.matched).toBe(shown.length);
  });
}
