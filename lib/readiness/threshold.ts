import type { ParamIssue } from "@/lib/query/param-issues";
import { readNumber } from "@/lib/query/param-readers";

/** The page's own parameter: the line of the shortlist. */
export const THRESHOLD_PARAM = "line";

/** The line before the reader sets one, in points. */
export const DEFAULT_THRESHOLD = 30;

/**
 * Reads the line from the parameters of an address.
 * @returns 0–100, null where none is set or it cannot be read; and what is wrong with it
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
