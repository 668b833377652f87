import { describe, expect, it } from "vitest";
import {
  BLOCK_INDICATORS,
  type FieldKey,
  fieldSpec,
  isTenancyField,
  isZoneField,
  TENANCY_FIELD_KEYS,
  ZONE_FIELD_KEYS,
} from "@/lib/catalogue/fields";
import { BLOCK_WEIGHTS, BLOCKS, GROUPS, isBlockKey } from "@/lib/catalogue/groups";
import type { FieldSpec } from "@/lib/catalogue/kinds";
import { STRATEGIC_SECTORS } from "@/lib/catalogue/tenancy-fields";
import { seedFacts } from "@/tests/support/seed-facts";

const ALL: readonly FieldKey[] = [...ZONE_FIELD_KEYS, ...TENANCY_FIELD_KEYS];
const where = (holds: (spec: FieldSpec) => boolean) => ALL.filter((key) => holds(fieldSpec(key)));
const inGroup = (group: string) => ZONE_FIELD_KEYS.filter((key) => fieldSpec(key).group === group);

const INDICATORS = [
  "developmentAgreement",
  "landTitle",
  "plotDemarcation",
  "zoneCommittee",
  "electricity",
  "gas",
  "water",
  "sewerage",
  "telecom",
  "internalRoads",
  "highwayLink",
  "railOrPortLink",
  "oneStopService",
  "customsOffice",
  "managementEntity",
  "onSiteServices",
  "securityArrangements",
  "worksFinanced",
];
const INVESTOR_FIGURES = [
  "plotsAllottedPct",
  "plotsBuiltPct",
  "enterprisesAdmitted",
  "enterprisesProducing",
];
const QUANTITIES = [
  "powerNeededMw",
  "powerSanctionedMw",
  "powerEnergisedMw",
  "gasNeededMmcfd",
  "gasSuppliedMmcfd",
  "jobs",
  "investmentCommittedUsdM",
  "investmentRealisedUsdM",
];

describe("the fields of the domain (section 2)", () => {
  it.each([
    [
      "identity",
      [
        "name",
        "aliases",
        "province",
        "district",
        "location",
        "locationPrecision",
        "areaAcres",
        "developer",
        "developerType",
        "zoneType",
        "sectors",
        "rationale",
        "preExistingEstate",
      ],
    ],
    ["programme", ["cohort", "candidateForRemainder", "cpecStatus"]],
    ["ladders", ["legalStatus", "approvedOn", "landLease", "status"]],
    ["investors", INVESTOR_FIGURES],
    ["quantities", QUANTITIES],
    ["targets", ["targetElectricity", "targetGas", "targetPhaseOne", "targetOperational"]],
    [
      "dependence",
      [
        "dependenceTechnology",
        "dependenceStandards",
        "dependenceSupplier",
        "dependenceFinancial",
        "dependenceMarket",
        "dependenceHumanCapital",
      ],
    ],
  ])("stand in the group %s, in order", (group, keys) => {
    expect(inGroup(group)).toEqual(keys);
  });

  it("are declared in the order of their groups", () => {
    const order = Object.keys(GROUPS);
    const places = ZONE_FIELD_KEYS.map((key) => order.indexOf(fieldSpec(key).group));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it("of a tenancy stand in the domain's order", () => {
    expect(TENANCY_FIELD_KEYS).toEqual([
      "tenancyStage",
      "tenancySector",
      "nationality",
      "ultimateOwnerNationality",
      "investmentUsdM",
      "tenancyJobs",
    ]);
    expect(TENANCY_FIELD_KEYS.every((key) => fieldSpec(key).group === "tenancy")).toBe(true);
  });

  it("cover every field on which the data set has a claim", async () => {
    const { claims } = await seedFacts();
    const strangers = claims.filter(({ field, tenancy }) =>
      tenancy === null ? !isZoneField(field) : !isTenancyField(field),
    );
    expect(strangers).toEqual([]);
  });
});

describe("readiness blocks", () => {
  it("have the domain's indicators", () => {
    expect(BLOCK_INDICATORS).toEqual({
      legal: INDICATORS.slice(0, 4),
      utilities: INDICATORS.slice(4, 9),
      access: INDICATORS.slice(9, 12),
      services: INDICATORS.slice(12, 16),
      investors: INVESTOR_FIGURES,
      resilience: INDICATORS.slice(16),
    });
  });

  it("have the domain's default weights, which sum to 100", () => {
    expect(BLOCK_WEIGHTS).toEqual({
      legal: 15,
      utilities: 25,
      access: 10,
      services: 15,
      investors: 25,
      resilience: 10,
    });
    expect(BLOCKS.reduce((sum, block) => sum + BLOCK_WEIGHTS[block], 0)).toBe(100);
  });

  it("are told from other words", () => {
    expect(isBlockKey("legal")).toBe(true);
    expect(isBlockKey("identity")).toBe(false);
    expect(isBlockKey("constructor")).toBe(false);
  });

  it("measure firms and shares, which may be not applicable", () => {
    for (const key of INVESTOR_FIGURES) {
      const spec = fieldSpec(key as FieldKey);
      expect(spec.kind === "number" && spec.notApplicable).toBe(true);
    }
    expect(where((spec) => spec.kind === "number" && spec.notApplicable)).toEqual(INVESTOR_FIGURES);
    const percents = where((spec) => spec.kind === "number" && spec.unit === "%");
    expect(percents).toEqual(["plotsAllottedPct", "plotsBuiltPct"]);
    for (const key of percents) expect(fieldSpec(key)).toMatchObject({ min: 0, max: 100 });
  });
});

describe("behaviour in time (section 1)", () => {
  it("is ordered for the ladders, the indicators, the stage of a firm and the lease", () => {
    expect(new Set(where((spec) => spec.behaviour === "ordered"))).toEqual(
      new Set([...INDICATORS, "legalStatus", "status", "tenancyStage", "landLease"]),
    );
  });

  it("is growth for what only rises", () => {
    expect(new Set(where((spec) => spec.behaviour === "grows"))).toEqual(
      new Set([
        "enterprisesAdmitted",
        "enterprisesProducing",
        "plotsAllottedPct",
        "plotsBuiltPct",
        "jobs",
        "tenancyJobs",
        "investmentCommittedUsdM",
        "investmentRealisedUsdM",
        "investmentUsdM",
        "powerSanctionedMw",
        "powerEnergisedMw",
        "gasSuppliedMmcfd",
      ]),
    );
  });

  it("is fixed for what cannot change", () => {
    expect(new Set(where((spec) => spec.behaviour === "fixed"))).toEqual(
      new Set(["areaAcres", "approvedOn", "developerType", "zoneType", "preExistingEstate"]),
    );
  });

  it("makes ladders, indicators and quantities stale after 730 days, and nothing else of a zone", () => {
    const stale = ZONE_FIELD_KEYS.filter((key) => fieldSpec(key).freshFor !== null);
    expect(new Set(stale)).toEqual(
      new Set(["legalStatus", "status", ...INDICATORS, ...INVESTOR_FIGURES, ...QUANTITIES]),
    );
    for (const key of stale) expect(fieldSpec(key).freshFor).toBe(730);
  });
});

describe("a catalogue entry", () => {
  it.each(ALL)(
    "%s has a label, a definition and a kind of filter that its kind can bear",
    (key) => {
      const spec = fieldSpec(key);
      expect(spec.label).toMatch(/^\S/);
      expect(spec.definition).toMatch(/\.$/);
      const bearable: Readonly<Record<FieldSpec["kind"], readonly (string | null)[]>> = {
        text: ["any-of", null],
        list: ["any-of", null],
        choice: ["any-of"],
        country: ["any-of"],
        level: ["any-of"],
        flag: ["flag"],
        number: ["range"],
        date: ["period"],
        place: [null],
      };
      expect(bearable[spec.kind]).toContain(spec.filter);
    },
  );

  it("asks for the gate on the two ladders alone", () => {
    expect(where((spec) => spec.evidence === "gate")).toEqual(["legalStatus", "status"]);
  });

  it("has a label that no other field of its subject has", () => {
    const labels = ZONE_FIELD_KEYS.map((key) => fieldSpec(key).label);
    expect(labels.filter((label, i) => labels.indexOf(label) !== i)).toEqual([]);
  });

  it("says of the province what the word means and takes no side", () => {
    expect(fieldSpec("province").definition).toMatch(/administrative unit/);
    expect(fieldSpec("province").definition).toMatch(/Pakistan-administered/);
    expect(fieldSpec("province").definition).toMatch(/disputed and the tracker takes no side/);
  });

  it("defines levels 0 and 4 of each dependence as the domain does", () => {
    const ends = ZONE_FIELD_KEYS.flatMap((key) => {
      const spec = fieldSpec(key);
      return spec.kind === "level" ? [[spec.levels[0], spec.levels[4]]] : [];
    });
    expect(ends).toEqual([
      ["No key process on Chinese lines", "Every key process"],
      ["None demanded", "Mandated zone-wide"],
      ["Under 10 % of inputs and spares", "Over 75 %, or one source"],
      ["No Chinese equity, loan or supplier credit", "Developer control and debt"],
      ["No sales to Chinese buyers", "One Chinese buyer or channel"],
      ["No Chinese supervisors or tied training", "Cannot run without them"],
    ]);
  });
});

describe("strategic sectors", () => {
  it("are the brief's five", () => {
    expect([...STRATEGIC_SECTORS]).toEqual([
      "EV assembly",
      "batteries",
      "solar",
      "digital infrastructure",
      "minerals and mining",
    ]);
  });
});

describe("isZoneField and isTenancyField", () => {
  it("tell a field from any other word", () => {
    expect(isZoneField("status")).toBe(true);
    expect(isZoneField("tenancyStage")).toBe(false);
    expect(isZoneField("toString")).toBe(false);
    expect(isTenancyField("tenancyStage")).toBe(true);
    expect(isTenancyField("status")).toBe(false);
  });
});
