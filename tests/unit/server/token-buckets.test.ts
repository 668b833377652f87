import { describe, expect, test } from "vitest";
import { TokenBuckets } from "../../../lib/server/token-buckets";

const makeBuckets = () => new TokenBuckets({ capacity: 3, perSecond: 0.5 });

function takeAll(buckets: TokenBuckets, client: string, now: number): number {
  let taken = 0;
  while (buckets.take(client, now).waitSeconds === 0) taken += 1;
  return taken;
}

describe("a token bucket", () => {
  test("gives its capacity at once, then says how long to wait", () => {
    const buckets = makeBuckets();
    expect(buckets.take("a", 0)).toEqual({ left: 2, waitSeconds: 0, fullSeconds: 2 });
    expect(takeAll(buckets, "a", 0)).toBe(2);
    expect(buckets.take("a", 0)).toEqual({ left: 0, waitSeconds: 2, fullSeconds: 6 });
    expect(buckets.take("a", 1_500)).toMatchObject({ waitSeconds: 1 });
  });

  test("fills again at its pace, never above its capacity", () => {
    const buckets = makeBuckets();
    takeAll(buckets, "a", 0);
    expect(takeAll(buckets, "a", 2_000)).toBe(1);
    expect(takeAll(buckets, "a", 4_000)).toBe(1);
    expect(takeAll(buckets, "a", 1_000_000)).toBe(3);
  });

  test("is not filled by requests that are refused, nor emptied below zero", () => {
    const buckets = makeBuckets();
    takeAll(buckets, "a", 0);
    for (let now = 0; now < 2_000; now += 10) {
      expect(buckets.take("a", now).waitSeconds).toBeGreaterThan(0);
    }
    expect(buckets.take("a", 2_001).waitSeconds).toBe(0);
  });

  test("gets back a token that was given back, and never more than it holds", () => {
    const buckets = makeBuckets();
    takeAll(buckets, "a", 0);
    buckets.giveBack("a");
    buckets.giveBack("never seen");
    expect(takeAll(buckets, "a", 0)).toBe(1);
    for (let i = 0; i < 9; i += 1) buckets.giveBack("a");
    expect(takeAll(buckets, "a", 0)).toBe(3);
  });

  test("belongs to one client", () => {
    const buckets = makeBuckets();
    takeAll(buckets, "a", 0);
    expect(takeAll(buckets, "b", 0)).toBe(3);
  });

  test("is forgotten when there are too many, the least recently used first", () => {
    const buckets = makeBuckets();
    takeAll(buckets, "old", 0);
    takeAll(buckets, "busy", 0);
    for (let client = 0; client < 30_000; client++) {
      buckets.take(String(client), 0);
      if (client % 1_000 === 0) expect(buckets.take("busy", 0).waitSeconds).toBe(2);
    }
    expect(buckets.clients).toBe(20_000);
    expect(takeAll(buckets, "old", 0)).toBe(3);
  });
});
