import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Anchor, spreadMarkers } from "@/components/map/spread-markers";

const at = (id: string, x: number, y: number): Anchor => ({ id, x, y, radius: 12 });

/** Smallest distance between two markers as drawn. */
function closest(anchors: readonly Anchor[]): number {
  const offsets = spreadMarkers(anchors);
  const drawn = anchors.map((anchor) => {
    const { dx, dy } = offsets.get(anchor.id) ?? { dx: Number.NaN, dy: Number.NaN };
    return { x: anchor.x + dx, y: anchor.y + dy };
  });
  const gaps = drawn.flatMap((a, i) =>
    drawn.slice(i + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y)),
  );
  return Math.min(...gaps);
}

describe("spreadMarkers", () => {
  it("leaves markers that have room exactly on their places", () => {
    const offsets = spreadMarkers([at("a", 0, 0), at("b", 40, 0), at("c", 0, 300)]);
    expect([...offsets.values()]).toEqual(Array(3).fill({ dx: 0, dy: 0 }));
  });

  it("parts markers on the very same spot until each can be pressed", () => {
    const ten = Array.from({ length: 10 }, (_, i) => at(`zone-${i}`, 100, 100));
    expect(closest(ten)).toBeGreaterThan(23);
  });

  it("keeps a cluster near its spot", () => {
    const ten = Array.from({ length: 10 }, (_, i) => at(`zone-${i}`, 100, 100));
    for (const { dx, dy } of spreadMarkers(ten).values()) {
      expect(Math.hypot(dx, dy)).toBeLessThan(60);
    }
  });

  it("gives a larger marker more room", () => {
    const large = { ...at("large", 0, 0), radius: 20 };
    expect(closest([large, at("small", 3, 0)])).toBeGreaterThan(31);
  });

  const anchors = fc
    .uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 20 })
    .chain((ids) =>
      fc.tuple(
        ...ids.map((id) =>
          fc.record({
            id: fc.constant(id),
            x: fc.integer({ min: 0, max: 400 }),
            y: fc.integer({ min: 0, max: 400 }),
            radius: fc.constant(12),
          }),
        ),
      ),
    );

  it("does not depend on the order of the markers", () => {
    fc.assert(
      fc.property(anchors, (list) => {
        expect(spreadMarkers([...list].reverse())).toEqual(spreadMarkers(list));
      }),
      { numRuns: 50 },
    );
  });

  it("does not depend on where the picture was dragged to", () => {
    fc.assert(
      fc.property(anchors, (list) => {
        const dragged = list.map((anchor) => ({ ...anchor, x: anchor.x + 128, y: anchor.y - 64 }));
        const [here, there] = [spreadMarkers(list), spreadMarkers(dragged)];
        for (const [id, offset] of here) {
          expect(there.get(id)?.dx).toBeCloseTo(offset.dx, 3);
          expect(there.get(id)?.dy).toBeCloseTo(offset.dy, 3);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("leaves no two markers covering one another", () => {
    fc.assert(
      fc.property(anchors, (list) => closest(list) > 21),
      { numRuns: 50 },
    );
  });
});
