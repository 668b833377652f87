import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { signSpot, type Taken } from "@/components/map/marker-layout";

const HALF = { width: 11, height: 7 };
const MIDDLE = { x: 200, y: 200 };

/** px between a round and the box of a sign; negative where one lies on the other. */
function gap(spot: { x: number; y: number }, { x, y, radius }: Taken): number {
  const nearestX = Math.min(Math.max(x, spot.x - HALF.width), spot.x + HALF.width);
  const nearestY = Math.min(Math.max(y, spot.y - HALF.height), spot.y + HALF.height);
  return Math.hypot(x - nearestX, y - nearestY) - radius;
}

describe("signSpot", () => {
  it("is the middle where nothing is there", () => {
    expect(signSpot(MIDDLE, HALF, [])).toEqual(MIDDLE);
    expect(signSpot(MIDDLE, HALF, [{ x: 240, y: 200, radius: 9 }])).toEqual(MIDDLE);
  });

  it("goes up first, no farther than it must", () => {
    const { x, y } = signSpot(MIDDLE, HALF, [{ ...MIDDLE, radius: 9 }]);
    expect(x).toBe(200);
    expect(y).toBe(200 - 16);
  });

  it("goes around what stands above", () => {
    const wall = [-60, -40, -20, 0, 20, 40, 60].map((dx) => ({ x: 200 + dx, y: 185, radius: 12 }));
    const spot = signSpot(MIDDLE, HALF, wall);
    expect(spot.y).toBeGreaterThan(200);
    expect(Math.min(...wall.map((one) => gap(spot, one)))).toBeGreaterThanOrEqual(0);
  });

  const rounds = fc.array(
    fc.record({
      x: fc.integer({ min: 120, max: 280 }),
      y: fc.integer({ min: 120, max: 280 }),
      radius: fc.integer({ min: 8, max: 20 }),
    }),
    { maxLength: 14 },
  );

  it("lies on none of up to fourteen markers, and moves with the picture", () => {
    fc.assert(
      fc.property(rounds, (taken) => {
        const spot = signSpot(MIDDLE, HALF, taken);
        for (const one of taken) expect(gap(spot, one)).toBeGreaterThanOrEqual(-1e-9);
        const moved = taken.map((one) => ({ ...one, x: one.x + 1000, y: one.y - 500 }));
        const there = signSpot({ x: 1200, y: -300 }, HALF, moved);
        expect(there.x - 1000).toBeCloseTo(spot.x, 6);
        expect(there.y + 500).toBeCloseTo(spot.y, 6);
      }),
      // A sign between two rounds that it touches: rounding must not decide in one place only.
      {
        examples: [
          [
            [
              { x: 189, y: 207, radius: 16 },
              { x: 185, y: 168, radius: 10 },
            ],
          ],
        ],
      },
    );
  });
});
