import { describe, expect, it } from "vitest";
import type { ZoneRow } from "@/lib/evidence/row";
import { parseQuery } from "@/lib/query/parse-query";
import { select } from "@/lib/query/select";
import { createRow } from "@/tests/support/facts";

const found = (rows: readonly ZoneRow[], address: string) => {
  const { query, problems } = parseQuery(new URLSearchParams(address));
  expect(problems).toEqual([]);
  return select(rows, query, "2026-11-24");
};
const named = (name: string, known: Parameters<typeof createRow>[0] = {}, order = 1) =>
  createRow({ name, cohort: "added-37", ...known }, { slug: name.toLowerCase(), order });
const names = (rows: readonly ZoneRow[], address: string) =>
  found(rows, address).rows.map(({ values }) => values.name);

describe("select", () => {
  const rows = [
    named("A", { province: "sindh", electricity: "available", gas: "available" }),
    named("B", { province: "punjab", electricity: "available" }),
    named("C", { province: "sindh", cohort: "unconfirmed" }),
    named("D", { province: "sindh", cohort: "unconfirmed", candidateForRemainder: true }),
  ];

  it("counts the scope before filters and the zones after them", () => {
    expect(names(rows, "")).toEqual(["A", "B", "D"]);
    const { total, rows: matched } = found(rows, "province=sindh");
    expect([total, matched.length]).toEqual([3, 2]);
    expect(found(rows, "scope=all&province=sindh")).toMatchObject({ total: 4 });
  });

  it("applies all conditions together", () => {
    expect(names(rows, "scope=all&province=sindh&cohort=unconfirmed&q=c")).toEqual(["C"]);
    expect(names(rows, "province=sindh&q=b")).toEqual([]);
  });

  it("uses the confirmed score for certainly and the possible score for possibly, both inclusive", () => {
    // Electricity and gas are 5 of 100 each.
    expect(names(rows, "readinessMin=10")).toEqual(["A"]);
    expect(names(rows, "readinessMin=10.1")).toEqual([]);
    expect(names(rows, "readinessMin=10.1&readinessMode=possibly")).toEqual(["A", "B", "D"]);
    expect(names(rows, "coverageMin=0.05")).toEqual(["A", "B"]);
    expect(names(rows, "readinessMin=100&readinessMode=possibly")).toEqual(["A", "B", "D"]);
  });

  it("excludes a zone without readiness in both modes", () => {
    const weights = "weights=legal:0,utilities:0,access:0,services:0,investors:0";
    const none = {
      securityArrangements: "not-applicable",
      worksFinanced: "not-applicable",
    } as const;
    const zone = [named("N", none)];
    expect(found(zone, weights).rows).toMatchObject([{ readiness: null }]);
    for (const condition of [
      "readinessMin=0",
      "readinessMin=0&readinessMode=possibly",
      "coverageMin=0",
    ]) {
      expect(names(zone, `${weights}&${condition}`)).toEqual([]);
    }
  });

  it("gives the same rows as the same objects under other filters, and others under other weights", () => {
    const [first] = found(rows, "").rows;
    const weights = "weights=utilities:50";
    expect(found(rows, "province=sindh").rows[0]).toBe(first);
    expect(found(rows, weights).rows.find(({ slug }) => slug === first?.slug)).not.toBe(first);
  });

  it("sorts again under another order", () => {
    expect(names(rows, "sort=name")).toEqual(["A", "B", "D"]);
    expect(names(rows, "sort=-name")).toEqual(["D", "B", "A"]);
    expect(names(rows, "sort=name")).toEqual(["A", "B", "D"]);
  });

  it("does not change the given rows", () => {
    const given = [named("B"), named("A")];
    found(given, "sort=name");
    expect(given.map(({ slug }) => slug)).toEqual(["b", "a"]);
  });
});

describe("the sort", () => {
  it("is by standing, furthest first, by default", () => {
    const rows = [
      named("Unknown"),
      named("Planned", { status: "not-started" }),
      named("Stopped", { status: "idle" }),
      named("Built", { status: "serviced" }),
      named("Running", { status: "operational" }),
    ];
    expect(names(rows, "")).toEqual(["Running", "Built", "Stopped", "Planned", "Unknown"]);
    expect(names(rows, "sort=standing")).toEqual([
      ...["Planned", "Stopped", "Built", "Running", "Unknown"],
    ]);
  });

  it("is by confirmed score, highest first, on demand", () => {
    const rows = [
      named("Low", { electricity: "absent" }),
      named("High", { electricity: "available" }),
      named("Open"),
    ];
    // Low is 0–95, Open is 0–100: equal confirmed scores sort by possible score.
    expect(names(rows, "sort=-readiness")).toEqual(["High", "Open", "Low"]);
    expect(names(rows, "sort=readiness")).toEqual(["Low", "Open", "High"]);
    expect(names(rows, "sort=-readinessHigh,name")).toEqual(["High", "Open", "Low"]);
    expect(names(rows, "sort=-coverage,name")).toEqual(["High", "Low", "Open"]);
  });

  it("puts unknown last in both directions, for every kind of field", () => {
    const known = {
      areaAcres: [10, 200],
      status: ["not-started", "operational"],
      preExistingEstate: [false, true],
      approvedOn: ["2019", "2020-03"],
      developer: ["Alpha", "beta"],
      sectors: [["paper"], ["steel"]],
      location: [
        { lon: 70, lat: 25 },
        { lon: 60, lat: 30 },
      ],
      dependenceMarket: [0, 4],
    } as const;
    for (const [field, [less, more]] of Object.entries(known)) {
      const rows = [
        named("Unknown"),
        named("More", { [field]: more }),
        named("Less", { [field]: less }),
      ];
      expect([field, names(rows, `sort=${field}`)]).toEqual([field, ["Less", "More", "Unknown"]]);
      expect([field, names(rows, `sort=-${field}`)]).toEqual([field, ["More", "Less", "Unknown"]]);
    }
  });

  it("puts zones without readiness last in both directions", () => {
    const weights = "weights=legal:0,utilities:0,access:0,services:0,investors:0";
    const none = {
      securityArrangements: "not-applicable",
      worksFinanced: "not-applicable",
    } as const;
    const rows = [named("None", none), named("Some", { worksFinanced: "available" })];
    for (const key of ["readiness", "readinessHigh", "coverage"]) {
      expect(names(rows, `${weights}&sort=${key}`)).toEqual(["Some", "None"]);
      expect(names(rows, `${weights}&sort=-${key}`)).toEqual(["Some", "None"]);
    }
  });

  it("follows the vocabulary, with asides after its steps in both directions", () => {
    const rows = (["stalled", "operational", "not-started", "cancelled", "serviced"] as const).map(
      (status) => named(status, { status }),
    );
    expect(names([...rows, named("none")], "sort=status")).toEqual([
      "not-started",
      "serviced",
      "operational",
      "stalled",
      "cancelled",
      "none",
    ]);
    expect(names([...rows, named("none")], "sort=-status")).toEqual([
      "operational",
      "serviced",
      "not-started",
      "cancelled",
      "stalled",
      "none",
    ]);
  });

  it("puts not-applicable between numbers and unknown in both directions", () => {
    const rows = [
      named("Unknown"),
      named("Never", { plotsBuiltPct: "not-applicable" }),
      named("Nine", { plotsBuiltPct: 9 }),
      named("Ten", { plotsBuiltPct: 10 }),
    ];
    expect(names(rows, "sort=plotsBuiltPct")).toEqual(["Nine", "Ten", "Never", "Unknown"]);
    expect(names(rows, "sort=-plotsBuiltPct")).toEqual(["Ten", "Nine", "Never", "Unknown"]);
  });

  it("uses further terms, then the name, then the register's order", () => {
    const rows = [
      named("b", { province: "sindh", areaAcres: 1 }, 4),
      named("B", { province: "sindh", areaAcres: 1 }, 3),
      named("a", { province: "sindh", areaAcres: 1 }, 2),
      named("c", { province: "sindh", areaAcres: 2 }, 1),
      named("d", { province: "punjab", areaAcres: 9 }, 5),
    ];
    const orders = found(rows, "sort=province,-areaAcres").rows.map(({ order }) => order);
    expect(orders).toEqual([5, 1, 2, 3, 4]);
  });

  it("sorts numbers in names by value and ignores case and accents", () => {
    const rows = ["M-10 Park", "Éclat", "m-3 Industrial City", "Zulu", "east"].map((n) => named(n));
    expect(names(rows, "sort=name")).toEqual([
      "east",
      "Éclat",
      "m-3 Industrial City",
      "M-10 Park",
      "Zulu",
    ]);
  });

  it("takes texts that differ in case or accents alone as equal, so the next term decides", () => {
    const rows = [
      named("A", { district: "hattar", areaAcres: 1 }),
      named("B", { district: "Hattar", areaAcres: 3 }),
      named("C", { district: "Háttar", areaAcres: 2 }),
      named("D", { district: "Bin Qasim", areaAcres: 9 }),
      named("E", { district: "Thatta" }),
    ];
    expect(names(rows, "sort=district,-areaAcres")).toEqual(["D", "B", "C", "A", "E"]);
    expect(names(rows, "sort=-district,-areaAcres")).toEqual(["E", "B", "C", "A", "D"]);
  });
});
