/** Reads and writes the GeoJSON layers of the basemap: one feature a line, so that diffs are readable. */
import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";

/** The folder of the layers. */
export const BASEMAP = path.resolve(import.meta.dirname, "../../public/basemap");

export const feature = (properties, geometry) => ({ type: "Feature", properties, geometry });

export const readFeatures = (file) => JSON.parse(fs.readFileSync(file, "utf8")).features;

/** The lines of a geometry of lines. */
export const listLines = (geometry) =>
  geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates;

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
