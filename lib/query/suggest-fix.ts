import type { ParamIssue } from "./param-issues";
import { fromSearch, toSearch } from "./search-string";

/** What a correction needs to know of an issue. */
export type Misspelling = Pick<ParamIssue, "param" | "got" | "allowed" | "nearest"> & {
  readonly reason: { readonly code: string };
};

/** The name and value in place of a parameter that cannot be read: the nearest ones that can; null where none is near. */
export function suggestPair({
  param,
  got,
  reason,
  allowed,
  nearest,
}: Misspelling): [string, string] | null {
  // A weight holds a block and a number; `nearest` is only the block.
  if (nearest === null || param === "weights") return null;
  return reason.code === "unknown-param"
    ? [nearest, got]
    : [param, fixedValue(got, allowed, nearest)];
}

/** The address with one unreadable parameter replaced as `suggestPair` says; null where nothing is near. */
export function suggestFix(search: string, problem: Misspelling): string | null {
  const pair = suggestPair(problem);
  return pair && replaceParam(search, problem, pair);
}

/** The address without one unreadable parameter. */
export function withoutParam(search: string, problem: Misspelling): string {
  return replaceParam(search, problem, null);
}

function replaceParam(
  search: string,
  { param, got }: Misspelling,
  by: readonly [string, string] | null,
): string {
  return toSearch(
    fromSearch(search).flatMap((pair) =>
      pair[0] !== param || pair[1] !== got ? [pair] : by === null ? [] : [by],
    ),
  );
}

function fixedValue(value: string, allowed: readonly string[], near: string): string {
  return value
    .split(",")
    .map((word) => {
      const sign = word.startsWith("-") ? "-" : "";
      return allowed.includes(word.slice(sign.length)) ? word : sign + near;
    })
    .join(",");
}
