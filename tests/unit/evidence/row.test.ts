import { describe, expect, it } from "vitest";
import { ZONE_FIELD_KEYS } from "@/lib/catalogue/fields";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import { buildRegistry } from "@/lib/evidence/registry";
import { buildRow, getRowSupport, packRow, unpackRow } from "@/lib/evidence/row";
import { createClaim, createDecision, createFacts, createRow } from "@/tests/support/facts";

const facts = createFacts({
  tenancies: [{ id: "a-firm", zone: "test-zone", firm: "A firm", firmId: "a-firm", order: 1 }],
  claims: [
    createClaim({ field: "status", value: "serviced", asOf: "2021-03" }),
    createClaim({ field: "areaAcres", value: 100, asOf: "2019" }),
    createClaim({ field: "areaAcres", value: 200, asOf: "2018" }),
    createClaim({ field: "jobs", value: null, asOf: "2020" }),
    createClaim({ field: "tenancyStage", value: "mou", tenancy: "a-firm" }),
  ],
});
const [zone] = buildRegistry(facts, indexEvidence(facts), {
  asOf: "2026-11-24",
  revision: 1,
}).zones;

describe("buildRow", () => {
  it("a row has all values, dates as precise as their claims, marks and firms", () => {
    const row = zone && buildRow(zone);
    expect(row).toMatchObject({
      slug: "test-zone",
      order: 1,
      dates: { status: "2021-03", areaAcres: "2019", jobs: "2020" },
      marks: { areaAcres: "contested" },
      firms: ["A firm"],
    });
    expect(Object.keys(row?.values ?? {})).toEqual(ZONE_FIELD_KEYS);
    expect(row?.values).toMatchObject({
      status: "serviced",
      areaAcres: 100,
      jobs: null,
      gas: null,
    });
    expect(Object.keys(row?.dates ?? {})).toHaveLength(3);
  });
});

describe("how well a row is evidenced", () => {
  const plan = createClaim({ field: "gas", value: "available" });
  const claims = [
    createClaim({ field: "status", value: "serviced", origin: "independent" }),
    createClaim({ field: "water", value: "partial", confidence: "low" }),
    plan,
  ];
  const decisions = [
    ...claims.map((claim) => createDecision(claim)),
    createDecision(plan, { kind: "deprecated", reason: "a plan" }),
  ];
  const marked = createFacts({ claims, decisions });
  const [found] = buildRegistry(marked, indexEvidence(marked), {
    asOf: "2026-11-24",
    revision: 1,
  }).zones;
  const row = found ? buildRow(found) : createRow();

  it("lists support, weak values and fields with reports of which none is used", () => {
    expect(row.support).toEqual({ status: "independent", water: "single" });
    expect(row.weak).toEqual(["water"]);
    expect(row.unused).toEqual(["gas"]);
    expect(row.marks).toEqual({});
  });

  it("is null for an unknown value", () => {
    expect(getRowSupport(row, "status")).toEqual({ support: "independent", weak: false });
    expect(getRowSupport(row, "water")).toEqual({ support: "single", weak: true });
    expect(getRowSupport(row, "gas")).toBeNull();
  });
});

describe("packRow and unpackRow", () => {
  const row = createRow({
    name: "A zone",
    areaAcres: 0,
    preExistingEstate: false,
    sectors: ["paper"],
    location: { lon: 73, lat: 31 },
  });

  it("a packed row drops unknown values but keeps 0 and false", () => {
    expect(packRow(row).values).toEqual({
      name: "A zone",
      areaAcres: 0,
      preExistingEstate: false,
      sectors: ["paper"],
      location: { lon: 73, lat: 31 },
    });
  });

  it("an unpacked row equals the original, also after JSON", () => {
    expect(unpackRow(packRow(row))).toEqual(row);
    expect(unpackRow(JSON.parse(JSON.stringify(packRow(row))))).toEqual(row);
  });
});
