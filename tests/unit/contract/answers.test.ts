import { describe, expect, it } from "vitest";
import { z } from "zod";
import { TENANCY_FIELD_KEYS, ZONE_FIELD_KEYS } from "../../../lib/catalogue/fields";
import { addressFault } from "../../../lib/contract/addresses";
import { ANSWER_SCHEMAS, problemSchema } from "../../../lib/contract/answer-schemas";
import { dictionary } from "../../../lib/contract/dictionary";
import { findZone } from "../../../lib/contract/find-zone";
import { ledgerAnswer } from "../../../lib/contract/ledger-answer";
import { type Fault, problemDocument } from "../../../lib/contract/problems";
import { valueAnswers } from "../../../lib/contract/value-answer";
import { buildRegistry, indexEvidence } from "../../../lib/evidence/registry";
import { claimOf, decisionOf, factsOf, revisionOf } from "../../support/facts";

describe("a problem document", () => {
  const faults: [Fault, Fault] = [
    {
      code: "unknown-parameter",
      detail: "No.",
      param: "a",
      got: "1",
      allowed: ["b"],
      nearest: "b",
    },
    { code: "invalid-parameter", detail: "Nor this.", param: "b", got: "2", nearest: null },
  ];

  it("carries the first fault itself and lists several", () => {
    const document = problemDocument(faults);
    expect(document).toMatchObject({ status: 400, ...faults[0], errors: faults });
    expect(problemSchema.parse(document)).toEqual(document);
    expect(problemDocument([faults[0]])).not.toHaveProperty("errors");
  });

  it("names its occurrence", () => {
    const document = problemDocument([{ code: "internal-error", detail: "Sorry." }], "abc");
    expect(document).toMatchObject({ status: 500, instance: "urn:uuid:abc" });
  });
});

describe("an address that leads nowhere", () => {
  it.each([
    ["/api/v1/zone", "/api/v1/zones"],
    ["/api/v1/zones.cvs", "/api/v1/zones.csv"],
    ["/api/v1/entirely-else", null],
    ["/api/v1", null],
  ])("%s is nearest to %s", (path, nearest) => {
    expect(addressFault(path)).toMatchObject({ code: "unknown-address", nearest });
  });
});

describe("the data dictionary", () => {
  it("has every field once, with the values of closed ones", () => {
    const entries = dictionary();
    expect(entries.map(({ key }) => key)).toEqual([...ZONE_FIELD_KEYS, ...TENANCY_FIELD_KEYS]);
    const status = entries.find(({ key }) => key === "status");
    expect(status).toMatchObject({ ordered: true, filter: "any-of", blockWeight: null });
    expect(status?.values?.[0]?.value).toBe("not-started");
    expect(entries.find(({ key }) => key === "gas")?.blockWeight).toBe(25);
    expect(entries.find(({ key }) => key === "areaAcres")).toMatchObject({ unit: "acres", min: 0 });
  });
});

describe("the schemas", () => {
  it("can be said as JSON Schema", () => {
    for (const schema of [...Object.values(ANSWER_SCHEMAS), problemSchema]) {
      expect(z.toJSONSchema(schema)).toHaveProperty("type", "object");
    }
  });

  it("refuse a row with a field missing, a word of no vocabulary, or one field more", () => {
    const row = {
      slug: "a-zone",
      ...Object.fromEntries(ZONE_FIELD_KEYS.map((key) => [key, null])),
      readiness: null,
    };
    const meta = {
      matched: 1,
      total: 1,
      version: 1,
      method: 1,
      asOf: "2026-11-24",
      knownOn: "r1",
    };
    const accepts = (data: object) =>
      ANSWER_SCHEMAS.zones.safeParse({ data: [data], meta }).success;
    const { gas: _, ...without } = row as Record<string, unknown>;
    expect(accepts(row)).toBe(true);
    expect(accepts(without)).toBe(false);
    expect(accepts({ ...row, gas: "plenty" })).toBe(false);
    expect(accepts({ ...row, gass: null })).toBe(false);
    expect(accepts({ ...row, plotsBuiltPct: "not-applicable" })).toBe(true);
    expect(accepts({ ...row, jobs: "not-applicable" })).toBe(false);
  });
});

describe("one zone at a moment", () => {
  const identified = claimOf({ field: "legalStatus", value: "identified", asOf: "2019-03" });
  const stands = claimOf({ field: "status", value: "serviced", asOf: "2024" });
  const deprecated = claimOf({ field: "status", value: "operational", asOf: "2025" });
  const retracted = claimOf({ field: "status", value: "stalled", asOf: "2023" });
  const waiting = claimOf({ field: "status", value: "cancelled", asOf: "2025" });
  const facts = factsOf({
    revision: 2,
    revisions: [revisionOf(1, "2026-11-23T19:00:00Z"), revisionOf(2, "2026-11-24T09:00:00Z")],
    claims: [identified, stands, deprecated, retracted, waiting],
    decisions: [
      ...[identified, stands, deprecated, retracted].map((claim) => decisionOf(claim)),
      decisionOf(deprecated, { kind: "deprecated", reason: "a ribbon only", revision: 2 }),
      decisionOf(retracted, { kind: "retracted", reason: "a slip", revision: 2 }),
    ],
  });
  const evidence = indexEvidence(facts);
  const holdings = (asOf: string, knownOn: number) => ({
    facts,
    evidence,
    registry: buildRegistry(facts, evidence, { asOf, revision: knownOn }),
  });
  const found = (asOf: string, knownOn: number) => {
    const result = findZone(holdings(asOf, knownOn), "test-zone");
    if ("fault" in result) throw new Error(result.fault.detail);
    return result.zone;
  };

  it("is found, or it is said from when on it will be", () => {
    expect(found("2026-11-24", 2).slug).toBe("test-zone");
    expect(findZone(holdings("2019-02-28", 2), "test-zone")).toMatchObject({
      fault: { code: "zone-not-registered", nearest: "2019-03-01" },
    });
    expect(findZone(holdings("2026-11-24", 0), "test-zone")).toMatchObject({
      fault: { code: "zone-not-registered", nearest: null },
    });
    expect(findZone(holdings("2026-11-24", 2), "tset-zone")).toMatchObject({
      fault: { code: "unknown-zone", nearest: "test-zone" },
    });
  });

  it("shows each value with its claim and its rivals with their reasons", () => {
    const { status, gas } = valueAnswers(found("2026-11-24", 2).fields);
    expect(status).toMatchObject({
      value: "serviced",
      claimId: stands.id,
      sourceId: "a-source",
      asOf: "2024",
      effectiveOn: "2024-01-01",
      mark: "settled",
    });
    expect(status.rivals).toEqual([
      expect.objectContaining({
        value: "operational",
        claimId: deprecated.id,
        standing: "deprecated",
        reason: "a ribbon only",
        contradicts: true,
      }),
    ]);
    expect(gas).toEqual({
      value: null,
      claimId: null,
      sourceId: null,
      asOf: null,
      effectiveOn: null,
      origin: null,
      confidence: null,
      mark: null,
      rivals: [],
    });
  });

  it("has a ledger of all that was judged by then, and nothing that waits for review", () => {
    const ledger = (knownOn: number) =>
      ledgerAnswer(
        found("2026-11-24", knownOn),
        { facts, evidence },
        { asOf: "2026-11-24", revision: knownOn },
      )
        .filter(({ field }) => field === "status")
        .map(({ id, decision, standing, reason }) => [id, decision, standing, reason]);
    expect(ledger(2)).toEqual([
      [deprecated.id, "deprecated", "deprecated", "a ribbon only"],
      [stands.id, "published", "shown", null],
      [retracted.id, "retracted", "retracted", "a slip"],
    ]);
    expect(ledger(1)).toEqual([
      [deprecated.id, "published", "shown", null],
      [stands.id, "published", "live", null],
      [retracted.id, "published", "live", null],
    ]);
  });
});
