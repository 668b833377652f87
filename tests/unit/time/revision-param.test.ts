import { describe, expect, it } from "vitest";
import { isKnownOn, resolveRevision } from "@/lib/time/revision-param";
import { createRevision as revision } from "@/tests/support/facts";

const REVISIONS = [
  revision(1, "2026-11-23T19:00:00.000Z"), // 24 November in Pakistan
  revision(2, "2026-11-24T18:59:59.000Z"), // still the 24th
  revision(3, "2026-11-24T19:00:00.000Z"), // the 25th
];

describe("isKnownOn", () => {
  it.each([
    "r0",
    "r12",
    "2026-11-24",
    "2026-11-24T09:30Z",
    "2026-11-24T09:30:00Z",
    "2026-11-24T09:30:00.123Z",
    "2026-11-24T09:30:00+05:00",
  ])("%s is accepted", (text) => {
    expect(isKnownOn(text)).toBe(true);
  });

  it.each([
    "",
    "12",
    "r",
    "r-1",
    "R12",
    "r1234567890",
    "2026",
    "2026-11",
    "2026-02-30",
    "2026-02-30T09:30:00Z",
    "2026-11-24T25:00:00Z",
    "2026-11-24T09:30:00",
    "yesterday",
  ])("%j is refused", (text) => {
    expect(isKnownOn(text)).toBe(false);
  });
});

describe("resolveRevision", () => {
  it("without knownOn the last revision is used", () => {
    expect(resolveRevision(null, REVISIONS)).toBe(3);
    expect(resolveRevision(null, [])).toBe(0);
  });

  it("r2 is revision 2, and null where it does not exist yet", () => {
    expect(["r0", "r1", "r3"].map((text) => resolveRevision(text, REVISIONS))).toEqual([0, 1, 3]);
    expect(resolveRevision("r4", REVISIONS)).toBeNull();
  });

  it("a day means its last revision in Pakistan", () => {
    const on = (day: string) => resolveRevision(day, REVISIONS);
    expect(["2026-11-23", "2026-11-24", "2026-11-25", "2030-01-01"].map(on)).toEqual([0, 2, 3, 3]);
  });

  it("an instant means the last revision up to and including it", () => {
    const by = (instant: string) => resolveRevision(instant, REVISIONS);
    expect(by("2026-11-23T18:59:59Z")).toBe(0);
    expect(by("2026-11-23T19:00:00Z")).toBe(1);
    expect(by("2026-11-25T00:00:00+05:00")).toBe(3);
    expect(by("2026-11-24T23:59:59+05:00")).toBe(2);
  });
});
