import { describe, expect, it } from "vitest";
import { countClaimsByQuarter, getQuarter } from "@/lib/evidence/active-evidence";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import { createClaim, createDecision, createFacts } from "@/tests/support/facts";

describe("claims by quarter", () => {
  it.each([
    ["2012-01-01", 0],
    ["2012-03-31", 0],
    ["2012-04-01", 1],
    ["2013-12-31", 7],
    ["2011-12-31", -1],
  ])("%s is in quarter %i", (day, quarter) => {
    expect(getQuarter(day)).toBe(quarter);
  });

  it("active claims are counted by effective day", () => {
    const early = createClaim({ field: "gas", value: "absent", asOf: "2009" });
    const first = createClaim({ field: "gas", value: "absent", asOf: "2012-02" });
    const second = createClaim({ field: "water", value: "absent", asOf: "2012-03-31" });
    const later = createClaim({ field: "status", value: null, asOf: "2012-07-01", revision: 2 });
    const retracted = createClaim({ field: "status", value: "serviced", asOf: "2012-05-01" });
    const waiting = createClaim({ field: "water", value: "absent", asOf: "2012-05-01" });
    const claims = [early, first, second, later, retracted, waiting];
    const decisions = [
      ...[early, first, second, later, retracted].map((claim) => createDecision(claim)),
      createDecision(retracted, { kind: "retracted", revision: 2 }),
    ];
    const evidence = indexEvidence(createFacts({ claims, decisions }));
    expect(countClaimsByQuarter(evidence, 1, "2012-09-30")).toEqual([2, 1, 0]);
    expect(countClaimsByQuarter(evidence, 2, "2012-09-30")).toEqual([2, 0, 1]);
    expect(countClaimsByQuarter(evidence, 2, "2012-06-30")).toEqual([2, 0]);
  });
});
