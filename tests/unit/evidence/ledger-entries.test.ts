import { describe, expect, it } from "vitest";
import { fieldSpec, TENANCY_FIELD_KEYS, ZONE_FIELD_KEYS } from "@/lib/catalogue/fields";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import {
  countFieldClaims,
  countLedger,
  listLedgerEntries,
  listLedgerGroups,
} from "@/lib/evidence/ledger-entries";
import { resolveRecord } from "@/lib/evidence/registry";
import { createClaim, createDecision, createFacts } from "@/tests/support/facts";

const tenancy = { id: "a-firm", zone: "test-zone", firm: "A firm", firmId: "a-firm", order: 1 };
const plan = createClaim({ field: "gas", value: "available", asOf: "2020" });
const claims = [
  createClaim({ field: "gas", value: "absent", asOf: "2021" }),
  plan,
  createClaim({ field: "water", value: "absent", asOf: "2021" }),
  createClaim({ field: "water", value: "available", asOf: "2020-12" }),
  createClaim({ field: "jobs", value: null }),
  createClaim({ field: "tenancyStage", value: "mou", tenancy: "a-firm" }),
];
const decisions = [
  ...claims.map((claim) => createDecision(claim)),
  createDecision(plan, { kind: "deprecated", reason: "a plan" }),
];
const zone = resolveRecord(
  indexEvidence(createFacts({ claims, decisions, tenancies: [tenancy] })),
  { slug: "test-zone", order: 1 },
  [tenancy],
  { asOf: "2026-11-24", revision: 1 },
);
const FIELDS = ZONE_FIELD_KEYS.length + TENANCY_FIELD_KEYS.length;

describe("the ledger of a zone", () => {
  it("has every field of the zone, then those of its firms under their name", () => {
    const entries = listLedgerEntries(zone);
    expect(entries.map(({ field }) => field)).toEqual([...ZONE_FIELD_KEYS, ...TENANCY_FIELD_KEYS]);
    expect(entries[0]).toMatchObject({ tenancyId: null, subject: null });
    expect(entries.at(-1)).toMatchObject({ tenancyId: "a-firm", subject: "A firm" });
    const known = entries.filter(({ resolution }) => resolution.value !== null);
    expect(known.map(({ field, resolution }) => [field, resolution.value])).toEqual([
      ["gas", "absent"],
      ["water", "absent"],
      ["tenancyStage", "mou"],
    ]);
  });

  it("is grouped by kind of field, with counts of each group", () => {
    const groups = listLedgerGroups(zone);
    expect(groups.flatMap(({ entries }) => entries)).toHaveLength(FIELDS);
    for (const { key, entries } of groups) {
      expect(new Set(entries.map(({ field }) => fieldSpec(field).group))).toEqual(new Set([key]));
    }
    const utilities = groups.find(({ key }) => key === "utilities");
    const unknown = (utilities?.entries.length ?? 0) - 2;
    expect(utilities).toMatchObject({ claims: 4, contested: 1, settled: 1, unknown });
  });

  it("without firms has no group for them", () => {
    const keys = listLedgerGroups({ ...zone, tenancies: [] }).map(({ key }) => key);
    expect(keys).not.toContain("tenancy");
    expect(keys[0]).toBe("identity");
  });

  it("counts claims, marks and unknown fields", () => {
    expect(countLedger(listLedgerEntries(zone))).toEqual({
      claims: 6,
      contested: 1,
      settled: 1,
      unknown: FIELDS - 3,
    });
    expect(countFieldClaims(zone.fields.gas)).toBe(2);
    expect(countFieldClaims(zone.fields.name)).toBe(0);
  });
});
