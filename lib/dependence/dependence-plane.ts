import type { Readiness } from "../readiness/readiness";

/** Where both scales of the plane, 0 to 100, are divided. */
export const MIDDLE = 50;

/** The four quadrants of dependence against readiness: is a zone in it ready, and is it dependent? */
export const QUADRANTS = {
  "dependent-not-ready": { ready: false, dependent: true },
  "dependent-ready": { ready: true, dependent: true },
  "low-not-ready": { ready: false, dependent: false },
  "low-ready": { ready: true, dependent: false },
} as const;

/** Key of a quadrant. */
export type Quadrant = keyof typeof QUADRANTS;

/** The quadrants in the order of pages: as they are on the plane, row by row. */
export const QUADRANT_KEYS = Object.keys(QUADRANTS) as readonly Quadrant[];

/** An interval on 0 to 100. */
type Interval = Pick<Readiness, "low" | "high">;

/**
 * Every quadrant in which a zone could be, whatever its unknowns turn out to be. If there is only one,
 * the zone is certainly there. 50 belongs to the upper side. None where readiness is null.
 */
export function listPossibleQuadrants(
  dependence: Interval,
  readiness: Interval | null,
): readonly Quadrant[] {
  if (readiness === null) return [];
  return QUADRANT_KEYS.filter((key) => {
    const { ready, dependent } = QUADRANTS[key];
    return canBe(readiness, ready) && canBe(dependence, dependent);
  });
}

function canBe({ low, high }: Interval, upper: boolean): boolean {
  return upper ? high >= MIDDLE : low < MIDDLE;
}
