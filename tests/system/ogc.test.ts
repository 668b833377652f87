import { execFile } from "node:child_process";
import { afterAll, beforeAll, describe, expect, type TestContext, test } from "vitest";
import { type AppServer, startAppServer } from "../support/app-server";
import { AUTH_SECRET } from "../support/auth-secret.mjs";
import { toMapFeatures } from "../support/map-features";
import { requireProgram } from "../support/programs";
import { testDatabase } from "../support/test-database";

// OGC API – Features as GIS programs read it. What is not installed is not run, and says so.

const database = testDatabase("seeded");
let tracker: AppServer;
let file: readonly Feature[];

interface Feature {
  readonly geometry: { readonly coordinates: readonly number[] } | null;
  readonly properties: Readonly<Record<string, unknown>>;
}

beforeAll(async () => {
  tracker = await startAppServer({ DATABASE_URL: database.url, AUTH_SECRET, LOG_LEVEL: "error" });
  const { features } = await (await fetch(`${tracker.address}/api/v1/zones.geojson`)).json();
  file = toMapFeatures(features);
});

afterAll(() => tracker.stop());

/** The output of a program; null: it is not installed. @throws with what it says of a failure */
function run(command: string, args: readonly string[]): Promise<string | null> {
  const env = { ...process.env, QT_QPA_PLATFORM: "offscreen", XDG_RUNTIME_DIR: "/tmp" };
  const options = { env, maxBuffer: 16 * 2 ** 20, timeout: 60_000 };
  return new Promise((resolve, reject) => {
    execFile(command, args, options, (error, stdout, stderr) => {
      if (!error) resolve(stdout);
      else if (error.code === "ENOENT") resolve(null);
      else reject(new Error(stderr));
    });
  });
}

const bySlug = (features: readonly Feature[]) =>
  new Map(features.map(({ properties, geometry }) => [properties.slug, { properties, geometry }]));

const isInSouth = ({ geometry }: Feature) => (geometry?.coordinates[1] ?? 90) <= 26;
const isInSindh = ({ properties }: Feature) => properties.province === "sindh";

describe("the answers that the server keeps", () => {
  const address = () => `${tracker.address}/ogc/collections/zones/items?limit=2`;

  test("are confirmed by their ETag, and have no cookie", async () => {
    for (const accept of ["application/geo+json", "*/*"]) {
      const { headers } = await fetch(address(), { headers: { accept } });
      expect(headers.get("content-type")).toBe("application/geo+json");
      expect(headers.get("set-cookie")).toBeNull();
      const etag = headers.get("etag") ?? "";
      const again = await fetch(address(), { headers: { accept, "if-none-match": etag } });
      expect(again.status).toBe(304);
    }
  });

  test("are refused in words to who accepts pages alone", async () => {
    const page = await fetch(address(), { headers: { accept: "text/html" } });
    expect(page.status).toBe(406);
    expect(page.headers.get("content-type")).toContain("application/problem+json");
  });
});

describe("GDAL reads", () => {
  /** The zones of its driver, as it writes them again. */
  async function read(context: TestContext, ...args: readonly string[]): Promise<Feature[]> {
    const source = `OAPIF:${tracker.address}/ogc`;
    // GDAL would write whole days as 2023/06/22.
    const asText = ["--config", "OGR_GEOJSON_DATE_AS_STRING", "YES"];
    const command = ["-f", "GeoJSON", "/vsistdout/", source, "zones", ...asText, ...args];
    const output = await run("ogr2ogr", command);
    requireProgram(context, output !== null, "GDAL is not installed");
    return JSON.parse(output ?? "").features;
  }

  /** The same zones with the same values as some of the file. GDAL adds the id. */
  function expectSame(features: readonly Feature[], expected: readonly Feature[]) {
    const plain = features.map(({ geometry, properties: { id, ...properties } }) => {
      expect(id).toBe(properties.slug);
      return { geometry, properties };
    });
    expect(bySlug(plain)).toEqual(bySlug(expected));
  }

  test("the 44 zones and values of the GeoJSON file", async (context) => {
    const features = await read(context);
    expect(features).toHaveLength(44);
    expectSame(features, file);
  });

  test("the same in pages of 7", async (context) => {
    const pages = ["-oo", "PAGE_SIZE=7", "-oo", "INITIAL_REQUEST_PAGE_SIZE=3"];
    expectSame(await read(context, ...pages), file);
  });

  test("the zones in a box", async (context) => {
    const expected = file.filter(isInSouth);
    expect(expected.length).toBeGreaterThan(2);
    expectSame(await read(context, "-spat", "60", "20", "80", "26"), expected);
  });

  const CONDITIONS: readonly (readonly [string, (one: Feature) => boolean])[] = [
    ["province = 'sindh'", isInSindh],
    [
      "province = 'sindh' AND areaAcres > 1000",
      (one) => isInSindh(one) && Number(one.properties.areaAcres) > 1000,
    ],
    ["areaAcres = 1000", ({ properties }) => properties.areaAcres === 1000],
    ["preExistingEstate = 1", ({ properties }) => properties.preExistingEstate === true],
    [
      "approvedOnFrom = '2020-08-13'",
      ({ properties }) => properties.approvedOnFrom === "2020-08-13",
    ],
    ["sectors LIKE '%steel%'", ({ properties }) => String(properties.sectors).includes("steel")],
    ["gas IS NULL", ({ properties }) => properties.gas === null],
  ];

  test("the zones that meet a condition, whether GDAL or the tracker applies it", async (context) => {
    for (const [condition, matches] of CONDITIONS) {
      const expected = file.filter(matches);
      expect(expected.length, condition).toBeGreaterThan(0);
      expectSame(await read(context, "-where", condition), expected);
    }
  });

  test("the types of the columns from the schema", async (context) => {
    const info = await run("ogrinfo", ["-so", `OAPIF:${tracker.address}/ogc`, "zones"]);
    requireProgram(context, info !== null, "GDAL is not installed");
    expect(info).toContain("Feature Count: 44");
    expect(info).toContain("province: String");
    expect(info).toContain("areaAcres: Real");
    expect(info).toContain("approvedOnFrom: String");
    expect(info).toContain("enterprisesProducing: Integer");
    expect(info).toContain("preExistingEstate: Integer(Boolean)");
  });
});

describe("QGIS reads", () => {
  const PROGRAM = `
import json, sys
from qgis.core import NULL, QgsApplication, QgsFeatureRequest, QgsRectangle, QgsVectorLayer
app = QgsApplication([], False)
app.initQgis()
source, options, box, condition = sys.argv[1:]
layer = QgsVectorLayer(f"url='{source}' typename='zones' {options}", "zones", "OAPIF")
layer.setSubsetString(condition)
request = QgsFeatureRequest()
if box: request.setFilterRect(QgsRectangle(*map(float, box.split(","))))
def read(zone):
    point = zone.geometry()
    place = None if point.isNull() else {"coordinates": [point.asPoint().x(), point.asPoint().y()]}
    values = {name: None if value == NULL else value for name, value in zone.attributeMap().items()}
    return {"geometry": place, "properties": values}
zones = [read(zone) for zone in layer.getFeatures(request)]
print(json.dumps(zones, default=lambda day: day.toString("yyyy-MM-dd")))
`;

  async function read(
    context: TestContext,
    { options = "", box = "", condition = "" } = {},
  ): Promise<Feature[]> {
    const packages = await run("/usr/bin/python3", ["-c", "import qgis.core"]).catch(() => null);
    requireProgram(context, packages !== null, "python3-qgis is not installed");
    const args = [`${tracker.address}/ogc`, options, box, condition];
    const output = await run("/usr/bin/python3", ["-c", PROGRAM, ...args]);
    return JSON.parse(output ?? "");
  }

  /** The same values. QGIS takes a column whose first 10 values are unknown for text. */
  function expectSame(features: readonly Feature[], expected: readonly Feature[]) {
    const toText = (value: unknown) => (value === null ? null : String(value));
    const texts = (all: readonly Feature[]) =>
      all.map(({ geometry, properties: { id: _, ...properties } }) => ({
        geometry: geometry && { coordinates: geometry.coordinates },
        properties: Object.fromEntries(
          Object.entries(properties).map(([key, value]) => [key, toText(value)]),
        ),
      }));
    expect(bySlug(texts(features))).toEqual(bySlug(texts(expected)));
  }

  test("the 44 zones and values of the GeoJSON file", async (context) => {
    const features = await read(context);
    expect(features).toHaveLength(44);
    expectSame(features, file);
  });

  test("the same in pages of 7", async (context) => {
    expectSame(await read(context, { options: "pagingEnabled='true' pageSize='7'" }), file);
  });

  test("the zones in a box, and the zones that a filter keeps", async (context) => {
    const inBox = await read(context, { box: "60,20,80,26" });
    expectSame(inBox, file.filter(isInSouth));
    const options = "restrictToRequestBBOX='1'";
    expectSame(await read(context, { options, box: "60,20,80,26" }), file.filter(isInSouth));
    expectSame(await read(context, { condition: "province = 'sindh'" }), file.filter(isInSindh));
  });
});
