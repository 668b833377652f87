/** A place in the picture, CSS pixels from the upper left corner. */
export interface Spot {
  x: number;
  y: number;
}

/** A disc that a label must not overlap. */
export interface Taken extends Spot {
  radius: number;
}

/** Half of the width and height of a label, CSS pixels. */
export interface HalfSize {
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

/** Turns start upwards, then alternate right and left, further down each time. */
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
