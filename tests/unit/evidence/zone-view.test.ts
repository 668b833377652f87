import { expect, it } from "vitest";
import { getLedgerAnchor } from "@/lib/evidence/addresses";
import { getReportDate } from "@/lib/evidence/zone-view";
import { createEvidence } from "@/tests/support/facts";

it.each([
  ["electricity", "available", "2024-11-24", 730, true],
  ["electricity", "available", "2024-11-23", 731, false],
  ["areaAcres", 100, "2026-11", 23, false],
] as const)(
  "a claim on %s (%s) of %s is %i days old, fresh: %s",
  (field, value, asOf, ageDays, fresh) => {
    const evidence = createEvidence({ field, value, asOf });
    expect(getReportDate({ evidence }, "2026-11-24")).toEqual({ date: asOf, ageDays, fresh });
  },
);

it("a step of progress has the date of its last report, also where firms imply it", () => {
  const evidence = createEvidence({
    field: "tenancyStage",
    value: "producing",
    asOf: "2021-08-11",
  });
  const progress = { implied: [evidence], since: "2021-08-11", lastReported: "2025-12" };
  expect(getReportDate({ evidence, progress }, "2026-11-24")).toEqual({
    ...{ date: "2025-12", ageDays: 358, fresh: true },
  });
});

it("entries of a zone and of its firms have different anchors", () => {
  expect(getLedgerAnchor("gas")).toBe("ledger-gas");
  expect(getLedgerAnchor("tenancyStage", "a-firm")).toBe("ledger-a-firm-tenancyStage");
});
