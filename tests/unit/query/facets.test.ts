import { describe, expect, it } from "vitest";
import type { ZoneRow } from "@/lib/evidence/row";
import { countFacets } from "@/lib/query/facets";
import { parseQuery } from "@/lib/query/parse-query";
import { createRow } from "@/tests/support/facts";

const facets = (rows: readonly ZoneRow[], address: string) => {
  const { query, problems } = parseQuery(new URLSearchParams(address));
  expect(problems).toEqual([]);
  return countFacets(rows, query, "2026-11-24");
};

const ROWS: readonly ZoneRow[] = [
  createRow({
    cohort: "original-7",
    province: "sindh",
    status: "serviced",
    sectors: ["paper", "steel"],
    areaAcres: 900,
    approvedOn: "2019",
    plotsBuiltPct: 10,
    cpecStatus: "priority-four",
  }),
  createRow({
    cohort: "added-37",
    province: "sindh",
    status: "operational",
    sectors: ["paper"],
    areaAcres: 1500,
    approvedOn: "2020-03-04",
    plotsBuiltPct: "not-applicable",
  }),
  createRow({ cohort: "added-37", province: "punjab", areaAcres: 90.5 }),
  createRow({ cohort: "unconfirmed", province: "punjab", candidateForRemainder: true }),
  createRow({ cohort: "unconfirmed", province: "islamabad" }),
];

describe("countFacets", () => {
  it("every value of a fixed list is counted within the scope, 0 and unknown included", () => {
    expect(facets(ROWS, "").filters.province?.counts).toEqual({
      punjab: 2,
      sindh: 2,
      "khyber-pakhtunkhwa": 0,
      balochistan: 0,
      islamabad: 0,
      "gilgit-baltistan": 0,
      "azad-jammu-kashmir": 0,
      unknown: 0,
    });
    expect(facets(ROWS, "scope=all").filters.province?.counts.islamabad).toBe(1);
    expect(facets(ROWS, "").filters.status?.counts).toMatchObject({
      serviced: 1,
      operational: 1,
      "not-started": 0,
      stalled: 0,
      unknown: 2,
    });
  });

  it("a filter's own choice is ignored and all others apply", () => {
    const { filters } = facets(ROWS, "province=sindh&status=serviced");
    expect(filters.province?.counts).toMatchObject({ sindh: 1, punjab: 0 });
    expect(filters.status?.counts).toMatchObject({ serviced: 1, operational: 1, unknown: 0 });
    expect(filters.cohort?.counts).toEqual({
      "original-7": 1,
      "added-37": 0,
      unconfirmed: 0,
      unknown: 0,
    });
  });

  it("every term of an open list and unknown are counted", () => {
    expect(facets(ROWS, "").filters.sectors?.counts).toEqual({ paper: 2, steel: 1, unknown: 2 });
  });

  it("a term that a zone lists twice is counted once, also a term such as “constructor”", () => {
    const rows = [
      createRow({ cohort: "added-37", sectors: ["paper", "paper", "constructor", "__proto__"] }),
    ];
    expect(Object.entries(facets(rows, "").filters.sectors?.counts ?? {})).toEqual([
      ["unknown", 0],
      ["paper", 1],
      ["constructor", 1],
      ["__proto__", 1],
    ]);
  });

  it("ranges and dates have their minimum and maximum by size", () => {
    const { filters } = facets(ROWS, "");
    expect(filters.areaAcres).toEqual({
      key: "areaAcres",
      counts: { unknown: 1 },
      extent: { known: 3, min: "90.5", max: "1500" },
    });
    expect(filters.approvedOn).toEqual({
      key: "approvedOn",
      counts: { unknown: 2 },
      extent: { known: 2, min: "2019", max: "2020-03-04" },
    });
    expect(filters.plotsBuiltPct).toEqual({
      key: "plotsBuiltPct",
      counts: { unknown: 2, "not-applicable": 1 },
      extent: { known: 1, min: "10", max: "10" },
    });
    expect(filters.plotsAllottedPct).toEqual({
      key: "plotsAllottedPct",
      counts: { unknown: 4, "not-applicable": 0 },
      extent: null,
    });
  });

  it("scopes are counted without filters", () => {
    const counts = { announced: 4, evidenced: 3, "cpec-nine": 1, "priority-four": 1, all: 5 };
    expect(facets(ROWS, "").scopes).toEqual(counts);
    expect(facets(ROWS, "scope=all&province=sindh&q=nothing").scopes).toEqual(counts);
  });

  it("readiness is counted in both modes under all other conditions", () => {
    const rows = [
      createRow({
        cohort: "added-37",
        province: "sindh",
        electricity: "available",
        gas: "available",
      }),
      createRow({ cohort: "added-37", province: "sindh", electricity: "absent", gas: "absent" }),
      createRow({ cohort: "added-37", province: "punjab", electricity: "available" }),
    ];
    const weights = "weights=legal:0,access:0,services:0,investors:0,resilience:0";
    // Utilities alone: 40–100, 0–60 and 20–100.
    expect(facets(rows, `${weights}&readinessMin=40`).readiness).toEqual({
      certainly: 1,
      possibly: 3,
    });
    expect(facets(rows, `${weights}&readinessMin=70&province=sindh`).readiness).toEqual({
      certainly: 0,
      possibly: 1,
    });
    expect(facets(rows, weights).readiness).toEqual({ certainly: 3, possibly: 3 });
  });

  it("readiness and data completeness reduce other counts", () => {
    const rows = [
      createRow({ cohort: "added-37", province: "sindh", electricity: "available" }),
      createRow({ cohort: "added-37", province: "punjab" }),
    ];
    expect(facets(rows, "readinessMin=5").filters.province?.counts).toMatchObject({
      sindh: 1,
      punjab: 0,
    });
    expect(facets(rows, "coverageMin=0.05").filters.province?.counts).toMatchObject({
      sindh: 1,
      punjab: 0,
    });
  });
});
