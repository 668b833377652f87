import type { Map as MapLibreMap } from "maplibre-gl";
import { type MapPoint, markerSize } from "./map-point";

/** A marker in the picture: where it belongs and where it is drawn, px from the upper left corner. */
interface MarkerPlace {
  point: MapPoint;
  anchorX: number;
  anchorY: number;
  x: number;
  y: number;
  /** Width of its drawing, px. */
  size: number;
}

/** Many markers at one place: how many, and the middle and half size of their label, CSS pixels. */
interface ClusterLabel {
  x: number;
  y: number;
  half: HalfSize;
  count: number;
}

/** All markers in the picture. */
export interface MarkerLayout {
  places: readonly MarkerPlace[];
  clusters: readonly ClusterLabel[];
}

/** Half of the smallest target for a pointer. */
const LEAST_RADIUS = 12;
const CLUSTER_REACH = 16;
const CLUSTER_MOST = 8;
const SIGN_HEIGHT = 14;
/** Room between a sign and the markers around it. */
const SIGN_GAP = 1;

/**
 * Lays out markers again and again while the map moves. How they spread depends on the zoom alone,
 * so it is worked out once a zoom, and dragging only shifts the picture.
 * @param counts zones for which a marker stands, by its slug, where markers stand for more than one; such markers have
 * room already and stay at their places
 */
export function markerLayouter(
  points: readonly MapPoint[],
  sizeByArea: boolean,
  counts: ReadonlyMap<string, number>,
) {
  let offsets = new Map<string, Offset>();
  let spreadAt = Number.NaN;
  return (map: MapLibreMap): MarkerLayout => {
    const anchors = points.map((point): Anchor => {
      const { x, y } = map.project([point.lon, point.lat]);
      const radius = Math.max(LEAST_RADIUS, markerSize(point.areaAcres, sizeByArea) / 2 + 2);
      return { id: point.slug, x, y, radius };
    });
    if (counts.size === 0 && map.getZoom() !== spreadAt) {
      spreadAt = map.getZoom();
      offsets = spreadMarkers(anchors);
    }
    const places = points.map((point, index): MarkerPlace => {
      const { x = 0, y = 0 } = anchors[index] ?? {};
      const { dx = 0, dy = 0 } = offsets.get(point.slug) ?? {};
      const size = markerSize(point.areaAcres, sizeByArea);
      return { point, anchorX: x, anchorY: y, x: x + dx, y: y + dy, size };
    });
    const clusters = counts.size > 0 ? labelCounts(places, counts) : labelClusters(anchors, places);
    return { places, clusters };
  };
}

/** The number of zones beside each marker that stands for more than one. */
function labelCounts(
  places: readonly MarkerPlace[],
  counts: ReadonlyMap<string, number>,
): ClusterLabel[] {
  return places.flatMap(({ point, x, y, size }): ClusterLabel[] => {
    const count = counts.get(point.slug);
    if (count === undefined) return [];
    const half = halfSize(count);
    return [{ x, y: y - size / 2 - half.height - SIGN_GAP, half, count }];
  });
}

/** Each cluster's number, as near to its places as the markers leave room, so that it is read as theirs. */
function labelClusters(anchors: readonly Anchor[], places: readonly MarkerPlace[]): ClusterLabel[] {
  const taken = places.map(({ x, y, size }) => ({ x, y, radius: size / 2 + SIGN_GAP }));
  return findClusters(anchors, CLUSTER_REACH, CLUSTER_MOST).map((members) => {
    const spots = places.filter(({ point }) => members.has(point.slug));
    const middle = {
      x: mean(spots.map(({ anchorX }) => anchorX)),
      y: mean(spots.map(({ anchorY }) => anchorY)),
    };
    const count = members.size;
    const half = halfSize(count);
    const spot = signSpot(middle, half, taken);
    taken.push({ ...spot, radius: half.width });
    return { ...spot, half, count };
  });
}

function halfSize(count: number): HalfSize {
  return { width: 8 + String(count).length * 3, height: SIGN_HEIGHT / 2 };
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}

/** A place in the picture, CSS pixels from the upper left corner. */
interface Spot {
  x: number;
  y: number;
}

/** A disc that a label must not overlap. */
export interface Taken extends Spot {
  radius: number;
}

/** Half of the width and height of a label, CSS pixels. */
interface HalfSize {
  width: number;
  height: number;
}

const STEP = 4;
const FARTHEST = 120;
const DIRECTIONS = 24;

/**
 * The place of a label: the nearest free place to its middle, above before beside; straight above at the
 * greatest distance where nothing near is free.
 */
export function signSpot(middle: Spot, half: HalfSize, taken: readonly Taken[]): Spot {
  // From the middle, so that numbers are rounded alike wherever the picture is dragged.
  const near = taken
    .map(({ x, y, radius }) => ({ x: x - middle.x, y: y - middle.y, radius }))
    .filter(({ x, y, radius }) => Math.hypot(x, y) < FARTHEST + half.width + radius);
  const { x, y } = findFreeOffset(half, near);
  return { x: middle.x + x, y: middle.y + y };
}

/** Where a label has room. @param near what it must not overlap; all places here are from the middle */
function findFreeOffset(half: HalfSize, near: readonly Taken[]): Spot {
  for (let distance = 0; distance <= FARTHEST; distance += STEP) {
    for (let turn = 0; turn < DIRECTIONS; turn += 1) {
      const offset = offsetAt(distance, turn);
      if (near.every((one) => !covers(one, offset, half))) return offset;
      if (distance === 0) break;
    }
  }
  return offsetAt(FARTHEST, 0);
}

/** Turns start upwards, then alternate right and left, further down each time. */
function offsetAt(distance: number, turn: number): Spot {
  const side = turn % 2 === 1 ? 1 : -1;
  const angle = (side * Math.ceil(turn / 2) * 2 * Math.PI) / DIRECTIONS;
  return { x: distance * Math.sin(angle), y: -distance * Math.cos(angle) };
}

function covers({ x, y, radius }: Taken, spot: Spot, half: HalfSize): boolean {
  const aside = Math.max(0, Math.abs(x - spot.x) - half.width);
  const above = Math.max(0, Math.abs(y - spot.y) - half.height);
  return Math.hypot(aside, above) < radius;
}

/** A marker at its own place, CSS pixels. */
export interface Anchor {
  id: string;
  x: number;
  y: number;
  /** Room that it needs around its centre, CSS pixels. */
  radius: number;
}

/** How far a marker is moved from its own place, CSS pixels. */
interface Offset {
  dx: number;
  dy: number;
}

interface Body extends Anchor {
  homeX: number;
  homeY: number;
}

const ROUNDS = 160;
/** Rounds that also pull markers back to their places; the later ones only separate overlaps. */
const PULLING_ROUNDS = 100;
const PULL = 0.06;
const TOLERANCE = 0.25;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * Spreads markers that overlap, each as near to its place as possible. The same anchors give the same
 * offsets, whatever their order and however the map is dragged. Zooming in shrinks the offsets without
 * jumps, until every marker is at its own place.
 */
export function spreadMarkers(anchors: readonly Anchor[]): Map<string, Offset> {
  const bodies = [...anchors]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((anchor, rank): Body => {
      // Markers at exactly the same place need different directions to separate.
      const angle = rank * GOLDEN_ANGLE;
      return {
        ...anchor,
        x: anchor.x + Math.cos(angle) * 0.5,
        y: anchor.y + Math.sin(angle) * 0.5,
        homeX: anchor.x,
        homeY: anchor.y,
      };
    });
  for (let round = 0; round < ROUNDS; round += 1) {
    if (round < PULLING_ROUNDS) {
      pullTowardsAnchors(bodies);
    }
    const parted = partOverlapping(bodies);
    if (!parted && round >= PULLING_ROUNDS) {
      break;
    }
  }
  return new Map(bodies.map((body) => [body.id, offsetOf(body)]));
}

function pullTowardsAnchors(bodies: Body[]): void {
  for (const body of bodies) {
    body.x += (body.homeX - body.x) * PULL;
    body.y += (body.homeY - body.y) * PULL;
  }
}

/** Moves each overlapping pair apart; false where no overlap is large enough to matter. */
function partOverlapping(bodies: Body[]): boolean {
  let parted = false;
  for (let i = 0; i < bodies.length; i += 1) {
    const a = bodies[i];
    for (let j = i + 1; a !== undefined && j < bodies.length; j += 1) {
      const b = bodies[j];
      if (b === undefined) {
        continue;
      }
      const dx = b.x - a.x;
      const dy = b.y - a.y;
      const need = a.radius + b.radius;
      if (Math.abs(dx) >= need || Math.abs(dy) >= need) {
        continue;
      }
      const distance = Math.hypot(dx, dy) || 0.001;
      const overlap = need - distance;
      if (overlap <= 0) {
        continue;
      }
      const push = overlap / 2 / distance;
      a.x -= dx * push;
      a.y -= dy * push;
      b.x += dx * push;
      b.y += dy * push;
      parted = parted || overlap > TOLERANCE;
    }
  }
  return parted;
}

/** A marker that moved less than a pixel is exactly at its place. */
function offsetOf(body: Body): Offset {
  const dx = body.x - body.homeX;
  const dy = body.y - body.homeY;
  return Math.hypot(dx, dy) < 1 ? { dx: 0, dy: 0 } : { dx, dy };
}

/**
 * Groups of more than `most` markers within `reach` CSS pixels of the first of them, whose number is
 * then shown: the ids of each group. No marker is in two groups.
 */
export function findClusters(
  anchors: readonly Anchor[],
  reach: number,
  most: number,
): Set<string>[] {
  let left = [...anchors].sort((a, b) => (a.id < b.id ? -1 : 1));
  const clusters: Set<string>[] = [];
  while (left.length > most) {
    const [seed, ...others] = left;
    const near = others.filter(
      (other) => seed !== undefined && Math.hypot(other.x - seed.x, other.y - seed.y) <= reach,
    );
    left = others;
    if (seed !== undefined && near.length >= most) {
      const cluster = new Set([seed.id, ...near.map((member) => member.id)]);
      clusters.push(cluster);
      left = others.filter((other) => !cluster.has(other.id));
    }
  }
  return clusters;
}
