import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { Axis, GridLines, VerticalAxis } from "@/components/charts/axis";
import { Plane, type PlaneBox } from "@/components/charts/plane";
import { isHollow, lengthOf, markupOf, partsOf, shapesOf } from "./markup";

const ticks = [0, 50, 100].map((at) => ({ at, label: String(at) }));
const styles = (chart: Parameters<typeof shapesOf>[0]) =>
  shapesOf(chart, "span").map(({ attributes }) => attributes.style);

describe("an axis", () => {
  test("has its values from the start of the reading direction", () => {
    expect(styles(createElement(Axis, { ticks }))).toEqual([
      "inset-inline-start:0%",
      "inset-inline-start:50%",
      "inset-inline-start:100%",
    ]);
  });

  test("keeps its outer labels inside and centres the others, in both directions", () => {
    const classes = shapesOf(createElement(Axis, { ticks }), "span").map(
      ({ attributes }) => attributes.class ?? "",
    );
    expect(classes[0]).not.toContain("translate-x");
    expect(classes[1]).toContain("-translate-x-1/2 rtl:translate-x-1/2");
    expect(classes[2]).toContain("-translate-x-full rtl:translate-x-full");
  });

  test("that rises has its start at the foot", () => {
    const tops = styles(createElement(VerticalAxis, { ticks, height: 200 })).map((style) =>
      Number(/top:(\d+)/.exec(style ?? "")?.[1]),
    );
    expect(tops).toEqual([200, 100, 0]);
  });

  test("has a line at each tick, the strong one darker", () => {
    const lines = shapesOf(
      createElement(GridLines, { bottom: 10, ticks: [{ at: 25, label: "", strong: true }] }),
      "line",
    );
    expect(lines.map((line) => lengthOf(line, "x1"))).toEqual([25]);
    expect(lines[0]?.attributes.class).toBe("stroke-ink-3");
  });
});

describe("a plane", () => {
  const box: PlaneBox = {
    key: "a",
    label: "A",
    detail: "10 to 40",
    x: { low: 20, high: 70 },
    y: { low: 10, high: 40 },
  };
  const plane = (boxes: PlaneBox[]) =>
    createElement(Plane, {
      boxes,
      label: "The plane",
      height: 200,
      x: { ticks, title: "x" },
      y: { ticks, title: "y" },
      regions: [{ key: "r", label: "Region", side: "end", edge: "top" }],
    });

  test("draws a box over all the ground in which a thing can lie; y rises", () => {
    const [drawn] = partsOf(plane([box]), "possible");
    expect(["x", "width"].map((name) => lengthOf(drawn, name))).toEqual([20, 50]);
    expect(["y", "height"].map((name) => lengthOf(drawn, name))).toEqual([120, 60]);
  });

  test("has the dot at what is known of both", () => {
    const [, dot] = shapesOf(plane([box]), "svg");
    expect([lengthOf(dot, "x"), lengthOf(dot, "y")]).toEqual([20, 180]);
  });

  test("has the dot alone for a thing of which all is known", () => {
    const point = plane([{ ...box, x: { low: 20, high: 20 }, y: { low: 10, high: 10 } }]);
    expect(partsOf(point, "possible")).toEqual([]);
    expect(shapesOf(point, "path")).toHaveLength(1);
  });

  test("dashes a candidate", () => {
    const [drawn] = partsOf(plane([{ ...box, candidate: true }]), "possible");
    expect(drawn?.attributes["stroke-dasharray"]).toBe("4 3");
    expect(isHollow(drawn)).toBe(false);
  });

  test("has its names at the reading direction's own side", () => {
    const markup = markupOf(plane([box]));
    expect(markup).toContain("inset-inline-start:20%");
    expect(markup).toMatch(/ end-2 [^>]*>Region/);
    expect(markup).toMatch(/role="img" aria-label="The plane"|aria-label="The plane"/);
  });
});
