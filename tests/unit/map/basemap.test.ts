import fs from "node:fs";
import { describe, expect, it } from "vitest";
import { composeStyle } from "@/components/map/map-engine";

const own = JSON.parse(fs.readFileSync("public/basemap/style-light.json", "utf8"));
const none = { mode: "none", values: {} } as const;

describe("composeStyle", () => {
  it("leaves the product's own style as it is where nothing is tinted", () => {
    expect(composeStyle(own, null, none, "red")).toEqual(own);
  });

  it("tints known provinces under the veil and every line, and leaves the unknown without tint", () => {
    const values = { punjab: 20, sindh: 10, balochistan: null };
    const { layers } = composeStyle(own, null, { mode: "count", values }, "red");
    const at = layers.findIndex((layer) => layer.id === "province-shading");
    expect(layers.at(at)).toMatchObject({
      paint: {
        "fill-opacity": ["match", ["get", "code"], "punjab", 0.5, "sindh", 0.25, 0],
      },
    });
    expect(at).toBeLessThan(layers.findIndex((layer) => layer.id.startsWith("veil-")));
    expect(at).toBeLessThan(
      layers.findIndex((layer) => layer.type === "line" && layer.id !== "shoal"),
    );
  });

  it("lays our boundaries over another style, the dotted Line of Control among them", () => {
    const other = { version: 8 as const, sources: {}, layers: [] };
    const { layers, sources } = composeStyle(own, other, none, "red");
    expect(layers.map((layer) => layer.id)).toContain("own-line-of-control");
    expect(sources).toHaveProperty("boundaries");
  });
});
