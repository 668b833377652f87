import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  computeDependence,
  DEPENDENCE_FIELDS,
  getGrade,
  getOperation,
  getWeakestGrade,
} from "@/lib/dependence/dependence";
import { listPossibleQuadrants, QUADRANT_KEYS, QUADRANTS } from "@/lib/dependence/dependence-plane";
import type { Claim } from "@/lib/evidence/ledger-records";
import { evidenceOf, valuesOf } from "@/tests/support/facts";
import { seededZone, seededZones } from "../zones/seeded-zones";

const level = fc.option(fc.integer({ min: 0, max: 4 }), { nil: null, freq: 2 });
const levels = fc.record(Object.fromEntries(DEPENDENCE_FIELDS.map((key) => [key, level])));
const interval = fc
  .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }))
  .map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));

describe("computeDependence", () => {
  it("has the issue brief's 6 dimensions", () => {
    expect(DEPENDENCE_FIELDS).toHaveLength(6);
  });

  it("counts unknown levels as neither 0 nor 4", () => {
    expect(computeDependence(valuesOf())).toEqual({ low: 0, high: 100, coverage: 0 });
    const none = Object.fromEntries(DEPENDENCE_FIELDS.map((key) => [key, 0]));
    expect(computeDependence(valuesOf(none))).toEqual({ low: 0, high: 0, coverage: 1 });
    const all = Object.fromEntries(DEPENDENCE_FIELDS.map((key) => [key, 4]));
    expect(computeDependence(valuesOf(all))).toEqual({ low: 100, high: 100, coverage: 1 });
    expect(computeDependence(valuesOf({ dependenceFinancial: 3 }))).toEqual({
      low: 12.5,
      high: 95.8,
      coverage: 0.17,
    });
  });

  it("contains every value that the unknown levels could give", () => {
    fc.assert(
      fc.property(
        levels,
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 6, maxLength: 6 }),
        (known, filling) => {
          const { low, high, coverage } = computeDependence(valuesOf(known));
          const filled = Object.fromEntries(
            DEPENDENCE_FIELDS.map((key, i) => [key, known[key] ?? filling[i] ?? 0]),
          );
          const whole = computeDependence(valuesOf(filled));
          expect(whole.low).toBe(whole.high);
          expect(whole.coverage).toBe(1);
          expect(whole.low).toBeGreaterThanOrEqual(low);
          expect(whole.high).toBeLessThanOrEqual(high);
          // What is not known is exactly the width.
          expect(high - low).toBeCloseTo(100 * (1 - coverage), 0);
        },
      ),
    );
  });
});

describe("getGrade", () => {
  const grade = (part: Partial<Claim>, mark: "contested" | "settled" | null = null) =>
    getGrade({
      value: 2,
      evidence: evidenceOf({ field: "dependenceMarket", value: 2, ...part }),
      mark,
    });

  it("is the claim's confidence, one lower for an inference, weak where disputed", () => {
    expect(grade({ confidence: "high", origin: "independent" })).toBe("strong");
    expect(grade({ confidence: "medium", origin: "official" })).toBe("fair");
    expect(grade({ confidence: "low", origin: "tenant" })).toBe("weak");
    expect(grade({ confidence: "high", origin: "inference" })).toBe("fair");
    expect(grade({ confidence: "medium", origin: "inference" })).toBe("weak");
    expect(grade({ confidence: "low", origin: "inference" })).toBe("weak");
    expect(grade({ confidence: "high", origin: "independent" }, "contested")).toBe("weak");
    expect(grade({ confidence: "high", origin: "independent" }, "settled")).toBe("strong");
  });

  it("is null where the level is unknown, also where a source says so", () => {
    expect(getGrade({ value: null, evidence: null, mark: null })).toBeNull();
    const said = evidenceOf({ field: "dependenceMarket", value: null });
    expect(getGrade({ value: null, evidence: said, mark: null })).toBeNull();
  });

  it("of a zone is the weakest of its levels", () => {
    expect(getWeakestGrade(seededZone("service-long-march-sez"))).toBe("weak");
    expect(getWeakestGrade(seededZone("hattar-sez"))).toBeNull();
  });
});

describe("getOperation", () => {
  const firm = (tenancyStage: string | null) => ({ values: { tenancyStage } });
  const state = (known: Parameters<typeof valuesOf>[0], ...tenancies: ReturnType<typeof firm>[]) =>
    getOperation({ values: valuesOf(known), tenancies });

  it("finds operation by a firm, a count or the status", () => {
    expect(state({}, firm("building"), firm("exporting"))).toEqual({
      state: "operates",
      by: ["firm"],
    });
    expect(state({ enterprisesProducing: 1 }).by).toEqual(["count"]);
    expect(state({ status: "partially-operational" }).by).toEqual(["status"]);
    expect(
      state({ status: "operational", enterprisesProducing: 20 }, firm("producing")).by,
    ).toEqual(["firm", "count", "status"]);
  });

  it("is none by a source, and otherwise unknown", () => {
    expect(state({ enterprisesProducing: 0 }).state).toBe("none");
    expect(state({ status: "serviced" }).state).toBe("none");
    expect(state({ status: "stalled" }).state).toBe("unknown");
    expect(state({ enterprisesProducing: "not-applicable" }).state).toBe("unknown");
    expect(state({}, firm("building"), firm(null), firm("exited")).state).toBe("unknown");
  });
});

describe("listPossibleQuadrants", () => {
  it("returns 1 quadrant for a point and 4 where all is unknown", () => {
    expect(listPossibleQuadrants({ low: 0, high: 100 }, { low: 0, high: 100 })).toEqual(
      QUADRANT_KEYS,
    );
    expect(listPossibleQuadrants({ low: 20, high: 49.9 }, { low: 50, high: 80 })).toEqual([
      "own-feet",
    ]);
    expect(listPossibleQuadrants({ low: 50, high: 50 }, { low: 50, high: 50 })).toEqual([
      "ready-tied",
    ]);
    expect(listPossibleQuadrants({ low: 60, high: 90 }, { low: 10, high: 50 })).toEqual([
      "tied-first",
      "ready-tied",
    ]);
    expect(listPossibleQuadrants({ low: 0, high: 100 }, null)).toEqual([]);
  });

  it("contains the quadrant of every point of both ranges, and no other", () => {
    const quadrantOf = (dependence: number, readiness: number) =>
      QUADRANT_KEYS.find(
        (key) =>
          QUADRANTS[key].ready === readiness >= 50 && QUADRANTS[key].tied === dependence >= 50,
      );
    fc.assert(
      fc.property(interval, interval, (dependence, readiness) => {
        const corners = [dependence.low, dependence.high].flatMap((d) =>
          [readiness.low, readiness.high].map((r) => quadrantOf(d, r)),
        );
        expect(new Set(listPossibleQuadrants(dependence, readiness))).toEqual(new Set(corners));
      }),
    );
  });
});

describe("the data set today", () => {
  it("has levels of 12 dimensions in 4 zones", () => {
    const known = seededZones().map(({ values }) =>
      DEPENDENCE_FIELDS.filter((key) => values[key] !== null),
    );
    expect(known.flat()).toHaveLength(12);
    expect(known.filter((fields) => fields.length > 0)).toHaveLength(4);
  });
});
