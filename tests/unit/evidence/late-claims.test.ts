import { describe, expect, it } from "vitest";
import { isAfterSource, listLateClaims } from "@/lib/evidence/late-claims";
import { createClaim, createDecision, createSource, createVersion } from "@/tests/support/facts";
import { seedFacts } from "@/tests/support/seed-facts";

const isLate = (asOf: string | null, publishedOn: string | null) =>
  isAfterSource({ field: "electricity", asOf }, publishedOn);

describe("a claim's day is after its source was published", () => {
  it("where every day of it is", () => {
    expect(isLate("2024-05-03", "2024-05-02")).toBe(true);
    expect(isLate("2024-06", "2024-05")).toBe(true);
    expect(isLate("2025", "2024-12-31")).toBe(true);
    expect(isLate("2024-06-01", "2024-05")).toBe(true);
  });

  it("not where some day of it is not, or one of both has no date", () => {
    expect(isLate("2024-05-02", "2024-05-02")).toBe(false);
    expect(isLate("2024-05", "2024-05-02")).toBe(false);
    expect(isLate("2024-05-31", "2024-05")).toBe(false);
    expect(isLate("2024", "2024-05")).toBe(false);
    expect(isLate(null, "2024-05")).toBe(false);
    expect(isLate("2024-05", null)).toBe(false);
  });

  it("not for a target, which is about a later day", () => {
    expect(isAfterSource({ field: "targetGas", asOf: "2025" }, "2024")).toBe(false);
  });
});

describe("the claims that are later than their source", () => {
  const claim = createClaim({ field: "electricity", value: "partial", asOf: "2024-05" });
  const dated = (publishedOn: string) => createSource({ id: "a-source", publishedOn });
  const listIds = (part: Partial<Parameters<typeof listLateClaims>[0]> = {}) =>
    listLateClaims({
      claims: [claim],
      decisions: [],
      waiting: new Set(),
      sourceVersions: [createVersion(dated("2024-04"))],
      revision: 2,
      ...part,
    }).map((late) => [late.claim.id, late.publishedOn]);

  it("are listed by the date of the source that is known now", () => {
    expect(listIds()).toEqual([[claim.id, "2024-04"]]);
    const corrected = createVersion(dated("2024-06"), { revision: 2 });
    expect(listIds({ sourceVersions: [createVersion(dated("2024-04")), corrected] })).toEqual([]);
    expect(listIds({ sourceVersions: [createVersion(dated("2024-06"))] })).toEqual([]);
  });

  it("are not listed once they are not used or withdrawn", () => {
    for (const kind of ["deprecated", "retracted"] as const) {
      const decisions = [createDecision(claim), createDecision(claim, { kind, revision: 2 })];
      expect(listIds({ decisions })).toEqual([]);
    }
  });

  it("are none in the data set", async () => {
    expect(listLateClaims({ ...(await seedFacts(2)), revision: 2 })).toEqual([]);
  });
});
