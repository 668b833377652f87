import { EVENT_KINDS, type EventKind } from "@/lib/evidence/ledger-records";
import { findNearest } from "@/lib/query/edit-distance";
import type { ParamIssue } from "@/lib/query/param-issues";

/** Name of the parameter. */
export const KIND = "kind";

/** The kinds of event that an address asks for, none: all, as `kind=policy,security`; or what is wrong with each. */
export function readKinds(
  given: readonly string[],
): { readonly kinds: readonly EventKind[] } | { readonly problems: readonly ParamIssue[] } {
  const words = new Set(given.flatMap((one) => one.split(",")).map((word) => word.trim()));
  words.delete("");
  const isKind = (word: string) => EVENT_KINDS.some((kind) => kind === word);
  const problems = [...words]
    .filter((word) => !isKind(word))
    .map(
      (got): ParamIssue => ({
        param: KIND,
        got,
        reason: { code: "not-allowed", value: got },
        allowed: EVENT_KINDS,
        nearest: findNearest(got, EVENT_KINDS),
      }),
    );
  if (problems.length > 0) return { problems };
  return { kinds: EVENT_KINDS.filter((kind) => words.has(kind)) };
}
