import { beforeAll, expect, test } from "vitest";
import { readTypeScriptOutput } from "../../scripts/lib/run-command.mjs";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";

/** With their firms and sources, more pages than a part has. */
const ZONES = 600;

const SITEMAP = "/sitemap.xml";

const database = testDatabase("seeded");

beforeAll(async () => {
  await readTypeScriptOutput("tests/bench/make-zones.ts", {
    args: [String(ZONES)],
    env: { DATABASE_URL: database.ownerUrl, DATABASE_URL_OWNER: "", LOG_LEVEL: "error" },
  });
}, 120_000);

async function ask(address: string): Promise<Response> {
  const { GET } = await import("../../app/sitemap.xml/route");
  return GET(new Request(`http://localhost${address}`));
}

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

test("each page has the day of its last change, and no page is of a source that nothing cites", async () => {
  const xml = (
    await Promise.all([1, 2].map(async (part) => (await ask(`${SITEMAP}?part=${part}`)).text()))
  ).join("");
  const days = [...xml.matchAll(/<loc>[^<]+<\/loc>(<lastmod>\d{4}-\d\d-\d\d<\/lastmod>)?/g)];
  expect(days.length).toBeGreaterThan(1_000);
  expect(days.filter(([, day]) => day === undefined)).toEqual([]);
  const rashakai = /<loc>http:\/\/localhost\/zones\/rashakai-sez<\/loc><lastmod>2026-11-24</;
  expect(xml).toMatch(rashakai);
  expect(xml).toContain("/data/evidence<");
  expect(xml).not.toContain("/compare<");
  const [uncited] = await sql(
    database.url,
    `SELECT id FROM source WHERE id NOT IN (SELECT source_id FROM claim) AND id NOT IN (SELECT source_id FROM event)
     AND id NOT IN (SELECT source_id FROM context_figure) LIMIT 1`,
  );
  expect(uncited).toBeDefined();
  expect(xml).not.toContain(`/sources/${uncited?.id}<`);
});
