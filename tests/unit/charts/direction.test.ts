import { readFileSync } from "node:fs";
import path from "node:path";
import { createElement, type ReactElement } from "react";
import { describe, expect, test } from "vitest";
import { Axis } from "@/components/charts/axis";
import { Bar, StackedBar, StepTrack } from "@/components/charts/bar";
import { ColumnChart } from "@/components/charts/column-chart";
import { Figure, type FigureProps } from "@/components/charts/figure";
import { FigureTable } from "@/components/charts/figure-table";
import { IntervalBar } from "@/components/charts/interval-bar";
import { MarkColumns } from "@/components/charts/mark-columns";
import { Timeline } from "@/components/charts/timeline";
import { Histogram } from "@/components/time/time-slider";
import { clientReach, readImportGraph } from "../../support/import-graph";
import { markupOf, shapesOf } from "./markup";

const ROOT = path.join(import.meta.dirname, "../../..");
const ticks = [
  { at: 0, label: "0" },
  { at: 100, label: "100" },
];
const column = { key: "a", label: "a", href: "/a", name: "a" };

const CHARTS: Readonly<Record<string, ReactElement>> = {
  axis: createElement(Axis, { ticks }),
  bar: createElement(Bar, { value: 1, full: 2 }),
  "interval bar": createElement(IntervalBar, { low: 10, high: 120 }),
  "stacked bar": createElement(StackedBar, {
    parts: [{ key: "a", count: 1, tone: "known" }],
    full: 1,
  }),
  "step track": createElement(StepTrack, { steps: 3, reached: 1 }),
  histogram: createElement(Histogram, { quarters: [1], today: "2026-11-25" }),
  "column chart": createElement(ColumnChart, {
    label: "x",
    columns: [{ ...column, total: "1", parts: [{ key: "a", count: 1, tone: "known" }] }],
  }),
  "mark columns": createElement(MarkColumns, {
    label: "x",
    columns: [{ ...column, slots: [[{ key: "m", shape: "circle", tone: "ink" }]] }],
  }),
  timeline: createElement(Timeline, {
    ticks,
    now: { at: 50, label: "now" },
    groups: [{ key: "a", label: "a", summary: "a", rows: [{ key: "r" }] }],
  }),
};

/** Classes that turn what they are on where text runs from right to left. */
const MIRRORED = [
  "rtl:[scale:-1_1]",
  ...Array.from(
    readFileSync("app/styles/components.css", "utf8").matchAll(
      /\.([\w-]+):dir\(rtl\) \{\s+scale: -1 1;/g,
    ),
    ([, name]) => name,
  ),
];

/** Classes and styles that fix a side of the screen. */
const PHYSICAL = /(?:^|[\s":;])(?:(?:left|right|ml|mr|pl|pr)[-:]|text-(?:left|right)\b)/;

describe.each(Object.entries(CHARTS))("right to left, %s", (_, chart) => {
  test("mirrors every drawing", () => {
    const drawings = shapesOf(chart, "svg").filter(({ attributes }) => !("y" in attributes));
    for (const { attributes } of drawings) {
      const names = attributes.class?.split(" ") ?? [];
      expect(names.some((name) => MIRRORED.includes(name))).toBe(true);
    }
  });

  test("has no text in a drawing, where it would be mirrored", () => {
    expect(shapesOf(chart, "text", "tspan")).toEqual([]);
  });

  test("fixes no side of the screen", () => {
    const styled = shapesOf(chart, "span", "p", "div", "ol", "li", "a", "svg");
    const fixed = styled.filter(({ attributes }) =>
      PHYSICAL.test(`${attributes.class ?? ""} ${attributes.style ?? ""}`),
    );
    expect(fixed).toEqual([]);
  });

  test("moves no label to a side that it does not move back in the other direction", () => {
    for (const { attributes } of shapesOf(chart, "span", "p")) {
      const moved = /(?:^| )-translate-x-(\S+)/.exec(attributes.class ?? "");
      if (moved) expect(attributes.class).toContain(`rtl:translate-x-${moved[1]}`);
    }
  });
});

const FIGURE = {
  title: "T",
  name: "t",
  source: "s",
  columns: [{ key: "a", label: "A", numeric: true }],
  rows: [{ a: null }, { a: 0 }],
  children: "drawing",
} satisfies FigureProps;

test("a figure's table reads from the start, and its unknown cell is never 0 or empty", () => {
  const { columns, rows } = FIGURE;
  const table = createElement(FigureTable, { columns, rows: [...rows], label: "T" });
  const markup = markupOf(createElement(Figure, FIGURE)) + markupOf(table);
  expect([...markup.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell]) => cell)).toEqual([
    "<i>unknown</i>",
    "0",
  ]);
  expect(markup).not.toMatch(PHYSICAL);
  expect(markup).toContain(
    '<summary class="link inline-block min-h-6 cursor-pointer text-12">The data as a table</summary>',
  );
});

test("d3 stays out of what the browser loads", () => {
  const graph = readImportGraph(ROOT, ["app", "components", "lib"]);
  const loaded = [...clientReach(graph)].filter((file) =>
    graph.get(file)?.imports.some(({ specifier, typeOnly }) => !typeOnly && /^d3-/.test(specifier)),
  );
  expect(loaded).toEqual([]);
});
