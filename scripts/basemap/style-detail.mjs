/**
 * Layers of the style that add detail: the finer coast, small places, ports and airports, schematic routes, power plants.
 * A layer with `metadata.layer` is one that readers switch on and off; the map leaves out its data while it is off. None
 * of them draws a boundary.
 */

const kind = (k) => ["==", ["get", "kind"], k];
const byZoom = (...stops) => ["interpolate", ["exponential", 1.3], ["zoom"], ...stops];
/** Schematic lines are off by kilometres: they go before a reader could take one for a survey. */
const FADE = ["interpolate", ["linear"], ["zoom"], 10, 1, 11.5, 0];
const FADED = 11.5;
const switched = (layer) => ({ metadata: { layer } });

/** The sources of these layers, made by `source(file, attribution)`. */
export function detailSources(source) {
  return {
    coast: source("coast", "© OpenStreetMap contributors"),
    smallPlaces: source("small-places", "GeoNames (CC BY 4.0)"),
    districts: source("districts", "GeoNames (CC BY 4.0)"),
    gateways: source("gateways", "OurAirports (public domain)"),
    routes: source("routes"),
    powerPlants: source("power-plants", "WRI (CC BY 4.0) for some power plants"),
  };
}

/** The shallow water along the fine coast, and land that the coarse coast lacks; both go under the other land. */
export function fineLand(c) {
  return [
    {
      id: "fine-shoal",
      type: "line",
      source: "coast",
      filter: kind("coast"),
      layout: { "line-join": "round", "line-cap": "round" },
      paint: {
        "line-color": c.shoal,
        "line-width": byZoom(4, 8, 9, 34),
        "line-blur": byZoom(4, 3, 9, 10),
      },
    },
    {
      id: "fine-land",
      type: "fill",
      source: "coast",
      filter: kind("land"),
      paint: { "fill-color": c.pakistan },
    },
  ];
}

/** Sea that the coarse coast covers with land, and the line of the fine coast; over every tint of the land. */
export function fineSea(c) {
  return [
    {
      id: "fine-sea",
      type: "fill",
      source: "coast",
      filter: kind("sea"),
      paint: { "fill-color": c.sea },
    },
    {
      id: "fine-coast",
      type: "line",
      source: "coast",
      filter: kind("coast"),
      layout: { "line-join": "round", "line-cap": "round" },
      paint: { "line-color": c.coast, "line-width": byZoom(4, 0.5, 9, 1.1) },
    },
  ];
}

/** Schematic lines: under the boundaries. Dashed: not in use along its whole length. */
export function routeLines(c) {
  const line = (id, filter, paint, cap = "round") => ({
    id,
    type: "line",
    source: "routes",
    maxzoom: FADED,
    ...switched("routes"),
    filter,
    layout: { "line-join": "round", "line-cap": cap },
    paint,
  });
  const used = ["==", ["get", "status"], "operational"];
  return [
    line("route-cpec", kind("cpec"), {
      "line-color": c.cpec,
      "line-width": byZoom(4, 3, 9, 12),
      "line-opacity": ["interpolate", ["linear"], ["zoom"], 10, c.cpecOpacity, 11.5, 0],
    }),
    line("route-highway", kind("highway"), {
      "line-color": c.highway,
      "line-width": byZoom(4, 0.6, 9, 1.8),
      "line-opacity": FADE,
    }),
    line("route-railway", kind("railway"), {
      "line-color": c.railway,
      "line-width": byZoom(4, 0.6, 9, 1.4),
      "line-opacity": FADE,
    }),
    line(
      "route-railway-ties",
      kind("railway"),
      {
        "line-color": c.railway,
        "line-width": byZoom(4, 2, 9, 5),
        "line-dasharray": [0.35, 2.2],
        "line-opacity": FADE,
      },
      "butt",
    ),
    line("route-motorway", ["all", kind("motorway"), used], {
      "line-color": c.motorway,
      "line-width": byZoom(4, 1.2, 9, 3.4),
      "line-opacity": FADE,
    }),
    line(
      "route-motorway-planned",
      ["all", kind("motorway"), ["!", used]],
      {
        "line-color": c.motorway,
        "line-width": byZoom(4, 1, 9, 2.4),
        "line-dasharray": [2.5, 2],
        "line-opacity": FADE,
      },
      "butt",
    ),
  ];
}

/** Numbers of the routes: names of towns take their room first. */
export function routeNames(c, fonts, halo) {
  const names = (id, filter, minzoom, color) => ({
    id,
    type: "symbol",
    source: "routes",
    minzoom,
    maxzoom: FADED,
    ...switched("routes"),
    filter,
    layout: {
      "symbol-placement": "line",
      "symbol-spacing": 320,
      "text-field": ["get", "number"],
      "text-font": fonts.medium,
      "text-size": byZoom(5, 9.5, 10, 12),
      "text-padding": 6,
      "text-max-angle": 40,
      "text-rotation-alignment": "viewport",
    },
    paint: { "text-color": color, ...halo(c.halo, 1.8), "text-opacity": FADE },
  });
  return [
    names("route-cpec-name", kind("cpec"), 6, c.cpecName),
    names("route-railway-name", kind("railway"), 7, c.railway),
    names("route-highway-name", kind("highway"), 6.5, c.highwayName),
    names("route-motorway-name", kind("motorway"), 5.5, c.motorway),
  ];
}

/** Ports, dry ports, airports and crossings, the most important last. */
export function gateways(c, fonts, halo) {
  const spot = (id, filter, minzoom, { color, radius, solid = false, text }) => [
    {
      id: `${id}-dot`,
      type: "circle",
      source: "gateways",
      minzoom,
      ...switched("ports"),
      filter,
      paint: {
        "circle-radius": byZoom(6, radius, 11, radius * 1.7),
        "circle-color": solid ? color : c.halo,
        "circle-stroke-color": solid ? c.halo : color,
        "circle-stroke-width": solid ? 1 : 1.5,
      },
    },
    {
      id,
      type: "symbol",
      source: "gateways",
      minzoom,
      ...switched("ports"),
      filter,
      layout: {
        "text-field": text,
        "text-font": fonts.italic,
        "text-size": byZoom(6, 10.5, 11, 13.5),
        "text-variable-anchor": ["left", "right", "bottom", "top"],
        "text-radial-offset": 0.6,
        "text-justify": "auto",
        "text-padding": 3,
        "text-max-width": 9,
      },
      paint: { "text-color": solid ? color : c.area, ...halo(c.halo) },
    },
  ];
  const name = ["get", "name_en"];
  const nameOrCode = ["step", ["zoom"], ["coalesce", ["get", "iata"], name], 9, name];
  const inPakistan = ["==", ["get", "country"], "PK"];
  const airport = { color: c.area, radius: 2, text: nameOrCode };
  const dryPort = { color: c.port, radius: 2, text: name };
  return [
    ...spot(
      "airport-small",
      ["all", kind("airport"), ["!=", ["get", "size"], "large"]],
      8.5,
      airport,
    ),
    ...spot("crossing", kind("crossing"), 7, { color: c.own, radius: 2, text: name }),
    ...spot("dry-port", kind("dry-port"), 8, dryPort),
    ...spot(
      "airport",
      ["all", kind("airport"), ["==", ["get", "size"], "large"], inPakistan],
      7.5,
      airport,
    ),
    ...spot("port", kind("port"), 6, { color: c.port, radius: 2.6, solid: true, text: name }),
  ];
}

/** Names of districts, each at its main town: no data of the districts' areas may ship, so none is drawn. */
export function districtNames(c, fonts, halo) {
  return [
    {
      id: "district-name",
      type: "symbol",
      source: "districts",
      minzoom: 7.5,
      layout: {
        "text-field": ["concat", ["get", "name_en"], " district"],
        "text-font": fonts.italic,
        "text-size": byZoom(7.5, 10.5, 12, 14),
        "text-letter-spacing": 0.06,
        // Beside the name of the town, and left out where there is no room.
        "text-variable-anchor": ["top", "bottom"],
        "text-radial-offset": 1.5,
        "text-max-width": 10,
        "text-padding": 6,
      },
      paint: { "text-color": c.area, ...halo(c.halo) },
    },
  ];
}

/** Small places by rank, in the colours of the larger towns. */
export function smallPlaces(c, fonts, halo) {
  const own = ["==", ["get", "country"], "PK"];
  // Abroad a step later.
  const ranks = [
    { zoom: 7.5, filter: ["all", own, ["<=", ["get", "rank"], 3]] },
    {
      zoom: 8.5,
      filter: [
        "any",
        ["all", own, ["==", ["get", "rank"], 4]],
        ["all", ["!", own], ["<=", ["get", "rank"], 3]],
      ],
    },
    {
      zoom: 9.5,
      filter: [
        "any",
        ["all", own, ["==", ["get", "rank"], 5]],
        ["all", ["!", own], ["==", ["get", "rank"], 4]],
      ],
    },
    {
      zoom: 10.5,
      filter: [
        "any",
        ["all", own, ["==", ["get", "rank"], 6]],
        ["all", ["!", own], [">=", ["get", "rank"], 5]],
      ],
    },
  ];
  return ranks.toReversed().flatMap(({ zoom, filter }) => [
    {
      id: `small-place-dot-${zoom}`,
      type: "circle",
      source: "smallPlaces",
      minzoom: zoom,
      filter,
      paint: {
        "circle-radius": byZoom(7, 1.4, 12, 3),
        "circle-color": ["case", own, c.dot, c.townAround],
      },
    },
    {
      id: `small-place-${zoom}`,
      type: "symbol",
      source: "smallPlaces",
      minzoom: zoom,
      filter,
      layout: {
        "text-field": ["get", "name_en"],
        "text-font": fonts.regular,
        "text-size": byZoom(7, 10.5, 12, 13),
        "text-variable-anchor": ["left", "right", "bottom", "top"],
        "text-radial-offset": 0.5,
        "text-justify": "auto",
        "text-max-width": 8,
        "text-padding": 4,
        "symbol-sort-key": ["get", "rank"],
      },
      paint: {
        "text-color": ["case", own, c.town, c.townAround],
        ...halo(["case", own, c.halo, c.haloAround]),
      },
    },
  ]);
}

/** Power plants: the larger the dot, the more megawatts. */
export function powerPlants(c, fonts, halo) {
  return [
    {
      id: "power-plant-dot",
      type: "circle",
      source: "powerPlants",
      ...switched("power"),
      paint: {
        "circle-radius": ["interpolate", ["linear"], ["sqrt", ["get", "megawatts"]], 10, 3, 70, 9],
        "circle-color": c.power,
        "circle-opacity": 0.75,
        "circle-stroke-color": c.halo,
        "circle-stroke-width": 1.2,
      },
    },
    {
      id: "power-plant",
      type: "symbol",
      source: "powerPlants",
      minzoom: 6.5,
      ...switched("power"),
      layout: {
        "text-field": [
          "concat",
          ["get", "name_en"],
          " ",
          ["number-format", ["get", "megawatts"], {}],
          " MW",
        ],
        "text-font": fonts.italic,
        "text-size": byZoom(6, 10.5, 11, 13),
        "text-variable-anchor": ["left", "right", "bottom", "top"],
        "text-radial-offset": 0.8,
        "text-justify": "auto",
        "text-max-width": 9,
        "text-padding": 3,
        "symbol-sort-key": ["-", 0, ["get", "megawatts"]],
      },
      paint: { "text-color": c.powerName, ...halo(c.halo) },
    },
  ];
}
