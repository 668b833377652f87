import type { Map as MapLibreMap } from "maplibre-gl";
import { type HalfSize, signSpot } from "./cluster-label";
import { type Anchor, findCrowds, type Offset, spreadMarkers } from "./declutter";
import { type MapPoint, markerSize } from "./map-point";

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

/** Many markers at one place: how many, and the middle and half size of their label, CSS pixels. */
export interface CrowdSign {
  x: number;
  y: number;
  half: HalfSize;
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
const SIGN_HEIGHT = 14;
/** Room between a sign and the markers around it. */
const SIGN_GAP = 1;

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

/** Each crowd's number, as near to its places as the markers leave room, so that it is read as theirs. */
function signCrowds(anchors: readonly Anchor[], places: readonly MarkerPlace[]): CrowdSign[] {
  const taken = places.map(({ x, y, size }) => ({ x, y, radius: size / 2 + SIGN_GAP }));
  return findCrowds(anchors, CROWD_REACH, CROWD_MOST).map((members) => {
    const spots = places.filter(({ point }) => members.has(point.slug));
    const middle = {
      x: mean(spots.map(({ anchorX }) => anchorX)),
      y: mean(spots.map(({ anchorY }) => anchorY)),
    };
    const count = members.size;
    const half = { width: 8 + String(count).length * 3, height: SIGN_HEIGHT / 2 };
    const spot = signSpot(middle, half, taken);
    taken.push({ ...spot, radius: half.width });
    return { ...spot, half, count };
  });
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}
