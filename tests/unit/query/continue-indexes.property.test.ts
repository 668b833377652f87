import fc from "fast-check";
import { expect, test } from "vitest";
import type { ZoneRow } from "@/lib/evidence/row";
import { continueIndexes } from "@/lib/query/continue-indexes";
import { getRowsIndex } from "@/lib/query/facet-index";
import { countFacets } from "@/lib/query/facets";
import { parseQuery } from "@/lib/query/parse-query";
import { createRow } from "@/tests/support/facts";

const DAY = "2026-11-24";
const { query } = parseQuery(new URLSearchParams("scope=all"));
const count = (rows: readonly ZoneRow[]) => countFacets(rows, query, DAY);

const values = fc.record(
  {
    province: fc.constantFrom("sindh", "punjab", null),
    status: fc.constantFrom("serviced", "operational", null),
    sectors: fc.uniqueArray(fc.constantFrom("paper", "steel", "made-up"), { maxLength: 2 }),
    areaAcres: fc.constantFrom(900, 1500.5, null),
    plotsBuiltPct: fc.constantFrom(10, "not-applicable" as const, null),
    approvedOn: fc.constantFrom("2019", "2020-03-04", null),
  },
  { requiredKeys: [] },
);
const row = values.map((one) => createRow(one));

test("after a write, the counts of all filters are those of the rows alone", () => {
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 12 }),
      fc.array(fc.tuple(fc.nat(), row), { maxLength: 3 }),
      fc.array(row, { maxLength: 1 }),
      (before, changes, added) => {
        count(before);
        const rows = [...before];
        for (const [place, changed] of changes) rows[place % rows.length] = changed;
        rows.push(...added);
        continueIndexes(before, rows, DAY);
        expect(count(rows)).toEqual(count([...rows]));
      },
    ),
  );
});

test("what did not change is not indexed again", () => {
  const before = [
    createRow({ province: "sindh", areaAcres: 900 }),
    createRow({ province: "punjab" }),
  ];
  count(before);
  const [first, second] = before;
  if (!first || !second) throw new Error("There are 2 rows.");
  const rows = [first, { ...second, values: { ...second.values, areaAcres: 20 } }];
  continueIndexes(before, rows, DAY);
  const [known, index] = [getRowsIndex(before, DAY), getRowsIndex(rows, DAY)];
  expect(index.facets.get("province")).toBe(known.facets.get("province"));
  expect(index.extents.get("areaAcres")).toBeUndefined();
  expect(index.extents.get("plotsBuiltPct")).toBe(known.extents.get("plotsBuiltPct"));
});
