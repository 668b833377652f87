import { describe, expect, it } from "vitest";
import { CHANGE_KINDS } from "@/lib/changes/change-kinds";
import { changePath, describeChange, type WordedChange } from "@/lib/text/change-words";
import { englishText } from "@/lib/text/english-text";

const CHANGE: WordedChange = {
  kind: "moved-up",
  zone: "rashakai-sez",
  name: "Rashakai Special Economic Zone",
  tenancy: null,
  firm: null,
  field: "gas",
  before: "under-construction",
  after: "available",
  against: null,
};

describe("the line about a change", () => {
  it.each<[Partial<WordedChange>, string]>([
    [{}, "Rashakai: Gas advanced from Under construction to Available"],
    [{ kind: "first-known", before: null }, "Rashakai: Gas is now known: Available"],
    [
      { kind: "no-longer-known", after: null },
      "Rashakai: Gas is no longer known; it was Under construction",
    ],
    [
      { kind: "contradicted", against: "absent" },
      "Rashakai: Gas is disputed: we show Available, another report says Absent",
    ],
    [
      { kind: "slipped-later", field: "targetGas", before: "2021-12", after: "2022-06-30" },
      "Rashakai: Gas target was postponed from Dec 2021 to 30 Jun 2022",
    ],
    [
      { kind: "first-known", field: "targetGas", before: null, after: "2022-06-30" },
      "Rashakai: Gas target was first set to 30 Jun 2022",
    ],
    [{ kind: "zone-added", field: null }, "Rashakai: Zone added"],
    [
      { field: "powerEnergisedMw", before: 10, after: 210 },
      "Rashakai: Power delivered rose from 10 MW to 210 MW",
    ],
    [
      {
        firm: "Century Steel",
        tenancy: "century",
        field: "tenancyStage",
        before: "mou",
        after: "building",
      },
      "Rashakai, Century Steel: Stage advanced from MoU to Building",
    ],
  ])("%o", (part, expected) => {
    expect(describeChange(englishText, { ...CHANGE, ...part })).toBe(expected);
  });

  it("has every value for every kind", () => {
    for (const kind of CHANGE_KINDS) {
      const words = describeChange(englishText, { ...CHANGE, kind });
      expect(words).not.toMatch(/undefined|null|<|: *$| {2}/);
    }
  });

  it("links to the entry of the field in the ledger, also of a firm", () => {
    expect(changePath(CHANGE)).toBe("/zones/rashakai-sez#ledger-gas");
    expect(changePath({ ...CHANGE, tenancy: "century", field: "tenancyStage" })).toBe(
      "/zones/rashakai-sez#ledger-century-tenancyStage",
    );
    expect(changePath({ ...CHANGE, field: null })).toBe("/zones/rashakai-sez");
  });
});
