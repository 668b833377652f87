import { describe, expect, it } from "vitest";
import type { FieldKey, ZoneValues } from "@/lib/catalogue/fields";
import type { FieldValue } from "@/lib/catalogue/kinds";
import { listContradictions } from "@/lib/evidence/cross-checks";
import { createValues } from "@/tests/support/facts";
import { seededZones } from "../zones/seeded-zones";

const kinds = (field: FieldKey, value: FieldValue, shown: Partial<ZoneValues> = {}) =>
  listContradictions({ field, value, tenancy: null }, createValues(shown)).map(({ kind }) => kind);

describe("the contradictions of a claim", () => {
  it("are a part above its whole, from either side", () => {
    expect(kinds("enterprisesProducing", 6, { enterprisesAdmitted: 5 })).toEqual([
      "producing-admitted",
    ]);
    expect(kinds("enterprisesAdmitted", 5, { enterprisesProducing: 6 })).toEqual([
      "producing-admitted",
    ]);
    expect(kinds("powerEnergisedMw", 11, { powerSanctionedMw: 10 })).toEqual([
      "energised-sanctioned",
    ]);
    expect(kinds("powerSanctionedMw", 10, { powerEnergisedMw: 11 })).toEqual([
      "energised-sanctioned",
    ]);
    expect(kinds("plotsBuiltPct", 5, { plotsAllottedPct: 0 })).toEqual(["built-allotted"]);
    expect(kinds("plotsAllottedPct", 0, { plotsBuiltPct: 5 })).toEqual(["built-allotted"]);
  });

  it("are none for equal numbers, and where one is unknown or does not apply", () => {
    expect(kinds("enterprisesProducing", 5, { enterprisesAdmitted: 5 })).toEqual([]);
    expect(kinds("enterprisesProducing", 5)).toEqual([]);
    expect(kinds("enterprisesProducing", null, { enterprisesAdmitted: 0 })).toEqual([]);
    expect(kinds("enterprisesProducing", 5, { enterprisesAdmitted: "not-applicable" })).toEqual([]);
    // 62% of the allotted plots are built on, and 20% of all plots are allotted.
    expect(kinds("plotsBuiltPct", 62, { plotsAllottedPct: 20 })).toEqual([]);
  });

  it("are a location outside its province", () => {
    const lahore = { lon: 74.35, lat: 31.55 };
    expect(kinds("location", lahore, { province: "sindh" })).toEqual(["outside-province"]);
    expect(kinds("province", "sindh", { location: lahore })).toEqual(["outside-province"]);
    expect(kinds("location", lahore, { province: "punjab" })).toEqual([]);
    expect(kinds("location", lahore)).toEqual([]);
  });

  it("are only with facts that the claim is about", () => {
    expect(
      kinds("electricity", "available", { enterprisesProducing: 6, enterprisesAdmitted: 5 }),
    ).toEqual([]);
    const claim = { field: "tenancyJobs", value: 6, tenancy: "a-firm" } as const;
    expect(listContradictions(claim, createValues({ jobs: 1 }))).toEqual([]);
  });

  it("are none between locations and provinces of the data set", () => {
    for (const { values, slug } of seededZones()) {
      expect(kinds("location", values.location, values), slug).toEqual([]);
    }
  });
});
