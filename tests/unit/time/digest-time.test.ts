import { describe, expect, test } from "vitest";
import { nextDigestTime } from "@/lib/time/digest-time";

/** 7:00 in Pakistan is 2:00 UTC. */
describe("the time of the next digest", () => {
  test.each([
    ["2026-11-26T01:59:59Z", "daily", "2026-11-26T02:00:00.000Z"],
    ["2026-11-26T02:00:00Z", "daily", "2026-11-27T02:00:00.000Z"],
    // In Pakistan it is the next day already.
    ["2026-11-26T20:00:00Z", "daily", "2026-11-27T02:00:00.000Z"],
    // A Thursday, a Monday before 7:00 and one after.
    ["2026-11-26T12:00:00Z", "weekly", "2026-11-30T02:00:00.000Z"],
    ["2026-11-30T01:00:00Z", "weekly", "2026-11-30T02:00:00.000Z"],
    ["2026-11-30T03:00:00Z", "weekly", "2026-12-07T02:00:00.000Z"],
  ] as const)("after %s, %s, is %s", (now, frequency, next) => {
    expect(nextDigestTime(new Date(now), frequency).toISOString()).toBe(next);
  });
});
