/**
 * Draws the small static maps from the basemap's layers: the paths of the locator map on a zone's page, and
 * the outline that is shown until the main map has loaded. Run it after each rebuild of the basemap:
 *
 *   node scripts/basemap/build-locator.mjs
 */
import fs from "node:fs";
import path from "node:path";
import { BASEMAP, listLines, readFeatures } from "./geojson-files.mjs";

const ROOT = path.resolve(import.meta.dirname, "../..");

/** [west, south, east, north]: the country, the units that it administers, and a margin. */
const BOX = [60.2, 23, 81, 37.6];
const WIDTH = 200;
/** In drawing units: corners closer to the line than this are dropped. */
const TOLERANCE = 0.35;
/** In square drawing units: smaller islands are dropped. */
const MIN_AREA = 0.6;

const mercator = (lat) => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
const unit = WIDTH / (((BOX[2] - BOX[0]) * Math.PI) / 180);
const HEIGHT = Math.round((mercator(BOX[3]) - mercator(BOX[1])) * unit);
const project = ([lon, lat]) => [
  (((lon - BOX[0]) * Math.PI) / 180) * unit,
  (mercator(BOX[3]) - mercator(lat)) * unit,
];

const features = (name) => readFeatures(path.join(BASEMAP, `${name}.geojson`));

/** Douglas–Peucker, in drawing units. */
function simplify(points) {
  if (points.length < 3) return points;
  const [first, last] = [points[0], points.at(-1)];
  let far = 0;
  let at = 0;
  for (let i = 1; i < points.length - 1; i += 1) {
    const distance = distanceToSegment(points[i], first, last);
    if (distance > far) [far, at] = [distance, i];
  }
  if (far <= TOLERANCE) return [first, last];
  return [...simplify(points.slice(0, at + 1)).slice(0, -1), ...simplify(points.slice(at))];
}

function distanceToSegment([x, y], [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}

function area(points) {
  let sum = 0;
  for (let i = 0; i < points.length; i += 1) {
    const [a, b] = [points[i], points[(i + 1) % points.length]];
    sum += a[0] * b[1] - b[0] * a[1];
  }
  return Math.abs(sum) / 2;
}

/** Whole tenths of a drawing unit: paths without decimal points are shorter. */
const round = (value) => Math.round(10 * Number(value.toFixed(1)));

/** The SVG path of a line, in relative steps because they are shorter; `close` for areas. */
function draw(points, close) {
  const corners = points.map(([x, y]) => [round(x), round(y)]);
  let [px, py] = corners[0];
  const steps = corners.slice(1).map(([x, y]) => {
    const step = `${x - px} ${y - py}`;
    [px, py] = [x, y];
    return step;
  });
  const path = `M${corners[0].join(" ")}l${steps.join(" ")}${close ? "z" : ""}`;
  return path.replaceAll(" -", "-");
}

const rings = (geometry) =>
  geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();
const inBox = ([x, y]) => x > -5 && x < WIDTH + 5 && y > -5 && y < HEIGHT + 5;

function areaPath(list) {
  return list
    .flatMap((feature) => rings(feature.geometry))
    .map((ring) => ring.map(project))
    .filter((ring) => area(ring) > MIN_AREA && ring.some(inBox))
    .map((ring) => {
      // Douglas–Peucker needs two ends and a ring has none: cut it at the corner farthest from the first.
      const away = ring.map((p) => Math.hypot(p[0] - ring[0][0], p[1] - ring[0][1]));
      const cut = away.indexOf(Math.max(...away));
      const corners = [...simplify(ring.slice(0, cut + 1)), ...simplify(ring.slice(cut)).slice(1)];
      return draw(corners.slice(0, -1), true);
    })
    .join("");
}

function linePath(kind, own = false) {
  return features("boundaries")
    .filter((f) => f.properties.kind === kind && (!own || f.properties.pakistan))
    .flatMap((feature) => listLines(feature.geometry))
    .map((line) => line.map(project))
    .filter((line) => line.some(inBox))
    .map((line) => draw(simplify(line), false))
    .join("");
}

/** Neighbours lie mostly outside the box: cut each ring roughly to it, so that far coasts are dropped. */
function clipToBox(ring) {
  const pad = 4;
  const edges = [
    [0, -pad, 1],
    [0, WIDTH + pad, -1],
    [1, -pad, 1],
    [1, HEIGHT + pad, -1],
  ];
  return edges.reduce((points, [axis, limit, sign]) => {
    const inside = (p) => (p[axis] - limit) * sign >= 0;
    const out = [];
    points.forEach((point, i) => {
      const before = points.at(i - 1);
      if (inside(point) !== inside(before)) {
        const t = (limit - before[axis]) / (point[axis] - before[axis]);
        out.push([before[0] + t * (point[0] - before[0]), before[1] + t * (point[1] - before[1])]);
      }
      if (inside(point)) out.push(point);
    });
    return out;
  }, ring);
}

function clippedPath(list) {
  return list
    .flatMap((feature) => rings(feature.geometry))
    .map((ring) => clipToBox(ring.map(project)))
    .filter((ring) => ring.length > 2 && area(ring) > MIN_AREA)
    .map((ring) => draw(simplify([...ring, ring[0]]).slice(0, -1), true))
    .join("");
}

const provinces = features("provinces");
const neighbours = features("neighbours");
const isDisputed = (feature) => feature.properties.disputed;
const drawing = {
  around: clippedPath(neighbours),
  land: areaPath(provinces),
  // One tint for the whole disputed region, regardless of who administers its parts.
  disputed: areaPath(provinces.filter(isDisputed)) + clippedPath(neighbours.filter(isDisputed)),
  provinceLines: linePath("province", true),
  borders: linePath("international", true),
  disputedLines: linePath("disputed"),
  lineOfControl: linePath("line-of-control"),
};

const json = `${JSON.stringify(drawing, null, 2)}\n`;
fs.writeFileSync(path.join(ROOT, "components/map/locator-paths.json"), json);
/** Apart from the paths, because the map needs only this before it is loaded. */
fs.writeFileSync(
  path.join(ROOT, "components/map/locator-frame.json"),
  `{ "box": [${BOX.join(", ")}], "width": ${WIDTH}, "height": ${HEIGHT} }\n`,
);
/** The parts of the outline, which the page uses by their ids and colours in its theme. */
const outline = ["land", "disputed", "lineOfControl"]
  .map((part) => `<path id="${part}" d="${drawing[part]}"/>`)
  .join("");
fs.writeFileSync(
  path.join(BASEMAP, "outline.svg"),
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${10 * WIDTH} ${10 * HEIGHT}"><title>Outline</title>${outline}</svg>\n`,
);
console.log(`locator-paths.json ${(json.length / 1000).toFixed(1)} kB, ${WIDTH} by ${HEIGHT}`);
