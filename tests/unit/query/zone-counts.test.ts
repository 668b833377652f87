import { describe, expect, test } from "vitest";
import { isZoneField } from "@/lib/catalogue/fields";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import { buildRegistry } from "@/lib/evidence/registry";
import { buildRow } from "@/lib/evidence/row";
import { anyOf, FILTERS, getKnownChoice } from "@/lib/query/filters";
import { LADDERS } from "@/lib/query/ladder-funnel";
import { parseQuery } from "@/lib/query/parse-query";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { select } from "@/lib/query/select";
import { writeQuery } from "@/lib/query/write-query";
import { type CountLine, countLadder, countReadiness } from "@/lib/query/zone-counts";
import { createRow } from "@/tests/support/facts";
import { COMPILED_ON, seedFacts } from "@/tests/support/seed-facts";

const facts = await seedFacts();
const evidence = indexEvidence(facts);
const rowsAt = (asOf: string) =>
  buildRegistry(facts, evidence, { asOf, revision: 1 }).zones.map(buildRow);

const linesOf = (asOf: string): { all: ReturnType<typeof rowsAt>; lines: CountLine[] } => {
  const all = rowsAt(asOf);
  const { rows } = select(all, DEFAULT_QUERY, asOf);
  const moment = { asOf, knownOn: null };
  return {
    all,
    lines: [...LADDERS.flatMap((ladder) => countLadder(rows, ladder, moment))],
  };
};

describe("the counts of zones on a ladder", () => {
  test.each([COMPILED_ON, "2023-06-30", "2020-12-31", "2018-01-01"])(
    "equal what the explorer finds at each link, on %s",
    (asOf) => {
      const { all, lines } = linesOf(asOf);
      for (const { key, count, query } of lines) {
        const { query: read, problems } = parseQuery(writeQuery(query));
        expect(problems).toEqual([]);
        expect(select(all, read, asOf).rows.length, key).toBe(count);
      }
    },
  );

  test("count the unknown as possible", () => {
    const { lines } = linesOf(COMPILED_ON);
    const line = (key: string) => lines.find((one) => one.key === key);
    expect(line("notified")).toMatchObject({ count: 15, atMost: 15 });
    expect(line("operational")).toMatchObject({ count: 3, atMost: 22 });
    expect(line("stalled")).toMatchObject({ count: 1, atMost: 1 });
  });
});

describe("the counts of a few zones", () => {
  const rows = [
    ...[{ status: "serviced" }, { status: "stalled" }, {}, { electricity: "absent" }].map(
      (known) => ({
        ...createRow(known as Parameters<typeof createRow>[0]),
        readiness: { low: 0, high: 100, coverage: 0.5 },
      }),
    ),
    { ...createRow({ candidateForRemainder: true }), readiness: null },
    { ...createRow(), readiness: { low: 0, high: 100, coverage: 0.49 } },
  ];
  const moment = { asOf: "2024-05-01", knownOn: "r2" };
  const of = (lines: readonly CountLine[]) =>
    lines.map(({ key, count, atMost, unknown }) => [key, count, atMost, unknown]);

  test("of a ladder have every step, asides with zones, and unknown", () => {
    expect(of(countLadder(rows, "status", moment))).toEqual([
      ["not-started", 1, 5, false],
      ["under-development", 1, 5, false],
      ["serviced", 1, 5, false],
      ["partially-operational", 0, 4, false],
      ["operational", 0, 4, false],
      ["stalled", 1, 1, false],
      ["unknown", 4, 4, true],
    ]);
    const known = rows.slice(0, 1);
    expect(countLadder(known, "status", moment).map(({ key }) => key)).not.toContain("unknown");
  });

  test("of confirmed scores have the zones that certainly and possibly reach them", () => {
    const scored = [30, 60].map((low) => ({
      ...createRow(),
      readiness: { low, high: low + 20, coverage: 0.8 },
    }));
    expect(of(countReadiness([...scored, ...rows.slice(4, 5)], moment))).toEqual([
      ["readiness-75", 0, 1, false],
      ["readiness-50", 1, 2, false],
      ["readiness-25", 2, 2, false],
    ]);
  });

  test("of a province keep its filter in their queries", () => {
    const base = { ...moment, scope: "all", filters: { province: anyOf(["sindh"]) } } as const;
    const [line] = countLadder(rows, "status", base);
    expect(line?.query.scope).toBe("all");
    expect(Object.keys(line?.query.filters ?? {})).toEqual(["province", "status"]);
    expect(countReadiness(rows, base)[0]?.query.filters).toEqual(base.filters);
  });
});

test.each([
  ["status", { from: null, to: null }, "stalled"],
  ["plotsBuiltPct", { from: "0", to: null }, "not-applicable"],
  ["areaAcres", { from: "0", to: null, values: [] }, null],
  ["approvedOn", { from: "1900", to: null, values: [] }, null],
] as const)("the choice of known values of %s is %o", (key, choice, value) => {
  expect(getKnownChoice(key)).toMatchObject(choice);
  if (value) expect(getKnownChoice(key)?.values).toContain(value);
});

test("a filter on data without a fixed list, and a field without a filter, have no choice of known values", () => {
  expect(getKnownChoice("sectors")).toBeNull();
  expect(getKnownChoice("name")).toBeNull();
});

test("the choice of known values keeps every known value and no unknown one", () => {
  const rows = rowsAt(COMPILED_ON);
  for (const { key } of FILTERS) {
    const choice = getKnownChoice(key);
    if (choice === null || !isZoneField(key)) continue;
    const query = { ...DEFAULT_QUERY, scope: "all" as const, filters: { [key]: choice } };
    const known = rows.filter(({ values }) => values[key] !== null).length;
    expect(select(rows, query, COMPILED_ON).rows.length, key).toBe(known);
  }
});
