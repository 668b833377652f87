import { describe, expect, test } from "vitest";
import { CONSTRAINTS } from "@/lib/catalogue/constraints";
import type { ZoneFieldKey } from "@/lib/catalogue/fields";
import { computeTrace, computeUnknownShare } from "@/lib/context/constraint-trace";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import { buildRegistry } from "@/lib/evidence/registry";
import { buildRow } from "@/lib/evidence/row";
import { parseQuery } from "@/lib/query/parse-query";
import { DEFAULT_QUERY, type Query } from "@/lib/query/query";
import { select } from "@/lib/query/select";
import { writeQuery } from "@/lib/query/write-query";
import { createRow } from "@/tests/support/facts";
import { COMPILED_ON, seedFacts } from "@/tests/support/seed-facts";

const facts = await seedFacts();
const evidence = indexEvidence(facts);
const FIELDS = [
  ...new Set(
    Object.values(CONSTRAINTS).flatMap(({ bearsOn }) => bearsOn.map(({ field }) => field)),
  ),
];

describe("computeTrace", () => {
  test.each([COMPILED_ON, "2021-01-01"])(
    "counts the zones that the explorer finds, on %s",
    (asOf) => {
      const all = buildRegistry(facts, evidence, { asOf, revision: 1 }).zones.map(buildRow);
      const { rows } = select(all, DEFAULT_QUERY, asOf);
      for (const field of FIELDS) {
        const parts = computeTrace(rows, field);
        expect(
          parts.reduce((sum, { count }) => sum + count, 0),
          field,
        ).toBe(rows.length);
        for (const { value, count, choice } of parts) {
          const request: Query = {
            ...DEFAULT_QUERY,
            filters: choice === null ? {} : { [field]: choice },
          };
          const { query, problems } = parseQuery(writeQuery(request));
          expect(problems, `${field} ${value}`).toEqual([]);
          expect(select(all, query, asOf).rows.length, `${field} ${value}`).toBe(count);
        }
      }
    },
  );

  const getValues = (field: ZoneFieldKey, ...values: unknown[]) =>
    computeTrace(
      values.map((value) => createRow({ [field]: value })),
      field,
    ).map(({ value, count }) => [value, count]);

  test("has every step, furthest first, asides only with zones, and unknown last", () => {
    expect(getValues("electricity", "partial", "partial", null)).toEqual([
      ["available", 0],
      ["partial", 2],
      ["under-construction", 0],
      ["planned", 0],
      ["absent", 0],
      ["unknown", 1],
    ]);
    expect(getValues("status", "stalled").slice(-2)).toEqual([
      ["stalled", 1],
      ["unknown", 0],
    ]);
  });

  test("treats unknown, none and not-applicable as different", () => {
    expect(getValues("enterprisesProducing", 0, 3, null, null, "not-applicable")).toEqual([
      ["some", 1],
      ["0", 1],
      ["not-applicable", 1],
      ["unknown", 2],
    ]);
    expect(getValues("powerEnergisedMw", 0, null)).toEqual([
      ["known", 1],
      ["unknown", 1],
    ]);
  });

  test("computeUnknownShare is the unknown share of all values", () => {
    const zones = [createRow({ electricity: "absent" }), createRow({})];
    expect(computeUnknownShare(zones, ["electricity", "gas"])).toBe(0.75);
    expect(computeUnknownShare([], ["electricity"])).toBeNull();
    expect(computeUnknownShare(zones, [])).toBeNull();
  });
});

describe("the parts of a trace", () => {
  const trace = (field: ZoneFieldKey, ...values: unknown[]) =>
    computeTrace(
      values.map((value) => createRow({ [field]: value })),
      field,
    );
  const step = (at: number, of = 5) => ({ kind: "step", at, of });
  const unknown = {
    value: "unknown",
    tone: { kind: "unknown" },
    choice: { values: ["unknown"], from: null, to: null },
  };

  test("of a scale and its asides are a step each, with the choice that lists them", () => {
    const parts = trace("electricity", "available", "not-applicable", null);
    expect(parts.map(({ value, tone }) => [value, tone])).toEqual([
      ["available", step(4)],
      ["partial", step(3)],
      ["under-construction", step(2)],
      ["planned", step(1)],
      ["absent", step(0)],
      ["not-applicable", { kind: "other" }],
      ["unknown", { kind: "unknown" }],
    ]);
    expect(parts[0]?.choice).toEqual({ values: ["available"], from: null, to: null });
    expect(trace("electricity", null)).toHaveLength(6);
  });

  test("of a vocabulary without order are no steps", () => {
    expect(trace("province", "sindh", null)).toEqual([
      {
        value: "sindh",
        count: 1,
        tone: { kind: "other" },
        choice: { values: ["sindh"], from: null, to: null },
      },
      { ...unknown, count: 1 },
    ]);
  });

  test("of levels are five steps, the highest first", () => {
    const parts = trace("dependenceMarket", 0, 4, 4, null);
    expect(parts.map(({ value, count, tone }) => [value, count, tone])).toEqual([
      ["4", 2, step(4)],
      ["3", 0, step(3)],
      ["2", 0, step(2)],
      ["1", 0, step(1)],
      ["0", 1, step(0)],
      ["unknown", 1, { kind: "unknown" }],
    ]);
  });

  test("of a number of firms are any, none and not applicable", () => {
    expect(trace("enterprisesProducing", 1, 7, 0, "not-applicable", null)).toEqual([
      { value: "some", count: 2, tone: step(3), choice: { values: [], from: "1", to: null } },
      { value: "0", count: 1, tone: step(0), choice: { values: [], from: "0", to: "0" } },
      {
        value: "not-applicable",
        count: 1,
        tone: { kind: "other" },
        choice: { values: ["not-applicable"], from: null, to: null },
      },
      { ...unknown, count: 1 },
    ]);
  });

  test("of other numbers, dates and texts are known or not", () => {
    const known = (choice: object | null, count: number) => [
      { value: "known", count, tone: step(3), choice },
      { ...unknown, count: 1 },
    ];
    expect(trace("powerNeededMw", 0, 5, null)).toEqual(
      known({ values: [], from: "0", to: null }, 2),
    );
    expect(trace("approvedOn", "2020", null)).toEqual(
      known({ values: [], from: "1900", to: null }, 1),
    );
    expect(trace("developer", "A", null)).toEqual(known(null, 1));
    expect(
      trace("plotsBuiltPct", 5, "not-applicable", null).map(({ value, count }) => [value, count]),
    ).toEqual([
      ["known", 1],
      ["not-applicable", 1],
      ["unknown", 1],
    ]);
  });
});
