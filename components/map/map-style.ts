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
interface StyleParts {
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
}

/**
 * The style that the map draws: the product's own, or another style with our boundary lines and the layers that are on over
 * it, and the provinces tinted. A layer that is off leaves no source behind, so its data are not loaded. No argument is
 * changed.
 */
export function composeStyle(parts: StyleParts): StyleSpecification {
  const { other, streets, imagery, shown } = parts;
  const own = withoutHiddenLayers(parts.own, shown);
  const base = other === null ? own : withOwnLines(other, own);
  const tint = shadingLayer(parts.shading, parts.colour);
  const { provinces } = parts.own.sources;
  const pictures = imagery !== null && shown.includes("imagery");
  const ground = [
    ...(pictures ? [imageryAddition(imagery)] : []),
    ...(tint === null || provinces === undefined
      ? []
      : [{ sources: { provinces }, layers: [tint] }]),
  ];
  // Below the veil over the disputed region and every line; in another style, below its first label and our lines.
  const tinted = insertLayers(base, ground, (layer) =>
    other === null ? layer.id.startsWith("veil-") : layer.type === "symbol" || isOwn(layer),
  );
  const detailed = insertLayers(tinted, streets === null ? [] : [streets], (layer) =>
    other === null ? layer.id === FIRST_LINE : layer.type === "symbol" || isOwn(layer),
  );
  return pictures
    ? { ...detailed, layers: detailed.layers.filter(({ id }) => !HIDES_PICTURES.includes(id)) }
    : detailed;
}

/** The first layer of the own style over the land and the sea. */
const FIRST_LINE = "river";
/** Areas of water that would cover the pictures from above. */
const HIDES_PICTURES = ["fine-sea", "lake"];
const OWN = "own-";
const isOwn = ({ id }: LayerSpecification) => id.startsWith(OWN);

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
    const part = getPart(layer);
    return part === null || shown.some((one) => one === part);
  });
  const used = new Set(layers.map((layer) => ("source" in layer ? layer.source : null)));
  return {
    ...own,
    sources: Object.fromEntries(Object.entries(own.sources).filter(([name]) => used.has(name))),
    layers,
  };
}

/** The switch that a layer belongs to; null: it is always drawn. */
function getPart({ metadata }: LayerSpecification): string | null {
  return typeof metadata === "object" && metadata !== null && "layer" in metadata
    ? String(metadata.layer)
    : null;
}

/**
 * Another style with our disputed lines, the Line of Control and the layers that are on over it. Without our names of
 * places, since its letters come from elsewhere.
 */
function withOwnLines(other: StyleSpecification, own: StyleSpecification): StyleSpecification {
  const lines = own.layers.filter(
    (layer) =>
      "source" in layer &&
      layer.type !== "symbol" &&
      (layer.source === "boundaries" || getPart(layer) !== null),
  );
  const used = new Set(lines.map((layer) => ("source" in layer ? layer.source : null)));
  const sources = Object.entries(own.sources).filter(([name]) => used.has(name));
  return {
    ...other,
    sources: {
      ...other.sources,
      ...Object.fromEntries(sources.map(([name, source]) => [OWN + name, source])),
    },
    layers: [
      ...other.layers,
      ...lines.map(
        (line) =>
          ({
            ...line,
            id: OWN + line.id,
            ...("source" in line ? { source: OWN + line.source } : {}),
          }) as LayerSpecification,
      ),
    ],
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

/** Whose data a style shows, without markup, each once. */
export function listAttributions({ sources }: StyleSpecification): readonly string[] {
  const words = Object.values(sources).flatMap((source) =>
    "attribution" in source && source.attribution !== undefined ? [source.attribution] : [],
  );
  return [...new Set(words.map((text) => text.replace(/<[^>]*>/g, "")))];
}
