import fc from "fast-check";
import { expect, test } from "vitest";
import { GrowingList } from "@/lib/evidence/growing-list";

const items = fc.array(fc.integer({ max: 99, min: 0 }), { maxLength: 6 });
/** What is added, and to which of the lists before. */
const step = fc.record({ to: fc.nat(20), added: items });

test("each list reads like an array of its own, however others continue it", () => {
  fc.assert(
    fc.property(items, fc.array(step, { maxLength: 12 }), fc.integer(), (first, steps, place) => {
      const lists = [{ growing: GrowingList.of(first), array: first }];
      for (const { to, added } of steps) {
        const known = lists[to % lists.length] ?? lists[0];
        if (!known) continue;
        lists.push({
          growing: known.growing.concat(added),
          array: [...known.array, ...added],
        });
      }
      const isEven = (item: number) => item % 2 === 0;
      const at = place % 15;
      for (const { growing, array } of lists) {
        expect([...growing]).toEqual(array);
        expect(growing.length).toBe(array.length);
        expect([...growing.entries()]).toEqual([...array.entries()]);
        expect(growing.at(at)).toBe(array.at(at));
        for (const end of [undefined, at, 3]) {
          expect(growing.slice(at, end)).toEqual(array.slice(at, end));
        }
        expect(growing.filter(isEven)).toEqual(array.filter(isEven));
        expect(growing.find(isEven)).toBe(array.find(isEven));
        expect(growing.some(isEven)).toBe(array.some(isEven));
        expect(growing.every(isEven)).toBe(array.every(isEven));
        expect(growing.map(String)).toEqual(array.map(String));
        const twice = (item: number, here: number) => [item, here];
        expect(growing.flatMap(twice)).toEqual(array.flatMap(twice));
      }
    }),
  );
});

test("the items of an array are not changed by what continues it", () => {
  const array = [1, 2];
  GrowingList.of(array).concat([3]);
  expect(array).toEqual([1, 2]);
});

test("reading goes on where it was while another list is continued", () => {
  const list = GrowingList.of([1, 2]);
  const reading = list[Symbol.iterator]();
  reading.next();
  list.concat([3]);
  expect([...reading]).toEqual([2]);
});
