import { expect, it } from "vitest";
import { countCoverage, getCoverage, listCoverage, STATE_FIELDS } from "@/lib/coverage/coverage";
import { createClaim } from "@/tests/support/facts";
import { resolveTestZone } from "@/tests/support/test-zone";

const zone = resolveTestZone([
  createClaim({ id: "00000000-0000-4000-8000-000000000001", field: "gas", value: "partial" }),
  createClaim({ id: "00000000-0000-4000-8000-000000000002", field: "water", value: null }),
]);

it("counts an unknown value as one that could be known", () => {
  expect(countCoverage(listCoverage([zone], ["gas", "water", "sewerage"]))).toEqual({
    all: 3,
    known: 1,
    single: 1,
  });
});

it("gives no date and no support to a value that a source calls not known", () => {
  expect(getCoverage(zone, "water")).toMatchObject({ known: false, date: null, support: null });
});

it("leaves names, places, targets and dependence out of the state of a zone", () => {
  expect(STATE_FIELDS).toContain("status");
  for (const field of ["name", "areaAcres", "targetGas", "dependenceMarket"] as const)
    expect(STATE_FIELDS).not.toContain(field);
});
