import type { DependenceRow } from "@/lib/dependence/dependence-row";

/** Measures of the plane's drawing, in the units of its view box. */
export const PLANE = {
  width: 960,
  left: 264,
  right: 944,
  top: 14,
  bottom: 374,
  /** Height of a zone's line in the lane below. */
  line: 20,
  /** From the bottom of the plane to the first line. */
  gap: 66,
} as const;

/** Where a readiness of 0–100 lies from left to right. */
export function planeX(readiness: number): number {
  return PLANE.left + ((PLANE.right - PLANE.left) * readiness) / 100;
}

/** Where a dependence of 0–100 lies from the bottom up. */
export function planeY(dependence: number): number {
  return PLANE.bottom - ((PLANE.bottom - PLANE.top) * dependence) / 100;
}

/** Zones on the plane, and those of whose dependence nothing is known, which stand in the lane. */
export interface PlanePlaces {
  readonly placed: readonly DependenceRow[];
  readonly unplaced: readonly DependenceRow[];
  readonly height: number;
}

/** Parts the zones that count; those to whom readiness does not apply are on neither. */
export function planePlaces(counted: readonly DependenceRow[]): PlanePlaces {
  const measured = counted.filter(({ readiness }) => readiness !== null);
  const placed = measured.filter(({ known }) => known > 0);
  const unplaced = measured
    .filter(({ known }) => known === 0)
    .sort((a, b) => (b.readiness?.low ?? 0) - (a.readiness?.low ?? 0));
  const lane = unplaced.length === 0 ? 40 : PLANE.gap + unplaced.length * PLANE.line;
  return { placed, unplaced, height: PLANE.bottom + lane };
}
