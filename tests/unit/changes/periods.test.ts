import { expect, test } from "vitest";
import { listPeriods } from "@/components/features/changes/change-controls";

test("periods begin with the state on the day before them", () => {
  expect(listPeriods("2026-11-26").map(({ from }) => from)).toEqual([
    "2026-10-27",
    "2025-11-26",
    "2023-12-31",
  ]);
  expect(listPeriods("2024-02-29").map(({ from }) => from)).toEqual([
    "2024-01-30",
    "2023-02-28",
    "2021-12-31",
  ]);
});
