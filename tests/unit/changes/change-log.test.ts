import { describe, expect, it } from "vitest";
import { buildChangeLog } from "@/lib/changes/change-log";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import type { Claim, Decision, Facts } from "@/lib/evidence/ledger-records";
import {
  createClaim,
  createDecision,
  createFacts,
  createRevision,
  createSource,
  createVersion,
} from "@/tests/support/facts";

const TODAY = "2026-11-25";

/** Facts with a revision on each of 22, 24 and 25 November 2026. */
function record(
  claims: readonly Claim[],
  judged: readonly Decision[] = [],
  part: Partial<Facts> = {},
): Facts {
  return createFacts({
    claims,
    decisions: [...claims.map((claim) => createDecision(claim)), ...judged],
    revision: 3,
    revisions: [
      createRevision(1, "2026-11-22T06:00:00Z"),
      createRevision(2, "2026-11-24T06:00:00Z"),
      createRevision(3, "2026-11-25T06:00:00Z"),
    ],
    ...part,
  });
}

/** The log, an entry a line: instant, day, kind, field and the new value. */
function log(facts: Facts, until = TODAY): string[] {
  return buildChangeLog({ facts, evidence: indexEvidence(facts) }, until).map(
    ({ at, on, kind, zone, field, tenancy, after }) =>
      [at.replace(":00.000Z", "Z"), on, kind, tenancy?.id ?? zone, field, after]
        .filter((word) => word !== null)
        .join(" "),
  );
}

const cohort = (part: Partial<Claim> = {}) =>
  createClaim({ field: "cohort", value: "original-7", asOf: "2012-06-01", ...part });
const gas = (value: Claim["value"], asOf: string | null, part: Partial<Claim> = {}) =>
  createClaim({ field: "gas", value, asOf, ...part });

describe("buildChangeLog", () => {
  it("has the start of each day in Pakistan, latest first, up to a day", () => {
    const facts = record([cohort(), gas("absent", "2026-11-01"), gas("planned", "2026-11-23")]);
    const entries = [
      "2026-11-22T19:00Z 2026-11-23 moved-up test-zone gas planned",
      "2026-10-31T19:00Z 2026-11-01 first-known test-zone gas absent",
      "2012-05-31T19:00Z 2012-06-01 zone-added test-zone",
      "2012-05-31T19:00Z 2012-06-01 approval-evidenced test-zone",
      "2012-05-31T19:00Z 2012-06-01 first-known test-zone cohort original-7",
    ];
    expect(log(facts)).toEqual(entries);
    expect(log(facts, "2026-11-23")).toEqual(entries);
    expect(log(facts, "2026-11-22")).toEqual(entries.slice(1));
    expect(log(facts, "2012-05-31")).toEqual([]);
  });

  it("says once, 2 years and a day after the last claim, that there is no news", () => {
    const area = createClaim({ field: "areaAcres", value: 100, asOf: "2013-01-01" });
    expect(log(record([cohort(), gas("absent", "2013-01-01"), area])).slice(0, 3)).toEqual([
      "2015-01-01T19:00Z 2015-01-02 went-silent test-zone gas absent",
      "2012-12-31T19:00Z 2013-01-01 first-known test-zone areaAcres 100",
      "2012-12-31T19:00Z 2013-01-01 first-known test-zone gas absent",
    ]);
  });

  it("has the instant of a revision that recorded, decided or corrected", () => {
    const sourceVersions = [
      createVersion(createSource({ id: "a-source", publishedOn: "2025-01" })),
      createVersion(createSource({ id: "a-source", publishedOn: "2027-01" }), { revision: 3 }),
    ];
    const late = createClaim({ field: "water", value: "absent", asOf: "2025-01-01", revision: 2 });
    const wrong = createClaim({ field: "electricity", value: "absent", asOf: "2025-01-01" });
    const facts = record(
      [cohort(), gas("absent", null), late, wrong],
      [createDecision(wrong, { kind: "retracted", revision: 2 })],
      { sourceVersions },
    );
    expect(log(facts).slice(0, 3)).toEqual([
      "2026-11-25T06:00:00Z 2025-01-01 no-longer-known test-zone gas",
      "2026-11-24T06:00:00Z 2025-01-01 first-known test-zone water absent",
      "2026-11-24T06:00:00Z 2025-01-01 no-longer-known test-zone electricity",
    ]);
    expect(log(facts, "2026-11-24")).toHaveLength(log(facts).length - 1);
    expect(log(facts, "2026-11-23")).toHaveLength(log(facts).length - 3);
  });

  it("knows on a day what was recorded before it", () => {
    const claims = (asOf: string) => [cohort(), gas("absent", asOf, { revision: 2 })];
    expect(log(record(claims("2026-11-24")))[0]).toBe(
      "2026-11-24T06:00:00Z 2026-11-24 first-known test-zone gas absent",
    );
    expect(log(record(claims("2026-11-25")))[0]).toBe(
      "2026-11-24T19:00Z 2026-11-25 first-known test-zone gas absent",
    );
  });

  it("keeps what a removed zone lost, and nothing else of it", () => {
    const claim = cohort();
    const decisions = [createDecision(claim, { kind: "retracted", revision: 2 })];
    expect(log(record([claim, gas("absent", "2026-11-25", { revision: 2 })], decisions))).toEqual([
      "2026-11-24T06:00:00Z 2012-06-01 zone-removed test-zone",
      "2026-11-24T06:00:00Z 2012-06-01 approval-withdrawn test-zone",
      "2012-05-31T19:00Z 2012-06-01 zone-added test-zone",
      "2012-05-31T19:00Z 2012-06-01 approval-evidenced test-zone",
      "2012-05-31T19:00Z 2012-06-01 first-known test-zone cohort original-7",
    ]);
  });

  it("at one instant follows the register, its kinds, fields and firms", () => {
    const zones = ["b", "a"].map((slug, i) => ({ slug, order: i + 1 }));
    const firm = (id: string, order: number) => ({ id, zone: "b", firm: id, firmId: id, order });
    const stage = (tenancy: string) =>
      createClaim({ field: "tenancyStage", value: "mou", zone: "b", tenancy, asOf: "2012-06-01" });
    const facts = record(
      [
        cohort({ zone: "a", value: "unconfirmed" }),
        stage("y"),
        stage("x"),
        cohort({ zone: "b", value: "unconfirmed" }),
        gas("absent", "2012-06-01", { zone: "b" }),
      ],
      [],
      { zones, tenancies: [firm("x", 2), firm("y", 1)] },
    );
    expect(log(facts, "2012-06-01").map((line) => line.split(" ").slice(2).join(" "))).toEqual([
      "zone-added b",
      "first-known b cohort unconfirmed",
      "first-known b gas absent",
      "first-known y tenancyStage mou",
      "first-known x tenancyStage mou",
      "zone-added a",
      "first-known a cohort unconfirmed",
    ]);
  });

  it("is empty without claims or revisions", () => {
    expect(log(record([]))).toEqual([]);
    expect(log(record([], [], { revisions: [] }))).toEqual([]);
  });
});
