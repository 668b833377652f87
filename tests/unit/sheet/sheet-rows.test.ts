import { expect, test } from "vitest";
import {
  countRows,
  findRows,
  isShownBy,
  rowKey,
  SHEET_FILTERS,
  SHEET_GROUPS,
  type SheetRow,
} from "@/components/features/sheet/sheet-rows";
import { GROUP_KEYS } from "@/lib/catalogue/groups";

const row = (part: Partial<SheetRow>): SheetRow => ({
  key: rowKey("gas", null),
  group: "utilities",
  firm: null,
  publisher: null,
  field: "gas",
  label: "Gas",
  ...part,
});
const unknown = row({});
const fresh = row({ words: "Planned", ageDays: 730, publisher: "UrduPoint" });
const old = row({ words: "Partial", ageDays: 731, label: "Water" });
const disputed = row({ words: "Absent", ageDays: 10, mark: "contested" });
const ofFirm = row({ firm: "Hub Steel", label: "Stage" });
const rows = [unknown, fresh, old, disputed, ofFirm];

test("the sheet has every group, the ladders first and the firms last", () => {
  expect([...SHEET_GROUPS].sort()).toEqual([...GROUP_KEYS].sort());
  expect(SHEET_GROUPS[0]).toBe("ladders");
  expect(SHEET_GROUPS.at(-1)).toBe("tenancy");
});

test.each([
  ["all", rows],
  ["unknown", [unknown]],
  ["disputed", [disputed]],
  ["old", [old]],
] as const)("the filter %s shows what its count says", (filter, shown) => {
  expect(rows.filter((one) => isShownBy(one, filter))).toEqual(shown);
  expect(countRows(rows, filter)).toBe(shown.filter(({ firm }) => firm === null).length);
});

test("every filter is counted over the zone's own values", () => {
  expect(SHEET_FILTERS.map((filter) => countRows([ofFirm], filter))).toEqual([0, 0, 0, 0]);
});

test("a value is found by parts of its name, value, firm or publisher, in any order", () => {
  expect(findRows(rows, "point gas")).toEqual([fresh]);
  expect(findRows(rows, "steel stage")).toEqual([ofFirm]);
  expect(findRows(rows, "  ")).toEqual(rows);
  expect(findRows(rows, "railway")).toEqual([]);
});
