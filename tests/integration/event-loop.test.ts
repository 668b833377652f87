import { beforeAll, expect, test } from "vitest";
import { readTypeScriptOutput } from "../../scripts/lib/run-command.mjs";
import { get, getOgc } from "../support/api";
import { measureFixedTask, measureLongestTask } from "../support/event-loop";
import { newClaim } from "../support/new-claim";
import { testDatabase } from "../support/test-database";

/**
 * `EVENT_LOOP_ZONES=10000 npx vitest run --project integration tests/integration/event-loop.test.ts` prints the longest task
 * of each answer for 10,000 zones.
 */
const ZONES = process.env.EVENT_LOOP_ZONES;

/**
 * The longest task that an answer may take, as a multiple of the fixed task, which takes about 50 ms on an idle machine. The
 * goal is 1. What is compared is measured in the same run, since other programs slow the processor for both.
 */
const MAX_TIMES = 2;

/** Answers over it are asked for again, as often as this: code runs slowly until it is compiled. */
const TRIES = 3;

const database = testDatabase("seeded");

beforeAll(async () => {
  await readTypeScriptOutput("tests/bench/make-zones.ts", {
    args: [ZONES ?? "3000"],
    env: { DATABASE_URL: database.ownerUrl, DATABASE_URL_OWNER: "", LOG_LEVEL: "error" },
  });
}, 120_000);

/** A new revision and the rows of today after it, so that nothing that was kept answers. */
async function write(): Promise<void> {
  const { writeLedger } = await import("../../lib/server/ledger/ledger");
  const { currentView } = await import("../../lib/server/registry/registry-at");
  const claims = [newClaim()];
  expect(await writeLedger({ author: "tester", purpose: "a test", claims })).toMatchObject({
    ok: true,
  });
  await currentView();
}

const SITEMAP = "/sitemap.xml";

/** The answer of the API, or of `/ogc`, or the sitemap. */
async function ask(address: string): Promise<Response> {
  if (!address.startsWith(SITEMAP))
    return await (address.startsWith("/ogc") ? getOgc(address.slice(4)) : get(address));
  const { GET } = await import("../../app/sitemap.xml/route");
  return GET(new Request(`http://localhost${address}`));
}

/** Reads an answer to its end. */
async function read(address: string): Promise<void> {
  const response = await ask(address);
  expect(response.status, address).toBe(200);
  for await (const _ of response.body ?? []);
}

const TABLES = ["sources", "firms", "tenancies", "claims", "evidence", "events", "context"];

/** Addresses of each kind of answer, with the number of the try in days that are asked for once. */
const ADDRESSES: readonly string[] = [
  "zones?limit=1000",
  "zones?q=rash&sort=-areaAcres&weights=legal:5",
  "zones?province=sindh&electricity=partial,available",
  "zones?asOf=2023-01-1{try}",
  "facets?asOf=2023-02-1{try}",
  "facets",
  "rows",
  "method",
  "readiness",
  "readiness?scope=all",
  "readiness/history?scope=all",
  "readiness/history.csv?scope=all",
  "changes?from=2023-01-01",
  "changes.atom",
  "changes.json?province=sindh",
  "targets.ics?scope=all",
  "tenancies?stage=producing",
  "firms",
  "sources",
  "sources/geonames",
  "events",
  "context",
  "search?q=rashakai",
  "search?q=raskhai",
  "search?q=qqqqqqqq",
  "zones/rashakai-sez",
  "zones/rashakai-sez/claims",
  ...["csv", "ndjson", "geojson", "parquet", "xlsx", "gpkg"].map((file) => `zones.${file}`),
  "registry.sqlite",
  "package.zip",
  "package.zip?province=sindh",
  ...TABLES.map((table) => `tables/${table}.csv`),
  "tables/claims.parquet",
  "tables/sources.parquet",
  "openapi.json",
  "fields",
  "dcat.jsonld",
  "/ogc/collections/zones/items?limit=1000",
  "/ogc/collections/zones/items?bbox=66,24,70,28&f=html",
  `${SITEMAP}?part=1`,
];

test("no answer, file or write keeps other requests waiting", async () => {
  /** The longest task of each answer, as a multiple of the fixed task that was measured before it. */
  const longest = new Map<string, number>();
  let fixed = await measureFixedTask();
  const measure = async (name: string, work: () => Promise<unknown>) => {
    const ms = await measureLongestTask(work);
    longest.set(name, Math.min(ms / fixed, longest.get(name) ?? Number.POSITIVE_INFINITY));
    if (ZONES) console.log(`${ms.toFixed(0).padStart(6)} ms  ${name}`);
  };
  const isTooLong = (name: string) => (longest.get(name) ?? MAX_TIMES) >= MAX_TIMES;
  const { currentView } = await import("../../lib/server/registry/registry-at");
  await measure("load", currentView);
  for (let tried = 0; tried < TRIES; tried += 1) {
    fixed = await measureFixedTask();
    if (ZONES) console.log(`${fixed.toFixed(0).padStart(6)} ms  the fixed task`);
    await measure("write", write);
    for (const address of ADDRESSES.filter(isTooLong)) {
      await measure(address, () => read(address.replace("{try}", String(tried))));
    }
  }
  expect([...longest].filter(([name]) => isTooLong(name))).toEqual([]);
}, 600_000);

test("the sitemap lists its parts, which have every zone once", async () => {
  const addressesIn = async (address: string) => {
    const xml = await (await ask(address)).text();
    return [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = ""]) => new URL(url));
  };
  const parts = await addressesIn(SITEMAP);
  expect(parts.length).toBeGreaterThan(1);
  const pages = await Promise.all(parts.map((part) => addressesIn(part.pathname + part.search)));
  const zones = pages
    .flat()
    .filter(({ pathname, search }) => /^\/zones\/[^/]+$/.test(pathname) && search === "");
  expect(new Set(zones.map(String)).size).toBe(zones.length);
  const { currentView } = await import("../../lib/server/registry/registry-at");
  expect(zones).toHaveLength((await currentView()).registry.zones.length);
  expect((await ask(`${SITEMAP}?part=${parts.length + 1}`)).status).toBe(404);
});
