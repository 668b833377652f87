import { expect, test } from "vitest";
import {
  DEFAULT_COLUMNS,
  DEFAULT_GRID,
  GRID_COLUMNS,
  type GridView,
  holds,
  moveInGrid,
  parseGridView,
  selectGridRows,
  writeGridView,
} from "@/components/features/zone-grid/grid-view";
import { readSavedViews } from "@/components/layout/view-menu";
import { ZONE_FIELD_KEYS } from "@/lib/catalogue/fields";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import { buildRegistry } from "@/lib/evidence/registry";
import { buildRow } from "@/lib/evidence/row";
import { COMPILED_ON, seedFacts } from "@/tests/support/seed-facts";

const facts = await seedFacts();
const seedDay = COMPILED_ON;
const rows = buildRegistry(facts, indexEvidence(facts), {
  asOf: seedDay,
  revision: 1,
}).zones.map(buildRow);
const read = (search: string) => parseGridView(new URLSearchParams(search));
const show = (part: Partial<GridView>) =>
  selectGridRows(rows, { ...DEFAULT_GRID, ...part }, seedDay).map(({ slug }) => slug);

test("every field but the name has one column", () => {
  expect(new Set(GRID_COLUMNS).size).toBe(GRID_COLUMNS.length);
  expect(GRID_COLUMNS.length).toBe(ZONE_FIELD_KEYS.length);
});

test("a view in the address is read as it was written", () => {
  expect(writeGridView(DEFAULT_GRID)).toBe("");
  expect(read("")).toEqual(DEFAULT_GRID);
  const view: GridView = {
    find: "hub",
    scope: "announced",
    conditions: ["unknown", "old"],
    within: "gas",
    columns: ["status", "gas", "readiness", "areaAcres"],
    sort: { key: "readiness", descending: true },
  };
  expect(writeGridView(view)).toBe(
    "?q=hub&scope=announced&is=unknown,old&in=gas&columns=status,gas,readiness,areaAcres&sort=-readiness",
  );
  expect(read(writeGridView(view))).toEqual(view);
});

test("what an address has wrong is as before any choice", () => {
  expect(read("scope=x&is=x&in=name&columns=x,name&sort=-x&q=")).toEqual(DEFAULT_GRID);
  expect(read("columns=gas,status,gas").columns).toEqual(["status", "gas"]);
});

test("every zone is shown by name until something is chosen", () => {
  const names = show({});
  expect(names.length).toBe(rows.length);
  expect(names.at(0)).not.toBe(show({ sort: { key: "name", descending: true } }).at(0));
});

test("a filter keeps the zones where it holds for the chosen column, or for one that is shown", () => {
  const unknownGas = rows.filter(({ values }) => values.gas === null).map(({ slug }) => slug);
  expect(show({ conditions: ["unknown"], within: "gas" }).sort()).toEqual(unknownGas.sort());
  expect(show({ conditions: ["unknown"], columns: ["gas", "readiness"] }).sort()).toEqual(
    unknownGas.sort(),
  );
  expect(show({ conditions: ["unknown"], columns: ["readiness"] })).toEqual([]);
  const disputed = show({ conditions: ["disputed"] });
  expect(disputed.length).toBeGreaterThan(0);
  for (const slug of disputed) {
    const marks = rows.find((row) => row.slug === slug)?.marks ?? {};
    expect(DEFAULT_COLUMNS.some((key) => key !== "readiness" && marks[key] === "contested")).toBe(
      true,
    );
  }
  expect(show({ conditions: ["unknown", "old"], within: "gas" })).toEqual([]);
});

test("a value is old when its last report is more than 2 years ago", () => {
  const row = { values: {} as never, marks: {}, dates: { gas: "2024-12-02", water: "2024-11" } };
  expect(holds("old", row, "gas", "2026-12-01")).toBe(false);
  expect(holds("old", row, "gas", "2026-12-02")).toBe(true);
  expect(holds("old", row, "water", "2026-11-29")).toBe(false);
  expect(holds("old", row, "water", "2026-11-30")).toBe(true);
  expect(holds("old", row, "status", "2026-12-01")).toBe(false);
});

test("saved views are read as far as they are views", () => {
  const view = { name: "Old progress", search: "?is=old&in=status" };
  expect(readSavedViews(JSON.stringify([view, { name: 1 }, null]))).toEqual([view]);
  for (const kept of [null, "", "{", "{}", "3"]) expect(readSavedViews(kept)).toEqual([]);
});

test.each([
  ["ArrowDown", { row: 4, cell: 2 }, { row: Number.MAX_SAFE_INTEGER, cell: 2 }],
  ["ArrowUp", { row: 2, cell: 2 }, { row: 0, cell: 2 }],
  ["ArrowRight", { row: 3, cell: 3 }, { row: 3, cell: Number.MAX_SAFE_INTEGER }],
  ["ArrowLeft", { row: 3, cell: 1 }, { row: 3, cell: 0 }],
  ["Home", { row: 3, cell: 0 }, { row: 0, cell: 0 }],
  [
    "End",
    { row: 3, cell: Number.MAX_SAFE_INTEGER },
    { row: Number.MAX_SAFE_INTEGER, cell: Number.MAX_SAFE_INTEGER },
  ],
  ["PageDown", { row: 13, cell: 2 }, { row: 13, cell: 2 }],
  ["PageUp", { row: -7, cell: 2 }, { row: -7, cell: 2 }],
  ["x", null, null],
])("%s moves as in a spreadsheet, and with Ctrl to the end", (key, near, far) => {
  const from = { row: 3, cell: 2 };
  expect(moveInGrid(key, from, { isFar: false, isRtl: false })).toEqual(near);
  expect(moveInGrid(key, from, { isFar: true, isRtl: false })).toEqual(far);
});

test("the arrows follow the direction of the text", () => {
  const from = { row: 0, cell: 2 };
  expect(moveInGrid("ArrowLeft", from, { isFar: false, isRtl: true })).toEqual({ row: 0, cell: 3 });
});
