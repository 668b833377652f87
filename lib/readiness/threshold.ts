import type { ParamIssue } from "@/lib/query/param-issues";
import { readNumber } from "@/lib/query/param-readers";

/** The page's own parameter: the line of the shortlist. */
export const LINE_PARAM = "line";

/** The line before the reader sets one, in points. */
export const DEFAULT_LINE = 30;

/**
 * Reads the line from the parameters of an address.
 * @returns 0–100, null where none is set or it cannot be read; and what is wrong with it
 */
export function readLine(pairs: Iterable<readonly [string, string]>): {
  readonly line: number | null;
  readonly problem: ParamIssue | null;
} {
  for (const [param, got] of pairs) {
    if (param !== LINE_PARAM) continue;
    const read = readNumber(got, 0, 100);
    return "value" in read
      ? { line: read.value, problem: null }
      : { line: null, problem: { param, got, ...read.issue } };
  }
  return { line: null, problem: null };
}
