import { addProtocol, type ExpressionSpecification, type LayerSpecification } from "maplibre-gl";
import { PMTiles, Protocol } from "pmtiles";
import type { StyleAddition } from "./map-style";

const SOURCE = "streets";
/** Reads the archives of every map of the page. */
const protocol = new Protocol();
addProtocol("pmtiles", protocol.tile);

/** Colours of streets, water and buildings on our own land. */
const COLOURS = {
  light: { street: "#cfd4d0", edge: "#b3bab5", building: "#e4e7e3", water: "#d2e0e5" },
  dark: { street: "#3b4844", edge: "#4b5a55", building: "#26312e", water: "#14201f" },
} as const;

/** Main streets in the two common schemas, by the property that says their class. */
const MAIN = ["highway", "major_road", "motorway", "trunk", "primary", "secondary"];

/**
 * The streets of an archive of vector tiles in the schema of Protomaps or of OpenMapTiles. Boundaries and names in it are
 * left out: ours are drawn over it.
 * @param url absolute, or a path of this site
 * @throws Error where there is no such archive
 */
export async function loadStreets(url: string, theme: "light" | "dark"): Promise<StyleAddition> {
  const address = new URL(url, document.baseURI).href;
  const archive = protocol.get(address) ?? new PMTiles(address);
  const metadata = await archive.getMetadata();
  // Only now: an archive remembers that it could not be read.
  protocol.add(archive);
  const names = listVectorLayers(metadata);
  const attribution = getAttribution(metadata);
  return {
    sources: {
      [SOURCE]: {
        type: "vector",
        url: `pmtiles://${address}`,
        ...(attribution === null ? {} : { attribution }),
      },
    },
    layers: streetLayers(COLOURS[theme]).filter((layer) => names.has(layer["source-layer"])),
  };
}

const IS_AREA: ExpressionSpecification = ["==", ["geometry-type"], "Polygon"];
/** Without the sea, which would cover our coast; "kind" and "class" are of the two schemas. */
const IS_INLAND: ExpressionSpecification = [
  "all",
  IS_AREA,
  ["!=", ["get", "kind"], "ocean"],
  ["!=", ["get", "class"], "ocean"],
];

type StreetLayer = LayerSpecification & { readonly "source-layer": string };

function streetLayers(c: (typeof COLOURS)["light" | "dark"]): StreetLayer[] {
  const fill = (
    name: string,
    colour: string,
    minzoom: number,
    filter: ExpressionSpecification = IS_AREA,
  ): StreetLayer => ({
    id: `street-${name}`,
    type: "fill",
    source: SOURCE,
    "source-layer": name,
    minzoom,
    filter,
    paint: { "fill-color": colour },
  });
  const roads = (name: string, property: string): StreetLayer[] => {
    const main: ExpressionSpecification = ["in", ["get", property], ["literal", MAIN]];
    return [
      {
        id: `street-${name}`,
        type: "line",
        source: SOURCE,
        "source-layer": name,
        minzoom: 9,
        filter: ["==", ["geometry-type"], "LineString"],
        layout: { "line-join": "round", "line-cap": "round" },
        paint: {
          "line-color": ["case", main, c.edge, c.street],
          "line-width": [
            "interpolate",
            ["exponential", 1.5],
            ["zoom"],
            9,
            ["case", main, 0.8, 0.2],
            16,
            ["case", main, 9, 4],
          ],
        },
      },
    ];
  };
  return [
    fill("water", c.water, 8, IS_INLAND),
    fill("buildings", c.building, 13),
    fill("building", c.building, 13),
    ...roads("roads", "kind"),
    ...roads("transportation", "class"),
  ];
}

/** The names of the layers in the metadata of an archive. */
function listVectorLayers(metadata: unknown): ReadonlySet<string> {
  const layers = getProperty(metadata, "vector_layers");
  return new Set(Array.isArray(layers) ? layers.map((one) => String(getProperty(one, "id"))) : []);
}

function getAttribution(metadata: unknown): string | null {
  const found = getProperty(metadata, "attribution");
  return typeof found === "string" ? found : null;
}

function getProperty(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;
}
