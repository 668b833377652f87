import type {
  ExpressionSpecification,
  FillLayerSpecification,
  StyleSpecification,
} from "maplibre-gl";
import type { MapShading } from "./map-point";

/** West and south, east and north of the layers. Outside there is only the colour of the sea. */
export const MAX_BOUNDS: [[number, number], [number, number]] = [
  [44, 12],
  [94, 46],
];

/** The whole country with the units it administers. */
export const HOME_BOUNDS: [[number, number], [number, number]] = [
  [60.7, 23.5],
  [77.6, 37.2],
];

/** The sources of the map's own layers. */
export const ATTRIBUTION = "Natural Earth · GeoNames (CC BY 4.0) · airport-data-js (CC BY 4.0)";

/** Address of the product's own style. */
export function basemapStyle(theme: "light" | "dark"): string {
  return `/basemap/style-${theme}.json`;
}

const SHADING_ID = "province-shading";
/** Opacity of the strongest tint, on which names and lines are still readable. */
const STRONGEST = 0.5;

/**
 * The style that the map draws: the product's own, or another style with our boundary lines on top, and
 * the provinces tinted in `colour` (a CSS colour). No argument is changed.
 */
export function composeStyle(
  own: StyleSpecification,
  other: StyleSpecification | null,
  shading: MapShading,
  colour: string,
): StyleSpecification {
  const base = other === null ? own : withOwnBoundaries(other, own);
  const layer = shadingLayer(shading, colour);
  const provinces = own.sources.provinces;
  if (layer === null || provinces === undefined) {
    return base;
  }
  // Below the veil over the disputed region and every line; in another style, below its first label.
  const found = base.layers.findIndex((one) =>
    other === null ? one.id.startsWith("veil-") : one.type === "symbol",
  );
  const at = found === -1 ? base.layers.length : found;
  return {
    ...base,
    sources: { ...base.sources, provinces },
    layers: [...base.layers.slice(0, at), layer, ...base.layers.slice(at)],
  };
}

/** Another style with our disputed lines and the Line of Control on top. */
function withOwnBoundaries(other: StyleSpecification, own: StyleSpecification): StyleSpecification {
  const boundaries = own.sources.boundaries;
  if (boundaries === undefined) {
    return other;
  }
  const lines = own.layers.filter((layer) => "source" in layer && layer.source === "boundaries");
  return {
    ...other,
    sources: { ...other.sources, boundaries },
    layers: [...other.layers, ...lines.map((line) => ({ ...line, id: `own-${line.id}` }))],
  };
}

/** The layer that tints the provinces; null where there is nothing to tint. */
function shadingLayer({ mode, values }: MapShading, colour: string): FillLayerSpecification | null {
  const known = Object.entries(values).filter(isKnown);
  const [first, ...rest] = known;
  if (mode === "none" || first === undefined) {
    return null;
  }
  const top = mode === "median" ? 100 : Math.max(1, ...known.map(([, value]) => value));
  const opacity = (value: number) => (value / top) * STRONGEST;
  const byProvince: ExpressionSpecification = [
    "match",
    ["get", "code"],
    first[0],
    opacity(first[1]),
    ...rest.flatMap(([code, value]) => [code, opacity(value)]),
    0,
  ];
  return {
    id: SHADING_ID,
    type: "fill",
    source: "provinces",
    paint: { "fill-color": colour, "fill-opacity": byProvince, "fill-antialias": false },
  };
}

function isKnown(entry: [string, number | null]): entry is [string, number] {
  return entry[1] !== null;
}
