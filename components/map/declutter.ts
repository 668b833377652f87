/** A marker where it belongs, in px. */
export interface Anchor {
  id: string;
  x: number;
  y: number;
  /** Room that it needs around its centre, in px. */
  radius: number;
}

/** How far a marker is drawn from where it belongs, in px. */
export interface Offset {
  dx: number;
  dy: number;
}

interface Body extends Anchor {
  homeX: number;
  homeY: number;
}

const ROUNDS = 160;
/** Rounds in which markers are still drawn back to their places; the rest only part what overlaps. */
const PULLING_ROUNDS = 100;
const PULL = 0.06;
const TOLERANCE = 0.25;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * Spreads markers that would cover one another, each as near to its place as room allows. The same
 * anchors give the same offsets, whatever their order and wherever the picture has been dragged to;
 * as the picture grows the offsets shrink without jumps, until every marker stands on its place.
 */
export function spreadMarkers(anchors: readonly Anchor[]): Map<string, Offset> {
  const bodies = [...anchors]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((anchor, rank): Body => {
      // Markers on the very same spot need some direction to part in: one of their own each.
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
      pullHome(bodies);
    }
    const parted = partOverlapping(bodies);
    if (!parted && round >= PULLING_ROUNDS) {
      break;
    }
  }
  return new Map(bodies.map((body) => [body.id, offsetOf(body)]));
}

function pullHome(bodies: Body[]): void {
  for (const body of bodies) {
    body.x += (body.homeX - body.x) * PULL;
    body.y += (body.homeY - body.y) * PULL;
  }
}

/** Moves each overlapping pair apart by half its overlap; false when there was none worth it. */
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

/** A marker that was moved by less than can be seen stands exactly on its place. */
function offsetOf(body: Body): Offset {
  const dx = body.x - body.homeX;
  const dy = body.y - body.homeY;
  return Math.hypot(dx, dy) < 1 ? { dx: 0, dy: 0 } : { dx, dy };
}

/**
 * Markers of which more than `most` belong within `reach` px of the first of them, so that their
 * number can be written beside them: the ids of each such crowd. No marker is in two.
 */
export function findCrowds(anchors: readonly Anchor[], reach: number, most: number): Set<string>[] {
  let left = [...anchors].sort((a, b) => (a.id < b.id ? -1 : 1));
  const crowds: Set<string>[] = [];
  while (left.length > most) {
    const [seed, ...others] = left;
    const near = others.filter(
      (other) => seed !== undefined && Math.hypot(other.x - seed.x, other.y - seed.y) <= reach,
    );
    left = others;
    if (seed !== undefined && near.length >= most) {
      const crowd = new Set([seed.id, ...near.map((member) => member.id)]);
      crowds.push(crowd);
      left = others.filter((other) => !crowd.has(other.id));
    }
  }
  return crowds;
}
