import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BLOCK_INDICATORS, fieldSpec, type ZoneValues } from "@/lib/catalogue/fields";
import { BLOCKS, type Weights } from "@/lib/catalogue/groups";
import { NOT_APPLICABLE } from "@/lib/catalogue/kinds";
import { byConfirmedScore, computeReadiness } from "@/lib/readiness/readiness";
import { knownIndicators, knownValue, weights, zoneValues } from "@/tests/support/arbitraries";
import { createValues } from "@/tests/support/facts";

const INDICATORS = BLOCKS.flatMap((block) => BLOCK_INDICATORS[block]);
/** Readiness of a zone with these values alone. */
const computeReadinessOf = (values: ZoneValues, w?: Weights) =>
  computeReadiness({ values, bounds: {} }, w);
const band = fc
  .tuple(zoneValues, weights)
  .map(([values, w]) => computeReadinessOf(createValues(values), w));

describe("for any values and weights,", () => {
  it("0 ≤ low ≤ high ≤ 100 and 0 ≤ coverage ≤ 1, rounded", () => {
    fc.assert(
      fc.property(band, (readiness) => {
        fc.pre(readiness !== null);
        const { low = 0, high = 0, coverage = 0 } = readiness ?? {};
        expect(0 <= low && low <= high && high <= 100).toBe(true);
        expect(0 <= coverage && coverage <= 1).toBe(true);
        expect(Number(low.toFixed(1))).toBe(low);
        expect(Number(high.toFixed(1))).toBe(high);
        expect(Number(coverage.toFixed(2))).toBe(coverage);
      }),
    );
  });

  it("complete data gives coverage 1 and low = high", () => {
    fc.assert(
      fc.property(knownIndicators, weights, (values, w) => {
        const readiness = computeReadinessOf(createValues(values), w);
        fc.pre(readiness !== null);
        expect(readiness?.coverage).toBe(1);
        expect(readiness?.low).toBe(readiness?.high);
      }),
    );
  });

  it("coverage 1 under the default weights gives low = high", () => {
    fc.assert(
      fc.property(fc.oneof(zoneValues, knownIndicators), (values) => {
        const readiness = computeReadinessOf(createValues(values));
        fc.pre(readiness?.coverage === 1);
        expect(readiness?.low).toBe(readiness?.high);
      }),
    );
  });

  it("the width of the range equals the unknown share, within rounding", () => {
    fc.assert(
      fc.property(band, (readiness) => {
        fc.pre(readiness !== null);
        const { low = 0, high = 0, coverage = 0 } = readiness ?? {};
        expect(Math.abs(high - low - 100 * (1 - coverage))).toBeLessThanOrEqual(0.6 + 1e-9);
      }),
    );
  });

  it("an answer keeps the new range within the old one", () => {
    const oneMore = fc
      .tuple(zoneValues, weights, fc.constantFrom(...INDICATORS))
      .chain(([values, w, key]) =>
        knownValue(fieldSpec(key)).map((answer) => ({ values, w, key, answer })),
      );
    fc.assert(
      fc.property(oneMore, ({ values, w, key, answer }) => {
        fc.pre(answer !== NOT_APPLICABLE);
        const before = computeReadinessOf(createValues({ ...values, [key]: null }), w);
        const after = computeReadinessOf(createValues({ ...values, [key]: answer }), w);
        fc.pre(before !== null && after !== null);
        expect(after?.low).toBeGreaterThanOrEqual(before?.low ?? 0);
        expect(after?.high).toBeLessThanOrEqual(before?.high ?? 0);
        expect(after?.coverage).toBeGreaterThanOrEqual(before?.coverage ?? 0);
      }),
    );
  });

  it("a better answer never lowers low or high", () => {
    const better = fc.tuple(zoneValues, weights, fc.integer({ min: 0, max: 5 }));
    fc.assert(
      fc.property(better, ([values, w, firms]) => {
        const fewer = computeReadinessOf(
          createValues({ ...values, enterprisesProducing: firms }),
          w,
        );
        const more = computeReadinessOf(
          createValues({ ...values, enterprisesProducing: firms + 1 }),
          w,
        );
        fc.pre(fewer !== null && more !== null);
        expect(more?.low).toBeGreaterThanOrEqual(fewer?.low ?? 0);
        expect(more?.high).toBeGreaterThanOrEqual(fewer?.high ?? 0);
      }),
    );
  });

  it("doubling every weight changes nothing", () => {
    fc.assert(
      fc.property(zoneValues, weights, (values, w) => {
        const doubled = {
          legal: 2 * w.legal,
          utilities: 2 * w.utilities,
          access: 2 * w.access,
          services: 2 * w.services,
          investors: 2 * w.investors,
          resilience: 2 * w.resilience,
        };
        expect(computeReadinessOf(createValues(values), doubled)).toEqual(
          computeReadinessOf(createValues(values), w),
        );
      }),
    );
  });

  it("byConfirmedScore is a total order", () => {
    fc.assert(
      fc.property(band, band, band, (a, b, c) => {
        expect(Math.sign(byConfirmedScore(a, b)) + Math.sign(byConfirmedScore(b, a))).toBe(0);
        if (byConfirmedScore(a, b) <= 0 && byConfirmedScore(b, c) <= 0)
          expect(byConfirmedScore(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
