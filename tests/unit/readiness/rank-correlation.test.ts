import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { correlateRanks } from "@/lib/readiness/rank-correlation";

describe("correlateRanks", () => {
  it.each<[readonly number[], readonly number[], number | null]>([
    [[1, 2, 3], [10, 20, 30], 1],
    [[1, 2, 3], [3, 2, 1], -1],
    [[1, 2, 3, 4], [1, 3, 2, 4], 0.8],
    [[5, 1, 4, 2, 3], [5, 6, 7, 8, 7], -0.36],
    [[1, 1, 2], [1, 2, 3], 0.87],
    [[1, 2, 2, 3], [1, 2, 2, 3], 1],
    [[1, 2], [5, 5], null],
    [[5, 5], [1, 2], null],
    [[1], [1], null],
    [[], [], null],
  ])("%j and %j correlate with %s", (a, b, expected) => {
    expect(correlateRanks(a, b)).toBe(expected);
  });

  it("depends on the order alone, and not on which list is first", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: 2 }), (pairs) => {
        const a = pairs.map(([one]) => one);
        const b = pairs.map(([, one]) => one);
        const found = correlateRanks(a, b);
        expect(correlateRanks(b, a)).toBe(found);
        expect(
          correlateRanks(
            a.map((one) => one ** 3 + 7),
            b,
          ),
        ).toBe(found);
        if (found !== null) expect(Math.abs(found)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
