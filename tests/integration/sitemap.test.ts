import { beforeAll, expect, test } from "vitest";
import { readTypeScriptOutput } from "../../scripts/lib/run-command.mjs";
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
