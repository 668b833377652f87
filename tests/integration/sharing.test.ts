import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import * as oembed from "../../app/api/oembed/route";
import * as unknownEmbed from "../../app/embed/[...path]/route";
import * as embedChart from "../../app/embed/chart/[name]/route";
import * as embedMap from "../../app/embed/map/route";
import * as embedTable from "../../app/embed/table/route";
import * as embedZone from "../../app/embed/zone/[slug]/route";
import * as card from "../../app/og/[[...path]]/route";
import { EMBED_CHARTS } from "../../lib/contract/embeds";
import type { Handlers } from "../../lib/server/http/read-route";
import { testDatabase } from "../support/test-database";

testDatabase("seeded");

const ORIGIN = "http://tracker.test";
const ask = (
  { GET }: Pick<Handlers, "GET">,
  path: string,
  params: Record<string, string | string[]> = {},
  headers: Record<string, string> = {},
) => GET(new Request(ORIGIN + path, { headers }), { params: Promise.resolve(params) });

const getCard = (address: string, headers?: Record<string, string>) => {
  const [path = ""] = address.split("?");
  const segments = path.split("/").filter((part) => part !== "");
  return ask(card, `/og${address}`, { path: segments }, headers);
};

/** Width and height of a PNG. */
async function readSize(response: Response): Promise<readonly number[]> {
  const png = Buffer.from(await response.arrayBuffer());
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

describe("share cards", () => {
  const network = vi.spyOn(globalThis, "fetch");
  beforeEach(() => {
    network.mockClear();
  });
  afterEach(() => {
    // The drawing program would fetch fonts for letters that ours lack.
    const outside = network.mock.calls.filter(([url]) => /^https?:/.test(String(url)));
    expect(outside).toEqual([]);
  });

  test.each([
    "/",
    "/?province=sindh",
    "/zones?asOf=2021-12-31",
    "/zones?q=nothing-has-this-name",
    "/zones/rashakai-sez",
    "/zones/smart-sez",
    "/zones/rashakai-sez/ledger",
    "/readiness?province=punjab",
    "/overview",
    "/firms",
    "/firms/century-steel",
    "/dependence",
    "/investors?owner=CN",
    "/investors/century-steel",
    "/gaps",
    "/news?kind=approval",
    "/events?kind=approval",
    "/context",
    "/compare?zones=rashakai-sez,dhabeji-sez",
    "/news?tab=learned&from=2024-01-01&to=2024-12-31",
    "/changes?from=2024-01-01&to=2024-12-31",
    "/sources",
    "/sources/mp-idsa-2026-03-13",
    "/data",
    "/method",
    "/glossary",
  ])("%s has a PNG of 1200 by 630", async (address) => {
    const response = await getCard(address);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("image/png");
    expect(await readSize(response)).toEqual([1200, 630]);
  });

  test("the card follows the filter", async () => {
    const read = async (address: string) =>
      Buffer.from(await (await getCard(address)).arrayBuffer());
    const [sindh, punjab] = await Promise.all(
      ["/zones?province=sindh", "/zones?province=punjab"].map(read),
    );
    if (!sindh || !punjab) throw new Error("a card is missing");
    expect(sindh.equals(punjab)).toBe(false);
    // The same view in another order of its parameters.
    expect(sindh.equals(await read("/zones?scope=announced&province=sindh"))).toBe(true);
    const tag = (await getCard("/zones?province=sindh")).headers.get("etag") ?? "";
    expect((await getCard("/zones?province=sindh", { "if-none-match": tag })).status).toBe(304);
  });

  test.each([
    ["/no-such-page", 404],
    ["/zones/no-such-zone", 404],
    ["/admin", 404],
    ["/%E0%A4%A", 404],
    ["/zones?province=sind", 400],
    ["/zones?banana=1", 400],
    ["/readiness?asOf=2199-01-01", 400],
    [`/zones?q=${"x".repeat(3000)}`, 400],
  ])("%.40s is answered with %i", async (address, status) => {
    const response = await getCard(address);
    expect(response.status).toBe(status);
    expect((await response.json()).detail).toMatch(/\.$/);
  });
});

describe("embeds", () => {
  const charts = EMBED_CHARTS.map(
    (name) => [`/embed/chart/${name}`, embedChart, { name }] as const,
  );

  test.each([
    ["/embed/map?province=sindh", embedMap, {}],
    ["/embed/table?province=sindh&theme=dark", embedTable, {}],
    ["/embed/zone/rashakai-sez?asOf=2021-12-31", embedZone, { slug: "rashakai-sez" }],
    ...charts,
  ] as const)(
    "%s is a document without scripts that any site may frame",
    async (path, route, params) => {
      const response = await ask(route, path, params);
      expect(response.status).toBe(200);
      expect(response.headers.get("content-security-policy")).toContain("frame-ancestors *");
      expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(response.headers.get("set-cookie")).toBeNull();
      const html = await response.text();
      expect(html).not.toMatch(/<script|<link|\son\w+=/i);
      expect(html).toContain("CPEC SEZ Tracker</a>");
    },
  );

  test("link to the full view at the same moment", async () => {
    const map = await (await ask(embedMap, "/embed/map?province=sindh&asOf=2021-12-31")).text();
    expect(map).toContain(`href="${ORIGIN}/zones?province=sindh&amp;asOf=2021-12-31"`);
    expect(map).toContain("As of 31 December 2021");
    expect(map).toContain("imply no endorsement");
    const zone = await ask(embedZone, "/embed/zone/rashakai-sez", { slug: "rashakai-sez" });
    expect(await zone.text()).toContain(`href="${ORIGIN}/zones/rashakai-sez"`);
  });

  test("show as many zones as the query has, and say what is unknown", async () => {
    const table = await (await ask(embedTable, "/embed/table?province=sindh")).text();
    expect(table.match(/<th scope="row">/g)).toHaveLength(11);
    expect(table).toContain('class="unknown"');
    const map = await (await ask(embedMap, "/embed/map?province=sindh")).text();
    expect(map.match(/<a [^>]*\/zones\//g)).toHaveLength(11);
  });

  test.each([
    ["needs", /facts about what these zones need/, 11],
    ["gas", /gas/, 2],
    ["owners", /China/, 2],
    ["ratings", /rated/, 1],
    ["investment", /reported as invested/, 2],
    ["targets", /came late or are still open/, 4],
  ] as const)("of the chart %s has its finding and lines", async (name, finding, least) => {
    const chart = await ask(embedChart, `/embed/chart/${name}?province=sindh`, { name });
    const html = await chart.text();
    expect(/<title>(.*?)<\/title>/.exec(html)?.[1]).toMatch(finding);
    expect(html.match(/<th scope="row">/g)?.length).toBeGreaterThanOrEqual(least);
  });

  test("have the theme of the address", async () => {
    const read = async (query: string) => (await ask(embedTable, `/embed/table${query}`)).text();
    expect(await read("?theme=dark")).toContain("color-scheme:dark;");
    expect(await read("")).toContain("color-scheme:light dark;");
  });

  test.each([
    ["/embed/map?province=sind", embedMap, {}, 400],
    ["/embed/map?theme=red", embedMap, {}, 400],
    ["/embed/zone/no-such-zone", embedZone, { slug: "no-such-zone" }, 404],
    ["/embed/zone/rashakai-sez?province=sindh", embedZone, { slug: "rashakai-sez" }, 400],
    ["/embed/chart/none", embedChart, { name: "none" }, 404],
    ["/embed/<script>", unknownEmbed, { path: "<script>" }, 404],
  ] as const)("%s is a page that says what is wrong", async (path, route, params, status) => {
    const response = await ask(route, path, params);
    expect(response.status).toBe(status);
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    const html = await response.text();
    expect(html).toContain("This embed cannot be shown");
    expect(html).not.toContain("<script");
  });
});

describe("oEmbed", () => {
  const read = (url: string, rest = "") =>
    ask(oembed, `/api/oembed?url=${encodeURIComponent(url)}${rest}`);

  test.each([
    ["/", "/embed/map", "What became of the 44 announced zones?"],
    ["/zones?province=sindh&columns=status", "/embed/map?province=sindh", "11 of 44 zones: Sindh"],
    // The earlier address of the list of zones.
    ["/?province=sindh&columns=status", "/embed/map?province=sindh", "11 of 44 zones: Sindh"],
    ["/zones/rashakai-sez", "/embed/zone/rashakai-sez", "Rashakai Special Economic Zone"],
    ["/readiness?threshold=20", "/embed/chart/readiness", "Readiness"],
    ["/gaps", "/embed/chart/power", "Readiness"],
    ["/firms", "/embed/chart/firms", "Firms and China"],
    ["/investors", "/embed/chart/firms", "Firms and China"],
    ["/provinces/sindh", "/embed/map?scope=all&province=sindh", "Zones in Sindh"],
    ["/overview", "/embed/map", "What became of the 44 announced zones?"],
  ])("%s has the embed %s", async (page, embed, title) => {
    const response = await read(ORIGIN + page);
    expect(response.status).toBe(200);
    const answer = await response.json();
    expect(answer).toMatchObject({ version: "1.0", type: "rich", title, provider_url: ORIGIN });
    expect(answer.html).toContain(`src="${ORIGIN}${embed.replaceAll("&", "&amp;")}"`);
  });

  test("is in the language that the address of the page names", async () => {
    const answer = await (await read(`${ORIGIN}/zh/gaps?province=sindh`)).json();
    expect(answer.title).toMatch(/\p{Script=Han}/u);
    expect(answer.html).toContain(`src="${ORIGIN}/embed/chart/power?province=sindh&amp;lang=zh"`);
    const english = await (await read(`${ORIGIN}/gaps`)).json();
    expect(english.html).toContain(`src="${ORIGIN}/embed/chart/power"`);
  });

  test.each([
    ["https://example.org/", "", 404],
    [`${ORIGIN}/method`, "", 404],
    [`${ORIGIN}/no-such-page`, "", 404],
    [`${ORIGIN}/provinces/atlantis`, "", 404],
    [`${ORIGIN}/firms?stage=producing`, "", 404],
    [`${ORIGIN}/`, "&format=xml", 501],
    ["nonsense", "", 400],
  ])("%s with %j is answered with %i", async (url, rest, status) => {
    expect((await read(url, rest)).status).toBe(status);
  });
});
