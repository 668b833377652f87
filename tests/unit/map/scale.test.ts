import { expect, test } from "vitest";
import { scaleFor } from "@/components/map/map-controls";

test("the scale is the longest round distance of at most 60 px", () => {
  expect(scaleFor(2500)).toEqual({ length: 100, unit: "km", width: 40 });
  expect(scaleFor(1200)).toEqual({ length: 50, unit: "km", width: 42 });
  expect(scaleFor(9)).toEqual({ length: 500, unit: "m", width: 56 });
});
