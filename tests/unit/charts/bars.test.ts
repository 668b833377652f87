import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { Bar, StackedBar, type StackPart, StepTrack } from "@/components/charts/bar";
import { Legend } from "@/components/charts/legend";
import { isHollow, lengthOf, markupOf, partsOf, shapesOf } from "./markup";

describe("a bar", () => {
  const widthOf = (value: number) =>
    lengthOf(partsOf(createElement(Bar, { value, full: 200 }), "value")[0], "width");

  test("is as long as its value", () => {
    expect([widthOf(50), widthOf(100), widthOf(200)]).toEqual([25, 50, 100]);
  });

  test("of a small amount can still be seen", () => {
    expect(widthOf(0.01)).toBe(0.5);
  });

  test("of a known 0 is the line alone", () => {
    const zero = createElement(Bar, { value: 0, full: 200 });
    expect(partsOf(zero)).toEqual([]);
    expect(shapesOf(zero, "line")).toHaveLength(1);
  });

  test("of an unknown amount is hollow over the full length", () => {
    const parts = partsOf(createElement(Bar, { value: null, full: 200 }));
    expect(parts.map((part) => [isHollow(part), lengthOf(part, "width")])).toEqual([[true, 100]]);
  });

  test("has its part on the same scale", () => {
    const drawn = createElement(Bar, {
      value: 100,
      full: 200,
      part: { value: 50, tone: "ramp-4" },
    });
    expect(partsOf(drawn).map((part) => lengthOf(part, "width"))).toEqual([50, 25]);
  });
});

const PARTS: StackPart[] = [
  { key: "small", count: 1, tone: "ramp-4", label: "small: 1" },
  { key: "none", count: 0, tone: "ramp-3" },
  { key: "large", count: 6, tone: "ramp-2" },
  { key: "unknown", count: 1, tone: "unknown" },
];

describe("a stacked bar", () => {
  const drawn = createElement(StackedBar, { parts: PARTS, full: 16 });

  test("sets each part where the one before it ends, in the order given", () => {
    expect(
      partsOf(drawn).map((part) => [
        part.attributes["data-part"],
        lengthOf(part, "x"),
        lengthOf(part, "width"),
      ]),
    ).toEqual([
      ["small", 0, 6.25],
      ["large", 6.25, 37.5],
      ["unknown", 43.75, 6.25],
    ]);
  });

  test("draws what is unknown hollow and the rest solid", () => {
    expect(partsOf(drawn).map(isHollow)).toEqual([false, false, true]);
  });

  test("tells of a part on which a mouse rests", () => {
    expect(markupOf(drawn)).toContain("<title>small: 1</title>");
  });

  test("of nothing draws nothing", () => {
    expect(partsOf(createElement(StackedBar, { parts: [], full: 0 }))).toEqual([]);
  });
});

describe("a step track", () => {
  /** The steps from the start: where each is, in percent, and whether it is reached. */
  const steps = (reached: number) => {
    const drawn = createElement(StepTrack, { steps: 4, reached });
    const [svg] = shapesOf(drawn, "svg");
    const [width = 0, gap = 0] = (svg?.attributes["stroke-dasharray"] ?? "").split(" ").map(Number);
    return partsOf(drawn).flatMap(({ attributes }) => {
      const [, from, to] = /^M([\d.]+) 4H([\d.]+)$/.exec(attributes.d ?? "") ?? [];
      const count = (Number(to) - Number(from) + gap) / (width + gap);
      expect(count).toBeCloseTo(Math.round(count), 3);
      return Array.from({ length: Math.round(count) }, (_, i) => ({
        part: attributes["data-part"],
        start: Number(from) + i * (width + gap),
        width,
      }));
    });
  };
  const parts = (reached: number) => steps(reached).map(({ part }) => part);

  test("fills the steps that are reached, from the start", () => {
    expect(parts(1)).toEqual(["reached", "ahead", "ahead", "ahead"]);
    expect(parts(4)).toEqual(["reached", "reached", "reached", "reached"]);
  });

  test("has all its steps where none is reached, and one hollow box where that is unknown", () => {
    expect(parts(0)).toEqual(["ahead", "ahead", "ahead", "ahead"]);
    const [box, ...others] = partsOf(createElement(StepTrack, { steps: 4, reached: null }));
    expect(others).toEqual([]);
    expect(box?.attributes["data-part"]).toBe("unknown");
    expect(isHollow(box)).toBe(true);
  });

  test("has steps of one width in their order, which end at the end of the drawing", () => {
    const drawn = steps(2);
    expect(new Set(drawn.map(({ width }) => width)).size).toBe(1);
    const starts = drawn.map(({ start }) => start);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    const last = drawn.at(-1);
    expect((last?.start ?? 0) + (last?.width ?? 0)).toBeCloseTo(100, 1);
  });
});

test("a legend has the tone of its drawing and keeps its order", () => {
  const legend = createElement(Legend, {
    lead: "Zones",
    items: [
      { key: "u", label: "not known", swatch: { tone: "unknown" } },
      { key: "k", label: "known", swatch: { tone: "known" } },
    ],
  });
  expect(partsOfLegend(legend)).toEqual([true, false]);
  expect(markupOf(legend).replace(/<[^>]+>/g, "|")).toMatch(/Zones.*not known.*known/);
});

function partsOfLegend(legend: Parameters<typeof shapesOf>[0]): boolean[] {
  return shapesOf(legend, "rect").map(isHollow);
}
