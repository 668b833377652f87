import type { ZoneValues } from "../catalogue/fields";
import { sharedCache } from "../evidence/shared-cache";
import type { Day } from "../time/day";

/** Sets of zones, in the order of the scope switch. */
export const SCOPES = ["announced", "evidenced", "cpec-nine", "priority-four", "all"] as const;

export type Scope = (typeof SCOPES)[number];

/** The day on which the government spoke of 44 approved zones. Before it no zone counts as announced. */
export const ANNOUNCED_ON: Day = "2026-01-16";

type ScopeValues = Pick<ZoneValues, "cohort" | "cpecStatus" | "candidateForRemainder">;

/** Does a source name the zone as approved? */
export function isApprovalConfirmed(values: Pick<ZoneValues, "cohort">): boolean {
  return values.cohort === "original-7" || values.cohort === "added-37";
}

/** Is the zone one of the candidates, whose approval is not confirmed? */
export function isCandidate(values: ScopeValues): boolean {
  return !isApprovalConfirmed(values) && values.candidateForRemainder === true;
}

/** Does a zone belong to a scope (domain.md, section 4)? */
export function inScope(values: ScopeValues, scope: Scope): boolean {
  switch (scope) {
    case "announced":
      return isApprovalConfirmed(values) || values.candidateForRemainder === true;
    case "evidenced":
      return isApprovalConfirmed(values);
    case "cpec-nine":
      return values.cpecStatus === "cpec-nine" || values.cpecStatus === "priority-four";
    case "priority-four":
      return values.cpecStatus === "priority-four";
    case "all":
      return true;
  }
}

type ScopedRows = readonly { readonly values: ScopeValues }[];

/** The flags of each list of rows, which never change. */
const flagged = sharedCache<ScopedRows, Map<Scope, Uint8Array>>("scope-flags");

/** By place in the list: 1 for a zone of the scope, else 0. */
export function flagScope(rows: ScopedRows, scope: Scope): Uint8Array {
  const flags = flagged.get(rows) ?? new Map<Scope, Uint8Array>();
  flagged.set(rows, flags);
  const known =
    flags.get(scope) ?? Uint8Array.from(rows, ({ values }) => Number(inScope(values, scope)));
  flags.set(scope, known);
  return known;
}

/** The number of zones in each scope. */
export function countScopes(rows: ScopedRows): Readonly<Record<Scope, number>> {
  return Object.fromEntries(
    SCOPES.map((scope) => [scope, flagScope(rows, scope).reduce((sum, flag) => sum + flag, 0)]),
  ) as Record<Scope, number>;
}
