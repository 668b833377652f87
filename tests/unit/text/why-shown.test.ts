import { describe, expect, it } from "vitest";
import { fieldSpec, type ZoneFieldKey } from "@/lib/catalogue/fields";
import { type Evidence, resolve } from "@/lib/evidence/resolve";
import { whyThisShows } from "@/lib/text/why-shown";
import { evidenceOf } from "@/tests/support/facts";

const KNOWN_ON = 9;

function why(field: ZoneFieldKey, ...evidence: readonly Evidence[]): string {
  const moment = { asOf: "2026-11-24", revision: KNOWN_ON };
  return whyThisShows(fieldSpec(field), resolve(fieldSpec(field), evidence, moment), KNOWN_ON);
}

const water = (value: string | null, asOf: string, part = {}) =>
  ({ field: "water", value, asOf, ...part }) as const;
const deprecated = { kind: "deprecated", reason: "Too thin" } as const;

describe("whyThisShows", () => {
  it("tells unknown from none", () => {
    expect(why("water")).toBe(
      "No claim was found, so the value is unknown. That is not the same as none.",
    );
  });

  it("says that every claim was deprecated", () => {
    const claim = evidenceOf(water("partial", "2020-01-01"), deprecated);
    const other = evidenceOf(water("none", "2021-01-01"), deprecated);
    expect(why("water", claim)).toMatch(/^The only claim was deprecated/);
    expect(why("water", claim, other)).toMatch(/^Both claims were deprecated/);
  });

  it("names a claim that stands alone, known or not", () => {
    expect(why("water", evidenceOf(water("partial", "2020-01-01")))).toBe(
      "Only this claim speaks of it.",
    );
    expect(why("water", evidenceOf(water(null, "2020-01-01")))).toBe(
      "Only this source speaks of it, and it says that it is not known.",
    );
  });

  it("gives the rule that decided", () => {
    const old = evidenceOf(water("partial", "2020-01-01"));
    expect(why("water", old, evidenceOf(water("partial", "2022-01-01")))).toMatch(
      /^The later day shows\./,
    );
    const sure = evidenceOf(water("partial", "2020-01-01", { confidence: "high" }));
    expect(why("water", old, sure)).toMatch(/^Both speak of the same day; the one held with more/);
    const later = evidenceOf(water("partial", "2020-01-01", { revision: 2 }));
    expect(why("water", old, later)).toMatch(/the one recorded later shows/);
  });

  it("says that an older, higher step contradicts and is not settled", () => {
    const old = evidenceOf(water("available", "2018-01-01"));
    expect(why("water", old, evidenceOf(water("partial", "2022-01-01")))).toBe(
      "The later day shows. The older claim says more than the newer, so the two contradict. Nobody has settled it.",
    );
  });

  it("says that what never changes contradicts at any age", () => {
    const area = (value: number, asOf: string) => evidenceOf({ field: "areaAcres", value, asOf });
    expect(why("areaAcres", area(500, "2012-01-01"), area(1000, "2022-01-01"))).toMatch(
      /does not change with time/,
    );
  });

  it("gives the reason of a preference, once it was known", () => {
    const preference = { kind: "preferred", reason: "Counted on the spot", revision: 5 } as const;
    const old = evidenceOf(water("none", "2018-01-01"), preference);
    const recent = evidenceOf(water("partial", "2022-01-01"));
    expect(why("water", old, recent)).toMatch(
      /^A judgement prefers this claim, for the reason given with it\./,
    );
    const spec = fieldSpec("water");
    const before = resolve(spec, [old, recent], { asOf: "2026-11-24", revision: 4 });
    expect(whyThisShows(spec, before, 4)).not.toMatch(/prefers/);
  });
});
