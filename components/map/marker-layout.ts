import type { Map as MapLibreMap } from "maplibre-gl";
import { type MapPoint, markerSize } from "./map-point";
import { type Anchor, findCrowds, type Offset, spreadMarkers } from "./spread-markers";

/** A marker in the picture: where it belongs and where it is drawn, px from the upper left corner. */
export interface MarkerPlace {
  point: MapPoint;
  anchorX: number;
  anchorY: number;
  x: number;
  y: number;
  /** Width of its drawing, px. */
  size: number;
}

/** Many markers of one spot: how many, and where their number is written, above them (px). */
export interface CrowdSign {
  x: number;
  y: number;
  count: number;
}

/** All markers in the picture. */
export interface MarkerLayout {
  places: readonly MarkerPlace[];
  crowds: readonly CrowdSign[];
}

/** Half of the smallest target for a pointer. */
const LEAST_RADIUS = 12;
const CROWD_REACH = 16;
const CROWD_MOST = 8;
const SIGN_ABOVE = 10;

/**
 * Lays out markers again and again while the map moves. How they spread depends on the zoom alone,
 * so it is worked out once a zoom, and dragging only shifts the picture.
 */
export function markerLayouter(points: readonly MapPoint[], sizeByArea: boolean) {
  let offsets = new Map<string, Offset>();
  let spreadAt = Number.NaN;
  return (map: MapLibreMap): MarkerLayout => {
    const anchors = points.map((point): Anchor => {
      const { x, y } = map.project([point.lon, point.lat]);
      const radius = Math.max(LEAST_RADIUS, markerSize(point.areaAcres, sizeByArea) / 2 + 2);
      return { id: point.slug, x, y, radius };
    });
    if (map.getZoom() !== spreadAt) {
      spreadAt = map.getZoom();
      offsets = spreadMarkers(anchors);
    }
    const places = points.map((point, index): MarkerPlace => {
      const { x = 0, y = 0 } = anchors[index] ?? {};
      const { dx = 0, dy = 0 } = offsets.get(point.slug) ?? {};
      const size = markerSize(point.areaAcres, sizeByArea);
      return { point, anchorX: x, anchorY: y, x: x + dx, y: y + dy, size };
    });
    return { places, crowds: signCrowds(anchors, places) };
  };
}

function signCrowds(anchors: readonly Anchor[], places: readonly MarkerPlace[]): CrowdSign[] {
  return findCrowds(anchors, CROWD_REACH, CROWD_MOST).map((members) => {
    const drawn = places.filter(({ point }) => members.has(point.slug));
    const left = Math.min(...drawn.map(({ x }) => x));
    const right = Math.max(...drawn.map(({ x }) => x));
    const top = Math.min(...drawn.map(({ y, size }) => y - size / 2));
    return { x: (left + right) / 2, y: top - SIGN_ABOVE, count: members.size };
  });
}
