import type { Readiness } from "../readiness/readiness";

/** Where the plane of dependence against readiness is parted, on both axes: the middle of 0–100. */
export const MIDDLE = 50;

/** The four quadrants, with their names and what each says of a zone in it. */
export const QUADRANTS = {
  "tied-first": {
    label: "Tied before it is ready",
    definition: "Readiness below 50, dependence of at least 50.",
    ready: false,
    tied: true,
  },
  "ready-tied": {
    label: "Ready, and tied",
    definition: "Readiness and dependence of at least 50.",
    ready: true,
    tied: true,
  },
  open: {
    label: "Still open",
    definition: "Readiness and dependence below 50.",
    ready: false,
    tied: false,
  },
  "own-feet": {
    label: "On its own feet",
    definition: "Readiness of at least 50, dependence below 50.",
    ready: true,
    tied: false,
  },
} as const;

/** Key of a quadrant. */
export type Quadrant = keyof typeof QUADRANTS;

/** The quadrants in the order in which pages list them: as they lie on the plane, row by row. */
export const QUADRANT_KEYS = Object.keys(QUADRANTS) as readonly Quadrant[];

/** An interval on 0–100. */
type Interval = Pick<Readiness, "low" | "high">;

/**
 * Every quadrant in which a zone could lie, whatever its unknowns turn out to be. One: it lies there
 * for certain. A value on the line itself belongs to the upper side. None where readiness is null.
 */
export function listPossibleQuadrants(
  dependence: Interval,
  readiness: Interval | null,
): readonly Quadrant[] {
  if (readiness === null) return [];
  return QUADRANT_KEYS.filter((key) => {
    const { ready, tied } = QUADRANTS[key];
    return canBe(readiness, ready) && canBe(dependence, tied);
  });
}

function canBe({ low, high }: Interval, upper: boolean): boolean {
  return upper ? high >= MIDDLE : low < MIDDLE;
}
