import type {
  ExpressionSpecification,
  FillLayerSpecification,
  LayerSpecification,
  RasterLayerSpecification,
  SourceSpecification,
  StyleSpecification,
} from "maplibre-gl";
import type { MapLayer, MapSettings } from "./map-layers";
import type { MapShading } from "./map-point";

/** Fetches a map style. @throws Error where there is none at the address */
export async function loadStyle(url: string, signal: AbortSignal): Promise<StyleSpecification> {
  const answer = await fetch(url, { signal });
  if (!answer.ok) {
    throw new Error(`No map style at ${url}: ${answer.status}`);
  }
  return (await answer.json()) as StyleSpecification;
}

/** Address of the product's own style. */
export function basemapStyle(theme: "light" | "dark"): string {
  return `/basemap/style-${theme}.json`;
}

/** Sources and layers that go under the lines of the product's own style. */
export interface StyleAddition {
  readonly sources: Readonly<Record<string, SourceSpecification>>;
  readonly layers: readonly LayerSpecification[];
}

/** What the map draws. */
export interface StyleParts {
  /** The product's own style, with every layer that readers may switch on. */
  readonly own: StyleSpecification;
  /** A style that replaces it; null: none. */
  readonly other: StyleSpecification | null;
  /** Streets; null: none. */
  readonly streets: StyleAddition | null;
  readonly imagery: MapSettings["imagery"];
  /** The layers that are switched on. */
  readonly shown: readonly MapLayer[];
  readonly shading: MapShading;
  /** CSS colour of the tint. */
  readonly colour: string;
  readonly locale: string;
}

/**
 * The style that the map draws: the product's own, or another style with our boundary lines, our veil over the disputed
 * region and the layers that are on over it, and the provinces tinted. A layer that is off leaves no source behind, so its
 * data are not loaded. No argument is changed.
 */
export function composeStyle(parts: StyleParts): StyleSpecification {
  const { other, streets, shown } = parts;
  const imagery = shown.includes("imagery") ? parts.imagery : null;
  const visible = withLocalNames(withoutHiddenLayers(parts.own, shown), parts.locale);
  const own = imagery === null ? visible : withoutCovers(visible);
  const tint = shadingLayer(parts.shading, parts.colour);
  const { provinces } = parts.own.sources;
  const ground = [
    ...(imagery === null ? [] : [imageryAddition(imagery)]),
    ...(tint === null || provinces === undefined
      ? []
      : [{ sources: { provinces }, layers: [tint] }]),
    ...(streets === null ? [] : [imagery === null ? streets : withoutFills(streets)]),
  ];
  return other === null
    ? insertLayers(own, ground, isVeil)
    : insertLayers(
        withOwnLines(other, own),
        ground.map(withOwnNames),
        (layer) => layer.type === "symbol" || layer.id.startsWith(OWN),
      );
}

/** Names in Urdu, where there are any. Space between letters that join would break words apart. */
function withLocalNames(own: StyleSpecification, locale: string): StyleSpecification {
  if (locale !== "ur") return own;
  const layers = own.layers.map((layer) => {
    if (layer.type !== "symbol" || layer.layout?.["text-field"] === undefined) return layer;
    const field = JSON.stringify(layer.layout["text-field"]).replaceAll(
      '["get","name_en"]',
      '["coalesce",["get","name_ur"],["get","name_en"]]',
    );
    const layout = { ...layer.layout, "text-field": JSON.parse(field), "text-letter-spacing": 0 };
    return { ...layer, layout };
  });
  return { ...own, layers };
}

/** The tint of the disputed region, over all that is drawn of the ground. */
const isVeil = ({ id }: LayerSpecification) => id.startsWith("veil-");

/** Areas of water that would cover satellite images. */
const COVERS = ["fine-sea", "lake"];

function withoutCovers(own: StyleSpecification): StyleSpecification {
  return { ...own, layers: own.layers.filter(({ id }) => !COVERS.includes(id)) };
}

/** Without areas, which would cover satellite images. */
function withoutFills({ sources, layers }: StyleAddition): StyleAddition {
  return { sources, layers: layers.filter(({ type }) => type !== "fill") };
}

/** Before the names of our sources and layers in another style, which may have the same. */
const OWN = "own-";

function withOwnNames({ sources, layers }: StyleAddition): StyleAddition {
  return {
    sources: Object.fromEntries(
      Object.entries(sources).map(([name, source]) => [OWN + name, source]),
    ),
    layers: layers.map(
      (layer) =>
        ({
          ...layer,
          id: OWN + layer.id,
          ...("source" in layer ? { source: OWN + layer.source } : {}),
        }) as LayerSpecification,
    ),
  };
}

/** A style with more sources, and with more layers before the first one that `isNext`; at the end where there is none. */
function insertLayers(
  style: StyleSpecification,
  additions: readonly StyleAddition[],
  isNext: (layer: LayerSpecification) => boolean,
): StyleSpecification {
  if (additions.length === 0) return style;
  const next = style.layers.findIndex(isNext);
  const at = next === -1 ? style.layers.length : next;
  return {
    ...style,
    sources: Object.assign({}, style.sources, ...additions.map(({ sources }) => sources)),
    layers: [
      ...style.layers.slice(0, at),
      ...additions.flatMap(({ layers }) => layers),
      ...style.layers.slice(at),
    ],
  };
}

/** The own style without the layers that are off, and without the sources that only they use. */
function withoutHiddenLayers(
  own: StyleSpecification,
  shown: readonly MapLayer[],
): StyleSpecification {
  const layers = own.layers.filter((layer) => {
    const switched = getSwitch(layer);
    return switched === null || shown.some((one) => one === switched);
  });
  return { ...own, sources: pickUsedSources(own, layers), layers };
}

/** The sources of a style that some of its layers use. */
function pickUsedSources(
  { sources }: StyleSpecification,
  layers: readonly LayerSpecification[],
): StyleSpecification["sources"] {
  const used = new Set(layers.map((layer) => ("source" in layer ? layer.source : null)));
  return Object.fromEntries(Object.entries(sources).filter(([name]) => used.has(name)));
}

/** The switch that a layer belongs to; null: it is always drawn. */
function getSwitch({ metadata }: LayerSpecification): string | null {
  return typeof metadata === "object" && metadata !== null && "layer" in metadata
    ? String(metadata.layer)
    : null;
}

/**
 * Another style with our veil, our disputed lines, the Line of Control and the layers that are on over it. Without our
 * names of places, since its letters come from elsewhere.
 */
function withOwnLines(other: StyleSpecification, own: StyleSpecification): StyleSpecification {
  const kept = own.layers.filter(
    (layer) =>
      layer.type !== "symbol" &&
      (isVeil(layer) ||
        ("source" in layer && layer.source === "boundaries") ||
        getSwitch(layer) !== null),
  );
  const { sources, layers } = withOwnNames({ sources: pickUsedSources(own, kept), layers: kept });
  return {
    ...other,
    sources: { ...other.sources, ...sources },
    layers: [...other.layers, ...layers],
  };
}

function imageryAddition({ url, attribution }: NonNullable<MapSettings["imagery"]>): StyleAddition {
  const layer: RasterLayerSpecification = { id: "imagery", type: "raster", source: "imagery" };
  return {
    sources: { imagery: { type: "raster", tiles: [url], tileSize: 256, attribution } },
    layers: [layer],
  };
}

const SHADING_ID = "province-shading";
/** Opacity of the strongest tint, on which names and lines are still readable. */
const STRONGEST = 0.5;

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

/** Whose data a style shows, without markup, each once. Browser only. */
export function listAttributions({ sources }: StyleSpecification): readonly string[] {
  const parser = new DOMParser();
  const words = Object.values(sources).flatMap((source) =>
    "attribution" in source && source.attribution !== undefined
      ? [parser.parseFromString(source.attribution, "text/html").body.textContent.trim()]
      : [],
  );
  return [...new Set(words.filter((text) => text !== ""))];
}
