import type { Readiness } from "./readiness";

/** Zones by their range and a threshold, for every possible value of the unknowns. */
export interface Shortlist<R> {
  /** The confirmed score is at or above the threshold. */
  readonly certainly: readonly R[];
  /** The threshold is between confirmed and possible score. */
  readonly possibly: readonly R[];
  /** The possible score is below the threshold. */
  readonly below: readonly R[];
  /** No indicator applies. */
  readonly unmeasured: readonly R[];
}

/**
 * Splits zones into those that certainly reach a threshold, those that could, and those that cannot.
 * Each list keeps the given order.
 * @param threshold 0–100
 */
export function buildShortlist<R extends { readonly readiness: Readiness | null }>(
  rows: readonly R[],
  threshold: number,
): Shortlist<R> {
  const of = (holds: (readiness: Readiness) => boolean) =>
    rows.filter(({ readiness }) => readiness !== null && holds(readiness));
  return {
    certainly: of(({ low }) => low >= threshold),
    possibly: of(({ low, high }) => low < threshold && high >= threshold),
    below: of(({ high }) => high < threshold),
    unmeasured: rows.filter(({ readiness }) => readiness === null),
  };
}
