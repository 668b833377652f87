import type { FeatureCollection, GeoJsonProperties, Point } from "geojson";
import type {
  CircleLayerSpecification,
  ExpressionSpecification,
  GeoJSONSource,
  Map as MapLibreMap,
  StyleSpecification,
  SymbolLayerSpecification,
} from "maplibre-gl";
import { STANDINGS } from "@/lib/readiness/standing";
import { metresPerPixel } from "./map-engine";
import { type MapPoint, markerSize, SHADE_STEPS } from "./map-point";

/** The zones of a map as its library draws them. */
export interface ZoneData {
  /** Every zone; near ones are drawn as one ring with their number. */
  readonly zones: FeatureCollection<Point>;
  /** The zones that are chosen or pointed at, each drawn at its place even where it is one of many. */
  readonly picked: FeatureCollection<Point>;
}

/** What marks look like, in the order of the parts of a ring: standings, then steps of a colour, then an unknown colour. */
export const MARK_KINDS = [
  ...STANDINGS,
  ...SHADE_STEPS.map((step) => `shade-${step}` as const),
  "shade-null",
] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** Layers that answer to a pointer, by what they draw. */
export const ZONE_LAYERS = { marks: "zone-marks", clusters: "zone-clusters" } as const;

const SOURCES = { zones: "zones", picked: "zones-picked" } as const;
/** The names of the largest cities, which have their places before names of zones. */
const CITY_LAYER = "town-1";
/** CSS pixels on the ground of a whole zoom step; up to twice as many just before the next. */
const CLUSTER_REACH = 11;
/** Zones at one place stay one ring, however near. */
const CLUSTER_ZOOM = 17;
/** Radius in km of the ring around a place of this precision, so that no marker looks surveyed. */
const PRECISION_KM = { site: 0, town: 5, district: 25 } as const;

/** The zones with their marks and names. */
export function zoneFeatures(points: readonly MapPoint[], sizeByArea: boolean): ZoneData["zones"] {
  return collect(points.map((point) => toFeature(point, sizeByArea, {})));
}

/** The chosen zones and the one pointed at. @param highlighted null: none */
export function pickedFeatures(
  points: readonly MapPoint[],
  sizeByArea: boolean,
  highlighted: string | null,
): ZoneData["picked"] {
  return collect(
    points
      .filter(({ slug, selected }) => selected || slug === highlighted)
      .map((point) =>
        toFeature(point, sizeByArea, {
          active: point.slug === highlighted,
          ring: ringAtZoom0(point),
        }),
      ),
  );
}

const collect = (features: ZoneData["zones"]["features"]): ZoneData["zones"] => ({
  type: "FeatureCollection",
  features,
});

function toFeature(
  point: MapPoint,
  sizeByArea: boolean,
  more: GeoJsonProperties,
): ZoneData["zones"]["features"][number] {
  const { slug, name, lon, lat, standing, candidate, shade, gap } = point;
  const kind: MarkKind = shade === null ? standing : `shade-${shade.step ?? "null"}`;
  const size = markerSize(point.areaAcres, sizeByArea);
  const properties = {
    ...{
      slug,
      name,
      lon,
      size,
      kind: MARK_KINDS.indexOf(kind),
      order: STANDINGS.indexOf(standing),
    },
    image: `mark/${kind}/${candidate && shade === null ? "candidate" : "plain"}/${size}`,
    ...(gap === null ? {} : { gap: `gap/${share(gap.needed)}/${share(gap.delivered)}` }),
    ...more,
  };
  return { type: "Feature", properties, geometry: { type: "Point", coordinates: [lon, lat] } };
}

/** To a hundredth, so that few pictures are drawn. */
const share = (part: number | null) => (part === null ? "null" : Math.round(part * 100) / 100);

/** CSS pixels at zoom 0, doubled by each step; 0: the place is exact, or nothing says how exact. */
function ringAtZoom0({ precision, lat }: MapPoint): number {
  return precision === null ? 0 : (PRECISION_KM[precision] * 1000) / metresPerPixel(lat, 0);
}

/** What the layers of zones are drawn in: the theme, and CSS colours. */
export interface ZoneLook {
  readonly theme: "light" | "dark";
  readonly ink: string;
  readonly name: string;
  /** Of names of zones that run or ran. */
  readonly running: string;
  readonly halo: string;
  readonly accent: string;
}

/** Upright letters of the page; the library reads the weight from the first name. */
const FONT = ["Inter Variable", "Inter", "Noto Naskh Arabic Variable", "Noto Sans", "Arial"];
/** Degrees east: from the west to the east names stand east, then rather east, rather west, and west, so that the edge cuts none. */
const TURNS = [64, 70, 73.5] as const;
type Place = [anchor: "left" | "right" | "top" | "bottom", offset: [x: number, y: number]];
/** Places of a name, in heights of its letters: beside a mark of the usual size, and of a large one. */
const places = (...[near, far]: [Place, Place]) => [...near, ...far];
const EAST = places(["left", [0.85, 0]], ["left", [1.7, 0]]);
const WEST = places(["right", [-0.85, 0]], ["right", [-1.7, 0]]);
const ABOVE = [
  ...places(["bottom", [0, -0.7]], ["bottom", [0, -1.5]]),
  ...places(["top", [0, 0.7]], ["top", [0, 1.5]]),
];
/** The middle of a ring is free for its number. */
const NUMBER_SIZE = 12;

/**
 * A style with the zones over it. Names of zones come after those of the largest cities and before all others; the library
 * leaves out what has no room, so that a nearer view has more names.
 */
export function withZones(
  style: StyleSpecification,
  data: ZoneData,
  look: ZoneLook,
): StyleSpecification {
  const { names, marks } = zoneLayers(look);
  const city = style.layers.findIndex(({ id }) => id === CITY_LAYER);
  const at = city === -1 ? style.layers.length : city;
  return {
    ...style,
    sources: {
      ...style.sources,
      [SOURCES.zones]: {
        type: "geojson",
        data: data.zones,
        cluster: true,
        clusterRadius: CLUSTER_REACH,
        clusterMaxZoom: CLUSTER_ZOOM,
        clusterProperties: Object.fromEntries(
          MARK_KINDS.map((kind, i) => [kind, ["+", ["case", ["==", ["get", "kind"], i], 1, 0]]]),
        ),
      },
      [SOURCES.picked]: { type: "geojson", data: data.picked },
    },
    layers: [...style.layers.slice(0, at), names, ...style.layers.slice(at), ...marks],
  };
}

function zoneLayers({ theme, ink, name, running, halo, accent }: ZoneLook) {
  const isCluster: ExpressionSpecification = ["has", "point_count"];
  const image = (key: ExpressionSpecification): ExpressionSpecification => [
    "concat",
    `${theme}/`,
    key,
  ];
  const radius: ExpressionSpecification = ["/", ["get", "size"], 2];
  const names: SymbolLayerSpecification = {
    id: "zone-names",
    type: "symbol",
    source: SOURCES.zones,
    filter: ["!", isCluster],
    layout: {
      "text-field": ["get", "name"],
      "text-font": FONT,
      "text-size": ["interpolate", ["linear"], ["zoom"], 4, 11.5, 8, 13],
      "text-variable-anchor-offset": [
        "step",
        ["get", "lon"],
        ["literal", [...EAST, ...ABOVE]],
        TURNS[0],
        ["literal", [...EAST, ...WEST, ...ABOVE]],
        TURNS[1],
        ["literal", [...WEST, ...EAST, ...ABOVE]],
        TURNS[2],
        ["literal", [...WEST, ...ABOVE]],
      ],
      "text-justify": "auto",
      "text-max-width": 9,
      "text-padding": 1,
      "symbol-sort-key": ["get", "order"],
    },
    paint: {
      "text-color": ["case", ["<", ["get", "order"], 2], running, name],
      "text-halo-color": halo,
      "text-halo-width": 1.6,
    },
  };
  const rings: CircleLayerSpecification = {
    id: "zone-precision",
    type: "circle",
    source: SOURCES.picked,
    filter: ["all", ["get", "active"], [">", ["get", "ring"], 0]],
    paint: {
      "circle-radius": [
        "interpolate",
        ["exponential", 2],
        ["zoom"],
        0,
        ["get", "ring"],
        20,
        ["*", ["get", "ring"], 2 ** 20],
      ],
      "circle-color": accent,
      "circle-opacity": 0.1,
      "circle-stroke-color": accent,
      "circle-stroke-width": 1,
      "circle-stroke-opacity": 0.7,
    },
  };
  const gaps: SymbolLayerSpecification = {
    id: "zone-gaps",
    type: "symbol",
    source: SOURCES.zones,
    filter: ["has", "gap"],
    layout: {
      "icon-image": image(["get", "gap"]),
      "icon-offset": [0, 12],
      "icon-allow-overlap": true,
    },
  };
  const marks: SymbolLayerSpecification = {
    id: ZONE_LAYERS.marks,
    type: "symbol",
    source: SOURCES.zones,
    filter: ["!", isCluster],
    layout: {
      "icon-image": image(["get", "image"]),
      "icon-allow-overlap": true,
      "icon-padding": 0,
      "symbol-sort-key": ["-", 0, ["get", "order"]],
    },
  };
  const clusters: SymbolLayerSpecification = {
    id: ZONE_LAYERS.clusters,
    type: "symbol",
    source: SOURCES.zones,
    filter: isCluster,
    layout: {
      "icon-image": image([
        "concat",
        "cluster",
        ...MARK_KINDS.flatMap((kind): [string, ExpressionSpecification] => [
          "/",
          ["to-string", ["get", kind]],
        ]),
      ]),
      "icon-allow-overlap": true,
      "icon-padding": 0,
      "text-field": ["to-string", ["get", "point_count"]],
      "text-font": FONT,
      "text-size": NUMBER_SIZE,
      "text-allow-overlap": true,
    },
    paint: { "text-color": ink },
  };
  const halos: CircleLayerSpecification = {
    id: "zone-halos",
    type: "circle",
    source: SOURCES.picked,
    paint: {
      "circle-radius": ["+", radius, 2.5],
      "circle-color": halo,
      "circle-stroke-color": accent,
      "circle-stroke-width": ["case", ["get", "active"], 3, 2],
    },
  };
  const picked: SymbolLayerSpecification = {
    id: "zone-picked",
    type: "symbol",
    source: SOURCES.picked,
    layout: {
      "icon-image": image(["get", "image"]),
      "icon-allow-overlap": true,
      "icon-ignore-placement": true,
    },
  };
  return { names, marks: [rings, gaps, marks, clusters, halos, picked] };
}

/** Gives the map other zones. Until its style is there, the map has those of the style. */
export function showZones(map: MapLibreMap, part: keyof ZoneData, data: ZoneData["zones"]): void {
  map.getSource<GeoJSONSource>(SOURCES[part])?.setData(data);
}

/** The source of the zones; undefined until the style is there. */
export function getZoneSource(map: MapLibreMap): GeoJSONSource | undefined {
  return map.getSource<GeoJSONSource>(SOURCES.zones);
}
