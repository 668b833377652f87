import type { ParamIssue } from "./param-issues";

/** Most parameters of an address. */
const MAX_PARAMS = 100;
/** Most characters in the name of a parameter. */
const MAX_NAME_LENGTH = 200;
/** Most characters in the value of a parameter: room for every zone or every field. */
const MAX_VALUE_LENGTH = 2_000;
/** Most unknown parameters that are reported. */
export const MAX_UNKNOWN = 10;
/** Most characters of an address that are repeated to its reader. */
const MAX_SHOWN = 100;

type Pair = readonly [string, string];

/** The start of a text from an address, to be repeated to its reader. */
export function shorten(text: string): string {
  if (text.length <= MAX_SHOWN) return text;
  // Half of a surrogate pair is no character.
  return `${text.slice(0, MAX_SHOWN).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/**
 * The parameters that are within the limits, and an issue for each other one. Of more than 100
 * parameters none is read.
 */
export function limitParams(params: Iterable<Pair>): {
  readonly pairs: readonly Pair[];
  readonly problems: readonly ParamIssue[];
} {
  const pairs: Pair[] = [];
  const problems: ParamIssue[] = [];
  let count = 0;
  for (const [name, value] of params) {
    const issue = { param: name, got: value, allowed: [], nearest: null };
    if (++count > MAX_PARAMS) {
      return {
        pairs: [],
        problems: [{ ...issue, reason: { code: "too-many-params", max: MAX_PARAMS } }],
      };
    }
    if (name.length > MAX_NAME_LENGTH) {
      problems.push({ ...issue, reason: { code: "name-length", max: MAX_NAME_LENGTH } });
    } else if (value.length > MAX_VALUE_LENGTH) {
      problems.push({ ...issue, reason: { code: "value-length", max: MAX_VALUE_LENGTH } });
    } else {
      pairs.push([name, value]);
    }
  }
  return { pairs, problems: problems.slice(0, MAX_UNKNOWN) };
}
