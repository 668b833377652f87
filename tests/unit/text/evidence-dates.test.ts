import { describe, expect, it } from "vitest";
import { fieldSpec } from "@/lib/catalogue/fields";
import { resolve } from "@/lib/evidence/resolve";
import { englishText } from "@/lib/text/english-text";
import {
  describeAge,
  describeClaimDate,
  getLastChecked,
  getNewestEvidence,
} from "@/lib/text/evidence-summary";
import { createEvidence, createSource } from "@/tests/support/facts";
import { claimsOf, resolveTestZone } from "@/tests/support/test-zone";

it("evidence was last checked when any of its sources was read last", () => {
  const sources = new Map(
    [
      ["a", "2026-10-01"],
      ["b", "2026-11-20"],
      ["c", null],
      ["d", "2026-11-05"],
    ].map(([id, accessed]) => [
      id ?? "",
      createSource({ id: id ?? "", accessed: accessed ?? null }),
    ]),
  );
  const of = (...ids: readonly string[]) =>
    getLastChecked(
      ids.map((sourceId) => createEvidence({ field: "gas", value: "absent", sourceId })),
      sources,
    );
  expect(of("a", "b", "c", "d")).toBe("2026-11-20");
  expect(of("d", "c", "a")).toBe("2026-11-05");
  expect([of("c"), of("lost"), of()]).toEqual([null, null, null]);
});

it("the newest evidence of a zone is the latest that is displayed, its last search aside", () => {
  const newest = (...claims: Parameters<typeof resolveTestZone>[0]) =>
    getNewestEvidence(resolveTestZone(claims))?.claim.field ?? null;
  const gas = { field: "gas", value: "absent", asOf: "2021" } as const;
  const water = { field: "water", value: "absent", asOf: "2023" } as const;
  const searched = { field: "lastSearchedOn", value: "2026-01-01", asOf: "2026" } as const;
  expect(newest(gas, water, searched)).toBe("water");
  expect(newest({ ...water, asOf: "2020" }, gas)).toBe("gas");
  expect(newest(gas, { ...water, judged: "deprecated" })).toBe("gas");
  expect(newest(...claimsOf({ electricity: "absent", water: "absent" }))).toBe("electricity");
  expect(newest()).toBeNull();
});

describe("the age of a value", () => {
  const age = (...evidence: readonly ReturnType<typeof createEvidence>[]) =>
    describeAge(
      englishText,
      resolve(fieldSpec("gas"), evidence, { asOf: "2024-01-01", revision: 1 }),
      "2024-01-01",
    );
  const gas = (value: string | null, part: object = {}) =>
    createEvidence({ field: "gas", value, asOf: "2023-10-01", ...part });

  it("is empty without a value, and asks for no confirmation of an unknown one", () => {
    expect(age()).toBe("");
    expect(age(gas(null))).toBe("3 months old.");
    expect(age(gas(null, { origin: "independent" }))).toBe("3 months old.");
  });

  it("says whether it is confirmed", () => {
    expect(age(gas("absent"))).toBe("3 months old and not independently confirmed.");
    expect(age(gas("absent", { origin: "independent" }))).not.toContain("not independently");
  });

  it("is dated by the claim, its source or its recording", () => {
    const undated = {
      ...createEvidence({ field: "gas", value: "absent", asOf: null }),
      date: "2021",
    };
    expect(describeClaimDate(englishText, undated, undefined)).toBe("recorded 2021");
  });
});
