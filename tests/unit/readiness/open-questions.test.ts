import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { BLOCK_INDICATORS, fieldSpec, type ZoneFieldKey } from "@/lib/catalogue/fields";
import { BLOCK_WEIGHTS, BLOCKS, type Weights } from "@/lib/catalogue/groups";
import { NOT_APPLICABLE } from "@/lib/catalogue/kinds";
import type { ZoneRow } from "@/lib/evidence/row";
import {
  groupQuestions,
  listOpenQuestions,
  listQuestionGroups,
  type OpenQuestion,
} from "@/lib/readiness/open-questions";
import { computeFreshShare, computeReadiness } from "@/lib/readiness/readiness";
import { rows, weights } from "@/tests/support/arbitraries";
import { createRow } from "@/tests/support/facts";

const INDICATORS = BLOCKS.flatMap((block) => BLOCK_INDICATORS[block]);
const TODAY = "2026-11-24";

/** The width of the range of a row, with another value of one field. */
function getWidth(row: ZoneRow, w: Weights, field: ZoneFieldKey, value: string | number | null) {
  const range = computeReadiness({ ...row, values: { ...row.values, [field]: value } }, w);
  return range === null ? 0 : range.high - range.low;
}

describe("listOpenQuestions", () => {
  it("has every unknown value, with the points by which an answer narrows the range", () => {
    fc.assert(
      fc.property(rows, weights, (all, w) => {
        const found = listOpenQuestions(all, w, TODAY).filter(({ why }) => why === "unknown");
        const points = found.map(({ width }) => width);
        expect(points).toEqual([...points].sort((a, b) => b - a));
        for (const row of all) {
          for (const field of INDICATORS.filter((key) => row.values[key] === null)) {
            const question = found.find((one) => one.slug === row.slug && one.field === field);
            const isNumber = fieldSpec(field).kind === "number";
            for (const answer of isNumber ? [0, 100] : ["absent", "available"]) {
              const narrowed = getWidth(row, w, field, null) - getWidth(row, w, field, answer);
              // Each of the 3 widths is rounded.
              expect(Math.abs((question?.width ?? 0) - narrowed)).toBeLessThan(0.26);
            }
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it("indicators that do not apply, are fresh or have no weight are left out", () => {
    const fresh = createRow(
      { electricity: "partial", gas: NOT_APPLICABLE },
      { slug: "a", dates: { electricity: "2026-01" } },
    );
    const questions = listOpenQuestions(
      [fresh, createRow({}, { slug: "b" })],
      { ...BLOCK_WEIGHTS, access: 0 },
      TODAY,
    );
    const ofA = questions.filter(({ slug }) => slug === "a").map(({ field }) => field);
    expect(ofA).toContain("water");
    expect(ofA).not.toContain("electricity");
    expect(ofA).not.toContain("gas");
    expect(ofA).not.toContain("railOrPortLink");
  });

  it("an unknown value has the points by which its answer narrows the range; a stale one has 0", () => {
    const row = createRow(
      { electricity: "partial" },
      { slug: "a", dates: { electricity: "2019" } },
    );
    const questions = listOpenQuestions([row, createRow({}, { slug: "b" })], BLOCK_WEIGHTS, TODAY);
    expect(
      questions.find(({ slug, field }) => slug === "a" && field === "electricity"),
    ).toMatchObject({
      why: "stale",
      width: 0,
    });
    expect(questions.find(({ slug, field }) => slug === "a" && field === "gas")?.width).toBe(5);
  });
});

describe("the order of open questions", () => {
  const dates = { electricity: "2026", gas: "2026", water: "2019" };
  const more = createRow(
    { electricity: "available", gas: "available", water: "partial" },
    { slug: "more", order: 2, dates },
  );
  const less = createRow(
    { electricity: "available", gas: "planned", water: "partial" },
    { slug: "less", order: 1, dates },
  );
  const questions = listOpenQuestions([less, more], BLOCK_WEIGHTS, TODAY);

  it("is by points, then by the confirmed score of the zone; stale values come last", () => {
    const points = questions.map(({ width }) => width);
    expect(points).toEqual([...points].sort((a, b) => b - a));
    const slugsOf = (width: number) => [
      ...new Set(questions.filter((one) => one.width === width).map(({ slug }) => slug)),
    ];
    for (const width of new Set(points)) expect(slugsOf(width)).toEqual(["more", "less"]);
    expect(questions.slice(-2)).toMatchObject([
      { slug: "more", field: "water", why: "stale" },
      { slug: "less", field: "water", why: "stale" },
    ]);
  });

  it("asks about weak values within their bounds", () => {
    const weak = createRow(
      { electricity: "partial" },
      {
        slug: "weak",
        bounds: { electricity: { low: 0.1, high: 0.6, known: false, impliedBy: null } },
        weak: ["electricity"],
      },
    );
    const [found] = listOpenQuestions([weak], BLOCK_WEIGHTS, TODAY).filter(
      ({ field }) => field === "electricity",
    );
    expect(found).toMatchObject({ why: "weak", width: 2.5 });
  });

  it("leaves out zones without readiness", () => {
    const nothing = { legal: 0, utilities: 0, access: 0, services: 0, investors: 0, resilience: 1 };
    const none = createRow(
      { securityArrangements: NOT_APPLICABLE, worksFinanced: NOT_APPLICABLE },
      { slug: "none" },
    );
    const rest = createRow({}, { slug: "rest" });
    const found = listOpenQuestions([none, rest], nothing, TODAY);
    expect(new Set(found.map(({ slug }) => slug))).toEqual(new Set(["rest"]));
  });
});

describe("groupQuestions", () => {
  const question = (part: Partial<OpenQuestion>): OpenQuestion => ({
    slug: "a",
    field: "gas",
    why: "unknown",
    width: 5,
    ...part,
  });

  it("merges questions of one zone with one effect, in the given order", () => {
    const groups = groupQuestions([
      question({}),
      question({ field: "water", width: 4 }),
      question({ field: "telecom" }),
    ]);
    expect(groups.map(({ fields }) => fields)).toEqual([["gas", "telecom"], ["water"]]);
    expect(groups[0]).toMatchObject({ slug: "a", width: 5 });
  });

  it.each<Partial<OpenQuestion>>([{ slug: "b" }, { why: "stale" }, { width: 1 }])(
    "keeps another effect apart: %j",
    (part) => {
      expect(groupQuestions([question({}), question({ field: "water", ...part })])).toHaveLength(2);
    },
  );
});

test("the first groups of many are those of all, with the number of all", () => {
  const many = Array.from({ length: 400 }, (_, i) => {
    const known = INDICATORS.filter((_indicator, at) => (i >> (at % 7)) % 3 === 0);
    const values = Object.fromEntries(
      known.map((field) => [field, fieldSpec(field).kind === "number" ? i % 100 : "partial"]),
    );
    return { ...createRow(values), slug: `zone-${i}`, order: i + 1 };
  });
  const list = (most?: number) => listQuestionGroups(many, BLOCK_WEIGHTS, TODAY, most);
  const all = list();
  expect(all.count).toBeGreaterThan(1_500);
  expect(all.first).toHaveLength(all.count);
  for (const most of [1, 99, 700])
    expect(list(most)).toEqual({ first: all.first.slice(0, most), count: all.count });
});

test("the fresh share is by weight over known values, and null where none is known", () => {
  const row = createRow(
    { electricity: "partial", developmentAgreement: "available", gas: NOT_APPLICABLE },
    { dates: { electricity: "2026-01", developmentAgreement: "2019", gas: "2026" } },
  );
  expect(computeFreshShare(row, BLOCK_WEIGHTS, TODAY)).toBe(0.57);
  expect(computeFreshShare(row, { ...BLOCK_WEIGHTS, utilities: 0 }, TODAY)).toBe(0);
  expect(computeFreshShare(createRow({}), BLOCK_WEIGHTS, TODAY)).toBeNull();
});
