import { describe, expect, it } from "vitest";
import { buildChangeLog } from "@/lib/changes/change-log";
import { listChangesBetween } from "@/lib/changes/changes";
import { countClaimsByQuarter } from "@/lib/evidence/active-evidence";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import { buildRegistry } from "@/lib/evidence/registry";
import { effectiveDateAt, listEffectiveDays } from "@/lib/evidence/source-versions";
import {
  createClaim,
  createEvidence,
  createFacts,
  createRevision,
  createSource,
  createVersion,
} from "@/tests/support/facts";

/** A claim without a date of its own; its source was first dated 2022-06, in revision 3 2020-02. */
const undated = createClaim({ field: "status", value: "serviced", asOf: null });
const dated = createClaim({ field: "status", value: "not-started", asOf: "2021-01" });
const published = (publishedOn: string | null) => createSource({ id: "a-source", publishedOn });
const facts = createFacts({
  revision: 3,
  revisions: [
    createRevision(1, "2026-11-23T19:00:00Z"),
    createRevision(2, "2026-11-24T08:00:00Z"),
    createRevision(3, "2026-11-24T09:00:00Z"),
  ],
  claims: [undated, dated],
  sourceVersions: [
    createVersion(published("2022-06")),
    createVersion(published("2020-02"), { revision: 3, reason: "Misdated" }),
  ],
});
const index = indexEvidence(facts);
const statusAt = (asOf: string, knownOn: number) =>
  buildRegistry(facts, index, { asOf, revision: knownOn }).zones[0]?.fields.status;

describe("a claim with the date of its source", () => {
  it("has the date that was known at the revision", () => {
    expect(statusAt("2026-11-24", 2)).toMatchObject({
      value: "serviced",
      evidence: { date: "2022-06", effectiveOn: "2022-06-01" },
    });
    expect(statusAt("2026-11-24", 3)).toMatchObject({ value: "not-started" });
    expect(statusAt("2020-12-31", 2)).toBeUndefined();
    expect(statusAt("2020-12-31", 3)).toMatchObject({
      value: "serviced",
      evidence: { date: "2020-02", effectiveOn: "2020-02-01" },
    });
  });

  it("is counted in the quarter of its date, and the correction is a change", () => {
    const quarters = (knownOn: number) =>
      countClaimsByQuarter(index, knownOn, "2026-11-24").flatMap((count, i) =>
        count > 0 ? [i] : [],
      );
    expect(quarters(2)).toEqual([36, 41]);
    expect(quarters(3)).toEqual([32, 36]);
    const asOf = "2026-11-24";
    const changes = listChangesBetween(
      { facts, evidence: index },
      { from: { asOf, revision: 2 }, to: { asOf, revision: 3 } },
    );
    expect(changes.map(({ kind }) => kind)).toContain("moved-down");
    const [last] = buildChangeLog({ facts, evidence: index }, asOf);
    expect(last).toMatchObject({ kind: "moved-down", moment: { revision: 3 } });
  });

  it("has only the corrected date where it is recorded after the correction", () => {
    const late = createClaim({ field: "gas", value: "absent", asOf: null, revision: 3 });
    const evidence = indexEvidence({ ...facts, claims: [late] })
      .get("test-zone")
      ?.get("gas")?.[0];
    expect(evidence).toMatchObject({ date: "2020-02" });
    expect(evidence?.corrections).toBeUndefined();
  });

  it("uses the day of recording where the source loses its date", () => {
    const sourceVersions = [
      createVersion(published("2022-06")),
      createVersion(published(null), { revision: 2, reason: "It has no date" }),
    ];
    const [evidence] =
      indexEvidence({ ...facts, sourceVersions })
        .get("test-zone")
        ?.get("status") ?? [];
    expect(evidence && effectiveDateAt(evidence, 2).date).toBe("2026-11-24");
  });
});

describe("listEffectiveDays", () => {
  it("returns every effective day of a claim once, in order", () => {
    const item = createEvidence({ field: "status", value: "serviced", asOf: "2022" });
    const corrections = [{ revision: 2, date: "2020-02" }];
    expect(listEffectiveDays([{ ...item, corrections }, item])).toEqual([
      "2020-02-01",
      "2022-01-01",
    ]);
  });
});
