import { expect, test } from "vitest";
import { scaleFor } from "@/components/map/map-controls";

test("the scale is the longest round distance of at most 90 px", () => {
  expect(scaleFor(2500)).toEqual({ length: 200, unit: "km", width: 80 });
  expect(scaleFor(1200)).toEqual({ length: 100, unit: "km", width: 83 });
  expect(scaleFor(9)).toEqual({ length: 500, unit: "m", width: 56 });
});
