/** A marker where it is drawn, CSS pixels. */
interface Placed {
  id: string;
  x: number;
  y: number;
}

/** Directions of the arrow keys; y is down. */
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * The marker that an arrow key goes to: the nearest in the quarter that the key points to, where a
 * sideways distance counts twice; null where there is none, and for another key.
 */
export function markerInDirection(
  placed: readonly Placed[],
  from: string,
  key: string,
): string | null {
  const direction = ARROWS[key];
  const start = placed.find((marker) => marker.id === from);
  if (direction === undefined || start === undefined) {
    return null;
  }
  const [ux, uy] = direction;
  let best: string | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const marker of placed) {
    const dx = marker.x - start.x;
    const dy = marker.y - start.y;
    const along = dx * ux + dy * uy;
    const aside = Math.abs(dx * uy) + Math.abs(dy * ux);
    const cost = along + 2 * aside;
    if (along > 0.5 && aside <= along && cost < bestCost) {
      best = marker.id;
      bestCost = cost;
    }
  }
  return best;
}
