import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MapPoint } from "@/components/map/map-point";
import { thinPoints } from "@/components/map/thin-points";

const PICTURE = { width: 800, height: 600 };

function at(slug: string, lon: number, lat: number, selected = false): MapPoint {
  return {
    slug,
    name: slug,
    lon,
    lat,
    standing: "unknown",
    description: "",
    candidate: false,
    precision: null,
    areaAcres: null,
    selected,
    gap: null,
    shade: null,
  };
}

const thin = (points: readonly MapPoint[], most: number) =>
  thinPoints(points, ({ lon: x, lat: y }) => ({ x, y }), PICTURE, most);

describe("thinPoints", () => {
  it("draws near points as one, with their number", () => {
    const thinned = thin([at("a", 10, 10), at("b", 12, 12), at("c", 400, 400)], 300);
    expect(thinned.map(({ point, count }) => [point.slug, count])).toEqual([
      ["a", 2],
      ["c", 1],
    ]);
  });

  it("lets a selected zone stand for those beside it", () => {
    const [only] = thin([at("a", 10, 10), at("b", 12, 12, true)], 300);
    expect(only?.point.slug).toBe("b");
  });

  it("leaves out points out of the picture", () => {
    expect(thin([at("a", -200, 10), at("b", 10, 900)], 300)).toEqual([]);
  });

  it("keeps to the limit and counts every point in the picture", () => {
    const places = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 799 }), fc.integer({ min: 0, max: 599 })),
      { maxLength: 200 },
    );
    fc.assert(
      fc.property(places, fc.integer({ min: 4, max: 60 }), (list, most) => {
        const thinned = thin(
          list.map(([x, y], i) => at(`zone-${i}`, x, y)),
          most,
        );
        expect(thinned.length).toBeLessThanOrEqual(most);
        expect(thinned.reduce((sum, { count }) => sum + count, 0)).toBe(list.length);
      }),
    );
  });
});
