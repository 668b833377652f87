import fs from "node:fs";
import { describe, expect, it, test } from "vitest";
import { PLANT_SOURCES, POWER_PLANTS } from "../../../scripts/basemap/power-plants.mjs";
import { ROUTE_SOURCES, ROUTES, WAYPOINTS } from "../../../scripts/basemap/routes.mjs";
import { seededZones } from "../zones/seeded-zones";

type Position = readonly [lon: number, lat: number];
interface Feature {
  readonly properties: Readonly<Record<string, string | number | boolean | null>>;
  readonly geometry: {
    readonly type: "Point" | "LineString" | "MultiLineString" | "Polygon" | "MultiPolygon";
    readonly coordinates: unknown;
  };
}

const read = (name: string): Feature[] =>
  JSON.parse(fs.readFileSync(`public/basemap/${name}.geojson`, "utf8")).features;
const [provinces, neighbours, coast, routes, gateways, smallPlaces, districts, powerPlants] = [
  "provinces",
  "neighbours",
  "coast",
  "routes",
  "gateways",
  "small-places",
  "districts",
  "power-plants",
].map(read) as [
  Feature[],
  Feature[],
  Feature[],
  Feature[],
  Feature[],
  Feature[],
  Feature[],
  Feature[],
];

/** The rings of an area, or the lines of a line. */
function listLines(coordinates: unknown): Position[][] {
  if (!Array.isArray(coordinates)) return [];
  return Array.isArray(coordinates[0]) && typeof coordinates[0][0] === "number"
    ? [coordinates as Position[]]
    : coordinates.flatMap(listLines);
}

/** The rings of an area with the box of each, counted once. */
const areas = new Map<Feature, { ring: Position[]; least: Position; most: Position }[]>();
function ringsOf(feature: Feature) {
  const known = areas.get(feature);
  if (known) return known;
  const rings = listLines(feature.geometry.coordinates).map((ring) => {
    const xs = ring.map(([x]) => x);
    const ys = ring.map(([, y]) => y);
    const least: Position = [Math.min(...xs), Math.min(...ys)];
    return { ring, least, most: [Math.max(...xs), Math.max(...ys)] as const };
  });
  areas.set(feature, rings);
  return rings;
}

/** Even-odd rule over every ring. */
function contains(feature: Feature, [x, y]: Position): boolean {
  let inside = false;
  for (const { ring, least, most } of ringsOf(feature)) {
    if (x < least[0] || x > most[0] || y < least[1] || y > most[1]) continue;
    ring.forEach(([ax, ay], i) => {
      const [bx, by] = ring.at(i - 1) ?? [ax, ay];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    });
  }
  return inside;
}

type Segment = readonly [start: Position, end: Position];

const listSegments = (line: readonly Position[]): Segment[] =>
  line.slice(1).map((end, i) => [line[i] ?? end, end]);

/** Positive where a point is left of a segment, negative where it is right of it. */
const sideOf = ([[ax, ay], [bx, by]]: Segment, [x, y]: Position) =>
  (bx - ax) * (y - ay) - (by - ay) * (x - ax);

/** Do two segments cross or touch? */
const crosses = (a: Segment, b: Segment) =>
  sideOf(a, b[0]) * sideOf(a, b[1]) <= 0 && sideOf(b, a[0]) * sideOf(b, a[1]) <= 0;

const isIn = (features: readonly Feature[], at: Position) =>
  features.some((feature) => contains(feature, at));
const ofKind = (kind: string) => coast.filter(({ properties }) => properties.kind === kind);
const isLand = (at: Position) =>
  !isIn(ofKind("sea"), at) && (isIn(provinces, at) || isIn(ofKind("land"), at));
const km = ([aLon, aLat]: Position, [bLon, bLat]: Position) =>
  111 * Math.hypot((aLon - bLon) * Math.cos((aLat * Math.PI) / 180), aLat - bLat);
const zones = seededZones().flatMap(({ slug, values }) =>
  values.location === null
    ? []
    : [
        {
          slug,
          at: [values.location.lon, values.location.lat] as const,
          district: values.district,
        },
      ],
);

test("every zone with a location is on the land of the finer coast", () => {
  expect(zones.length).toBeGreaterThan(40);
  expect(zones.filter(({ at }) => !isLand(at)).map(({ slug }) => slug)).toEqual([]);
});

describe("the names of districts", () => {
  const names = districts.map(({ properties }) => String(properties.name_en));

  test("are there once each, at a place that the map has, in a unit that Pakistan administers", () => {
    expect(names.length).toBeGreaterThan(100);
    expect(new Set(names).size).toBe(names.length);
    const spots = [...read("places"), ...smallPlaces].map(
      ({ geometry }) => geometry.coordinates as Position,
    );
    for (const { properties, geometry } of districts) {
      const at = geometry.coordinates as Position;
      const nearest = Math.min(...spots.map((spot) => km(spot, at)));
      expect(nearest, String(properties.name_en)).toBeLessThan(2);
      expect(isIn(provinces, at), String(properties.name_en)).toBe(true);
    }
  });

  test("name the districts of all zones but those without a main town on the map", () => {
    const known = new Set(names);
    const others = zones.flatMap(({ district }) =>
      district && !known.has(district) ? [district.split(" ")[0]] : [],
    );
    expect([...new Set(others)].sort()).toEqual(["Hub", "Islamabad", "Karachi", "Mohmand"]);
  });
});

describe("the schematic routes", () => {
  const named = new Set([
    ...Object.keys(WAYPOINTS),
    ...[...read("places"), ...smallPlaces, ...gateways].map(({ properties }) =>
      String(properties.name_en),
    ),
  ]);

  test.each(ROUTES.map((route) => [route.number, route] as const))(
    "%s joins places that exist, each once",
    (_number, { places }) => {
      expect(places.filter((name: string) => !named.has(name))).toEqual([]);
      expect(new Set(places).size).toBe(places.length);
      expect(places.length).toBeGreaterThan(1);
    },
  );

  it("have every waypoint in use", () => {
    const used = new Set(ROUTES.flatMap(({ places }) => places));
    expect(Object.keys(WAYPOINTS).filter((name) => !used.has(name))).toEqual([]);
  });

  it("have a source for every year, and the file has the table", () => {
    for (const { number, opened, source } of ROUTES) {
      if (opened !== null) expect(ROUTE_SOURCES, number).toHaveProperty(String(source));
      if (source !== null) expect(ROUTE_SOURCES).toHaveProperty([source]);
    }
    expect(routes.map(({ properties }) => properties)).toEqual(
      ROUTES.map(({ places: _, ...rest }) => rest),
    );
  });

  it("stay in the units that Pakistan administers", () => {
    const abroad = routes.flatMap(({ properties, geometry }) =>
      listLines(geometry.coordinates)
        .flat()
        .filter((at) => isIn(neighbours, at))
        .map((at) => `${properties.number} ${at}`),
    );
    expect(abroad).toEqual([]);
  });

  it("cross neither the Line of Control nor a border", () => {
    const outer = read("boundaries")
      .filter(({ properties }) => properties.kind !== "province")
      .flatMap(({ geometry }) => listLines(geometry.coordinates).flatMap(listSegments));
    const crossesOuter = (segment: Segment) => outer.some((border) => crosses(segment, border));
    const [muzaffarabad, srinagar] = [
      [73.471, 34.37],
      [74.806, 34.086],
    ] as const;
    expect(crossesOuter([muzaffarabad, srinagar])).toBe(true);
    const crossing = routes.flatMap(({ properties, geometry }) =>
      listLines(geometry.coordinates)
        .flatMap(listSegments)
        .filter(crossesOuter)
        .map(([start, end]) => `${properties.number} ${start} to ${end}`),
    );
    expect(crossing).toEqual([]);
  });
});

describe("the power plants", () => {
  test.each(POWER_PLANTS.map((plant) => [plant.name, plant] as const))(
    "%s has a source, and is on land within 100 km of a zone",
    (_name, { source, at, megawatts }) => {
      expect(PLANT_SOURCES).toHaveProperty([source]);
      expect(isLand(at as unknown as Position)).toBe(true);
      expect(Math.min(...zones.map((zone) => km(zone.at, at as unknown as Position)))).toBeLessThan(
        100,
      );
      expect(megawatts).toBeGreaterThan(0);
    },
  );

  it("are in the file with publisher, address and year", () => {
    expect(powerPlants).toHaveLength(POWER_PLANTS.length);
    for (const { properties } of powerPlants) {
      expect(properties.url).toMatch(/^https?:\/\//);
      expect(properties.publisher).not.toBe("");
      expect(properties.year).toBeGreaterThan(2000);
    }
  });
});

describe("neutrality of the detail", () => {
  const disputed = (code: string) =>
    neighbours.filter(({ properties }) => properties.code === code);
  const held = [...disputed("jammu-kashmir-ladakh"), ...disputed("siachen")];

  it("has points, routes and the coast, and no line of a boundary", () => {
    for (const layer of [gateways, smallPlaces, districts, powerPlants]) {
      expect(new Set(layer.map(({ geometry }) => geometry.type))).toEqual(new Set(["Point"]));
    }
    expect(new Set(routes.map(({ properties }) => properties.kind))).toEqual(
      new Set(["motorway", "highway", "railway", "cpec"]),
    );
    expect(new Set(coast.map(({ properties }) => properties.kind))).toEqual(
      new Set(["land", "sea", "coast"]),
    );
  });

  it("gives places in the Indian-administered part no country", () => {
    const there = [...gateways, ...smallPlaces].filter(({ geometry }) =>
      isIn(held, geometry.coordinates as Position),
    );
    expect(there.length).toBeGreaterThan(0);
    expect(there.filter(({ properties }) => properties.country !== null)).toEqual([]);
  });

  it("has no crossing on the Line of Control", () => {
    const lines = read("boundaries")
      .filter(({ properties }) => properties.kind === "line-of-control")
      .flatMap(({ geometry }) => listLines(geometry.coordinates).flat());
    for (const { properties, geometry } of gateways) {
      if (properties.kind !== "crossing") continue;
      const at = geometry.coordinates as Position;
      expect(
        Math.min(...lines.map((point) => km(point, at))),
        String(properties.name_en),
      ).toBeGreaterThan(20);
    }
  });

  it("says nothing of who owns what in the layers of the style", () => {
    const style = JSON.parse(fs.readFileSync("public/basemap/style-dark.json", "utf8"));
    const drawsBoundaries = style.layers
      .filter((layer: { type: string; source?: string }) => layer.source === "boundaries")
      .map((layer: { metadata?: unknown }) => layer.metadata);
    expect(drawsBoundaries.length).toBeGreaterThan(4);
    // No switch turns a boundary off.
    expect(drawsBoundaries.every((metadata: unknown) => metadata === undefined)).toBe(true);
  });
});
