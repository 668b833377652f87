import fc from "fast-check";
import { expect, test } from "vitest";
import { filterInSteps, finish, sortByKeyInSteps, sortInSteps } from "@/lib/evidence/steps";

/** Some thousand numbers with many equal ones, each with its place. */
const placed = fc
  .array(fc.nat({ max: 50 }), { maxLength: 40 })
  .map((some) => Array.from({ length: 160 }, () => some).flat())
  .map((values) => values.map((value, place) => ({ value: (value * place) % 97, place })));

type Item = { readonly value: number };
const compare = (a: Item, b: Item) => a.value - b.value;

test("a sort in steps is the sort, also of equal items", () => {
  fc.assert(
    fc.property(placed, (items) => {
      expect(finish(sortInSteps(items, compare))).toEqual([...items].sort(compare));
    }),
    { numRuns: 30 },
  );
});

test("a sort by keys is the sort by the first number that differs, also of equal items", () => {
  const byKey = (a: Item & { place: number }, b: Item & { place: number }) =>
    a.value - b.value || (a.place % 3) - (b.place % 3);
  fc.assert(
    fc.property(placed, (items) => {
      const sorted = finish(sortByKeyInSteps(items, ({ value, place }) => [value, place % 3]));
      expect(sorted).toEqual([...items].sort(byKey));
    }),
    { numRuns: 30 },
  );
});

test("a sort takes a step for each thousand items", () => {
  const items = Array.from({ length: 10_000 }, (_, i) => ({ value: i % 7 }));
  expect([...sortInSteps(items, compare)].length).toBeGreaterThan(40);
});

test("a filter in steps keeps the same items", () => {
  const items = Array.from({ length: 2_500 }, (_, i) => i);
  const isEven = (item: number) => item % 2 === 0;
  expect(finish(filterInSteps(items, isEven))).toEqual(items.filter(isEven));
});
