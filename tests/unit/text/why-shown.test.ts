import { describe, expect, it } from "vitest";
import { fieldSpec, type ZoneFieldKey } from "@/lib/catalogue/fields";
import { type Evidence, resolve } from "@/lib/evidence/resolve";
import { englishText } from "@/lib/text/english-text";
import { explainValue } from "@/lib/text/evidence-summary";
import { createEvidence } from "@/tests/support/facts";

const KNOWN_ON = 9;

function why(field: ZoneFieldKey, ...evidence: readonly Evidence[]): string {
  const moment = { asOf: "2026-11-24", revision: KNOWN_ON };
  return explainValue(
    englishText,
    fieldSpec(field),
    resolve(fieldSpec(field), evidence, moment),
    KNOWN_ON,
  );
}

const water = (value: string | null, asOf: string, part = {}) =>
  ({ field: "water", value, asOf, ...part }) as const;
const deprecated = { kind: "deprecated", reason: "Too thin" } as const;

describe("the explanation of a value", () => {
  it("says that unknown is not none", () => {
    expect(why("water")).toBe(
      "No report found, so the value is unknown. That does not mean there is none.",
    );
  });

  it("says that no report is used", () => {
    const claim = createEvidence(water("partial", "2020-01-01"), deprecated);
    const other = createEvidence(water("none", "2021-01-01"), deprecated);
    expect(why("water", claim)).toBe("The only report is not used, so the value is unknown.");
    expect(why("water", claim, other)).toBe(
      "None of the 2 reports is used, so the value is unknown.",
    );
  });

  it("says that there is no other source, whether the value is known or not", () => {
    expect(why("water", createEvidence(water("partial", "2020-01-01")))).toBe(
      "No other source on this.",
    );
    expect(why("water", createEvidence(water(null, "2020-01-01")))).toBe(
      "No other source on this, and this one says that it is not known.",
    );
  });

  it("names the rule that decided", () => {
    const old = createEvidence(water("partial", "2020-01-01"));
    expect(why("water", old, createEvidence(water("partial", "2022-01-01")))).toBe(
      "Showing the most recent report; earlier reports are consistent.",
    );
    const sure = createEvidence(water("partial", "2020-01-01", { confidence: "high" }));
    expect(why("water", old, sure)).toMatch(
      /^Several reports are of the same date; showing the one with higher confidence\. /,
    );
    const later = createEvidence(water("partial", "2020-01-01", { revision: 2 }));
    expect(why("water", old, later)).toMatch(/showing the one recorded last/);
  });

  it("says that an older, higher step contradicts and is not resolved", () => {
    const old = createEvidence(water("available", "2018-01-01"));
    expect(why("water", old, createEvidence(water("partial", "2022-01-01")))).toBe(
      "Showing the most recent report. An older report gives a later stage or a higher number, so the two contradict each other. No editor has resolved this.",
    );
  });

  it("says that a fact that never changes is contradicted at any age", () => {
    const area = (value: number, asOf: string) =>
      createEvidence({ field: "areaAcres", value, asOf });
    expect(why("areaAcres", area(500, "2012-01-01"), area(1000, "2022-01-01"))).toMatch(
      /does not change over time/,
    );
  });

  it("names a preference only from the revision of its decision on", () => {
    const preference = { kind: "preferred", reason: "Counted on the spot", revision: 5 } as const;
    const old = createEvidence(water("none", "2018-01-01"), preference);
    const recent = createEvidence(water("partial", "2022-01-01"));
    expect(why("water", old, recent)).toMatch(
      /^An editor chose this source\. See the reason with the report\./,
    );
    const spec = fieldSpec("water");
    const before = resolve(spec, [old, recent], { asOf: "2026-11-24", revision: 4 });
    expect(explainValue(englishText, spec, before, 4)).not.toMatch(/chose/);
  });
});
