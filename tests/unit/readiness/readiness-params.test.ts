import { describe, expect, it } from "vitest";
import { buildShortlist, readThreshold } from "@/lib/readiness/threshold";

const pairs = (address: string) => new URLSearchParams(address);

describe("the threshold of an address", () => {
  it.each([
    ["threshold=45", 45],
    ["line=45", 45],
    ["weights=x&threshold=0", 0],
    ["threshold=100&line=20", 100],
    ["", null],
    ["thresholds=5", null],
  ])("in ?%s is %s", (address, threshold) => {
    expect(readThreshold(pairs(address))).toEqual({ threshold, problem: null });
  });

  it.each(["threshold=101", "line=-1", "threshold=many"])("in ?%s is an issue", (address) => {
    const [param, got] = address.split("=");
    expect(readThreshold(pairs(address))).toMatchObject({
      threshold: null,
      problem: { param, got, reason: { code: "number", min: 0, max: 100 } },
    });
  });

  it("is reached by a score that equals it", () => {
    const row = (low: number, high: number) => ({ readiness: { low, high, coverage: 0.5 } });
    const [exact, open, below, none] = [
      row(30, 30),
      row(29.9, 30),
      row(0, 29.9),
      { readiness: null },
    ];
    expect(buildShortlist([exact, open, below, none], 30)).toEqual({
      certainly: [exact],
      possibly: [open],
      below: [below],
      unmeasured: [none],
    });
  });
});
