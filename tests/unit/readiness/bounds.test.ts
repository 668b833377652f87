import { describe, expect, it } from "vitest";
import type { ZoneFieldKey } from "@/lib/catalogue/fields";
import { countNamedFirms } from "@/lib/readiness/bounds";
import { getScoreBounds } from "@/lib/readiness/readiness";
import { claimsOf, firmsAt, resolveTestZone, type TestClaim } from "@/tests/support/test-zone";

const bounds = (field: ZoneFieldKey, ...claims: readonly TestClaim[]) =>
  getScoreBounds(resolveTestZone(claims), field);
/** Least and greatest score, and what implied them. */
const ends = (field: ZoneFieldKey, ...claims: readonly TestClaim[]) => {
  const found = bounds(field, ...claims);
  return found === "not-applicable" ? found : [found.low, found.high, found.impliedBy];
};
const LOW = { confidence: "low" } as const;
const RIVAL = { asOf: "2020-01-01", confidence: "low" } as const;

describe("the claims on an indicator itself", () => {
  it("a value gives its score, an unknown one reaches from 0 to 1", () => {
    expect(resolveTestZone(claimsOf({ water: "partial" })).bounds).toEqual({});
    expect(bounds("water", ...claimsOf({ water: "partial" }))).toMatchObject({
      low: 0.6,
      high: 0.6,
      known: true,
    });
    expect(bounds("water")).toEqual({ low: 0, high: 1, known: false, impliedBy: null });
    expect(bounds("water", ...claimsOf({ water: "not-applicable" }))).toBe("not-applicable");
  });

  it("a disputed value reaches from the least to the greatest live claim", () => {
    const shown = { field: "water", value: "partial" } as const;
    const rival = (value: string | null, part: Partial<TestClaim> = {}) => ({
      ...shown,
      ...RIVAL,
      value,
      ...part,
    });
    expect(bounds("water", shown, rival("absent"), rival("available"))).toEqual({
      low: 0,
      high: 1,
      known: true,
      impliedBy: null,
    });
    expect(ends("water", shown, rival("planned"))).toEqual([0.1, 0.6, null]);
    expect(ends("water", shown, rival("planned", { judged: "deprecated" }))).toEqual([
      0.6,
      0.6,
      null,
    ]);
    expect(ends("water", shown, rival("planned", { asOf: "2019" }))).toEqual([0.6, 0.6, null]);
    expect(ends("water", shown, rival("not-applicable"))).toEqual([0.6, 0.6, null]);
    expect(ends("water", shown, rival(null))).toEqual([0.6, 0.6, null]);
  });

  it("a weak value reaches from 0 to its score, and does not count as known", () => {
    expect(bounds("water", { field: "water", value: "partial", ...LOW })).toEqual({
      low: 0,
      high: 0.6,
      known: false,
      impliedBy: null,
    });
  });

  it("a disputed count reaches from the least to the greatest live one", () => {
    const count = (value: number, part: Partial<TestClaim> = {}): TestClaim => ({
      field: "enterprisesAdmitted",
      value,
      ...part,
    });
    const deprecated = count(30, { ...RIVAL, judged: "deprecated" });
    expect(bounds("enterprisesAdmitted", count(4), count(7, RIVAL), deprecated)).toEqual({
      low: 0.4,
      high: 0.7,
      known: true,
      impliedBy: null,
    });
    expect(bounds("enterprisesAdmitted", count(4, LOW))).toMatchObject({ low: 0, high: 0.4 });
  });

  it.each<[string, Partial<TestClaim>, number, boolean]>([
    ["a developer", { origin: "developer" }, 0, false],
    ["a firm", { origin: "tenant" }, 0, false],
    ["an official", { origin: "official" }, 0, true],
    ["a developer, with as many named firms", { origin: "developer" }, 3, true],
    ["a developer, with fewer named firms", { origin: "developer" }, 2, false],
  ])("a count of %s is known: %s", (_, part, named, known) => {
    const firms = firmsAt(...Array.from({ length: named }, () => "admitted"));
    const claim: TestClaim = { field: "enterprisesAdmitted", value: 3, ...part };
    expect(bounds("enterprisesAdmitted", claim, ...firms)).toMatchObject({ known });
  });

  it("a developer's count that another publisher confirms is known", () => {
    const zone = resolveTestZone([
      { field: "enterprisesProducing", value: 3, origin: "developer" },
    ]);
    expect(getScoreBounds(zone, "enterprisesProducing")).toMatchObject({ known: false });
    const share = { field: "plotsBuiltPct", value: 30, origin: "developer" } as const;
    expect(bounds("plotsBuiltPct", share)).toMatchObject({ known: true });
  });
});

describe("what other evidence implies", () => {
  it.each<
    [
      string,
      readonly TestClaim[],
      Partial<Record<ZoneFieldKey, readonly [number, number, string | null]>>,
    ]
  >([
    [
      "serviced",
      claimsOf({ status: "serviced" }),
      {
        electricity: [0.6, 1, "serviced"],
        water: [0.6, 1, "serviced"],
        internalRoads: [0.6, 1, "serviced"],
        plotDemarcation: [0, 1, null],
        enterprisesProducing: [0, 1, null],
      },
    ],
    [
      "serviced before",
      [{ field: "status", value: "serviced", asOf: "2015" }, ...claimsOf({ status: "stalled" })],
      { electricity: [0.6, 1, "serviced"] },
    ],
    [
      "serviced, but deprecated",
      [{ field: "status", value: "serviced", asOf: "2015", judged: "deprecated" }],
      { electricity: [0, 1, null] },
    ],
    [
      "partly operational",
      claimsOf({ status: "partially-operational" }),
      {
        plotDemarcation: [0.6, 1, "producing"],
        internalRoads: [0.6, 1, "producing"],
        electricity: [0, 1, null],
        enterprisesProducing: [0.2, 1, "producing-firms"],
        enterprisesAdmitted: [0.1, 1, "producing-firms"],
      },
    ],
    [
      "operational, one firm",
      claimsOf({ status: "operational", zoneType: "sole-enterprise" }),
      { enterprisesProducing: [1, 1, "producing-firms"] },
    ],
    [
      "2 named producers",
      firmsAt("producing", "exporting", "building"),
      {
        plotDemarcation: [0.6, 1, "producing"],
        enterprisesProducing: [0.4, 1, "producing-firms"],
        enterprisesAdmitted: [0.2, 1, "producing-firms"],
      },
    ],
    [
      "a known count of producers",
      claimsOf({ enterprisesProducing: 4 }),
      { enterprisesAdmitted: [0.4, 1, "producing-firms"], plotDemarcation: [0, 1, null] },
    ],
    [
      "a weak count of producers",
      [{ field: "enterprisesProducing", value: 4, ...LOW }],
      { enterprisesAdmitted: [0, 1, null], enterprisesProducing: [0, 0.8, null] },
    ],
    [
      "a developer's contract",
      claimsOf({ legalStatus: "developer-bound" }),
      { developmentAgreement: [1, 1, "developer-bound"] },
    ],
    ["notified", claimsOf({ legalStatus: "notified" }), { developmentAgreement: [0, 1, null] }],
    [
      "not started",
      claimsOf({ status: "not-started" }),
      {
        enterprisesProducing: [0, 0, "not-started"],
        plotsBuiltPct: [0, 0, "not-started"],
        enterprisesAdmitted: [0, 1, null],
      },
    ],
    [
      "not started, with a named producer",
      [...claimsOf({ status: "not-started" }), ...firmsAt("producing")],
      { enterprisesProducing: [0.2, 1, "producing-firms"], plotsBuiltPct: [0, 0, "not-started"] },
    ],
  ])("%s", (_, claims, expected) => {
    for (const [field, own] of Object.entries(expected)) {
      expect([field, ends(field as ZoneFieldKey, ...claims)]).toEqual([field, own]);
    }
  });

  it("does not change a known value", () => {
    const claims = claimsOf({
      status: "operational",
      internalRoads: "absent",
      enterprisesProducing: 0,
    });
    expect(ends("internalRoads", ...claims)).toEqual([0, 0, null]);
    expect(ends("enterprisesProducing", ...claims)).toEqual([0, 0, null]);
  });

  it("raises the low end of a weak value, and its high end where that is lower", () => {
    const weak = (value: string) => ({ field: "electricity", value, ...LOW }) as const;
    const serviced = claimsOf({ status: "serviced" });
    expect(ends("electricity", ...serviced, weak("available"))).toEqual([0.6, 1, "serviced"]);
    expect(ends("electricity", ...serviced, weak("planned"))).toEqual([0.6, 0.6, "serviced"]);
    const weakCount = { field: "enterprisesProducing", value: 3, ...LOW } as const;
    expect(ends("enterprisesProducing", weakCount, ...firmsAt("producing"))).toEqual([
      0.2,
      0.6,
      "producing-firms",
    ]);
    expect(
      ends(
        "enterprisesProducing",
        { ...weakCount, value: 1 },
        ...firmsAt("producing", "producing"),
      ),
    ).toEqual([0.4, 0.4, "producing-firms"]);
  });

  it("uses the least of disputed counts of producers", () => {
    const disputed: TestClaim[] = [
      { field: "enterprisesProducing", value: 8 },
      { field: "enterprisesProducing", value: 2, ...RIVAL },
    ];
    expect(bounds("enterprisesAdmitted", ...disputed)).toMatchObject({ low: 0.2 });
  });
});

it("named firms are admitted from that step on, and produce from the next but two", () => {
  const stages = [
    "mou",
    "applied",
    "admitted",
    "plot-allotted",
    "building",
    "producing",
    "exporting",
  ];
  expect(countNamedFirms(resolveTestZone(firmsAt(...stages, "closed", "exited")))).toEqual({
    admitted: 5,
    producing: 2,
  });
  expect(countNamedFirms(resolveTestZone([]))).toEqual({ admitted: 0, producing: 0 });
});
