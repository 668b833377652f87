/**
 * The basemap's light and dark styles, in the product's colours. build-basemap.mjs writes them with the
 * layers. To write only the styles into public/basemap: node scripts/basemap/style.mjs
 */
import fs from "node:fs";
import path from "node:path";
import {
  detailSources,
  districtNames,
  fineLand,
  fineSea,
  gateways,
  powerPlants,
  routeLines,
  routeNames,
  smallPlaces,
} from "./style-detail.mjs";

/** [west, south, east, north] of the layers, wider than the country so that a wide screen at zoom 4 shows no edge. */
export const BOX = [44, 12, 94, 46];

const PALETTES = {
  light: {
    sea: "#dce6e9",
    shoal: "#e8eff1",
    coast: "#a3b7bd",
    around: "#eceeeb",
    pakistan: "#fbfcfa",
    disputed: "#c29a45",
    disputedOpacity: 0.1,
    river: "#abc6cf",
    lake: "#d2e0e5",
    province: "#b7c0bb",
    border: "#a5b0ab",
    own: "#74807b",
    glow: "#9fb0a8",
    glowOpacity: 0.16,
    dispute: "#85908b",
    country: "#74807a",
    area: "#6b7671",
    town: "#2c3834",
    townAround: "#6d7873",
    dot: "#3f4b47",
    water: "#5d8291",
    port: "#4a7885",
    motorway: "#75608f",
    highway: "#a99db8",
    highwayName: "#7d7090",
    railway: "#6d655c",
    cpec: "#b9a3d8",
    cpecOpacity: 0.38,
    cpecName: "#7b5fa8",
    power: "#a8552f",
    powerName: "#8a4322",
    halo: "#fbfcfa",
    haloAround: "#eff1ee",
    haloSea: "#e3ebed",
  },
  dark: {
    sea: "#0c1a20",
    shoal: "#10212a",
    coast: "#3c545c",
    around: "#202a27",
    pakistan: "#2a3532",
    disputed: "#d0a890",
    disputedOpacity: 0.08,
    river: "#3d5a65",
    lake: "#172a31",
    province: "#55645e",
    border: "#5d6c66",
    own: "#7b8a84",
    glow: "#7f9a90",
    glowOpacity: 0.1,
    dispute: "#7d8b86",
    country: "#7a8883",
    area: "#8a9892",
    town: "#dbe4e0",
    townAround: "#8a9792",
    dot: "#bccac4",
    water: "#5f8391",
    port: "#79b0bd",
    motorway: "#b8a4d4",
    highway: "#6f6582",
    highwayName: "#9c90b3",
    railway: "#9a9084",
    cpec: "#6d5497",
    cpecOpacity: 0.42,
    cpecName: "#b59ddd",
    power: "#d98a63",
    powerName: "#e5a586",
    halo: "#242e2b",
    haloAround: "#1c2522",
    haloSea: "#0c1a20",
  },
};
// Only local fonts, without a glyphs URL: MapLibre draws labels itself and reads weight and slant from the first name.
const REST = [
  "Inter Variable",
  "Inter",
  "Noto Sans",
  "Segoe UI",
  "Roboto",
  "Helvetica Neue",
  "Noto Naskh Arabic Variable",
  "Noto Naskh Arabic",
  "DejaVu Sans",
  "Arial",
];
const FONT = {
  regular: REST,
  medium: ["Inter Medium", ...REST],
  italic: ["Inter Italic", ...REST],
};

function style(theme) {
  const c = PALETTES[theme];
  const byZoom = (...stops) => ["interpolate", ["exponential", 1.3], ["zoom"], ...stops];
  const kind = (k) => ["==", ["get", "kind"], k];
  const line = (id, source, filter, paint, layout = {}, rest = {}) => ({
    id,
    type: "line",
    source,
    filter,
    ...rest,
    layout: { "line-join": "round", "line-cap": "round", ...layout },
    paint,
  });
  const name = ["get", "name_en"];
  const halo = (color, width = 1.4) => ({
    "text-halo-color": color,
    "text-halo-width": width,
    "text-halo-blur": 0.4,
  });
  // each area label has its own zoom range
  const inRange = [
    "all",
    [">=", ["zoom"], ["floor", ["get", "minzoom"]]],
    ["<", ["zoom"], ["get", "maxzoom"]],
  ];
  const areaLabel = (id, k, color, haloColor, layout) => ({
    id,
    type: "symbol",
    source: "places",
    filter: ["all", kind(k), inRange],
    layout: {
      "text-field": name,
      "text-font": FONT.medium,
      "text-transform": "uppercase",
      "text-letter-spacing": 0.14,
      "text-max-width": 9,
      "text-line-height": 1.25,
      "text-padding": 4,
      ...layout,
    },
    paint: { "text-color": color, ...halo(haloColor) },
  });
  // Pakistan's towns are darker than those of its neighbours
  const own = ["==", ["get", "country"], "PK"];
  // Possible positions of a name, nearest first; distances from the dot in text heights. Names of big towns
  // may go farther out, because zone markers often take the space beside the dot.
  const beside = (distances) =>
    distances.flatMap((d) => [
      ...["left", [d, 0], "right", [-d, 0], "bottom", [0, -d], "top", [0, d]],
      ...["bottom-left", [d * 0.7, -d * 0.7], "top-left", [d * 0.7, d * 0.7]],
      ...["bottom-right", [-d * 0.7, -d * 0.7], "top-right", [-d * 0.7, d * 0.7]],
    ]);
  const westwards = [0.5, 2].flatMap((d) => [
    ...["right", [-d, 0], "top-right", [-d, d * 0.3], "top-right", [-d * 0.5, d * 0.8]],
    ...["bottom-right", [-d, -d * 0.3], "bottom-right", [-d * 0.5, -d * 0.8]],
  ]);
  // The largest cities are named on a phone that shows the whole country, too.
  const rankZoom = { 1: 3, 2: 4.9, 3: 6, 4: 7 };
  const townFilter = (r) => ["all", kind("town"), ["==", ["get", "rank"], r]];
  const dots = [4, 3, 2, 1].map((r) => ({
    id: `town-dot-${r}`,
    type: "circle",
    source: "places",
    minzoom: rankZoom[r],
    filter: townFilter(r),
    paint: {
      "circle-radius": byZoom(4, ["case", ["!=", ["get", "capital"], null], 2.2, 1.6], 9, [
        "case",
        ["!=", ["get", "capital"], null],
        4.4,
        3.2,
      ]),
      "circle-color": [
        "case",
        ["!=", ["get", "capital"], null],
        c.halo,
        ["case", own, c.dot, c.townAround],
      ],
      "circle-stroke-color": ["case", own, c.dot, c.townAround],
      "circle-stroke-width": ["case", ["!=", ["get", "capital"], null], 1.4, 0],
    },
  }));
  const towns = [4, 3, 2, 1].map((r) => ({
    id: `town-${r}`,
    type: "symbol",
    source: "places",
    minzoom: rankZoom[r],
    filter: townFilter(r),
    layout: {
      "text-field": name,
      "text-font": r === 1 ? FONT.medium : FONT.regular,
      "text-size": byZoom(4, [11.5, 11, 10.5, 10][r - 1], 9, [15.5, 14, 13, 12.5][r - 1]),
      "text-variable-anchor-offset": [
        "case",
        ["has", "above"],
        ["literal", ["bottom", [0, -0.55]]],
        // The name must not cover the disputed region to the east, so only positions to the west are allowed.
        ["==", ["get", "name_en"], "Islamabad"],
        ["literal", westwards],
        ["literal", beside(r <= 2 ? [0.5, 2, 3.5] : [0.5])],
      ],
      "text-justify": "auto",
      "text-max-width": 8,
      "text-padding": 3,
      "symbol-sort-key": ["-", 0, ["coalesce", ["get", "population"], 0]],
    },
    paint: {
      "text-color": ["case", own, c.town, c.townAround],
      ...halo(["case", own, c.halo, c.haloAround]),
    },
  }));
  const source = (file, attribution) => ({
    type: "geojson",
    data: `/basemap/${file}.geojson`,
    tolerance: 0.1,
    ...(attribution && { attribution }),
  });

  return {
    version: 8,
    name: `Pakistan basemap, ${theme}`,
    center: [69.4, 30.3],
    zoom: 5,
    metadata: {
      bounds: BOX,
      note: "Boundaries are approximate and imply no endorsement. Dotted: the Line of Control. The final status of Jammu and Kashmir has not been agreed upon by the parties.",
    },
    sources: {
      provinces: source("provinces", "Natural Earth"),
      neighbours: source("neighbours"),
      boundaries: source("boundaries"),
      water: source("water"),
      places: source("places", "GeoNames (CC BY 4.0)"),
      ...detailSources(source),
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": c.sea } },
      // shallow-water band: a wide soft line; the land layer covers its inner half
      line("shoal", "water", kind("coast"), {
        "line-color": c.shoal,
        "line-width": byZoom(4, 8, 9, 34),
        "line-blur": byZoom(4, 3, 9, 10),
      }),
      ...fineLand(c),
      { id: "land-around", type: "fill", source: "neighbours", paint: { "fill-color": c.around } },
      {
        id: "land-pakistan",
        type: "fill",
        source: "provinces",
        paint: { "fill-color": c.pakistan },
      },
      // the same tint over both sides of the disputed region; the tone below shows only who administers a part
      ...["neighbours", "provinces"].map((s) => ({
        id: `veil-${s}`,
        type: "fill",
        source: s,
        filter: ["==", ["get", "disputed"], true],
        paint: {
          "fill-color": c.disputed,
          "fill-opacity": c.disputedOpacity,
          "fill-antialias": false,
        },
      })),
      ...fineSea(c),
      {
        id: "lake",
        type: "fill",
        source: "water",
        filter: kind("lake"),
        paint: { "fill-color": c.lake, "fill-outline-color": c.coast },
      },
      line("river", "water", kind("river"), {
        "line-color": c.river,
        "line-width": byZoom(4, ["case", ["==", ["get", "name_en"], "Indus"], 1.1, 0.7], 9, [
          "case",
          ["==", ["get", "name_en"], "Indus"],
          3,
          2,
        ]),
        "line-opacity": ["interpolate", ["linear"], ["zoom"], 8.5, 1, 11, 0.35],
      }),
      line("coast", "water", kind("coast"), {
        "line-color": c.coast,
        "line-width": byZoom(4, 0.5, 9, 1.1),
      }),
      ...routeLines(c),
      line(
        "border-glow",
        "boundaries",
        ["all", kind("international"), ["==", ["get", "pakistan"], true]],
        {
          "line-color": c.glow,
          "line-opacity": c.glowOpacity,
          "line-width": byZoom(4, 5, 9, 12),
          "line-blur": 1,
        },
      ),
      line("province", "boundaries", kind("province"), {
        "line-color": c.province,
        "line-width": byZoom(4, 0.5, 9, 1.3),
      }),
      line(
        "border",
        "boundaries",
        ["all", kind("international"), ["==", ["get", "pakistan"], false]],
        { "line-color": c.border, "line-width": byZoom(4, 0.6, 9, 1.4) },
      ),
      line(
        "border-pakistan",
        "boundaries",
        ["all", kind("international"), ["==", ["get", "pakistan"], true]],
        { "line-color": c.own, "line-width": byZoom(4, 0.9, 9, 2) },
      ),
      line(
        "border-disputed",
        "boundaries",
        kind("disputed"),
        { "line-color": c.dispute, "line-width": byZoom(4, 0.8, 9, 1.7), "line-dasharray": [4, 3] },
        { "line-cap": "butt" },
      ),
      line("line-of-control", "boundaries", kind("line-of-control"), {
        "line-color": c.own,
        "line-width": byZoom(4, 1.3, 9, 2.8),
        "line-dasharray": [0.01, 2.1],
      }),

      ...routeNames(c, FONT, halo),
      {
        id: "river-name",
        type: "symbol",
        source: "water",
        minzoom: 5,
        filter: ["all", kind("river"), ["!=", ["get", "name_en"], null]],
        layout: {
          "symbol-placement": "line",
          "symbol-spacing": 240,
          "text-field": name,
          "text-font": FONT.italic,
          "text-size": byZoom(5, 10, 9, 13),
          "text-letter-spacing": 0.12,
          "text-max-angle": 45,
          "text-offset": [0, -0.7],
          "text-padding": 4,
        },
        paint: { "text-color": c.water, ...halo(c.halo, 1.2) },
      },
      areaLabel("country-name", "label-country", c.country, c.haloAround, {
        "text-size": byZoom(3, 10, 6, 15),
        "text-letter-spacing": 0.22,
      }),
      areaLabel("disputed-name", "label-disputed", c.country, c.haloAround, {
        "text-transform": "none",
        "text-letter-spacing": 0.06,
        "text-size": byZoom(5, 9.5, 8, 13),
        "text-font": FONT.italic,
        "text-max-width": 12,
      }),
      areaLabel("sea-name", "label-sea", c.water, c.haloSea, {
        "text-font": FONT.italic,
        "text-transform": "none",
        "text-size": byZoom(3, 11, 7, 19),
        "text-letter-spacing": 0.22,
        "text-max-width": 6,
      }),
      ...dots,
      ...districtNames(c, FONT, halo),
      ...smallPlaces(c, FONT, halo),
      ...gateways(c, FONT, halo),
      ...powerPlants(c, FONT, halo),
      // AJK is narrow: a smaller name does not cross the Line of Control
      areaLabel("province-name", "label-province", c.area, c.halo, {
        "text-transform": "none",
        "text-letter-spacing": 0.04,
        "text-font": FONT.regular,
        "text-size": byZoom(4, ["match", ["get", "code"], "azad-jammu-kashmir", 8, 10], 8, [
          "match",
          ["get", "code"],
          "azad-jammu-kashmir",
          12,
          15.5,
        ]),
      }),
      ...towns,
    ],
  };
}

/** Writes style-light.json and style-dark.json into `folder`. */
export function writeStyles(folder) {
  for (const theme of ["light", "dark"]) {
    fs.writeFileSync(
      path.join(folder, `style-${theme}.json`),
      `${JSON.stringify(style(theme), null, 1)}\n`,
    );
  }
}

if (process.argv[1] === import.meta.filename) {
  writeStyles(path.join(import.meta.dirname, "../../public/basemap"));
}
