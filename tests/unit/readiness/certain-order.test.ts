import fc from "fast-check";
import { expect, test } from "vitest";
import { buildShortlist } from "@/lib/readiness/threshold";
import { computeCertainOrder } from "@/lib/readiness/zone-scores";

const row = (slug: string, low: number, high: number) => ({
  slug,
  readiness: { low, high, coverage: 0.5 },
});

const bands = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 })), {
    maxLength: 25,
  })
  .map((pairs) => pairs.map(([a, b], i) => row(`zone-${i}`, Math.min(a, b), Math.max(a, b))));

test("overlapping and touching ranges have no certain order", () => {
  const order = computeCertainOrder([row("a", 20, 80), row("b", 0, 20), row("c", 50, 60)]);
  expect(order).toMatchObject({ zones: 3, pairs: 3, certain: 1, certainFirst: null });
  expect(order.maybeFirst).toEqual(["a", "c"]);
});

test("one zone can be certainly first while no other pair is certain", () => {
  const order = computeCertainOrder([row("a", 0, 40), row("b", 50, 60), row("c", 10, 49)]);
  expect(order).toMatchObject({ certain: 2, certainFirst: "b", certainlyBehind: 2 });
});

test("a single zone and a zone without readiness are ahead of none", () => {
  expect(computeCertainOrder([row("a", 0, 40), { slug: "b", readiness: null }])).toEqual({
    zones: 1,
    pairs: 0,
    certain: 0,
    maybeFirst: ["a"],
    certainlyBehind: 0,
    certainFirst: null,
  });
});

test("the certain order equals the comparison of every pair", () => {
  fc.assert(
    fc.property(bands, (rows) => {
      const isAhead = (a: (typeof rows)[number], b: (typeof rows)[number]) =>
        a.readiness.low > b.readiness.high;
      const certain = rows.flatMap((a) => rows.filter((b) => isAhead(a, b))).length;
      const behind = rows.filter((b) => rows.some((a) => isAhead(a, b)));
      const first = rows.find((a) => rows.every((b) => a === b || isAhead(a, b)));
      const order = computeCertainOrder(rows);
      expect(order.pairs).toBe(rows.flatMap((a, i) => rows.slice(i + 1).map((b) => [a, b])).length);
      expect(order.certain).toBe(certain);
      expect(order.certainlyBehind).toBe(behind.length);
      expect(order.maybeFirst).toEqual(
        rows.filter((one) => !behind.includes(one)).map(({ slug }) => slug),
      );
      expect(order.certainFirst).toBe(rows.length > 1 ? (first?.slug ?? null) : null);
    }),
  );
});

test("the shortlist has every zone once, on the correct side of the threshold", () => {
  fc.assert(
    fc.property(bands, fc.integer({ min: 0, max: 12 }), (banded, line) => {
      const rows = [...banded, { slug: "none", readiness: null }];
      const { certainly, possibly, below, unmeasured } = buildShortlist(rows, line);
      expect(
        [...certainly, ...possibly, ...below, ...unmeasured].map(({ slug }) => slug).sort(),
      ).toEqual(rows.map(({ slug }) => slug).sort());
      expect(certainly.every(({ readiness }) => (readiness?.low ?? -1) >= line)).toBe(true);
      expect(below.every(({ readiness }) => (readiness?.high ?? 99) < line)).toBe(true);
      expect(unmeasured).toEqual([{ slug: "none", readiness: null }]);
    }),
  );
});
