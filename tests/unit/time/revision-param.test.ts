import { describe, expect, it } from "vitest";
import { formatKnownOn, isKnownOn, isReplaced, resolveRevision } from "@/lib/time/revision-param";
import { identityOf, createRevision as revision } from "@/tests/support/facts";

const REVISIONS = [
  revision(1, "2026-11-23T19:00:00.000Z"), // 24 November in Pakistan
  revision(2, "2026-11-24T18:59:59.000Z"), // still the 24th
  revision(3, "2026-11-24T19:00:00.000Z"), // the 25th
];

describe("isKnownOn", () => {
  it.each([
    "r0",
    "r12",
    "r12-3f9a2c1e",
    `r12-${"a".repeat(64)}`,
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
    "r12-",
    "r12-3f9a2c1",
    "r12-3F9A2C1E",
    "r12-3f9a2c1g",
    `r12-${"a".repeat(65)}`,
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

  it("a number with the identity of another revision names none", () => {
    const two = identityOf(2);
    for (const digits of [8, 12, 64]) {
      expect(resolveRevision(`r2-${two.slice(0, digits)}`, REVISIONS)).toBe(2);
    }
    for (const knownOn of ["r2-ffffffff", `r3-${two.slice(0, 8)}`, "r0-00000000"]) {
      expect(resolveRevision(knownOn, REVISIONS), knownOn).toBeNull();
      expect(isReplaced(knownOn, REVISIONS), knownOn).toBe(true);
    }
    for (const knownOn of ["r2", `r2-${two.slice(0, 8)}`, "r4", "r4-ffffffff", "2026-11-24"]) {
      expect(isReplaced(knownOn, REVISIONS), knownOn).toBe(false);
    }
    expect(resolveRevision("r4-ffffffff", REVISIONS)).toBeNull();
  });

  it("a permanent link has the identity and names the same revision", () => {
    expect(formatKnownOn(2, REVISIONS)).toBe(`r2-${identityOf(2).slice(0, 8)}`);
    for (const number of [0, 1, 2, 3]) {
      expect(resolveRevision(formatKnownOn(number, REVISIONS), REVISIONS)).toBe(number);
    }
    expect(formatKnownOn(0, REVISIONS)).toBe("r0");
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
