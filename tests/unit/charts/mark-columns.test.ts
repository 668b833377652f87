import { createElement } from "react";
import { expect, test } from "vitest";
import { type MarkColumn, MarkColumns } from "@/components/charts/mark-columns";
import { isHollow, lengthOf, markupOf, partsOf, shapesOf } from "./markup";

const mark = (key: string) => ({ key, shape: "circle", tone: "ink" }) as const;
const COUNTS = {
  total: "3 in all",
  parts: [
    { key: "x", count: 2, tone: "rust" },
    { key: "none", count: 0, tone: "ink" },
    { key: "y", count: 1, tone: "amber" },
  ],
} as const;
const column = (part: Partial<MarkColumn>): MarkColumn => ({
  key: "2020",
  label: "2020",
  href: null,
  name: "2020",
  slots: [[mark("a"), mark("b")], [], [], [mark("c")]],
  vague: [mark("v")],
  ...part,
});
const chart = (...columns: MarkColumn[]) =>
  createElement(MarkColumns, { label: "Events", columns });
const counted = chart(column({ below: COUNTS }));
const marks = shapesOf(counted, "svg").slice(1);

test("marks of a slot are piled upward from the axis", () => {
  const [a, b, c] = marks;
  expect([a, b, c].map((shape) => lengthOf(shape, "x"))).toEqual([12.5, 12.5, 87.5]);
  expect(lengthOf(a, "y") - lengthOf(b, "y")).toBe(11.5);
  expect(lengthOf(c, "y")).toBe(lengthOf(a, "y"));
});

test("vague marks are hollow, over the others and in the middle", () => {
  const vague = marks[3];
  expect(lengthOf(vague, "x")).toBe(50);
  expect(lengthOf(marks[1], "y") - lengthOf(vague, "y")).toBe(11.5);
  expect(shapesOf(counted, "path").map(isHollow)).toEqual([false, false, false, true]);
});

test("counts hang below the axis, one under the other, and a count of 0 is not drawn", () => {
  const [x, y, ...others] = partsOf(counted);
  expect(others).toEqual([]);
  expect(lengthOf(y, "y")).toBe(lengthOf(x, "y") + lengthOf(x, "height"));
  expect(lengthOf(x, "height")).toBeCloseTo(2 * lengthOf(y, "height"));
  expect(lengthOf(x, "y")).toBeGreaterThan(lengthOf(marks[0], "y"));
  expect([lengthOf(x, "x"), lengthOf(x, "width")]).toEqual([20, 60]);
  expect(markupOf(counted)).toContain(">3 in all<");
});

test("without counts there is no room below the axis", () => {
  const heights = [counted, chart(column({}))].map((drawn) =>
    lengthOf(shapesOf(drawn, "svg")[0], "height"),
  );
  expect(heights).toEqual([14 + 3 * 11.5 + 116, 14 + 3 * 11.5 + 22]);
});

test("columns keep their order, and only a column with an address is a link", () => {
  const drawn = chart(
    column({ key: "2021", label: "2021", name: "2021: 3 events", href: "#y2021" }),
    column({}),
  );
  expect(shapesOf(drawn, "g").map(({ attributes }) => attributes["data-column"])).toEqual([
    "2021",
    "2020",
  ]);
  expect(shapesOf(drawn, "a").map(({ attributes }) => attributes["aria-label"])).toEqual([
    "2021: 3 events",
  ]);
});

test("the drawing is mirrored from right to left, and its labels are outside it", () => {
  const [drawing] = shapesOf(counted, "svg");
  expect(drawing?.attributes.class).toContain("rtl:[scale:-1_1]");
  expect(shapesOf(counted, "text")).toEqual([]);
});
