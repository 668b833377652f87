import { describe, expect, it } from "vitest";
import { z } from "zod";
import { METHOD } from "@/lib/contract/meta";
import { TENANCY_FIELD_KEYS, ZONE_FIELD_KEYS } from "../../../lib/catalogue/fields";
import { ANSWER_SCHEMAS, problemSchema } from "../../../lib/contract/answer-schemas";
import { listDictionary } from "../../../lib/contract/dictionary";
import { unknownAddress } from "../../../lib/contract/not-found";
import { type ApiIssue, problemDocument } from "../../../lib/contract/problems";
import {
  findZone,
  ledgerAnswer,
  tenancyAnswer,
  tenancyRow,
  zoneAnswer,
} from "../../../lib/contract/zone-answer";
import { indexEvidence } from "../../../lib/evidence/evidence-index";
import { buildRegistry } from "../../../lib/evidence/registry";
import { getRowValue, ROW_KEYS } from "../../../lib/evidence/row";
import { DEFAULT_QUERY } from "../../../lib/query/query";
import { englishText } from "../../../lib/text/english-text";
import {
  createClaim,
  createDecision,
  createFacts,
  createRevision,
  createRow,
} from "../../support/facts";

describe("a problem document", () => {
  const issues: [ApiIssue, ApiIssue] = [
    {
      code: "unknown-parameter",
      message: "No.",
      param: "a",
      got: "1",
      allowed: ["b"],
      nearest: "b",
    },
    { code: "invalid-parameter", message: "Nor this.", param: "b", got: "2", nearest: null },
  ];
  const details = issues.map(({ message, ...rest }) => ({ ...rest, detail: message }));

  it("has the members of the first issue and lists several", () => {
    const document = problemDocument(englishText, issues);
    expect(document).toMatchObject({ status: 400, ...details[0], errors: details });
    expect(document).not.toHaveProperty("message");
    expect(problemSchema.parse(document)).toEqual(document);
    expect(problemDocument(englishText, [issues[0]])).not.toHaveProperty("errors");
  });

  it("names its occurrence", () => {
    const issue: ApiIssue = { code: "internal-error", message: "Sorry." };
    const document = problemDocument(englishText, [issue], "abc");
    expect(document).toMatchObject({ status: 500, instance: "urn:uuid:abc" });
  });
});

describe("an unknown address", () => {
  it.each([
    ["/api/v1/zone", "/api/v1/zones"],
    ["/api/v1/zones.cvs", "/api/v1/zones.csv"],
    ["/api/v1/entirely-else", null],
    ["/api/v1", null],
  ])("%s is closest to %s", (path, nearest) => {
    expect(unknownAddress(englishText, path)).toMatchObject({ code: "unknown-address", nearest });
  });

  it("suggests the closest endpoint in its message", () => {
    expect(unknownAddress(englishText, "/api/v1/zone").message).toBe(
      "There is no endpoint /api/v1/zone. Did you mean /api/v1/zones?",
    );
    expect(unknownAddress(englishText, "/api/v1").message).toBe(
      "There is no endpoint /api/v1. See the list of endpoints.",
    );
  });
});

describe("the data dictionary", () => {
  it("has every field once, with the values of vocabularies", () => {
    const entries = listDictionary(englishText);
    expect(entries.map(({ key }) => key)).toEqual([...ZONE_FIELD_KEYS, ...TENANCY_FIELD_KEYS]);
    const status = entries.find(({ key }) => key === "status");
    expect(status).toMatchObject({ ordered: true, filter: "any-of", blockWeight: null });
    expect(status?.values?.[0]?.value).toBe("not-started");
    expect(entries.find(({ key }) => key === "gas")?.blockWeight).toBe(25);
    expect(entries.find(({ key }) => key === "areaAcres")).toMatchObject({
      unit: "acres",
      min: 0.1,
    });
  });
});

describe("an entry of the data dictionary", () => {
  const entry = (key: string) => listDictionary(englishText).find((one) => one.key === key);

  it("has the limits of a number alone", () => {
    expect(entry("plotsBuiltPct")).toMatchObject({
      min: 0,
      max: 100,
      unit: "%",
      notApplicable: true,
    });
    expect(entry("jobs")).toMatchObject({
      min: 0,
      max: 1_000_000,
      unit: "jobs",
      notApplicable: false,
    });
    expect(entry("gas")).toMatchObject({ min: null, max: null, unit: null, notApplicable: false });
  });

  it("has its group, and values in order where they are", () => {
    expect(entry("gas")).toMatchObject({
      group: { key: "utilities", label: "Utilities" },
      ordered: true,
      subject: "zone",
    });
    expect(entry("tenancyStage")).toMatchObject({ ordered: true, subject: "tenancy" });
    expect(entry("province")?.ordered).toBe(false);
    expect(entry("name")).toMatchObject({ ordered: false, values: null });
    expect(entry("landTitle")?.values?.find(({ value }) => value === "available")?.label).toBe(
      "In place",
    );
  });

  it("has five levels with their meaning, in order", () => {
    const { ordered, values } = entry("dependenceMarket") ?? {};
    expect(ordered).toBe(true);
    expect(values?.map(({ value }) => value)).toEqual(["0", "1", "2", "3", "4"]);
    expect(new Set(values?.map(({ definition }) => definition)).size).toBe(5);
    expect(values?.[2]?.label).toContain("2");
  });

  it("has words of another language where it has them", () => {
    const other = {
      ...englishText,
      termDefinition: () => "Autre.",
      levelMeaning: () => "Niveau.",
    };
    const [gas, level] = ["gas", "dependenceMarket"].map((key) =>
      listDictionary(other).find((one) => one.key === key),
    );
    expect(gas?.values?.[0]?.definition).toBe("Autre.");
    expect(level?.values?.[0]?.definition).toBe("Niveau.");
  });
});

describe("the schemas", () => {
  it("can be written as JSON Schema", () => {
    for (const schema of [...Object.values(ANSWER_SCHEMAS), problemSchema]) {
      const { $ref, $defs = {}, ...root } = z.toJSONSchema(schema);
      expect($defs[$ref?.split("/").at(-1) ?? ""] ?? root).toHaveProperty("type", "object");
    }
  });

  it("reject a row with a missing field, an unlisted value or an extra field", () => {
    const row = {
      slug: "a-zone",
      ...Object.fromEntries(ROW_KEYS.map((key) => [key, getRowValue(createRow(), key)])),
      readiness: null,
    };
    const meta = {
      matched: 1,
      total: 1,
      version: 1,
      method: METHOD,
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
    expect(accepts({ ...row, standing: null })).toBe(false);
  });
});

describe("one zone at a moment", () => {
  const identified = createClaim({ field: "legalStatus", value: "identified", asOf: "2019-03" });
  const stands = createClaim({ field: "status", value: "serviced", asOf: "2024" });
  const deprecated = createClaim({ field: "status", value: "operational", asOf: "2025" });
  const retracted = createClaim({ field: "status", value: "stalled", asOf: "2023" });
  const waiting = createClaim({ field: "status", value: "cancelled", asOf: "2025" });
  const facts = createFacts({
    revision: 2,
    revisions: [
      createRevision(1, "2026-11-23T19:00:00Z"),
      createRevision(2, "2026-11-24T09:00:00Z"),
    ],
    claims: [identified, stands, deprecated, retracted, waiting],
    decisions: [
      ...[identified, stands, deprecated, retracted].map((claim) => createDecision(claim)),
      createDecision(deprecated, { kind: "deprecated", reason: "a ribbon only", revision: 2 }),
      createDecision(retracted, { kind: "retracted", reason: "a slip", revision: 2 }),
    ],
  });
  const evidence = indexEvidence(facts);
  const viewAt = (asOf: string, revision: number) => ({
    facts,
    evidence,
    registry: buildRegistry(facts, evidence, { asOf, revision }),
  });
  const find = (asOf: string, revision: number, slug = "test-zone") =>
    findZone(englishText, viewAt(asOf, revision), slug);
  const getZone = (asOf: string, revision: number) => {
    const result = find(asOf, revision);
    if (!("zone" in result)) throw new Error("There is no such zone.");
    return result.zone;
  };

  it("is found, or the answer says from when it is in the registry", () => {
    expect(getZone("2026-11-24", 2).slug).toBe("test-zone");
    expect(find("2019-02-28", 2)).toMatchObject({
      issue: { code: "zone-not-registered", nearest: "2019-03-01" },
    });
    expect(find("2026-11-24", 0)).toMatchObject({
      issue: { code: "zone-not-registered", nearest: null },
    });
    expect(find("2026-11-24", 2, "tset-zone")).toMatchObject({
      issue: {
        code: "unknown-zone",
        nearest: "test-zone",
        message: "There is no zone “tset-zone”. Did you mean “test-zone”?",
      },
    });
  });

  it("has each value with its claim, and its rivals with their reasons", () => {
    const { status, gas } = zoneAnswer(getZone("2026-11-24", 2), DEFAULT_QUERY.weights).fields;
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
      decline: false,
      quotation: null,
      note: null,
      lastSeenOn: null,
      money: null,
      mark: null,
      support: null,
      weak: false,
      rivals: [],
    });
  });

  it("has a ledger of all published claims, without those that wait for review", () => {
    const ledger = (revision: number) =>
      ledgerAnswer(
        getZone("2026-11-24", revision),
        { facts, evidence },
        { asOf: "2026-11-24", revision },
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

describe("an answer about a zone and its firm", () => {
  const claims = [
    createClaim({ field: "status", value: "serviced" }),
    createClaim({ field: "gas", value: "not-applicable" }),
    createClaim({ field: "water", value: "partial", confidence: "low" }),
    createClaim({ field: "tenancyStage", value: "mou", tenancy: "a-firm" }),
    createClaim({ field: "jobs", value: 5, sourceId: "lost" }),
  ];
  const tenancies = [
    { id: "a-firm", zone: "test-zone", firm: "A firm", firmId: "a-firm", order: 1 },
  ];
  const facts = createFacts({ claims, tenancies });
  const evidence = indexEvidence(facts);
  const moment = { asOf: "2026-11-24", revision: 1 };
  const [zone] = buildRegistry(facts, evidence, moment).zones;
  if (!zone) throw new Error("no zone");

  it("has the least and greatest score of each indicator, and counts of support", () => {
    const { indicators, support, readiness, fields } = zoneAnswer(zone, DEFAULT_QUERY.weights);
    expect(indicators.gas).toBeNull();
    expect(indicators.water).toEqual({ low: 0.6, high: 0.6, known: false, impliedBy: "serviced" });
    expect(indicators.landTitle).toEqual({ low: 0, high: 1, known: false, impliedBy: null });
    expect(support).toEqual({ known: 4, single: 4, corroborated: 0, independent: 0, weak: 1 });
    expect(readiness?.high).toBeLessThan(100);
    expect(fields.water).toMatchObject({ support: "single", weak: true });
    expect(fields.status).toMatchObject({ support: "single", weak: false });
  });

  it("has its standing, the days of its progress and its producers", () => {
    const { progress } = zoneAnswer(zone, DEFAULT_QUERY.weights);
    expect(progress).toEqual({
      standing: "being-built",
      since: "2020-01-01",
      lastReported: "2020-01-01",
      implied: false,
      evidence: [],
      producers: [],
    });
  });

  it("has the claims of the firms from which an implied step follows", () => {
    const produces = createClaim({
      ...{ field: "tenancyStage", value: "producing", tenancy: "a-firm", asOf: "2026-03" },
    });
    const own = createFacts({ claims: [...claims, produces], tenancies });
    const [running] = buildRegistry(own, indexEvidence(own), moment).zones;
    if (!running) throw new Error("no zone");
    const { progress, fields } = zoneAnswer(running, DEFAULT_QUERY.weights);
    expect(progress).toEqual({
      standing: "running",
      since: "2026-03",
      lastReported: "2026-03",
      implied: true,
      evidence: [produces.id],
      producers: [{ id: "a-firm", lastReported: "2026-03", recent: true }],
    });
    expect(fields.status).toMatchObject({
      value: "partially-operational",
      claimId: produces.id,
      mark: null,
      rivals: [{ value: "serviced", standing: "live", contradicts: false }],
    });
  });

  it("has a firm with each value, or as a flat row", () => {
    const [firm] = zone.tenancies;
    if (!firm) throw new Error("no firm");
    expect(tenancyAnswer(firm)).toMatchObject({
      id: "a-firm",
      zone: "test-zone",
      firm: "A firm",
      fields: { tenancyStage: { value: "mou", support: "single" }, nationality: { value: null } },
    });
    expect(tenancyRow({ zone, record: firm })).toMatchObject({
      id: "a-firm",
      zone: "test-zone",
      support: "single",
      firm: "A firm",
      tenancyStage: "mou",
      nationality: null,
    });
  });

  it("has the claims of its firms after its own, without those of a source that is not on record", () => {
    const entries = ledgerAnswer(zone, { facts, evidence }, moment);
    expect(entries.map(({ field, tenancy, firm }) => [field, tenancy, firm])).toEqual([
      ["status", null, null],
      ["gas", null, null],
      ["water", null, null],
      ["tenancyStage", "a-firm", "A firm"],
    ]);
  });

  it("that is not registered yet says since when it is", () => {
    const before = buildRegistry(facts, evidence, { asOf: "2019-12-31", revision: 1 });
    const found = findZone(englishText, { facts, evidence, registry: before }, "test-zone");
    expect(found).toMatchObject({
      issue: { allowed: ["from 2020-01-01"], got: "2019-12-31", param: "asOf" },
    });
    expect("issue" in found && found.issue.message).toContain("2020-01-01");
    const never = buildRegistry(facts, evidence, { asOf: "2019-12-31", revision: 0 });
    const unknown = findZone(englishText, { facts, evidence, registry: never }, "test-zone");
    expect(unknown).toMatchObject({ issue: { allowed: [], nearest: null } });
    expect("issue" in unknown && unknown.issue.message).toContain("revision 0");
  });
});
