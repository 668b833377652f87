import { describe, expect, it } from "vitest";
import { markerInDirection } from "@/components/map/marker-direction";

const placed = [
  { id: "centre", x: 100, y: 100 },
  { id: "right", x: 160, y: 110 },
  { id: "far-right", x: 300, y: 100 },
  { id: "above", x: 95, y: 40 },
];

describe("markerInDirection", () => {
  it("leads to the nearest in the direction of the key", () => {
    expect(markerInDirection(placed, "centre", "ArrowRight")).toBe("right");
    expect(markerInDirection(placed, "centre", "ArrowUp")).toBe("above");
  });

  it("leads nowhere where there is none", () => {
    expect(markerInDirection(placed, "centre", "ArrowLeft")).toBeNull();
    expect(markerInDirection(placed, "above", "ArrowUp")).toBeNull();
  });

  it("knows only arrow keys and markers that are there", () => {
    expect(markerInDirection(placed, "centre", "a")).toBeNull();
    expect(markerInDirection(placed, "gone", "ArrowRight")).toBeNull();
  });
});
