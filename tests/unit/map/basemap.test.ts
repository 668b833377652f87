import fs from "node:fs";
import type { StyleSpecification } from "maplibre-gl";
import { describe, expect, it } from "vitest";
import { MAP_LAYERS } from "@/components/map/map-layers";
import { composeStyle, listAttributions } from "@/components/map/map-style";

const own: StyleSpecification = JSON.parse(
  fs.readFileSync("public/basemap/style-light.json", "utf8"),
);
const parts = {
  own,
  other: null,
  streets: null,
  imagery: null,
  shown: MAP_LAYERS,
  shading: { mode: "none", values: {} },
  colour: "red",
} as const;
const streets = {
  sources: { streets: { type: "vector", url: "pmtiles://streets" } },
  layers: [{ id: "street-roads", type: "line", source: "streets", "source-layer": "roads" }],
} as const;
const imagery = { url: "https://tiles.example.org/{z}/{x}/{y}.jpg", attribution: "Example" };
const place = ({ layers }: StyleSpecification, id: string) =>
  layers.findIndex((layer) => layer.id === id || layer.id.startsWith(`${id}-`));

describe("composeStyle", () => {
  it("leaves the product's own style as it is where all is on and nothing is tinted", () => {
    expect(composeStyle(parts)).toEqual(own);
  });

  it.each([
    ["routes", "routes"],
    ["ports", "gateways"],
    ["power", "powerPlants"],
  ] as const)("leaves out the data of %s while it is off", (layer, source) => {
    const shown = MAP_LAYERS.filter((one) => one !== layer);
    const { sources, layers } = composeStyle({ ...parts, shown });
    expect(sources).not.toHaveProperty(source);
    expect(layers.some((one) => "source" in one && one.source === source)).toBe(false);
    expect(composeStyle({ ...parts, shown: [layer] }).sources).toHaveProperty(source);
  });

  it("draws every boundary, the veil and the coast, whatever is on", () => {
    const kept = ["line-of-control", "border-disputed", "border-pakistan", "veil", "fine-coast"];
    for (const shown of [[], MAP_LAYERS]) {
      const style = composeStyle({ ...parts, shown });
      for (const id of kept) expect(place(style, id), id).toBeGreaterThan(-1);
    }
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

  it("lays our boundaries over another style, the dotted Line of Control among them", () => {
    const other = { version: 8 as const, sources: {}, layers: [] };
    const { layers, sources } = composeStyle({ ...parts, other });
    const ids = layers.map((layer) => layer.id);
    expect(ids).toContain("own-line-of-control");
    expect(ids.indexOf("own-route-motorway")).toBeLessThan(ids.indexOf("own-line-of-control"));
    expect(sources).toHaveProperty("own-boundaries");
    expect(layers.some((layer) => layer.type === "symbol")).toBe(false);
  });

  it("puts streets over the land and under every line of ours", () => {
    const style = composeStyle({ ...parts, streets });
    expect(style.sources).toHaveProperty("streets");
    expect(place(style, "street")).toBeGreaterThan(place(style, "land-pakistan"));
    expect(place(style, "street")).toBeLessThan(place(style, "route"));
    expect(place(style, "street")).toBeLessThan(place(style, "border"));
  });

  it("shows pictures from above only where they are switched on, under the veil over the disputed region", () => {
    expect(composeStyle({ ...parts, shown: [], imagery }).sources).not.toHaveProperty("imagery");
    const style = composeStyle({ ...parts, imagery });
    expect(place(style, "imagery")).toBeGreaterThan(place(style, "land-pakistan"));
    expect(place(style, "imagery")).toBeLessThan(place(style, "veil"));
    expect(place(style, "fine-sea")).toBe(-1);
    expect(listAttributions(style)).toContain("Example");
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
});
