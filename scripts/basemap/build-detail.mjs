/**
 * Adds detail to the basemap from three GeoJSON files in a folder: a finer coast, small places, and ports, airports and
 * crossings. public/basemap/README.md names their sources and licences. Run it after build-basemap.mjs:
 *
 *   npm exec --yes --package=mapshaper@0.7.70 -- node scripts/basemap/build-detail.mjs FOLDER
 *
 * The finer coast is OpenStreetMap's under the ODbL, so it stays a file of its own: only what differs from the coast of the
 * other layers, as patches of sea and land over and under them. Then: node scripts/basemap/build-routes.mjs
 */
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import {
  BASEMAP,
  feature,
  findNearest,
  listLines,
  plainName,
  readFeatures,
  writeLayer,
} from "./geojson-files.mjs";

const SOURCE = process.argv[2];
if (SOURCE === undefined) {
  throw new Error("Name the folder with coast-npm, places and ports-airports.geojson");
}
const source = (name) => readFeatures(path.join(SOURCE, `${name}.geojson`));
const layer = (name) => readFeatures(path.join(BASEMAP, `${name}.geojson`));

// ───────────────────────────── coast ─────────────────────────────

/**
 * From the boundary with Iran to the mouth of the Indus: [west, south, east, north]. East of it the coarse coast stays: there
 * the two differ by the flats around Sir Creek, which is disputed, and its line would run through open water. The eastern
 * edge is where they differ least.
 */
const FINE = [61.62, 22.9, 67.62, 26.3];

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "coast-"));
const coast = source("coast-npm");
const put = (name, features) => {
  const file = path.join(scratch, name);
  fs.writeFileSync(file, JSON.stringify({ type: "FeatureCollection", features }));
  return file;
};
const ofKind = (kind) =>
  put(
    `${kind}.json`,
    coast.filter((f) => f.properties.kind === kind),
  );
const land = put("units.json", [...layer("provinces"), ...layer("neighbours")]);
const shape = (kind, input, ...commands) => {
  const out = path.join(scratch, `${kind}-out.json`);
  const args = ["-i", input, "-clip", `bbox=${FINE}`, ...commands];
  execFileSync("mapshaper", [...args, "-o", out, "format=geojson", "precision=0.001"]);
  const { features, geometries } = JSON.parse(fs.readFileSync(out, "utf8"));
  return (geometries ?? features.map((f) => f.geometry)).map((geometry) =>
    feature({ kind }, geometry),
  );
};
const sea = shape("sea", ofKind("sea"), "-clip", land);
/** The eastern edge of the patches of sea is a coast too: of the coarse land behind it. */
const seam = sea
  .flatMap(({ geometry }) => geometry.coordinates.flat(geometry.type === "Polygon" ? 0 : 1))
  .flatMap((ring) => ring.slice(1).map((end, i) => [ring[i], end]))
  .filter((edge) => edge.every(([lon]) => lon === FINE[2]));
writeLayer("coast.geojson", [
  ...shape("land", ofKind("land"), "-erase", land),
  ...sea,
  ...shape("coast", ofKind("coastline")),
  feature({ kind: "coast" }, { type: "MultiLineString", coordinates: seam }),
]);
fs.rmSync(scratch, { recursive: true });

/** Is a point of the coarse coast where the fine one replaces it? */
const isFine = ([lon, lat]) => lon >= FINE[0] && lon <= FINE[2] && lat >= FINE[1] && lat <= FINE[3];

/** The runs of a line outside the box of the fine coast. A run goes on to the next point inside, so that no gap is seen. */
function keepCoarse(line) {
  const runs = [];
  let isOpen = false;
  for (const point of line) {
    const fine = isFine(point);
    if (isOpen) runs.at(-1).push(point);
    else if (!fine) runs.push([point]);
    isOpen = !fine;
  }
  return runs.filter((run) => run.length > 1);
}
const water = layer("water");
const isCoast = ({ properties }) => properties.kind === "coast";
const coordinates = water
  .filter(isCoast)
  .flatMap(({ geometry }) => listLines(geometry))
  .flatMap(keepCoarse);
writeLayer("water.geojson", [
  feature({ kind: "coast" }, { type: "MultiLineString", coordinates }),
  ...water.filter((one) => !isCoast(one)),
]);

// ───────────────────────────── places ─────────────────────────────

const km = ([aLon, aLat], [bLon, bLat]) =>
  111 * Math.hypot((aLon - bLon) * Math.cos((aLat * Math.PI) / 180), aLat - bLat);
const round = (point) => point.map((degrees) => Number(degrees.toFixed(3)));
const at = (point) => ({ type: "Point", coordinates: round(point) });

/** Spots of other kinds have layers of their own, and towns of the coarse layer are drawn already. */
const towns = layer("places").filter(({ properties }) => properties.kind === "town");
/** A place this near a town of the coarse layer is the same: both have the position of GeoNames. */
const SAME_KM = 1;
const isDrawn = ({ geometry }) =>
  towns.some((town) => km(town.geometry.coordinates, geometry.coordinates) < SAME_KM);
writeLayer(
  "small-places.geojson",
  source("places")
    .filter((place) => !isDrawn(place))
    .map(({ properties: { name, name_ur, country, rank }, geometry }) =>
      feature(
        { name_en: plainName(name), name_ur: name_ur ?? null, country: country ?? null, rank },
        at(geometry.coordinates),
      ),
    ),
);

// ───────────────────────────── ports, airports, crossings ─────────────────────────────

/** Crossings are on a boundary that is drawn: they are moved to it, at most this far. */
const MOST_MOVED_KM = 12;
const outer = layer("boundaries")
  .filter(({ properties: { pakistan, kind } }) => pakistan && kind === "international")
  .flatMap(({ geometry }) => listLines(geometry));
const borderWithChina = layer("boundaries")
  .filter(({ properties: { pakistan, kind } }) => pakistan && kind === "disputed")
  .flatMap(({ geometry }) => listLines(geometry));

function moveToBoundary(point, name) {
  const { point: near } = findNearest(point, [...outer, ...borderWithChina]);
  if (km(near, point) > MOST_MOVED_KM) {
    throw new Error(`Crossing ${name} is ${km(near, point).toFixed(1)} km from a boundary`);
  }
  return near;
}

writeLayer(
  "gateways.geojson",
  source("ports-airports").map(({ properties, geometry }) => {
    const { kind, name, name_ur, country, iata, size } = properties;
    const point = geometry.coordinates;
    return feature(
      {
        kind,
        name_en: name,
        name_ur: name_ur ?? null,
        country: country ?? null,
        iata: iata ?? null,
        size: size === "large" || size === "L" ? "large" : "medium",
      },
      at(kind === "crossing" ? moveToBoundary(point, name) : point),
    );
  }),
);
