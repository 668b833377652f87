import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { Axis, GridLines } from "@/components/charts/axis";
import { lengthOf, shapesOf } from "./markup";

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

  test("has a line at each tick, the strong one darker", () => {
    const lines = shapesOf(
      createElement(GridLines, { bottom: 10, ticks: [{ at: 25, label: "", strong: true }] }),
      "line",
    );
    expect(lines.map((line) => lengthOf(line, "x1"))).toEqual([25]);
    expect(lines[0]?.attributes.class).toBe("stroke-ink-3");
  });
});
