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
    const other = createEvidence(water("absent", "2021-01-01"), deprecated);
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
    expect(why("water", old, createEvidence(water("available", "2022-01-01")))).toBe(
      "Showing the most recent report; earlier reports include other values.",
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
    const old = createEvidence(water("absent", "2018-01-01"), preference);
    const recent = createEvidence(water("partial", "2022-01-01"));
    expect(why("water", old, recent)).toMatch(
      /^An editor chose this source\. See the reason with the report\./,
    );
    const spec = fieldSpec("water");
    const before = resolve(spec, [old, recent], { asOf: "2026-11-24", revision: 4 });
    expect(explainValue(englishText, spec, before, 4)).not.toMatch(/chose/);
  });

  it("says that others are not used, or that an editor had set them aside", () => {
    const shown = createEvidence(water("partial", "2022-01-01"));
    const plan = createEvidence(water("available", "2021-01-01"), deprecated);
    expect(why("water", shown, plan)).toBe("We use this report. The other is rejected: see why.");
    expect(
      why("water", shown, plan, createEvidence(water("absent", "2020-01-01"), deprecated)),
    ).toMatch(/^We use this report\. The other 2 are rejected/);
    const preferred = createEvidence(water("absent", "2018-01-01"), {
      kind: "preferred",
      revision: 2,
    });
    const aside = createEvidence(water("absent", "2019-01-01"));
    const later = createEvidence(water("absent", "2022-01-01", { revision: 3 }));
    expect(why("water", preferred, aside, later)).toMatch(
      /^Showing the most recent valid report; earlier reports are consistent\.$/,
    );
    const other = createEvidence(water("partial", "2022-01-01", { revision: 3 }), {
      kind: "preferred",
      revision: 4,
    });
    expect(why("water", preferred, other)).toBe("An editor chose this source.");
  });

  it("says of reports that are all of one date how the one was chosen", () => {
    const of = (part: object) => createEvidence(water("partial", "2020-01-01", part));
    expect(why("water", of({ id: "a" }), of({ id: "b" }))).toBe(
      "Several reports are equal by every rule; a fixed order decides, so the same one is always shown. No other valid report contradicts it.",
    );
    expect(why("water", of({}), of({ revision: 2 }))).toBe(
      "Several reports have the same date and confidence; showing the one recorded last. No other valid report contradicts it.",
    );
    const target = (value: string, part = {}) =>
      createEvidence({ field: "targetOperational", value, asOf: "2020-01-01", ...part });
    expect(why("targetOperational", target("2023-03"), target("2027-12", { revision: 2 }))).toMatch(
      / Other valid reports include other values\.$/,
    );
  });

  it("names what contradicts it: one of the same time, one less than a year older, or several", () => {
    const developer = (value: string, asOf: string, part = {}) =>
      createEvidence({ field: "developer", value, asOf, ...part });
    const shown = developer("A", "2022-06-01", { confidence: "high" });
    expect(why("developer", shown, developer("B", "2022-06-01"))).toMatch(
      / Another report of the same time contradicts it\. No editor has resolved this\.$/,
    );
    expect(why("developer", shown, developer("B", "2022-01-01"))).toBe(
      "Showing the most recent report. A report that is less than a year older contradicts it. No editor has resolved this.",
    );
    const several = [developer("B", "2022-01-01"), developer("C", "2022-02-01")];
    const agreeing = developer("A", "2021-12-01");
    expect(why("developer", shown, agreeing, ...several)).toMatch(
      / 2 other reports contradict it\. /,
    );
    const unused = createEvidence(
      { field: "developer", value: "D", asOf: "2022-03-01" },
      deprecated,
    );
    expect(why("developer", shown, unused, developer("B", "2022-01-01"))).toBe(
      "Showing the most recent valid report. A report that is less than a year older contradicts it. No editor has resolved this.",
    );
  });

  it("says what an editor has resolved, where other reports are valid", () => {
    const shown = createEvidence(water("partial", "2022-01-01"));
    const agreeing = createEvidence(water("partial", "2021-01-01"));
    const plan = createEvidence(water("available", "2021-06-01"), deprecated);
    expect(why("water", shown, agreeing, plan)).toBe(
      "Showing the most recent valid report. 1 report with another value is not used. See the reason with that report.",
    );
  });
});
