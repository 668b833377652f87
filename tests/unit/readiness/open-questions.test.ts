import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { BLOCK_INDICATORS, fieldSpec, type ZoneFieldKey } from "@/lib/catalogue/fields";
import { BLOCK_WEIGHTS, BLOCKS, type Weights } from "@/lib/catalogue/groups";
import { NOT_APPLICABLE } from "@/lib/catalogue/kinds";
import { getJudgedOn } from "@/lib/evidence/age";
import type { ZoneRow } from "@/lib/evidence/row";
import { finish } from "@/lib/evidence/steps";
import { addReadiness } from "@/lib/query/select";
import {
  groupQuestions,
  listOpenQuestions,
  listQuestionGroupsInSteps,
  type OpenQuestion,
} from "@/lib/readiness/open-questions";
import { computeFreshShare, computeReadiness, listPlaces } from "@/lib/readiness/readiness";
import { partialDate, rows, weights } from "@/tests/support/arbitraries";
import { createRow } from "@/tests/support/facts";

const INDICATORS = BLOCKS.flatMap((block) => BLOCK_INDICATORS[block]);
const TODAY = "2026-11-24";

const withValue = (row: ZoneRow, field: ZoneFieldKey, value: string | number): ZoneRow => ({
  ...row,
  values: { ...row.values, [field]: value },
});
const best = (field: ZoneFieldKey) => (fieldSpec(field).kind === "number" ? 100 : "available");
const worst = (field: ZoneFieldKey) => (fieldSpec(field).kind === "number" ? 0 : "absent");

/** The same result by a new ranking for each answer. */
function byHand(
  all: readonly ZoneRow[],
  w: Weights,
  isOld: (row: ZoneRow, key: ZoneFieldKey) => boolean,
) {
  const placeIn = (rows: readonly ZoneRow[], slug: string) =>
    listPlaces(addReadiness(rows, { weights: w })).get(slug) ?? 0;
  return all.flatMap((row) => {
    if (computeReadiness(row, w) === null) return [];
    return INDICATORS.flatMap((field): Omit<OpenQuestion, "width">[] => {
      const value = row.values[field];
      if (value === NOT_APPLICABLE || (value !== null && !isOld(row, field))) return [];
      const after = (answer: string | number) =>
        placeIn(
          all.map((one) => (one === row ? withValue(row, field, answer) : one)),
          row.slug,
        );
      return [
        {
          slug: row.slug,
          field,
          why: value === null ? "unknown" : "stale",
          place: placeIn(all, row.slug),
          best: after(best(field)),
          worst: after(worst(field)),
        },
      ];
    });
  });
}

const getName = ({ slug, field }: Pick<OpenQuestion, "slug" | "field">) => `${slug} ${field}`;
const byName = <Q extends Pick<OpenQuestion, "slug" | "field">>(all: readonly Q[]) =>
  [...all].sort((a, b) => (getName(a) < getName(b) ? -1 : 1));

describe("listOpenQuestions", () => {
  it("places equal those of a new ranking after each answer", () => {
    const dated = fc
      .tuple(rows, fc.array(partialDate, { minLength: 12, maxLength: 12 }))
      .map(([all, dates]) =>
        all.slice(0, 7).map((row, i) => ({
          ...row,
          dates: Object.fromEntries(
            INDICATORS.filter((key) => row.values[key] !== null).map((key, k) => [
              key,
              dates[(i + k) % dates.length] ?? TODAY,
            ]),
          ),
        })),
      );
    const isOld = (row: ZoneRow, key: ZoneFieldKey) =>
      (Date.parse(getJudgedOn(row.values, TODAY)) -
        Date.parse((row.dates[key] ?? TODAY).padEnd(10, "-01"))) /
        86_400_000 >
      730;
    fc.assert(
      fc.property(dated, weights, (all, w) => {
        const found = listOpenQuestions(all, w, TODAY);
        const moving = byHand(all, w, isOld).filter((one) => one.best !== one.worst);
        const foundMoving = found.filter((one) => one.best !== one.worst);
        expect(byName(foundMoving.map(({ width, ...one }) => one))).toEqual(byName(moving));
        const moves = found.map((one) => one.worst - one.best);
        expect(moves).toEqual([...moves].sort((a, b) => b - a));
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
      place: 1,
      best: 1,
      worst: 2,
    });
    expect(questions.find(({ slug, field }) => slug === "a" && field === "gas")?.width).toBe(5);
  });
});

describe("the order of open questions", () => {
  const known = (from: number) =>
    Array.from({ length: 3 }, (_, i) =>
      createRow(
        { electricity: "available", gas: "available", water: "partial" },
        {
          slug: `known-${from + i}`,
          order: from + i,
          dates: { electricity: "2026", gas: "2026", water: "2026" },
        },
      ),
    );
  const open = createRow(
    { electricity: "available", gas: "available", water: "planned" },
    { slug: "open", dates: { electricity: "2026", gas: "2026", water: "2019" } },
  );
  const questions = listOpenQuestions([...known(1), open], BLOCK_WEIGHTS, TODAY);

  it("is by moved places, then by points, then by place", () => {
    const keys = questions.map(({ best, worst, width, place }) => [worst - best, width, place]);
    const sorted = [...keys].sort(
      ([a = 0, b = 0, c = 0], [d = 0, e = 0, f = 0]) => d - a || e - b || c - f,
    );
    expect(keys).toEqual(sorted);
    expect(new Set(keys.map(([moves]) => moves)).size).toBeGreaterThan(1);
  });

  it("counts the zones that an answer overtakes or that overtake it", () => {
    const of = (field: string) =>
      questions.find((one) => one.slug === "open" && one.field === field);
    expect(of("water")).toMatchObject({ why: "stale", place: 4, best: 1, worst: 4, width: 0 });
    expect(of("telecom")).toMatchObject({ why: "unknown", place: 4, best: 1, worst: 4, width: 5 });
    expect(of("electricity")).toBeUndefined();
    const first = questions.find((one) => one.slug === "known-1" && one.field === "telecom");
    expect(first).toMatchObject({ place: 1, best: 1, worst: 3 });
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
    expect(found).toMatchObject({ why: "weak", width: 2.5, place: 1, best: 1, worst: 1 });
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
    place: 3,
    best: 1,
    worst: 4,
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
    expect(groups[0]).toMatchObject({ slug: "a", place: 3, best: 1, worst: 4, width: 5 });
  });

  it.each<Partial<OpenQuestion>>([
    { slug: "b" },
    { why: "stale" },
    { best: 2 },
    { worst: 5 },
    { width: 1 },
  ])("keeps another effect apart: %j", (part) => {
    expect(groupQuestions([question({}), question({ field: "water", ...part })])).toHaveLength(2);
  });
});

test("the first groups of many are those of all, with the number of all", () => {
  const many = Array.from({ length: 400 }, (_, i) => {
    const known = INDICATORS.filter((_indicator, at) => (i >> (at % 7)) % 3 === 0);
    const values = Object.fromEntries(
      known.map((field) => [field, fieldSpec(field).kind === "number" ? i % 100 : "partial"]),
    );
    return { ...createRow(values), slug: `zone-${i}`, order: i + 1 };
  });
  const list = (most?: number) =>
    finish(listQuestionGroupsInSteps(many, BLOCK_WEIGHTS, TODAY, most));
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
