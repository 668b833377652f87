import { describe, expect, it } from "vitest";
import { fieldSpec } from "@/lib/catalogue/fields";
import type { Claim } from "@/lib/evidence/ledger-records";
import { type Evidence, resolve } from "@/lib/evidence/resolve";
import { countRowSupport, getSupport, publisherAt } from "@/lib/evidence/support";
import { createEvidence } from "@/tests/support/facts";

/** A claim that water is partial, by a publisher of its own unless given. */
function said(publisher: string, part: Partial<Claim> = {}, ...judged: Judged[]): Evidence {
  const evidence = createEvidence({ field: "water", value: "partial", ...part }, ...judged);
  return { ...evidence, voices: [{ revision: 1, name: publisher }] };
}
type Judged = NonNullable<Parameters<typeof createEvidence>[1]>;

const supportOf = (evidence: readonly Evidence[], revision = 9) =>
  getSupport(
    "water",
    resolve(fieldSpec("water"), evidence, { asOf: "2026-11-24", revision }),
    revision,
    null,
  );

const LATEST = { asOf: "2024" };
const INDEPENDENT = { origin: "independent" } as const;
const LOW = { confidence: "low" } as const;

describe("the support of a displayed value", () => {
  it("is null where the value is unknown", () => {
    expect(supportOf([])).toBeNull();
    expect(supportOf([said("a", { value: null }), said("b", { asOf: "2019" })])).toBeNull();
  });

  it.each<[string, readonly Evidence[], object]>([
    ["one publisher", [said("a")], { support: "single", voices: 1 }],
    [
      "one publisher twice",
      [said("a"), said("a", { asOf: "2019" })],
      { support: "single", voices: 1 },
    ],
    [
      "two publishers",
      [said("a"), said("b", { asOf: "2019" })],
      { support: "corroborated", voices: 2 },
    ],
    ["an independent source", [said("a", INDEPENDENT)], { support: "independent", voices: 1 }],
    [
      "an independent source that agrees",
      [said("a", LATEST), said("b", INDEPENDENT)],
      { support: "independent", voices: 2 },
    ],
    [
      "an independent source that differs",
      [said("a", LATEST), said("b", { ...INDEPENDENT, value: "absent" })],
      { support: "single", voices: 1 },
    ],
    [
      "an independent source that knows nothing",
      [said("a", LATEST), said("b", { ...INDEPENDENT, value: null })],
      { support: "single", voices: 1 },
    ],
    [
      "a deprecated independent source",
      [said("a", LATEST), said("b", INDEPENDENT, { kind: "deprecated" })],
      { support: "single", voices: 1 },
    ],
    [
      "a source that a preferred one sets aside",
      [said("a", LATEST, { kind: "preferred" }), said("b")],
      { support: "corroborated", voices: 2 },
    ],
  ])("from %s", (_, evidence, expected) => {
    expect(supportOf(evidence)).toEqual({ weak: false, ...expected });
  });

  it.each<[boolean, string, readonly Evidence[]]>([
    [true, "low", [said("a", LOW)]],
    [false, "medium", [said("a")]],
    [true, "low, with another of the same origin and confidence", [said("a", LOW), said("b", LOW)]],
    [
      false,
      "low, with another origin",
      [said("a", { ...LOW, ...LATEST }), said("b", { ...LOW, ...INDEPENDENT })],
    ],
    [false, "low, with a higher confidence", [said("a", { ...LOW, ...LATEST }), said("b")]],
    [
      false,
      "low, with two others of which one is stronger",
      [said("a", { ...LOW, ...LATEST }), said("b"), said("c", LOW)],
    ],
    [
      true,
      "low, with a stronger one that differs",
      [said("a", { ...LOW, ...LATEST }), said("b", { value: "absent" })],
    ],
  ])("is weak: %s where its confidence is %s", (weak, _, evidence) => {
    expect(supportOf(evidence)?.weak).toBe(weak);
  });
});

describe("the publisher of a claim", () => {
  const voices = [
    { revision: 2, name: "a daily" },
    { revision: 5, name: "a weekly" },
  ];
  it.each([
    [1, "a daily"],
    [2, "a daily"],
    [4, "a daily"],
    [5, "a weekly"],
    [9, "a weekly"],
  ])("at revision %i is %s", (revision, name) => {
    expect(publisherAt({ voices }, revision)).toBe(name);
  });

  it("is empty without any", () => {
    expect(publisherAt({ voices: [] }, 1)).toBe("");
  });

  it("that two names at one revision share counts once", () => {
    const renamed = {
      ...said("a"),
      voices: [
        { revision: 1, name: "a" },
        { revision: 4, name: "b" },
      ],
    };
    const other = said("b", { asOf: "2019" });
    expect(supportOf([renamed, other], 3)?.voices).toBe(2);
    expect(supportOf([renamed, other], 4)?.voices).toBe(1);
  });
});

it("known values of zones are counted by support, without the register's own", () => {
  const rows = [
    { support: { name: "single", water: "single", gas: "independent" }, weak: ["water"] },
    { support: { water: "corroborated", lastSearchedOn: "single" }, weak: [] },
    { support: {}, weak: ["gas"] },
  ] as const;
  expect(countRowSupport(rows)).toEqual({
    known: 3,
    single: 1,
    corroborated: 1,
    independent: 1,
    weak: 1,
  });
});
