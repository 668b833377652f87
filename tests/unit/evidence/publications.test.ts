import { describe, expect, it } from "vitest";
import { isPublication, setPublicationsAside } from "@/lib/evidence/publications";
import { listDecisions } from "@/lib/evidence/resolve";
import { createClaim, createDecision, createEvidence } from "../../support/facts";

const claim = createClaim({ field: "gas", value: "absent", revision: 3 });
const publication = createDecision(claim);
const again = createDecision(claim, { revision: 5 });
const withReason = createDecision(claim, { reason: "Seen again" });
const deprecated = createDecision(claim, { kind: "deprecated", reason: "a plan" });

describe("the publication of a claim", () => {
  it("is of the revision that recorded the claim, without a reason", () => {
    const judged = [publication, again, withReason, deprecated];
    expect(judged.map((decision) => isPublication(decision, claim))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it("is set aside of those of its revisions, and claims without it wait", () => {
    const other = createClaim({ field: "water", value: "absent", revision: 3 });
    const old = createDecision(createClaim({ field: "water", value: "partial" }), { revision: 3 });
    expect(setPublicationsAside([claim, other], [publication, deprecated, old])).toEqual({
      decisions: [deprecated, old],
      waiting: new Set([other.id]),
    });
  });

  it("comes before all other decisions, from its revision on", () => {
    const evidence = createEvidence({ ...claim }, { kind: "deprecated", reason: "a plan" });
    const list = (revision: number) => listDecisions(evidence, revision).map(({ kind }) => kind);
    expect(list(3)).toEqual(["published", "deprecated"]);
    expect(list(2)).toEqual([]);
    expect(listDecisions({ ...evidence, waits: true }, 3)).toHaveLength(1);
  });
});
