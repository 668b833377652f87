import {
  type SymbolType,
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond2,
  symbolSquare,
  symbolStar,
  symbolTriangle,
} from "d3-shape";
import { expect, test } from "vitest";
import { MARK_PATHS } from "@/components/charts/mark-paths";

const numbersOf = (path: string) => (path.match(/-?[\d.]+/g) ?? []).map(Number);

test.each([
  ["circle", symbolCircle],
  ["square", symbolSquare],
  ["diamond", symbolDiamond2],
  ["triangle", symbolTriangle],
  ["star", symbolStar],
  ["times", symbolCross],
] as const satisfies readonly (readonly [keyof typeof MARK_PATHS, SymbolType])[])(
  "%s is the shape of d3",
  (shape, type) => {
    for (const area of [30, 64]) {
      const [own, theirs] = [MARK_PATHS[shape](area), symbol(type, area)() ?? ""];
      expect(own.replace(/[-\d.]+/g, "#")).toBe(theirs.replace(/[-\d.]+/g, "#"));
      for (const [i, value] of numbersOf(theirs).entries()) {
        expect(numbersOf(own)[i]).toBeCloseTo(value, 2);
      }
    }
  },
);
