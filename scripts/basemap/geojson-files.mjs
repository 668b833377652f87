/** Reads and writes the GeoJSON layers of the basemap: one feature a line, so that diffs are readable. */
import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";

/** The folder of the layers. */
export const BASEMAP = path.resolve(import.meta.dirname, "../../public/basemap");

export const feature = (properties, geometry) => ({ type: "Feature", properties, geometry });

export const readFeatures = (file) => JSON.parse(fs.readFileSync(file, "utf8")).features;

/** A name without marks over its letters, as all layers write names: "Sita Road". */
export const plainName = (name) => name.normalize("NFD").replace(/\p{M}/gu, "");

/** The lines of a geometry of lines. */
export const listLines = (geometry) =>
  geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates;

/**
 * The point of some lines that is nearest to a point. Longitudes are scaled, so that distances are right there.
 * @returns the point and its distance in degrees of latitude
 */
export function findNearest(point, lines) {
  const k = Math.cos((point[1] * Math.PI) / 180);
  let best = { point: null, distance: Number.POSITIVE_INFINITY };
  for (const line of lines) {
    for (const [i, end] of line.slice(1).entries()) {
      const start = line[i];
      const [dx, dy] = [(end[0] - start[0]) * k, end[1] - start[1]];
      const along = (point[0] - start[0]) * k * dx + (point[1] - start[1]) * dy;
      const t = Math.max(0, Math.min(1, along / (dx * dx + dy * dy || 1)));
      const near = [start[0] + t * (end[0] - start[0]), start[1] + t * (end[1] - start[1])];
      const distance = Math.hypot((point[0] - near[0]) * k, point[1] - near[1]);
      if (distance < best.distance) best = { point: near, distance };
    }
  }
  return best;
}

/** Writes a layer and prints its size. */
export function writeLayer(name, features) {
  const rows = features.map((one) => JSON.stringify(one)).join(",\n");
  const text = `{"type":"FeatureCollection","features":[\n${rows}\n]}\n`;
  fs.writeFileSync(path.join(BASEMAP, name), text);
  const kb = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
  const gzip = zlib.gzipSync(text, { level: 9 }).length;
  console.log(
    `${name.padEnd(22)} ${kb(Buffer.byteLength(text))}, gzip ${kb(gzip)}, ${features.length} features`,
  );
}
