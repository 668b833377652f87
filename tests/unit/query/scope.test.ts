import { describe, expect, it } from "vitest";
import { inScope, isApprovalConfirmed, isCandidate, SCOPES } from "@/lib/query/scope";
import { createValues } from "@/tests/support/facts";

const scopesOf = (known: Parameters<typeof createValues>[0]) =>
  SCOPES.filter((scope) => inScope(createValues(known), scope));

describe("scopes", () => {
  it("“all” contains every zone, unknown ones included", () => {
    expect(scopesOf({})).toEqual(["all"]);
    expect(scopesOf({ cohort: "unconfirmed", candidateForRemainder: false })).toEqual(["all"]);
    expect(scopesOf({ cohort: "unconfirmed" })).toEqual(["all"]);
  });

  it("the original 7 and the 37 added have a confirmed approval", () => {
    expect(scopesOf({ cohort: "original-7" })).toEqual(["announced", "evidenced", "all"]);
    expect(scopesOf({ cohort: "added-37" })).toEqual(["announced", "evidenced", "all"]);
  });

  it("a candidate is announced but not confirmed", () => {
    const candidate = { cohort: "unconfirmed", candidateForRemainder: true } as const;
    expect(scopesOf(candidate)).toEqual(["announced", "all"]);
    expect(isCandidate(createValues(candidate))).toBe(true);
    expect(isApprovalConfirmed(createValues(candidate))).toBe(false);
  });

  it("a zone with a confirmed approval is not a candidate", () => {
    const evidenced = createValues({ cohort: "added-37", candidateForRemainder: true });
    expect(isCandidate(evidenced)).toBe(false);
    expect(isApprovalConfirmed(evidenced)).toBe(true);
    expect(isCandidate(createValues({ candidateForRemainder: true }))).toBe(true);
    expect(isCandidate(createValues())).toBe(false);
  });

  it("the priority 4 are among the 9 of CPEC", () => {
    expect(scopesOf({ cpecStatus: "priority-four" })).toEqual([
      "cpec-nine",
      "priority-four",
      "all",
    ]);
    expect(scopesOf({ cpecStatus: "cpec-nine" })).toEqual(["cpec-nine", "all"]);
    expect(scopesOf({ cpecStatus: "outside-cpec" })).toEqual(["all"]);
  });
});
