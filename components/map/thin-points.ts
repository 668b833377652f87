import type { MapPoint } from "./map-point";

/** A point for itself and for others beside it. */
export interface ThinnedPoint {
  readonly point: MapPoint;
  /** Zones that it stands for, its own included. */
  readonly count: number;
}

/** CSS pixels: the first size of the squares, with room for a marker and its number. */
const SQUARE = 48;

/**
 * At most `most` points in the picture: one for each square that holds any, a selected one first. The squares grow until
 * there are few enough. Takes time in proportion to the number of points.
 * @param project the place of a point in the picture, CSS pixels
 */
export function thinPoints(
  points: readonly MapPoint[],
  project: (point: MapPoint) => { readonly x: number; readonly y: number },
  picture: { readonly width: number; readonly height: number },
  most: number,
): readonly ThinnedPoint[] {
  const placed = points
    .map((point) => ({ point, ...project(point) }))
    .filter(
      ({ x, y }) =>
        x > -SQUARE && y > -SQUARE && x < picture.width + SQUARE && y < picture.height + SQUARE,
    );
  for (let square = SQUARE; ; square *= 2) {
    const squares = new Map<string, { point: MapPoint; count: number }>();
    for (const { point, x, y } of placed) {
      const key = `${Math.floor(x / square)} ${Math.floor(y / square)}`;
      const here = squares.get(key);
      if (!here) squares.set(key, { point, count: 1 });
      else {
        here.count += 1;
        if (point.selected && !here.point.selected) here.point = point;
      }
    }
    if (squares.size <= most) return [...squares.values()];
  }
}
