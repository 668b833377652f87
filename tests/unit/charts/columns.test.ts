import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { type ChartColumn, ColumnChart } from "@/components/charts/column-chart";
import { MarkColumns } from "@/components/charts/mark-columns";
import { Histogram } from "@/components/time/time-slider";
import { isHollow, lengthOf, markupOf, partsOf, shapesOf } from "./markup";

const column = (key: string, a: number, b: number): ChartColumn => ({
  key,
  label: key,
  href: a + b === 0 ? null : `/y/${key}`,
  name: `${key}: ${a + b}`,
  total: String(a + b),
  parts: [
    { key: "a", count: a, tone: "ramp-4" },
    { key: "b", count: b, tone: "unknown" },
  ],
});

describe("a column chart", () => {
  const chart = createElement(ColumnChart, {
    label: "By year",
    columns: [column("2021", 2, 2), column("2020", 0, 0), column("2022", 1, 0)],
  });
  const parts = () => partsOf(chart);

  test("stacks the parts from the foot up, in proportion", () => {
    const [first, second, third] = parts();
    expect(lengthOf(first, "y") + lengthOf(first, "height")).toBe(196);
    expect(lengthOf(second, "y") + lengthOf(second, "height")).toBe(lengthOf(first, "y"));
    expect(lengthOf(first, "height")).toBe(2 * lengthOf(third, "height"));
    expect(lengthOf(second, "y")).toBe(20);
  });

  test("draws nothing for a part of 0 and what is unknown hollow", () => {
    expect(parts().map(isHollow)).toEqual([false, true, false]);
  });

  test("keeps the order given", () => {
    expect(parts().map((part) => lengthOf(part, "x"))).toEqual([6, 6, 72.67]);
    expect([...markupOf(chart).matchAll(/>(20\d\d)</g)].map(([, year]) => year)).toEqual([
      "2021",
      "2020",
      "2022",
    ]);
  });

  test("links a column that leads somewhere, and no other", () => {
    expect(
      shapesOf(chart, "a").map(({ attributes }) => [attributes.href, attributes["aria-label"]]),
    ).toEqual([
      ["/y/2021", "2021: 4"],
      ["/y/2022", "2022: 1"],
    ]);
  });

  test("has the total over its column", () => {
    const tops = [...markupOf(chart).matchAll(/top:(-?[\d.]+)px">(\d)</g)];
    expect(tops.map(([, top, total]) => [Number(top), total])).toEqual([
      [2, "4"],
      [178, "0"],
      [134, "1"],
    ]);
  });
});

describe("a column chart with losses", () => {
  const loss = (key: string, up: number, down: number): ChartColumn => ({
    ...column(key, up, 0),
    below: [{ key: "loss", count: down, tone: "rust" }],
  });
  const chart = createElement(ColumnChart, {
    label: "By year",
    columns: [loss("2021", 6, 2), loss("2022", 3, 0)],
  });

  test("draws them below the line, on the scale of the gains", () => {
    const [gain, lost, other] = partsOf(chart);
    const line = lengthOf(shapesOf(chart, "line")[0], "y1");
    expect(lengthOf(gain, "y") + lengthOf(gain, "height")).toBe(line);
    expect(lengthOf(lost, "y")).toBe(line);
    expect(lengthOf(gain, "height")).toBe(3 * lengthOf(lost, "height"));
    expect(lengthOf(gain, "height")).toBe(2 * lengthOf(other, "height"));
  });

  test("fills the height from the highest gain to the deepest loss", () => {
    const [gain, lost] = partsOf(chart);
    expect(lengthOf(gain, "y")).toBe(20);
    expect(lengthOf(lost, "y") + lengthOf(lost, "height")).toBe(196);
  });
});

describe("columns of marks", () => {
  const mark = (key: string) => ({ key, shape: "circle", tone: "ink" }) as const;
  const chart = (below: boolean) =>
    createElement(MarkColumns, {
      label: "Events",
      columns: [
        {
          key: "2020",
          label: "2020",
          href: null,
          name: "2020",
          slots: [[mark("a"), mark("b")], [], [], [mark("c")]],
          below: below
            ? {
                total: "3",
                parts: [
                  { key: "x", count: 2, tone: "rust" },
                  { key: "y", count: 1, tone: "amber" },
                ],
              }
            : undefined,
        },
      ],
    });
  const marks = () => shapesOf(chart(true), "svg").slice(1);

  test("pile the marks of a slot upward from the axis", () => {
    const [a, b, c] = marks();
    expect([a, b, c].map((shape) => lengthOf(shape, "x"))).toEqual([12.5, 12.5, 87.5]);
    expect(lengthOf(a, "y") - lengthOf(b, "y")).toBe(11.5);
    expect(lengthOf(c, "y")).toBe(lengthOf(a, "y"));
  });

  test("hang their counts below the axis, one under the other", () => {
    const [x, y] = partsOf(chart(true));
    expect(lengthOf(y, "y")).toBe(lengthOf(x, "y") + lengthOf(x, "height"));
    expect(lengthOf(x, "height")).toBeCloseTo(2 * lengthOf(y, "height"));
    expect(lengthOf(x, "y")).toBeGreaterThan(lengthOf(marks()[0], "y"));
  });

  test("stand 7 pixels over the axis, with its label and the total of the counts under it", () => {
    const axis = 14 + 2 * 11.5;
    expect(lengthOf(marks()[0], "y")).toBe(axis - 7);
    expect(lengthOf(shapesOf(chart(true), "line")[0], "y1")).toBe(axis);
    const tops = [...markupOf(chart(true)).matchAll(/top:(-?[\d.]+)px">(\d+)</g)];
    expect(tops.map(([, top, text]) => [Number(top), text])).toEqual([
      [axis + 22 + 76 + 2, "3"],
      [axis + 3, "2020"],
    ]);
    expect([...markupOf(chart(false)).matchAll(/">(\d+)</g)].map(([, text]) => text)).toEqual([
      "2020",
    ]);
  });

  test("take no room below where nothing is counted", () => {
    const heights = [true, false].map((below) =>
      lengthOf(shapesOf(chart(below), "svg")[0], "height"),
    );
    expect(heights).toEqual([14 + 2 * 11.5 + 116, 14 + 2 * 11.5 + 22]);
  });
});

describe("the histogram of a time bar", () => {
  const path = (...quarters: number[]) =>
    shapesOf(createElement(Histogram, { quarters, today: "2026-11-25" }), "path")[0]?.attributes.d;
  const heights = (d = "") => [...d.matchAll(/ 24v-([\d.]+)h[\d.]+v\1z/g)].map(([, high]) => high);

  test("has a column from the foot for each quarter with reports, as high as the root of its share", () => {
    expect(heights(path(0, 4, 1, 0))).toEqual(["24.0", "12.0"]);
    expect(path(0)).toBe("");
  });

  test("shows a small column", () => {
    expect(heights(path(1_000_000, 1))).toEqual(["24.0", "2.0"]);
  });
});
