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
