import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { ogcOpenApi } from "../../../lib/contract/ogc/open-api";
import { OGC_LIST } from "../../../lib/contract/ogc/resources";
import { MAX_LIMIT } from "../../../lib/contract/parse-request";
import { FILTERS } from "../../../lib/query/filters";
import { englishText } from "../../../lib/text/english-text";
import { get, getOgc } from "../../support/api";
import { toMapFeatures } from "../../support/map-features";
import { testDatabase } from "../../support/test-database";

testDatabase("seeded");

// The schemas of OGC 17-069r4, as far as the answers use them.
const link = z.object({
  href: z.url(),
  rel: z.string().min(1),
  type: z.string().min(1),
  title: z.string().min(1),
});
const links = z.array(link).min(1);
const landing = z.object({ title: z.string(), description: z.string(), links });
const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const collection = z.object({
  id: z.literal("zones"),
  title: z.string(),
  description: z.string(),
  itemType: z.literal("feature"),
  crs: z.array(z.url()),
  extent: z.object({
    spatial: z.object({ bbox: z.array(z.array(z.number()).length(4)).min(1), crs: z.url() }),
    temporal: z.object({
      interval: z.array(z.tuple([z.iso.datetime({ offset: true }), z.null()])).min(1),
      trs: z.url(),
    }),
  }),
  links,
});
const collections = z.object({ links, collections: z.array(collection).length(1) });
const feature = z.object({
  type: z.literal("Feature"),
  id: z.string(),
  geometry: z.object({ type: z.literal("Point"), coordinates: position }).nullable(),
  properties: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
const item = feature.extend({ links });
const items = z.object({
  type: z.literal("FeatureCollection"),
  links,
  numberMatched: z.int().min(0),
  numberReturned: z.int().min(0),
  numberWithoutPosition: z.int().min(0),
  address: z.url(),
  features: z.array(feature),
});
const problem = z.object({ status: z.int(), code: z.string(), param: z.string().optional() });

const ZONES = "/collections/zones";
const ITEMS = `${ZONES}/items`;

/** A GeoJSON file with the columns that map programs get. */
async function readFile(path: string) {
  const file = await (await get(path)).json();
  return { ...file, features: toMapFeatures(file.features) };
}

async function read<T extends z.ZodType>(address: string, schema: T): Promise<z.infer<T>> {
  const response = await getOgc(address);
  expect(response.status, address).toBe(200);
  return schema.parse(await response.json());
}

const find = (all: readonly z.infer<typeof link>[], rel: string, type: string) =>
  all.filter((one) => one.rel === rel && one.type === type).map(({ href }) => href);

/** The part of an address after `/ogc`. */
const below = (href: string | undefined) => (href ?? "").replace("http://tracker.test/ogc", "");

type Feature = z.infer<typeof feature>;
let file: readonly Feature[];

beforeAll(async () => {
  file = (await readFile("zones.geojson")).features;
});

describe("a client finds everything from the landing page", () => {
  it("the description of the service, the conformance and the collections", async () => {
    const page = await read("", landing);
    const api = "application/vnd.oai.openapi+json;version=3.0";
    expect(find(page.links, "self", "application/json")).toEqual(["http://tracker.test/ogc"]);
    expect(find(page.links, "service-desc", api)).toEqual(["http://tracker.test/ogc/api"]);
    expect(find(page.links, "service-doc", "text/html")).toHaveLength(1);
    expect(find(page.links, "conformance", "application/json")).toHaveLength(1);
    expect(find(page.links, "data", "application/json")).toHaveLength(1);
  });

  it("each link leads to an answer of its type", async () => {
    const documents = [
      await read("", landing),
      await read("/collections", collections),
      await read(ZONES, collection),
      await read(`${ITEMS}?limit=5&offset=5`, items),
      await read(`${ITEMS}/rashakai-sez`, item),
    ];
    const own = documents
      .flatMap((one) => one.links)
      .filter(({ href }) => href.startsWith("http://tracker.test/ogc"));
    expect(own.length).toBe(15);
    for (const { href, type } of own) {
      const response = await getOgc(below(href));
      expect(response.status, href).toBe(200);
      expect(response.headers.get("content-type")?.replace(/; charset=.*/, ""), href).toBe(type);
      await response.arrayBuffer();
    }
  });

  it("the requirement classes core, OpenAPI 3.0 and GeoJSON", async () => {
    const { conformsTo } = await read("/conformance", z.object({ conformsTo: z.array(z.url()) }));
    const names = conformsTo.map((one) => one.split("/").at(-1));
    expect(names).toEqual(["core", "oas30", "geojson"]);
  });

  it("one collection with its place, its time and a link to its items", async () => {
    const { collections: all } = await read("/collections", collections);
    const one = await read(ZONES, collection);
    expect({ ...all[0], links: [] }).toEqual({ ...one, links: [] });
    expect(find(one.links, "items", "application/geo+json")).toHaveLength(1);
    expect(find(one.links, "describedby", "application/schema+json")).toHaveLength(1);
    const [[west = 0, south = 0, east = 0, north = 0] = []] = one.extent.spatial.bbox;
    const inside = await read(`${ITEMS}?bbox=${[west, south, east, north]}`, items);
    expect(inside.numberMatched).toBe(file.filter(({ geometry }) => geometry).length);
  });
});

describe("the items", () => {
  it("are the features of the GeoJSON file, in its order and with its notes", async () => {
    const { address, citation, ...whole } = await readFile("zones.geojson");
    const answer = await (await getOgc(ITEMS)).json();
    expect(answer).toMatchObject(whole);
    expect(answer.citation).toBe(citation.replace(address, answer.address));
    expect(answer.numberMatched).toBe(44);
    expect(answer.numberReturned).toBe(44);
  });

  it.each([
    "province=sindh",
    "province=sindh,unknown&gas=unknown",
    "areaAcres=100..1000&sort=-areaAcres",
    "scope=all",
    "q=rashakai&fields=name,status",
    "weights=legal:90&readinessMin=10&readinessMode=possibly",
    "zones=rashakai-sez,dhabeji-sez",
  ])("have the filters of the other files: %s", async (query) => {
    const { features } = await readFile(`zones.geojson?${query}`);
    const answer = await read(`${ITEMS}?${query}`, items);
    expect(features.length).toBeGreaterThan(0);
    expect(answer.features).toEqual(features);
  });

  it("have a decimal point in each number of a column that can have fractions, and in no other", async () => {
    const json = await (await getOgc(ITEMS)).text();
    const written = (key: string) =>
      [...json.matchAll(new RegExp(`"${key}":([-\\d.]+)`, "g"))].map(([, number = ""]) => number);
    expect(written("areaAcres").length).toBeGreaterThan(20);
    for (const number of written("areaAcres")) expect(number).toMatch(/^\d+\.\d+$/);
    expect(written("enterprisesProducing").length).toBeGreaterThan(5);
    for (const number of written("enterprisesProducing")) expect(number).toMatch(/^\d+$/);
  });

  it("in a box are those whose position is in it", async () => {
    const inBox = file.filter(({ geometry }) => {
      const [lon, lat] = geometry?.coordinates ?? [0, 0];
      return lon >= 66 && lon <= 70 && lat >= 24 && lat <= 28;
    });
    expect(inBox.length).toBeGreaterThan(2);
    const answer = await read(`${ITEMS}?bbox=66,24,70,28`, items);
    expect(answer.features).toEqual(inBox);
    expect(answer.numberMatched).toBe(inBox.length);
    const both = await read(`${ITEMS}?bbox=66,24,70,28&province=punjab`, items);
    expect(both.features).toEqual(
      inBox.filter(({ properties }) => properties.province === "punjab"),
    );
  });

  it("without a known position have no geometry, and are counted where a box leaves them out", async () => {
    const all = await read(`${ITEMS}?scope=all&limit=1000&datetime=2026-11-24`, items);
    const unplaced = all.features.filter(({ geometry }) => geometry === null);
    expect(all.numberWithoutPosition).toBe(unplaced.length);
    for (const { properties } of unplaced) expect(properties.longitude).toBeNull();
    const world = await read(`${ITEMS}?scope=all&datetime=2026-11-24&bbox=-180,-90,180,90`, items);
    expect(world.numberMatched).toBe(all.numberMatched - unplaced.length);
    expect(world.numberWithoutPosition).toBe(unplaced.length);
  });

  it.each([
    ["2020-06-30", "2020-06-30"],
    ["2020-06-30T12:00:00Z", "2020-06-30"],
    ["2019-01-01/2020-06-30", "2020-06-30"],
    ["../2020-06-30", "2020-06-30"],
  ])("at %s are those of %s", async (datetime, day) => {
    const { features, meta } = await readFile(`zones.geojson?asOf=${day}`);
    expect(meta.asOf).toBe(day);
    const answer = await read(`${ITEMS}?datetime=${datetime}`, items);
    expect(answer.features).toEqual(features);
  });

  it("of an interval that goes on are those of today", async () => {
    for (const datetime of ["2020-06-30/..", "2020-06-30/9999-12-31T00:00:00Z"]) {
      expect((await read(`${ITEMS}?datetime=${datetime}`, items)).features).toEqual(file);
    }
  });

  it("come in pages of one revision, which links lead through", async () => {
    const seen: Feature[] = [];
    let next: string | undefined = `${ITEMS}?limit=10&scope=announced`;
    let pages = 0;
    while (next !== undefined) {
      const page: z.infer<typeof items> = await read(next, items);
      expect(page.numberMatched).toBe(44);
      expect(page.numberReturned).toBe(page.features.length);
      expect(page.numberReturned).toBeLessThanOrEqual(10);
      seen.push(...page.features);
      pages += 1;
      const [href] = find(page.links, "next", "application/geo+json");
      if (href !== undefined) expect(href).toMatch(/datetime=\d{4}-.*knownOn=r1-/);
      next = href && below(href);
    }
    expect(pages).toBe(5);
    expect(seen).toEqual(file);
    const second = await read(`${ITEMS}?limit=10&offset=10`, items);
    const [before] = find(second.links, "prev", "application/geo+json");
    expect((await read(below(before), items)).features).toEqual(file.slice(0, 10));
  });

  it("are at most 1,000 on a page, however many are asked for", async () => {
    const page = await read(`${ITEMS}?limit=${MAX_LIMIT * 10}`, items);
    expect(page.numberReturned).toBe(44);
  });
});

describe("a zone", () => {
  it("is the feature of the file, with links to its collection and its page", async () => {
    const one = await read(`${ITEMS}/rashakai-sez`, item);
    expect({ ...one, links: undefined }).toEqual({
      ...file.find(({ id }) => id === "rashakai-sez"),
      links: undefined,
    });
    expect(find(one.links, "collection", "application/json")).toHaveLength(1);
    expect(find(one.links, "related", "text/html")).toEqual([
      "http://tracker.test/zones/rashakai-sez",
    ]);
  });

  it("on a day is that of the day", async () => {
    const { features } = await readFile("zones.geojson?asOf=2020-06-30&zones=hattar-sez");
    const one = await read(`${ITEMS}/hattar-sez?datetime=2020-06-30`, item);
    expect({ ...one, links: undefined }).toEqual({ ...features[0], links: undefined });
    expect(find(one.links, "related", "text/html")[0]).toContain("asOf=2020-06-30");
  });
});

describe("a wrong request has a problem", () => {
  it.each([
    [`${ITEMS}?provnce=sindh`, 400, "unknown-parameter", "provnce"],
    [`${ITEMS}?asOf=2020-06-30`, 400, "unknown-parameter", "asOf"],
    [`${ITEMS}?province=sind`, 400, "invalid-parameter", "province"],
    [`${ITEMS}?bbox=1,2,3`, 400, "invalid-parameter", "bbox"],
    [`${ITEMS}?bbox=1,2,3,4&bbox=1,2,3,4`, 400, "invalid-parameter", "bbox"],
    [`${ITEMS}?datetime=banana`, 400, "invalid-parameter", "datetime"],
    [`${ITEMS}?datetime=2999-01-01`, 400, "invalid-parameter", "datetime"],
    [`${ITEMS}?limit=0`, 400, "invalid-parameter", "limit"],
    [`${ITEMS}?f=xml`, 400, "invalid-parameter", "f"],
    ["?province=sindh", 400, "unknown-parameter", "province"],
    [`${ITEMS}/rashakai`, 404, "unknown-zone", "slug"],
    [`${ITEMS}/rashakai-sez?datetime=2012-02-01`, 404, "zone-not-registered", "datetime"],
    ["/collections/firms", 404, "unknown-address", undefined],
  ])("%s", async (address, status, code, param) => {
    const response = await getOgc(address);
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(problem.parse(await response.json())).toEqual({ status, code, param });
  });

  it("and a method that changes something is refused", async () => {
    const { POST } = await import("../../../app/ogc/collections/zones/items/route");
    const response = await POST(new Request("http://tracker.test/ogc", { method: "POST" }));
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, HEAD, OPTIONS");
  });
});

describe("the form of an answer", () => {
  const PATHS = OGC_LIST.map(({ path }) =>
    path.replace("/ogc", "").replace("{slug}", "rashakai-sez"),
  );

  it.each(PATHS)("of %j is JSON, also for a browser", async (address) => {
    for (const accept of ["*/*", "text/html,application/xhtml+xml,*/*;q=0.8"]) {
      const response = await getOgc(address, { headers: { accept } });
      expect(response.headers.get("content-type")).toContain("json");
      await response.arrayBuffer();
    }
  });

  it("is named by f, whatever Accept says; HTML is gone, and what replaces it is said", async () => {
    const headers = { accept: "text/html" };
    expect((await getOgc(`${ITEMS}?limit=1&f=json`, { headers })).status).toBe(200);
    const refused = await getOgc(ITEMS, { headers });
    expect(refused.status).toBe(406);
    expect(await refused.json()).toMatchObject({ code: "not-acceptable" });
    const gone = await getOgc(`${ITEMS}?f=html`);
    expect(gone.status).toBe(410);
    expect(await gone.json()).toMatchObject({
      code: "removed",
      param: "f",
      detail: expect.stringContaining("/zones"),
    });
  });
});

describe("the queryables, the schema and the description", () => {
  const schemaOf = z.object({
    $schema: z.url(),
    $id: z.url(),
    type: z.literal("object"),
    properties: z.record(z.string(), z.looseObject({})),
  });

  it("the queryables are the filters, and each of them is a parameter of the items", async () => {
    const { properties } = await read(`${ZONES}/queryables`, schemaOf);
    const keys = FILTERS.map(({ key }) => key);
    expect(Object.keys(properties)).toEqual(["geometry", ...keys]);
    await read(`${ITEMS}?${keys.map((key) => `${key}=unknown`).join("&")}`, items);
  });

  it("the schema has the properties of the features, with the types of their values on any day", async () => {
    const schema = await read(
      `${ZONES}/schema`,
      schemaOf.extend({
        properties: z.object({
          properties: z.looseObject({
            properties: z.record(z.string(), z.object({ type: z.string() })),
          }),
        }),
      }),
    );
    const { properties } = schema.properties.properties;
    expect(Object.keys(properties)).toEqual(Object.keys(file[0]?.properties ?? {}));
    // As it is written: programs take 250 for a whole number.
    const getType = (written: string) =>
      written.startsWith('"')
        ? "string"
        : /^[tf]/.test(written)
          ? "boolean"
          : written.includes(".")
            ? "number"
            : "integer";
    for (const day of ["2013-06-30", "2016-12-31", "2019-12-31", "2022-06-30", "2026-11-30"]) {
      const json = await (await get(`zones.geojson?scope=all&asOf=${day}`)).text();
      const written = json.slice(json.indexOf('"features"'));
      const values = [...written.matchAll(/"(\w+)":("(?:[^"\\]|\\.)*"|[-\d.e]+|true|false)[,}]/g)];
      for (const [, key = "", value = ""] of values) {
        if (key in properties) expect(getType(value), `${day} ${key}`).toBe(properties[key]?.type);
      }
    }
  });

  it("the description has each resource below the landing page, with each parameter that it takes", () => {
    const document = z
      .object({
        openapi: z.literal("3.0.3"),
        servers: z.tuple([z.object({ url: z.literal("http://tracker.test/ogc") })]),
        paths: z.record(
          z.string(),
          z.object({
            parameters: z.array(z.object({ $ref: z.string() })).optional(),
            get: z.object({ parameters: z.array(z.looseObject({ $ref: z.string().optional() })) }),
          }),
        ),
        components: z.object({
          parameters: z.record(z.string(), z.looseObject({ schema: z.looseObject({}) })),
        }),
      })
      .parse(ogcOpenApi({ text: englishText, origin: "http://tracker.test" }));
    expect(Object.keys(document.paths)).toContain("/collections/zones/items");
    const { parameters: shared = [], get: own } = document.paths["/collections/zones/items"] ?? {};
    const names = [...shared, ...(own?.parameters ?? [])].map(({ $ref = "" }) =>
      $ref.split("/").at(-1),
    );
    expect(names).toEqual(
      expect.arrayContaining(["bbox", "datetime", "limit", "province", "sectors"]),
    );
    for (const { key } of FILTERS) expect(names).toContain(key);
    expect(document.components.parameters.limit?.schema).toMatchObject({ maximum: MAX_LIMIT });
    // Programs send equality as these parameters, which for lists, numbers and dates mean something else.
    const equal = (own?.parameters ?? []).map(({ $ref = "" }) => $ref.split("/").at(-1));
    expect(equal).toContain("province");
    for (const name of ["sectors", "areaAcres", "approvedOn", "preExistingEstate"]) {
      expect(equal).not.toContain(name);
    }
  });
});
