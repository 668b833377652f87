/**
 * Makes the names of districts from the towns that GeoNames calls the seat of one. A name stands at the seat: no open data of
 * the districts' areas may ship. The folder is the one of build-detail.mjs:
 *
 *   node scripts/basemap/build-districts.mjs FOLDER
 */
import path from "node:path";
import { DISTRICT_NAMES, OTHER_SEATS } from "./districts.mjs";
import { feature, plainName, readFeatures, writeLayer } from "./geojson-files.mjs";

const SEATS = new Set(["district", "province", "country"]);

const [, , folder] = process.argv;
if (folder === undefined) throw new Error("Name the folder with places.geojson");

/** The district of which a place is the main town; null: of none, or of several. */
function findDistrict({ name, country, seat }) {
  if (country !== "PK") return null;
  const { [name]: other = null } = OTHER_SEATS;
  const { [name]: named = plainName(name) } = DISTRICT_NAMES;
  return SEATS.has(seat) ? named : other;
}

/** By name: GeoNames has some seats twice. */
const districts = new Map();
for (const { properties, geometry } of readFeatures(path.join(folder, "places.geojson"))) {
  const name = findDistrict(properties);
  if (name !== null && !districts.has(name)) {
    districts.set(name, feature({ name_en: name }, geometry));
  }
}
writeLayer(
  "districts.geojson",
  [...districts.keys()].sort().map((name) => districts.get(name)),
);
