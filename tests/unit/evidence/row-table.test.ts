import { expect, test } from "vitest";
import type { PackedRow } from "@/lib/evidence/row";
import { fromRowTable, toRowTable } from "@/lib/evidence/row-table";
import { createProgress } from "@/tests/support/facts";

const row = (i: number, values: PackedRow["values"]): PackedRow => ({
  slug: `zone-${i}`,
  order: i,
  values,
  dates: i % 2 === 0 ? { name: "2012" } : {},
  marks: {},
  support: { name: "single" },
  weak: [],
  unused: ["gas"],
  bounds: {},
  progress: createProgress(null),
  firms: [`Firm ${i}`],
});

test("a table gives back the rows, each value without a null and with its type", () => {
  // More than 35 distinct values need places of two characters.
  const rows = Array.from({ length: 100 }, (_, i) =>
    row(i, i % 3 === 0 ? { name: `Zone ${i}`, areaAcres: 0, preExistingEstate: false } : {}),
  );
  expect(fromRowTable(JSON.parse(JSON.stringify(toRowTable(rows))))).toEqual(rows);
});

test("a value that many rows have is sent once", () => {
  const rows = Array.from({ length: 30 }, (_, i) => row(i, { province: "sindh" }));
  expect(JSON.stringify(toRowTable(rows)).match(/sindh/g)).toHaveLength(1);
});

test("no rows are a table too", () => {
  expect(fromRowTable(toRowTable([]))).toEqual([]);
});
