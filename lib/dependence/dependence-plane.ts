import type { Readiness } from "../readiness/readiness";

/** The boundary between the quadrants on both axes. */
export const MIDDLE = 50;

/** The four quadrants of readiness and dependence. */
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

export type Quadrant = keyof typeof QUADRANTS;

/** The quadrants row by row, which is the order of display. */
export const QUADRANT_KEYS = Object.keys(QUADRANTS) as readonly Quadrant[];

/** A range on 0–100. */
type Interval = Pick<Readiness, "low" | "high">;

/**
 * Every quadrant that a zone could be in, for all possible values of its unknowns; a single one is
 * certain. The boundary belongs to the upper side. Empty where readiness is null.
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
