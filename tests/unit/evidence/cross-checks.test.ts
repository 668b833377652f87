import { describe, expect, it } from "vitest";
import type { FieldKey, ZoneValues } from "@/lib/catalogue/fields";
import type { FieldValue } from "@/lib/catalogue/kinds";
import { listFailedChecks } from "@/lib/evidence/cross-checks";
import { createValues } from "@/tests/support/facts";

const kinds = (field: FieldKey, value: FieldValue, shown: Partial<ZoneValues> = {}) =>
  listFailedChecks({ field, value, tenancy: null, asOf: null }, createValues(shown), null).map(
    ({ kind }) => kind,
  );

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

  it("are none for a claim of an earlier day than the displayed value", () => {
    const shown = createValues({ enterprisesProducing: 6 });
    const on = (asOf: string | null, shownOn: string | null) =>
      listFailedChecks(
        { field: "enterprisesAdmitted", value: 5, tenancy: null, asOf },
        shown,
        shownOn,
      ).length;
    expect(on("2015", "2024-05-01")).toBe(0);
    expect(on("2024-05-01", "2024-05-01")).toBe(1);
    expect(on("2025", "2024-05-01")).toBe(1);
    expect(on(null, "2024-05-01")).toBe(1);
    expect(on("2015", null)).toBe(1);
  });

  it("are only with facts that the claim is about", () => {
    expect(
      kinds("electricity", "available", { enterprisesProducing: 6, enterprisesAdmitted: 5 }),
    ).toEqual([]);
    const claim = { field: "tenancyJobs", value: 6, tenancy: "a-firm", asOf: null } as const;
    expect(listFailedChecks(claim, createValues({ jobs: 1 }), null)).toEqual([]);
  });
});
