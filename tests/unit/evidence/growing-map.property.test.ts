import fc from "fast-check";
import { expect, test } from "vitest";
import { GrowingMap } from "@/lib/evidence/growing-map";

/** More keys than a chunk has. */
const MOST = 1200;
const KEYS = Array.from({ length: MOST + 1 }, (_, at) => at);
const key = fc.integer({ min: 0, max: MOST });
const entries = fc.array(fc.tuple(key, fc.integer()), { maxLength: 90 });
const start = fc
  .tuple(fc.integer({ min: 0, max: MOST }), fc.integer())
  .map(([count, value]) => Array.from({ length: count }, (_, i) => [i, value + i] as const));

function expectSame(growing: GrowingMap<number, number>, copied: Map<number, number>): void {
  expect([...growing]).toEqual([...copied]);
  expect([...growing.keys()]).toEqual([...copied.keys()]);
  expect([...growing.values()]).toEqual([...copied.values()]);
  expect(growing.size).toBe(copied.size);
  expect(KEYS.map((at) => growing.get(at))).toEqual(KEYS.map((at) => copied.get(at)));
  expect(KEYS.map((at) => growing.has(at))).toEqual(KEYS.map((at) => copied.has(at)));
}

test("each version has what a copy of the map would have, also after later changes", () => {
  fc.assert(
    fc.property(start, fc.array(entries, { maxLength: 12 }), (first, changes) => {
      const versions = [{ growing: GrowingMap.over(new Map(first)), copied: new Map(first) }];
      for (const change of changes) {
        const last = versions.at(-1);
        versions.push({
          growing: (last?.growing ?? GrowingMap.over(new Map())).with(change),
          copied: new Map([...(last?.copied ?? []), ...change]),
        });
      }
      for (const { growing, copied } of versions) expectSame(growing, copied);
    }),
    { numRuns: 30 },
  );
});

test("two maps that continue the same one do not see the keys of each other", () => {
  fc.assert(
    fc.property(start, entries, entries, entries, (first, one, another, later) => {
      const map = GrowingMap.over(new Map(first));
      const changed = map.with(one);
      const other = map.with(another);
      expectSame(map, new Map(first));
      expectSame(changed.with(later), new Map([...first, ...one, ...later]));
      expectSame(other.with(later), new Map([...first, ...another, ...later]));
      expectSame(changed, new Map([...first, ...one]));
      expectSame(other, new Map([...first, ...another]));
    }),
    { numRuns: 30 },
  );
});
