import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { SCOPES } from "@/lib/query/scope";
import {
  compareGolden,
  computeGolden,
  formatGolden,
  GOLDEN_DAYS,
  GOLDEN_FILE,
  type Golden,
  readGolden,
} from "@/tests/support/golden";

const golden = readGolden();
const computed = await computeGolden();

it("the golden file holds the golden days", () => {
  expect(Object.keys(golden)).toEqual([...GOLDEN_DAYS]);
});

describe.each(GOLDEN_DAYS)("the registry as of %s", (day) => {
  const [expected, actual] = [golden[day], computed[day]];

  it("has exactly the golden zones", () => {
    expect(Object.keys(actual?.zones ?? {}).sort()).toEqual(
      Object.keys(expected?.zones ?? {}).sort(),
    );
  });

  it.each(SCOPES)("has exactly the golden zones in the scope %s", (scope) => {
    expect(actual?.scopes[scope]).toEqual(expected?.scopes[scope]);
  });

  it.each(Object.keys(expected?.zones ?? {}))(
    "has the expected values, marks and readiness of %s",
    (slug) => {
      expect(actual?.zones[slug]).toEqual(expected?.zones[slug]);
    },
  );
});

describe("npm run golden", () => {
  it("writes the file byte for byte as it is when nothing differs", () => {
    expect(compareGolden(golden, computed)).toEqual([]);
    expect(formatGolden(computed)).toBe(readFileSync(GOLDEN_FILE, "utf8"));
    expect(JSON.parse(formatGolden(computed))).toEqual(golden);
  });

  it("prints day, zone, field, value before and value after", () => {
    const readiness = { low: 10, high: 90, coverage: 0.2 };
    const zone = { values: { status: "serviced", gas: null }, marks: {}, readiness };
    const before: Golden = {
      "2021-06-30": { scopes: { all: ["a", "b"] }, zones: { a: zone, b: zone } },
    };
    const changed = {
      values: { status: "operational", jobs: 5 },
      marks: { status: "contested" },
      readiness: { ...readiness, low: 12.5 },
    };
    const after: Golden = {
      "2021-06-30": { scopes: { all: ["a", "c"] }, zones: { a: changed, c: zone } },
    };
    expect(compareGolden(before, after)).toEqual([
      "2021-06-30 scope all: + c, − b",
      "2021-06-30 a gas: null → (none)",
      "2021-06-30 a jobs: (none) → 5",
      '2021-06-30 a status: "serviced" → "operational"',
      '2021-06-30 a status (mark): (none) → "contested"',
      "2021-06-30 a readiness low: 10 → 12.5",
      "2021-06-30 b (zone): present → absent",
      "2021-06-30 c (zone): absent → present",
    ]);
  });
});
