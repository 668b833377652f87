import fc from "fast-check";
import { createElement } from "react";
import { describe, expect, it } from "vitest";
import { PlaneFigure } from "@/components/features/dependence/plane-figure";
import {
  computeDependence,
  DEPENDENCE_FIELDS,
  getGrade,
  getWeakestGrade,
} from "@/lib/dependence/dependence";
import {
  buildDependenceRows,
  isOperating,
  listPossibleQuadrants,
  QUADRANT_KEYS,
  QUADRANTS,
} from "@/lib/dependence/dependence-row";
import { groupTiedFirms } from "@/lib/dependence/firm-involvement";
import type { Claim } from "@/lib/evidence/ledger-records";
import type { ZoneRecord } from "@/lib/evidence/registry";
import { CHINA, listPlacedFirms } from "@/lib/firms/firms";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { inScope } from "@/lib/query/scope";
import { addReadiness } from "@/lib/query/select";
import { englishText } from "@/lib/text/english-text";
import { dependenceAnswer } from "@/lib/text/page-summaries";
import { createEvidence, createRow, createValues } from "@/tests/support/facts";
import { COMPILED_ON } from "@/tests/support/seed-facts";
import { WithText } from "@/tests/support/with-text";
import { partsOf, shapesOf } from "../charts/markup";
import { seededZone, seededZones } from "../zones/seeded-zones";

const level = fc.option(fc.integer({ min: 0, max: 4 }), { nil: null, freq: 2 });
const levels = fc.record(Object.fromEntries(DEPENDENCE_FIELDS.map((key) => [key, level])));
const interval = fc
  .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }))
  .map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));

describe("dependence", () => {
  it("has the brief's six dimensions", () => {
    expect(DEPENDENCE_FIELDS).toHaveLength(6);
  });

  it("counts an unknown level as 0 for the low end and as 4 for the high end", () => {
    expect(computeDependence(createValues())).toEqual({ low: 0, high: 100, coverage: 0 });
    const none = Object.fromEntries(DEPENDENCE_FIELDS.map((key) => [key, 0]));
    expect(computeDependence(createValues(none))).toEqual({ low: 0, high: 0, coverage: 1 });
    const all = Object.fromEntries(DEPENDENCE_FIELDS.map((key) => [key, 4]));
    expect(computeDependence(createValues(all))).toEqual({ low: 100, high: 100, coverage: 1 });
    expect(computeDependence(createValues({ dependenceFinancial: 3 }))).toEqual({
      low: 12.5,
      high: 95.8,
      coverage: 0.17,
    });
  });

  it("contains every score that the unknown levels could give", () => {
    fc.assert(
      fc.property(
        levels,
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 6, maxLength: 6 }),
        (known, filling) => {
          const { low, high, coverage } = computeDependence(createValues(known));
          const filled = Object.fromEntries(
            DEPENDENCE_FIELDS.map((key, i) => [key, known[key] ?? filling[i] ?? 0]),
          );
          const whole = computeDependence(createValues(filled));
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

describe("the grade of a level", () => {
  const grade = (part: Partial<Claim>, mark: "contested" | "settled" | null = null) =>
    getGrade({
      value: 2,
      evidence: createEvidence({ field: "dependenceMarket", value: 2, ...part }),
      mark,
    });

  it("is the claim's confidence, one less for an inference, and weak where disputed", () => {
    expect(grade({ confidence: "high", origin: "independent" })).toBe("strong");
    expect(grade({ confidence: "medium", origin: "official" })).toBe("fair");
    expect(grade({ confidence: "low", origin: "tenant" })).toBe("weak");
    expect(grade({ confidence: "high", origin: "inference" })).toBe("fair");
    expect(grade({ confidence: "medium", origin: "inference" })).toBe("weak");
    expect(grade({ confidence: "low", origin: "inference" })).toBe("weak");
    expect(grade({ confidence: "high", origin: "independent" }, "contested")).toBe("weak");
    expect(grade({ confidence: "high", origin: "independent" }, "settled")).toBe("strong");
  });

  it("is null for an unknown level, even if a source says that it is unknown", () => {
    expect(getGrade({ value: null, evidence: null, mark: null })).toBeNull();
    const said = createEvidence({ field: "dependenceMarket", value: null });
    expect(getGrade({ value: null, evidence: said, mark: null })).toBeNull();
  });

  it("of a zone is the grade of its weakest level", () => {
    expect(getWeakestGrade(seededZone("service-long-march-sez"))).toBe("weak");
    expect(getWeakestGrade(seededZone("hattar-sez"))).toBeNull();
  });
});

describe("the quadrants", () => {
  it("a known point is in one, a wholly unknown zone could be in all four", () => {
    expect(listPossibleQuadrants({ low: 0, high: 100 }, { low: 0, high: 100 })).toEqual(
      QUADRANT_KEYS,
    );
    expect(listPossibleQuadrants({ low: 20, high: 49.9 }, { low: 50, high: 80 })).toEqual([
      "low-ready",
    ]);
    expect(listPossibleQuadrants({ low: 50, high: 50 }, { low: 50, high: 50 })).toEqual([
      "dependent-ready",
    ]);
    expect(listPossibleQuadrants({ low: 60, high: 90 }, { low: 10, high: 50 })).toEqual([
      "dependent-not-ready",
      "dependent-ready",
    ]);
    expect(listPossibleQuadrants({ low: 0, high: 100 }, null)).toEqual([]);
  });

  it("are exactly those that contain a corner of the box", () => {
    const quadrantOf = (dependence: number, readiness: number) =>
      QUADRANT_KEYS.find(
        (key) =>
          QUADRANTS[key].ready === readiness >= 50 && QUADRANTS[key].dependent === dependence >= 50,
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
  it("has 12 levels, in 4 zones", () => {
    const known = seededZones().map(({ values }) =>
      DEPENDENCE_FIELDS.filter((key) => values[key] !== null),
    );
    expect(known.flat()).toHaveLength(12);
    expect(known.filter((fields) => fields.length > 0)).toHaveLength(4);
  });
});

describe("the answer of the page", () => {
  const zones = seededZones().filter(({ values }) => inScope(values, "announced"));
  const rowsOf = (some: readonly ZoneRecord[]) =>
    buildDependenceRows(
      addReadiness(
        some.map(({ slug, values, order }) => createRow(values, { slug, order })),
        DEFAULT_QUERY,
      ),
      some,
      COMPILED_ON,
    );
  const answer = (some: readonly ZoneRecord[]) =>
    dependenceAnswer(englishText, rowsOf(some), groupTiedFirms(listPlacedFirms(some), CHINA));
  const summary = (some: readonly ZoneRecord[]) => answer(some).summary;
  const known = zones.filter((zone) => getWeakestGrade(zone) !== null);

  it("counts ratings with evidence, and does not call a zone without any independent", () => {
    const { title, summary: all } = answer(zones);
    expect(title).toMatch(/^Firms with ties to China are known in \d+ of 44 zones$/);
    expect(all).toMatch(
      / We have weak evidence for 12 of 264 ratings, and none for 40 zones\. That does not mean those zones are independent\.$/,
    );
    expect(summary(known)).toMatch(/12 of 24 ratings, and at least one rating for every zone\.$/);
    expect(summary([seededZone("hattar-sez")])).toMatch(
      / We have no evidence for any of 6 ratings in 1 zone\. That does not mean this zone is independent\.$/,
    );
    expect(summary([])).toBe("No matching zones. Remove a filter to see results.");
  });

  it("draws a box for each rated zone where firms operate, and no other", () => {
    const rows = rowsOf(zones).filter(isOperating);
    const figure = createElement(
      WithText,
      null,
      createElement(PlaneFigure, { rows, source: "", moment: "" }),
    );
    const boxes = shapesOf(figure, "g").filter(({ attributes }) => "data-box" in attributes);
    const rated = rows.filter((row) => row.known > 0);
    expect(rated.length).toBeGreaterThan(0);
    expect(boxes.map(({ attributes }) => attributes["data-box"])).toEqual(
      rated.map(({ zone }) => zone.slug),
    );
    // A hollow part for each box: no readiness is wholly known.
    expect(partsOf(figure, "possible")).toHaveLength(rated.length);
  });
});
