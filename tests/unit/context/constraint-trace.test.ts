import { describe, expect, test } from "vitest";
import { CONSTRAINTS } from "@/lib/catalogue/constraints";
import type { ZoneFieldKey } from "@/lib/catalogue/fields";
import { computeTrace, computeUnknownShare } from "@/lib/context/constraint-trace";
import { buildRegistry, indexEvidence } from "@/lib/evidence/registry";
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
      ["none", 0],
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
    const zones = [createRow({ electricity: "none" }), createRow({})];
    expect(computeUnknownShare(zones, ["electricity", "gas"])).toBe(0.75);
    expect(computeUnknownShare([], ["electricity"])).toBeNull();
    expect(computeUnknownShare(zones, [])).toBeNull();
  });
});
