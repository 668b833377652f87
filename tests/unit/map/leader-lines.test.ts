// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { paintLeaderLines } from "@/components/map/leader-lines";
import type { MapPoint } from "@/components/map/map-point";
import type { MarkerLayout } from "@/components/map/marker-layout";

const point = { slug: "hattar" } as MapPoint;
const aside = (x: number, y: number) => ({ point, anchorX: 10, anchorY: 10, x, y, size: 15 });
const label = (x: number, count: number) => ({ x, y: 50, half: { width: 11, height: 7 }, count });
let svg: SVGSVGElement;

beforeEach(() => {
  svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
});

const paint = (
  layout: Partial<MarkerLayout>,
  ring: Parameters<typeof paintLeaderLines>[2] = null,
) => {
  paintLeaderLines(svg, { places: [], clusters: [], ...layout }, ring);
  return [...svg.children].map(({ localName }) => localName);
};

test("a marker that was moved aside has a line to a dot at its place, one that was not has none", () => {
  expect(paint({ places: [aside(40, 10), aside(12, 10)] })).toEqual(["line", "circle"]);
  expect(svg.querySelector("line")?.getAttribute("x2")).toBe("40.0");
  expect(svg.querySelector("circle")?.getAttribute("cx")).toBe("10.0");
});

test("a label has the number of zones, and the ring comes first", () => {
  const ring = { x: 5, y: 6, radius: 20 };
  expect(paint({ clusters: [label(30, 12)] }, ring)).toEqual(["circle", "rect", "text"]);
  expect(svg.querySelector("text")?.textContent).toBe("×12");
  expect(svg.querySelector("circle")?.getAttribute("stroke-dasharray")).toBe("3 3");
});

test("the next frame moves the same shapes", () => {
  paint({ clusters: [label(30, 12), label(90, 3)] });
  const before = [...svg.children];
  paint({ clusters: [label(31, 12), label(91, 4)] });
  expect([...svg.children]).toEqual(before);
  expect(before.map((shape) => shape.getAttribute("transform"))).toEqual([
    ...["translate(31.0 50.0)", "translate(31.0 50.0)"],
    ...["translate(91.0 50.0)", "translate(91.0 50.0)"],
  ]);
  expect(svg.lastElementChild?.textContent).toBe("×4");
});

test("shapes that go leave nothing behind, nor does a shape in the place of another of its kind", () => {
  paint({ places: [aside(40, 10)], clusters: [label(30, 12)] }, { x: 5, y: 6, radius: 20 });
  expect(paint({ places: [aside(40, 10)] })).toEqual(["line", "circle"]);
  const [, dot] = svg.children;
  expect(dot?.getAttribute("stroke-dasharray")).toBeNull();
  expect(dot?.getAttribute("class")).toBe("fill-ink-3");
  expect(paint({})).toEqual([]);
});
