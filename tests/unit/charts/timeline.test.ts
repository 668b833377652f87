import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { MarkIcon, type MarkShape } from "@/components/charts/mark";
import { dayScale } from "@/components/charts/scales";
import { Timeline, type TimelineRow, TimelineRows } from "@/components/charts/timeline";
import { isHollow, lengthOf, markupOf, shapesOf } from "./markup";

const scale = dayScale({ days: ["2020-01-01", "2023-12-31"] });
const ROWS: TimelineRow[] = [
  {
    key: "late",
    lines: [{ from: 25, to: 50 }],
    bars: [{ from: 50, to: 75, tone: "amber" }],
    marks: [
      { key: "made", at: 25, shape: "circle", tone: "ink" },
      { key: "due", at: 50, shape: "diamond", tone: "ink", hollow: true },
    ],
  },
  { key: "early", bars: [{ from: 60, to: 60, tone: "amber" }] },
];

describe("rows of a timeline", () => {
  const rows = createElement(TimelineRows, {
    rows: ROWS,
    ticks: scale.ticks,
    now: 80,
    label: "Two rows",
  });

  test("draw bars as long as they last, and none without a length", () => {
    const bars = shapesOf(rows, "rect");
    expect(bars.map((bar) => [lengthOf(bar, "x"), lengthOf(bar, "width")])).toEqual([[50, 25]]);
  });

  test("keep the order given", () => {
    expect([...markupOf(rows).matchAll(/data-row="(\w+)"/g)].map(([, key]) => key)).toEqual([
      "late",
      "early",
    ]);
  });

  test("set marks at their day, in the middle of the row, with what is open hollow", () => {
    const [, ...marks] = shapesOf(rows, "svg");
    expect(marks.map((mark) => [lengthOf(mark, "x"), lengthOf(mark, "y")])).toEqual([
      [25, 8.5],
      [50, 8.5],
    ]);
    expect(shapesOf(rows, "path").map(isHollow)).toEqual([false, true]);
  });

  test("have a line at each year and the day looked at over all", () => {
    const lines = shapesOf(rows, "line");
    expect(lines.slice(0, scale.ticks.length).map((line) => lengthOf(line, "x1"))).toEqual(
      scale.ticks.map(({ at }) => at),
    );
    expect(lengthOf(lines.at(-1), "x1")).toBe(80);
    expect(lines.at(-1)?.attributes.class).toBe("stroke-accent");
  });

  test("draw a base only where it is asked for", () => {
    const row: TimelineRow[] = [{ key: "a" }];
    expect(shapesOf(createElement(TimelineRows, { rows: row }), "line")).toHaveLength(0);
    expect(shapesOf(createElement(TimelineRows, { rows: row, base: true }), "line")).toHaveLength(
      1,
    );
  });
});

describe("a timeline", () => {
  const timeline = createElement(Timeline, {
    ticks: scale.ticks,
    now: { at: 80, label: "1 March 2023" },
    groups: [
      { key: "b", label: "Power", summary: "Power: 2 targets", rows: ROWS },
      { key: "a", label: "Gas", summary: "Gas: no target", rows: [] },
    ],
  });

  test("names each group's drawing and says the day looked at once", () => {
    expect(
      shapesOf(timeline, "svg").flatMap(({ attributes }) => attributes["aria-label"] ?? []),
    ).toEqual(["Power: 2 targets", "Gas: no target"]);
    expect(markupOf(timeline).split("1 March 2023")).toHaveLength(2);
  });

  test("has one axis of years from the earliest", () => {
    expect([...markupOf(timeline).matchAll(/>(20\d\d)</g)].map(([, year]) => year)).toEqual([
      "2020",
      "2021",
      "2022",
      "2023",
      "2024",
    ]);
  });
});

describe("a mark", () => {
  const pathOf = (shape: MarkShape) => {
    const [path] = shapesOf(createElement(MarkIcon, { shape, tone: "ink" }), "path");
    return `${path?.attributes.d} ${path?.attributes.transform}`;
  };

  test("has a shape that differs from every other", () => {
    const shapes: MarkShape[] = [
      "circle",
      "square",
      "diamond",
      "triangle",
      "star",
      "times",
      "bars",
      "tick",
    ];
    expect(new Set(shapes.map(pathOf)).size).toBe(shapes.length);
  });

  test("that is dashed is hollow", () => {
    const [path] = shapesOf(
      createElement(MarkIcon, { shape: "circle", tone: "ink-4", dashed: true }),
      "path",
    );
    expect(isHollow(path)).toBe(true);
  });
});
