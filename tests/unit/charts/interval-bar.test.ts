import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { TONES } from "@/components/charts/drawing";
import { IntervalBar } from "@/components/charts/interval-bar";
import type { IntervalBarProps } from "@/components/charts/interval-drawing";
import { isHollow, lengthOf, markupOf, partsOf, shapesOf } from "./markup";

const bar = (props: IntervalBarProps) => createElement(IntervalBar, props);

describe("an interval bar", () => {
  test("is solid from 0 to low and hollow from low to high", () => {
    const drawn = bar({ low: 30, high: 80 });
    const [known] = partsOf(drawn, "known");
    const [possible] = partsOf(drawn, "possible");
    expect([lengthOf(known, "x"), lengthOf(known, "width")]).toEqual([0, 30]);
    expect([lengthOf(possible, "x"), lengthOf(possible, "width")]).toEqual([30, 50]);
    expect([isHollow(known), isHollow(possible)]).toEqual([false, true]);
  });

  test("measures in the unit of its full length", () => {
    const [known] = partsOf(bar({ low: 15, high: 30, full: 60 }), "known");
    expect(lengthOf(known, "width")).toBe(25);
  });

  test("has no hollow part where all is known", () => {
    expect(partsOf(bar({ low: 40, high: 40 })).map((part) => part.attributes["data-part"])).toEqual(
      ["known"],
    );
  });

  test("has no length for a known 0", () => {
    expect(partsOf(bar({ low: 0, high: 0 }))).toEqual([]);
  });

  test("is hollow, never 0, where nothing is known", () => {
    const parts = partsOf(bar({ low: null, high: null }));
    expect(parts.map(isHollow)).toEqual([true]);
    expect(lengthOf(parts[0], "width")).toBe(100);
  });

  test("is hollow up to what is possible where no low is known", () => {
    const parts = partsOf(bar({ low: null, high: 25 }));
    expect(parts.map((part) => [isHollow(part), lengthOf(part, "width")])).toEqual([[true, 25]]);
  });

  test("of a candidate is grey and dashed", () => {
    const drawn = bar({ low: 20, high: 60, candidate: true, tone: "ramp-3", colour: "red" });
    const [known] = partsOf(drawn, "known");
    expect(known?.attributes.class).toBe("fill-ink-4");
    expect(known?.attributes.style).toBeUndefined();
    expect(partsOf(drawn, "possible")[0]?.attributes["stroke-dasharray"]).toBe("3 2");
  });

  test("marks a value beyond the scale as cut", () => {
    const beyond = bar({ low: 120, high: 120 });
    expect(lengthOf(partsOf(beyond, "known")[0], "width")).toBe(100);
    expect(partsOf(beyond, "cut")).toHaveLength(1);
    expect(partsOf(bar({ low: 100, high: 100 }), "cut")).toEqual([]);
  });

  test("has its markers over it at their values", () => {
    const lines = shapesOf(
      bar({ low: 1, high: 2, full: 4, markers: [{ at: 3, kind: "threshold" }] }),
      "rect",
      "line",
    );
    const last = lines.at(-1);
    expect([lengthOf(last, "x1"), lengthOf(last, "x2")]).toEqual([75, 75]);
    expect(last?.attributes["stroke-dasharray"]).toBe("2 2");
  });

  test("has a pale length behind it, and none where that is unknown", () => {
    const drawn = bar({ low: 5, high: 5, full: 50, behind: 40, size: "nested" });
    expect(partsOf(drawn).map((part) => part.attributes["data-part"])).toEqual(["behind", "known"]);
    expect(lengthOf(partsOf(drawn, "behind")[0], "width")).toBe(80);
    expect(partsOf(bar({ low: 5, high: 5, full: 50, behind: null }), "behind")).toEqual([]);
  });

  test("keeps its bar in the middle of a taller drawing", () => {
    const [known] = partsOf(bar({ low: 5, high: 5, size: "ruled" }), "known");
    expect([lengthOf(known, "y"), lengthOf(known, "height")]).toEqual([7, 8]);
  });

  test("has its outline inside its edge, and a base line in the middle", () => {
    const drawn = bar({ low: 20, high: 60, size: 12 });
    const [possible] = partsOf(drawn, "possible");
    expect([lengthOf(possible, "y"), lengthOf(possible, "height")]).toEqual([0.5, 11]);
    expect(possible?.attributes["stroke-dasharray"]).toBeUndefined();
    const [base] = shapesOf(drawn, "line");
    expect([lengthOf(base, "y1"), lengthOf(base, "y2")]).toEqual([6, 6]);
    expect(lengthOf(shapesOf(drawn, "svg")[0], "height")).toBe(12);
  });

  test("has the colour given, or its tone, or that of what is known", () => {
    const known = (part: Partial<IntervalBarProps>) =>
      partsOf(bar({ low: 20, high: 60, ...part }), "known")[0]?.attributes;
    expect(known({ colour: "red" })?.style).toBe("fill:red");
    expect(known({})?.style).toBeUndefined();
    expect(known({})?.class).toBe(TONES.known);
    expect(known({ tone: "rust" })?.class).toBe(TONES.rust);
  });

  test("says on what it stands, only where that is not the page", () => {
    expect(markupOf(bar({ low: 1, high: 2, ground: "white" }))).toContain("--band-ground:white");
    expect(markupOf(bar({ low: 1, high: 2 }))).not.toContain("--band-ground:");
  });

  test("has ticks at their values, without dashes", () => {
    const lines = shapesOf(
      bar({ low: 1, high: 2, full: 4, markers: [{ at: 3, kind: "tick" }] }),
      "line",
    );
    const upright = lines.filter(({ attributes }) => "x1" in attributes);
    expect(upright.map((line) => lengthOf(line, "x1"))).toEqual([75]);
    const tick = lines.at(-1)?.attributes;
    expect(tick?.class).toContain("stroke-ink-2");
    expect(tick?.["stroke-dasharray"]).toBeUndefined();
  });

  test("is cut where only what is possible is beyond the scale, across its thickness", () => {
    const [cut] = partsOf(bar({ low: null, high: 120 }), "cut");
    expect(cut?.attributes.d).toBe("M-9 9l4-10M-6 9l4-10");
    expect(partsOf(bar({ low: null, high: null }), "cut")).toEqual([]);
  });

  test("has no pale length of 0", () => {
    const behind = (value: number) =>
      partsOf(bar({ low: 5, high: 5, behind: value, size: 12 }), "behind");
    expect(behind(0)).toEqual([]);
    expect(lengthOf(behind(40)[0], "height")).toBe(9);
  });

  test("is skipped by screen readers unless it has a label", () => {
    const [silent] = shapesOf(bar({ low: 1, high: 2 }), "svg");
    const [named] = shapesOf(bar({ low: 1, high: 2, label: "1 to 2" }), "svg");
    expect(silent?.attributes["aria-hidden"]).toBe("true");
    expect([named?.attributes.role, named?.attributes["aria-label"]]).toEqual(["img", "1 to 2"]);
  });
});
