import { describe, expect, it } from "vitest";
import type { ZoneFieldKey } from "@/lib/catalogue/fields";
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

  it("a weak value alone reaches from 0 to its score, and does not count as known", () => {
    expect(bounds("water", { field: "water", value: "partial", ...LOW })).toEqual({
      low: 0,
      high: 0.6,
      known: false,
      impliedBy: null,
    });
  });

  it.each<[string, readonly Partial<TestClaim>[], number, boolean]>([
    ["a claim that agrees", [{ value: "available" }], 1, true],
    ["a claim that says less", [{ value: "partial" }], 0.6, true],
    ["the newest of them", [{ value: "partial" }, { value: "planned", asOf: "2019" }], 0.6, true],
    ["no claim that is weak too", [{ value: "partial", ...LOW }], 0, false],
    ["no claim that is deprecated", [{ value: "partial", judged: "deprecated" }], 0, false],
    ["the least claim against it", [{ value: "partial" }, { value: "planned", ...LOW }], 0.1, true],
    [
      "the least claim against the weak value",
      [{ value: "partial" }, { value: "planned", ...LOW, asOf: "2024" }],
      0.1,
      true,
    ],
  ])("a weak value counts by %s", (_, others, low, known) => {
    const weak: TestClaim = { field: "water", value: "available", asOf: "2024", ...LOW, id: "z" };
    const claims = others.map((part): TestClaim => ({ field: "water", value: null, ...part }));
    expect(bounds("water", weak, ...claims)).toMatchObject({ low, known });
  });

  it("a weak value below all others counts as nothing more than it says", () => {
    const weak: TestClaim = { field: "water", value: "planned", asOf: "2024", ...LOW };
    expect(bounds("water", weak, { field: "water", value: "partial" })).toMatchObject({
      low: 0,
      high: 0.6,
      known: false,
    });
  });

  it("a newer and higher count of a developer does not lower the score", () => {
    const admitted = (value: number, part: Partial<TestClaim> = {}): TestClaim => ({
      field: "enterprisesAdmitted",
      value,
      ...part,
    });
    const more = admitted(9, { asOf: "2024", origin: "developer" });
    expect(bounds("enterprisesAdmitted", admitted(4), more)).toEqual({
      low: 0.4,
      high: 0.9,
      known: true,
      impliedBy: null,
    });
  });

  it("the low end is the least of the value and the claims that are not older, within 5 % too", () => {
    const share = (value: number, part: Partial<TestClaim> = {}): TestClaim => ({
      field: "plotsBuiltPct",
      value,
      ...part,
    });
    const [high, low] = [{ confidence: "high" }, { confidence: "low" }] as const;
    expect(ends("plotsBuiltPct", share(80), share(76.5, low))).toEqual([0.765, 0.8, null]);
    expect(ends("plotsBuiltPct", share(80), share(76.5, low), share(83, high))).toEqual([
      0.765,
      0.83,
      null,
    ]);
    expect(ends("plotsBuiltPct", share(80), share(76.5, { asOf: "2019" }))).toEqual([
      0.8,
      0.8,
      null,
    ]);
  });

  it("the high end is the greatest of the value and the claims that agree with it", () => {
    const share = (value: number, asOf: string) =>
      ({ field: "plotsBuiltPct", value, asOf }) as const;
    expect(ends("plotsBuiltPct", share(50, "2024"), share(52, "2023"))).toEqual([0.5, 0.52, null]);
    expect(ends("plotsBuiltPct", share(50, "2024"), share(45, "2023"))).toEqual([0.5, 0.5, null]);
  });

  it.each<[string, Partial<TestClaim>, number, boolean]>([
    ["a developer", { origin: "developer" }, 0, false],
    ["a firm", { origin: "tenant" }, 0, false],
    ["an official", { origin: "official" }, 0, true],
    ["a developer, with as many named firms", { origin: "developer" }, 3, true],
    ["a developer, with fewer named firms", { origin: "developer" }, 2, false],
  ])("a count of %s is known: %s", (_, part, named, known) => {
    const firms = firmsAt(...Array.from({ length: named }, () => "admitted")).map((firm, i) => ({
      ...firm,
      confidence: i === 0 ? ("low" as const) : ("medium" as const),
    }));
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
        enterprisesAdmitted: [0.3, 1, "named-firms"],
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
      { enterprisesProducing: [0.2, 1, "producing-firms"], plotsBuiltPct: [0, 1, null] },
    ],
    [
      "firms that are admitted or further, on weak evidence",
      firmsAt("mou", "applied", "admitted", "plot-allotted", "building", "closed", "exited").map(
        (firm) => ({ ...firm, ...LOW }),
      ),
      { enterprisesAdmitted: [0.3, 1, "named-firms"], enterprisesProducing: [0, 1, null] },
    ],
    [
      "a producer on weak evidence",
      firmsAt("producing").map((firm) => ({ ...firm, ...LOW })),
      {
        enterprisesAdmitted: [0.1, 1, "named-firms"],
        enterprisesProducing: [0, 1, null],
        plotDemarcation: [0, 1, null],
      },
    ],
  ])("%s", (_, claims, expected) => {
    for (const [field, own] of Object.entries(expected)) {
      expect([field, ends(field as ZoneFieldKey, ...claims)]).toEqual([field, own]);
    }
  });

  it("raises the low end of a known value, and its high end where that is lower", () => {
    const claims = claimsOf({
      status: "operational",
      internalRoads: "absent",
      enterprisesProducing: 0,
    });
    expect(ends("internalRoads", ...claims)).toEqual([0.6, 0.6, "producing"]);
    expect(ends("enterprisesProducing", ...claims)).toEqual([0.2, 0.2, "producing-firms"]);
    expect(resolveTestZone(claims).values).toMatchObject({
      internalRoads: "absent",
      enterprisesProducing: 0,
    });
  });

  it("lowers the high end only of a value that is not known", () => {
    const built = (part: Partial<TestClaim>): TestClaim => ({
      field: "plotsBuiltPct",
      value: 20,
      ...part,
    });
    const notStarted = claimsOf({ status: "not-started" });
    expect(ends("plotsBuiltPct", ...notStarted, built({}))).toEqual([0.2, 0.2, null]);
    expect(ends("plotsBuiltPct", ...notStarted, built(LOW))).toEqual([0, 0, "not-started"]);
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

it("named firms are admitted from that step on, and are producers where a claim is not weak", () => {
  const stages = [
    "mou",
    "applied",
    "admitted",
    "plot-allotted",
    "building",
    "producing",
    "exporting",
  ];
  const firms = firmsAt(...stages, "closed", "exited");
  const namedOf = (claims: readonly TestClaim[]) => resolveTestZone(claims).named;
  expect(namedOf(firms)).toEqual({ admitted: 5, producing: 2 });
  expect(namedOf(firms.map((firm) => ({ ...firm, ...LOW })))).toEqual({
    admitted: 5,
    producing: 0,
  });
  expect(namedOf([])).toEqual({ admitted: 0, producing: 0 });
});
