import { describe, expect, it } from "vitest";
import { listClaimIssues } from "@/lib/evidence/check-claim";
import type { Claim } from "@/lib/evidence/ledger-records";
import { claimOf } from "@/tests/support/facts";

const TODAY = "2026-11-24";
const sound = claimOf({
  id: "9f66c66c-86db-5cdf-aac4-5ccc51665d2f",
  field: "status",
  value: "serviced",
  asOf: "2026-11",
  note: "The zone's power line was switched on.",
});
const listParams = (part: { readonly [K in keyof Claim]?: unknown }) =>
  listClaimIssues({ ...sound, ...part } as Claim, TODAY).map(({ param }) => param);

describe("a claim by itself", () => {
  it("is sound", () => {
    expect(listClaimIssues(sound, TODAY)).toEqual([]);
    expect(listParams({ asOf: null, locator: null, note: null })).toEqual([]);
  });

  it.each([
    ["id", { id: "9F66C66C-86DB-5CDF-AAC4-5CCC51665D2F" }],
    ["id", { id: "claim-1" }],
    ["field", { field: "colour" }],
    ["field", { field: "tenancyStage", value: "mou" }],
    ["field", { tenancy: "a-firm" }],
    ["value", { value: "open" }],
    ["asOf", { asOf: "2026-02-30" }],
    ["asOf", { asOf: "" }],
    ["origin", { origin: "hearsay" }],
    ["confidence", { confidence: "certain" }],
    ["locator", { locator: " " }],
    ["note", { note: "x".repeat(4001) }],
  ])("is faulted in its %s: %j", (part, change) => {
    expect(listParams(change)).toEqual([part]);
  });

  it("may hold from today, from this month and this year, but from no later day", () => {
    for (const asOf of ["2026-11-24", "2026-11", "2026"]) expect(listParams({ asOf })).toEqual([]);
    for (const asOf of ["2026-11-25", "2026-12", "2027"])
      expect(listParams({ asOf })).toEqual(["asOf"]);
  });

  it("of a target may have a value in the future", () => {
    expect(listParams({ field: "targetGas", value: "2031-06" })).toEqual([]);
  });

  it("of a firm takes the fields of a firm", () => {
    expect(listParams({ tenancy: "a-firm", field: "tenancyStage", value: "mou" })).toEqual([]);
    expect(listParams({ tenancy: "a-firm", field: "tenancyStage", value: "open" })).toEqual([
      "value",
    ]);
  });

  it("is told all its faults at once", () => {
    expect(listParams({ id: "x", value: "open", asOf: "2030", origin: "me" })).toEqual([
      "id",
      "value",
      "asOf",
      "origin",
    ]);
  });
});
