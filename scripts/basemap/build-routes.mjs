/**
 * Joins the schematic routes through their places and writes them and the power plants as layers. Needs only the
 * dependencies of the product:
 *
 *   node scripts/basemap/build-routes.mjs
 */
import path from "node:path";
import { curveCatmullRom, line } from "d3-shape";
import { BASEMAP, feature, readFeatures, writeLayer } from "./geojson-files.mjs";
import { PLANT_SOURCES, POWER_PLANTS } from "./power-plants.mjs";
import { ROUTES, WAYPOINTS } from "./routes.mjs";

/** Points of the line for each stretch between two places. */
const STEPS = 6;

const places = ["places", "small-places", "gateways"]
  .flatMap((name) => readFeatures(path.join(BASEMAP, `${name}.geojson`)))
  .filter(({ properties: { country, kind } }) => country === "PK" || kind === "port");

function locate(name) {
  const own = WAYPOINTS[name];
  if (own !== undefined) return own;
  // Places of one name: the first, which is the largest.
  const place = places.find(({ properties }) => properties.name_en === name);
  if (place === undefined) throw new Error(`No place or waypoint is named ${name}`);
  return place.geometry.coordinates;
}

/** A smooth line through points: the curve of the charts, in steps. */
function smooth(points) {
  const out = [];
  const push = (x, y) => out.push([Number(x.toFixed(3)), Number(y.toFixed(3))]);
  const pen = {
    moveTo: push,
    lineTo: push,
    bezierCurveTo(ax, ay, bx, by, x, y) {
      const [fromX, fromY] = out.at(-1);
      for (let step = 1; step <= STEPS; step += 1) {
        const t = step / STEPS;
        const u = 1 - t;
        const mix = (p, a, b, q) => u ** 3 * p + 3 * u * u * t * a + 3 * u * t * t * b + t ** 3 * q;
        push(mix(fromX, ax, bx, x), mix(fromY, ay, by, y));
      }
    },
  };
  line().curve(curveCatmullRom.alpha(0.5)).context(pen)(points);
  return out;
}

writeLayer(
  "routes.geojson",
  ROUTES.map(({ number, kind, status, opened, source, places: names }) =>
    feature(
      { number, kind, status, opened, source },
      { type: "LineString", coordinates: smooth(names.map(locate)) },
    ),
  ),
);
writeLayer(
  "power-plants.geojson",
  POWER_PLANTS.map(({ name, fuel, megawatts, at, placed, source }) => {
    const { publisher, title, url, year } = PLANT_SOURCES[source];
    return feature(
      { name_en: name, fuel, megawatts, placed, publisher, title, url, year },
      { type: "Point", coordinates: at },
    );
  }),
);
