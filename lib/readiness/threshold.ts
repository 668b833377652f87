import type { ParamIssue } from "../query/param-issues";
import { readNumber } from "../query/param-readers";
import type { Readiness } from "./readiness";

/** The parameter of the shortlist's threshold. */
export const THRESHOLD_PARAM = "threshold";

/** The names under which it is read: older links have `line`. */
export const THRESHOLD_PARAMS: readonly string[] = [THRESHOLD_PARAM, "line"];

/** In points, 0–100. */
export const DEFAULT_THRESHOLD = 30;

/**
 * Reads the threshold from the parameters of an address.
 * @returns 0–100, null where it is not set or cannot be read; and the issue with it, if any
 */
export function readThreshold(pairs: Iterable<readonly [string, string]>): {
  readonly threshold: number | null;
  readonly problem: ParamIssue | null;
} {
  for (const [param, got] of pairs) {
    if (!THRESHOLD_PARAMS.includes(param)) continue;
    const read = readNumber(got, 0, 100);
    return "value" in read
      ? { threshold: read.value, problem: null }
      : { threshold: null, problem: { param, got, ...read.issue } };
  }
  return { threshold: null, problem: null };
}

/** Zones by their range and a threshold, for every possible value of the unknowns. */
interface Shortlist<R> {
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
