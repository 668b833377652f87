import type { ParamIssue } from "@/lib/query/param-issues";
import { readNumber } from "@/lib/query/param-readers";

/** The parameter of the shortlist's threshold. */
export const THRESHOLD_PARAM = "line";

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
    if (param !== THRESHOLD_PARAM) continue;
    const read = readNumber(got, 0, 100);
    return "value" in read
      ? { threshold: read.value, problem: null }
      : { threshold: null, problem: { param, got, ...read.issue } };
  }
  return { threshold: null, problem: null };
}
