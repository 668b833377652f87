import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../../../lib/time/day";
import { packDays, unpackDays } from "../../../lib/time/packed-days";

describe("packed days", () => {
  test("are the same days when they are unpacked", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: 9_000 })), (offsets) => {
        const days = offsets.toSorted((a, b) => a - b).map((days) => addDays("2006-01-01", days));
        expect(unpackDays(packDays(days))).toEqual(days);
      }),
    );
  });

  test("have a few characters each", () => {
    expect(packDays(["2012-01-01", "2012-01-02", "2013-01-01"])).toEqual({
      first: "2012-01-01",
      steps: "1 a5",
    });
  });

  test("may be none or one", () => {
    expect(unpackDays(packDays([]))).toEqual([]);
    expect(unpackDays(packDays(["2012-01-01"]))).toEqual(["2012-01-01"]);
  });
});
