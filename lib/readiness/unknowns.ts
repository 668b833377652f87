import type { ParamIssue } from "../query/param-issues";
import { readOneOf } from "../query/param-readers";

/** The parameter of how unknown values are drawn. */
export const UNKNOWNS_PARAM = "unknowns";

/**
 * How unknown values are drawn, always within the bounds that other evidence implies. `similar`: like the known ones of
 * zones on the same step of progress. `evenly`: every score has the same chance. `nothing`: the least score.
 */
export const UNKNOWNS = ["similar", "evenly", "nothing"] as const;

/** One of `UNKNOWNS`. */
export type Unknowns = (typeof UNKNOWNS)[number];

/** The choice where an address has none. */
export const DEFAULT_UNKNOWNS: Unknowns = "similar";

/** Reads the choice from the parameters of an address, and the issue with it, if any. */
export function readUnknowns(pairs: Iterable<readonly [string, string]>): {
  readonly unknowns: Unknowns;
  readonly problem: ParamIssue | null;
} {
  for (const [param, got] of pairs) {
    if (param !== UNKNOWNS_PARAM) continue;
    const read = readOneOf(UNKNOWNS, got);
    return "value" in read
      ? { unknowns: read.value, problem: null }
      : { unknowns: DEFAULT_UNKNOWNS, problem: { param, got, ...read.issue } };
  }
  return { unknowns: DEFAULT_UNKNOWNS, problem: null };
}
