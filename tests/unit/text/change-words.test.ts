import { describe, expect, it } from "vitest";
import { CHANGE_KINDS } from "@/lib/changes/change-kinds";
import { changeInWords, changePath, type WordedChange } from "@/lib/text/change-words";

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

describe("a change in words", () => {
  it.each<[Partial<WordedChange>, string]>([
    [{}, "Rashakai: Gas moved up from Under construction to Available"],
    [{ kind: "first-known", before: null }, "Rashakai: Gas became known: Available"],
    [
      { kind: "no-longer-known", after: null },
      "Rashakai: Gas is no longer known; it was Under construction",
    ],
    [
      { kind: "contradicted", against: "none" },
      "Rashakai: Gas is contradicted: Available is shown, None stands against it",
    ],
    [
      { kind: "slipped-later", field: "targetGas", before: "2021-12", after: "2022-06-30" },
      "Rashakai: Gas target moved from Dec 2021 to 30 Jun 2022",
    ],
    [{ kind: "zone-added", field: null }, "Rashakai is in the registry"],
    [
      { field: "powerEnergisedMw", before: 10, after: 210 },
      "Rashakai: Power energised moved up from 10 MW to 210 MW",
    ],
    [
      {
        firm: "Century Steel",
        tenancy: "century",
        field: "tenancyStage",
        before: "mou",
        after: "building",
      },
      "Rashakai: Century Steel, stage moved up from MoU to Building",
    ],
  ])("%o", (part, expected) => {
    expect(changeInWords({ ...CHANGE, ...part })).toBe(expected);
  });

  it("has no empty word for any kind", () => {
    for (const kind of CHANGE_KINDS) {
      const words = changeInWords({ ...CHANGE, kind });
      expect(words).not.toMatch(/undefined|null|: *$| {2}/);
    }
  });

  it("points at the ledger's entry of the field, also of a firm", () => {
    expect(changePath(CHANGE)).toBe("/zones/rashakai-sez#ledger-gas");
    expect(changePath({ ...CHANGE, tenancy: "century", field: "tenancyStage" })).toBe(
      "/zones/rashakai-sez#ledger-century-tenancyStage",
    );
    expect(changePath({ ...CHANGE, field: null })).toBe("/zones/rashakai-sez");
  });
});
