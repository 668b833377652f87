// @vitest-environment happy-dom
import fs from "node:fs";
import type { StyleSpecification } from "maplibre-gl";
import { describe, expect, it } from "vitest";
import { MAP_LAYERS } from "@/components/map/map-layers";
import { composeStyle, listAttributions } from "@/components/map/map-style";

const readStyle = (theme: string): StyleSpecification =>
  JSON.parse(fs.readFileSync(`public/basemap/style-${theme}.json`, "utf8"));
const own = readStyle("light");
const parts = {
  own,
  other: null,
  streets: null,
  imagery: null,
  shown: MAP_LAYERS,
  shading: { mode: "none", values: {} },
  colour: "red",
  locale: "en",
} as const;
const streets = {
  sources: { streets: { type: "vector", url: "pmtiles://streets" } },
  layers: [
    { id: "street-water", type: "fill", source: "streets", "source-layer": "water" },
    { id: "street-roads", type: "line", source: "streets", "source-layer": "roads" },
  ],
} as const;
const imagery = { url: "https://tiles.example.org/{z}/{x}/{y}.jpg", attribution: "Example" };
const tinted = { mode: "count", values: { punjab: 20 } } as const;
/** A style with the names that ours has, and a label. */
const other: StyleSpecification = {
  version: 8,
  sources: Object.fromEntries(
    ["streets", "imagery", "provinces"].map((name) => [
      name,
      { type: "vector", url: `https://maps.example.org/${name}.json` },
    ]),
  ),
  layers: [
    { id: "ground", type: "background" },
    { id: "street-roads", type: "line", source: "streets", "source-layer": "all" },
    { id: "label", type: "symbol", source: "streets", "source-layer": "all" },
  ],
};
const place = ({ layers }: StyleSpecification, id: string) =>
  layers.findIndex((layer) => layer.id === id || layer.id.startsWith(`${id}-`));

describe("composeStyle", () => {
  it("leaves the product's own style as it is where all is on and nothing is tinted", () => {
    expect(composeStyle(parts)).toEqual(own);
  });

  describe.each(["light", "dark"])("with the switches of the %s style", (theme) => {
    const themed = { ...parts, own: readStyle(theme) };

    it.each([
      ["routes", "routes"],
      ["ports", "gateways"],
      ["power", "powerPlants"],
    ] as const)("leaves out the data of %s while it is off", (layer, source) => {
      const shown = MAP_LAYERS.filter((one) => one !== layer);
      const { sources, layers } = composeStyle({ ...themed, shown });
      expect(sources).not.toHaveProperty(source);
      expect(layers.some((one) => "source" in one && one.source === source)).toBe(false);
      expect(composeStyle({ ...themed, shown: [layer] }).sources).toHaveProperty(source);
    });

    it("draws every boundary, the veil and the coast, whatever is on", () => {
      const kept = ["line-of-control", "border-disputed", "border-pakistan", "veil", "fine-coast"];
      for (const shown of [[], MAP_LAYERS]) {
        const style = composeStyle({ ...themed, shown });
        for (const id of kept) expect(place(style, id), id).toBeGreaterThan(-1);
      }
    });
  });

  it("tints known provinces under the veil and every line, and leaves the unknown without tint", () => {
    const values = { punjab: 20, sindh: 10, balochistan: null };
    const style = composeStyle({ ...parts, shading: { mode: "count", values } });
    const at = place(style, "province-shading");
    expect(style.layers.at(at)).toMatchObject({
      paint: {
        "fill-opacity": ["match", ["get", "code"], "punjab", 0.5, "sindh", 0.25, 0],
      },
    });
    expect(at).toBeLessThan(place(style, "veil"));
    expect(at).toBeLessThan(
      style.layers.findIndex((layer) => layer.type === "line" && !layer.id.endsWith("shoal")),
    );
  });

  it("puts streets over the land and under the veil and every line of ours", () => {
    const style = composeStyle({ ...parts, streets });
    expect(style.sources).toHaveProperty("streets");
    expect(place(style, "street")).toBeGreaterThan(place(style, "land-pakistan"));
    const last = style.layers.findIndex(({ id }) => id === "street-roads");
    for (const id of ["veil", "route", "border"]) expect(last, id).toBeLessThan(place(style, id));
  });

  it("shows satellite images only where they are switched on, under the veil over the disputed region", () => {
    expect(composeStyle({ ...parts, shown: [], imagery }).sources).not.toHaveProperty("imagery");
    const style = composeStyle({ ...parts, imagery });
    expect(place(style, "imagery")).toBeGreaterThan(place(style, "land-pakistan"));
    expect(place(style, "imagery")).toBeLessThan(place(style, "veil"));
    expect(place(style, "fine-sea")).toBe(-1);
    expect(listAttributions(style)).toContain("Example");
  });

  it("draws the lines of streets over satellite images, and no areas that would cover them", () => {
    const style = composeStyle({ ...parts, streets, imagery });
    expect(place(style, "street-roads")).toBeGreaterThan(place(style, "imagery"));
    expect(place(style, "street-roads")).toBeLessThan(place(style, "veil"));
    expect(place(style, "street-water")).toBe(-1);
    const off = composeStyle({ ...parts, streets, imagery, shown: [] });
    expect(place(off, "street-water")).toBeGreaterThan(-1);
  });

  describe("with another style", () => {
    const style = composeStyle({ ...parts, other, streets, imagery, shading: tinted });

    it("lays our boundaries over it, the dotted Line of Control among them, and none of our names", () => {
      expect(place(style, "own-route-motorway")).toBeGreaterThan(place(style, "label"));
      expect(place(style, "own-route-motorway")).toBeLessThan(place(style, "own-line-of-control"));
      expect(style.sources).toHaveProperty("own-boundaries");
      expect(style.layers.filter(({ type }) => type === "symbol").map(({ id }) => id)).toEqual([
        "label",
      ]);
    });

    it("lays the veil over its ground and ours, whatever is on", () => {
      const under = ["street-roads", "own-imagery", "own-province-shading", "own-street-roads"];
      for (const id of under) {
        expect(place(style, id), id).toBeGreaterThan(-1);
        expect(place(style, id), id).toBeLessThan(place(style, "own-veil"));
      }
      const bare = composeStyle({ ...parts, other, shown: [] });
      for (const id of ["own-veil-neighbours", "own-veil-provinces"]) {
        const layer = bare.layers.find((one) => one.id === id);
        expect(layer).toMatchObject({ filter: ["==", ["get", "disputed"], true] });
        expect(bare.sources).toHaveProperty(layer && "source" in layer ? layer.source : "");
      }
    });

    it("leaves its sources and layers as they are, also those that have our names", () => {
      expect(style.sources).toMatchObject(other.sources);
      expect(style.layers).toEqual(expect.arrayContaining(other.layers));
      const ids = style.layers.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    });
  });
});

describe("the attributions of the own style", () => {
  it("name whose data it is, each once, OpenStreetMap among them", () => {
    const words = listAttributions(own);
    expect(new Set(words).size).toBe(words.length);
    expect(words).toEqual(
      expect.arrayContaining([
        "Natural Earth",
        "GeoNames (CC BY 4.0)",
        "© OpenStreetMap contributors",
      ]),
    );
  });

  it("are text, and left out where they are empty", () => {
    const sources = ["<a href='/'>Ordnance &amp; Survey &copy;</a>", "", " <b></b> "].map(
      (attribution, i) => [i, { type: "raster", tiles: [], attribution }],
    );
    expect(listAttributions({ ...own, sources: Object.fromEntries(sources) })).toEqual([
      "Ordnance & Survey ©",
    ]);
  });
});
