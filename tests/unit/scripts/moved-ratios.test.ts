import { expect, test } from "vitest";
import { listMovedRatios } from "../../../scripts/lib/moved-ratios.mjs";

const run = (list: number, zone: number) => `# Performance

Hot answers a second
                       tracker   ratio
  list, 1 connections     3672   ×${list}
  one zone                2167   ×${zone} ×1.00
`;

test("a ratio that moved by more than 15 % is shown with its row, both ways", () => {
  expect(listMovedRatios(run(7, 2), run(5.5, 2.1))).toEqual([
    "Hot answers a second / list, 1 connections: ×7 → ×5.5",
  ]);
  expect(listMovedRatios(run(7, 2), run(7.5, 2.5))).toEqual([
    "Hot answers a second / one zone: ×2 ×1 → ×2.5 ×1",
  ]);
});

test("there is nothing to show without a run before, or for a new row", () => {
  expect(listMovedRatios("", run(1, 2))).toEqual([]);
  expect(listMovedRatios(run(1, 2), `${run(1, 2)}  new   ×9\n`)).toEqual([]);
});
