import fc from "fast-check";
import { expect, test } from "vitest";
import { byConfirmedScore, listPlaces } from "@/lib/readiness/readiness";

const row = (slug: string, low: number, high = 100, coverage = 0) => ({
  slug,
  readiness: { low, high, coverage },
});

test("equal zones share a place and the next place counts them", () => {
  const places = listPlaces([
    row("a", 10),
    row("b", 30),
    row("c", 10),
    row("d", 5),
    row("e", 10, 90),
  ]);
  expect(Object.fromEntries(places)).toEqual({ b: 1, a: 2, c: 2, e: 4, d: 5 });
});

test("a zone without applicable indicators has no place", () => {
  expect(listPlaces([{ slug: "a", readiness: null }, row("b", 1)])).toEqual(new Map([["b", 1]]));
});

test("a place is 1 plus the number of zones ahead, in any order of rows", () => {
  const readiness = fc.record({
    low: fc.integer({ min: 0, max: 5 }),
    high: fc.integer({ min: 5, max: 9 }),
    coverage: fc.integer({ min: 0, max: 2 }),
  });
  fc.assert(
    fc.property(fc.array(readiness, { maxLength: 30 }), (all) => {
      const rows = all.map((value, i) => ({ slug: String(i), readiness: value }));
      const places = listPlaces(rows);
      for (const { slug, readiness: mine } of rows) {
        const ahead = rows.filter((other) => byConfirmedScore(other.readiness, mine) < 0).length;
        expect(places.get(slug)).toBe(ahead + 1);
      }
    }),
  );
});
