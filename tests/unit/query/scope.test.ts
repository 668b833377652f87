import { describe, expect, it } from "vitest";
import { inScope, isApprovalConfirmed, isCandidate, SCOPE_WORDS, SCOPES } from "@/lib/query/scope";
import { valuesOf } from "@/tests/support/facts";

const scopesOf = (known: Parameters<typeof valuesOf>[0]) =>
  SCOPES.filter((scope) => inScope(valuesOf(known), scope));

describe("scopes", () => {
  it("hold everything in “all”, the unknown included", () => {
    expect(scopesOf({})).toEqual(["all"]);
    expect(scopesOf({ cohort: "unconfirmed", candidateForRemainder: false })).toEqual(["all"]);
    expect(scopesOf({ cohort: "unconfirmed" })).toEqual(["all"]);
  });

  it("count the original seven and those added since as evidenced", () => {
    expect(scopesOf({ cohort: "original-7" })).toEqual(["announced", "evidenced", "all"]);
    expect(scopesOf({ cohort: "added-37" })).toEqual(["announced", "evidenced", "all"]);
  });

  it("announce a candidate without evidencing it", () => {
    const candidate = { cohort: "unconfirmed", candidateForRemainder: true } as const;
    expect(scopesOf(candidate)).toEqual(["announced", "all"]);
    expect(isCandidate(valuesOf(candidate))).toBe(true);
    expect(isApprovalConfirmed(valuesOf(candidate))).toBe(false);
  });

  it("do not call a zone a candidate once its approval is evidenced", () => {
    const evidenced = valuesOf({ cohort: "added-37", candidateForRemainder: true });
    expect(isCandidate(evidenced)).toBe(false);
    expect(isApprovalConfirmed(evidenced)).toBe(true);
    expect(isCandidate(valuesOf({ candidateForRemainder: true }))).toBe(true);
    expect(isCandidate(valuesOf())).toBe(false);
  });

  it("count the priority four among the nine of CPEC", () => {
    expect(scopesOf({ cpecStatus: "priority-four" })).toEqual([
      "cpec-nine",
      "priority-four",
      "all",
    ]);
    expect(scopesOf({ cpecStatus: "cpec-nine" })).toEqual(["cpec-nine", "all"]);
    expect(scopesOf({ cpecStatus: "outside-cpec" })).toEqual(["all"]);
  });

  it("have a label and a rule in words each", () => {
    for (const scope of SCOPES) {
      expect(SCOPE_WORDS[scope].label).not.toBe("");
      expect(SCOPE_WORDS[scope].rule).toMatch(/\.$/);
    }
  });
});
