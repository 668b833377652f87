/** A spot in the picture, px from the upper left corner. */
export interface Spot {
  x: number;
  y: number;
}

/** Something drawn that a sign must not cover, nor be covered by: a round of this radius. */
export interface Taken extends Spot {
  radius: number;
}

/** Half of a sign's width and height, px. */
export interface HalfSize {
  width: number;
  height: number;
}

const STEP = 4;
const FARTHEST = 120;
const DIRECTIONS = 24;

/**
 * Where a sign is written: the free spot nearest to its middle, upwards before aside; straight above
 * the farthest that was looked at where everything near is taken.
 */
export function signSpot(middle: Spot, half: HalfSize, taken: readonly Taken[]): Spot {
  const reach = FARTHEST + half.width;
  const near = taken.filter(
    ({ x, y, radius }) => Math.hypot(x - middle.x, y - middle.y) < reach + radius,
  );
  for (let distance = 0; distance <= FARTHEST; distance += STEP) {
    for (let turn = 0; turn < DIRECTIONS; turn += 1) {
      const spot = spotAt(middle, distance, turn);
      if (near.every((one) => !covers(one, spot, half))) return spot;
      if (distance === 0) break;
    }
  }
  return spotAt(middle, FARTHEST, 0);
}

/** Turns go up first, then right and left by turns, ever farther down. */
function spotAt({ x, y }: Spot, distance: number, turn: number): Spot {
  const side = turn % 2 === 1 ? 1 : -1;
  const angle = (side * Math.ceil(turn / 2) * 2 * Math.PI) / DIRECTIONS;
  return { x: x + distance * Math.sin(angle), y: y - distance * Math.cos(angle) };
}

function covers({ x, y, radius }: Taken, spot: Spot, half: HalfSize): boolean {
  const aside = Math.max(0, Math.abs(x - spot.x) - half.width);
  const above = Math.max(0, Math.abs(y - spot.y) - half.height);
  return Math.hypot(aside, above) < radius;
}
