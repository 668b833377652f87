import type { Readiness } from "./readiness";

/** Zones by where they stand to a line, whatever the unknowns turn out to be. */
export interface Shortlist<R> {
  /** The floor is at or above the line. */
  readonly certainly: readonly R[];
  /** The line lies between floor and ceiling. */
  readonly possibly: readonly R[];
  /** The ceiling is below the line. */
  readonly below: readonly R[];
  /** Nothing that readiness asks for applies. */
  readonly unmeasured: readonly R[];
}

/**
 * The viable shortlist: which zones are certainly at or above a line, which may be, and which are
 * below it whatever is found out. Each keeps the order given.
 * @param line 0–100
 */
export function buildShortlist<R extends { readonly readiness: Readiness | null }>(
  rows: readonly R[],
  line: number,
): Shortlist<R> {
  const of = (holds: (readiness: Readiness) => boolean) =>
    rows.filter(({ readiness }) => readiness !== null && holds(readiness));
  return {
    certainly: of(({ low }) => low >= line),
    possibly: of(({ low, high }) => low < line && high >= line),
    below: of(({ high }) => high < line),
    unmeasured: rows.filter(({ readiness }) => readiness === null),
  };
}
