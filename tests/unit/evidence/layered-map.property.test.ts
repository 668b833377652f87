import fc from "fast-check";
import { expect, test } from "vitest";
import { LayeredMap } from "@/lib/evidence/layered-map";

const key = fc.integer({ min: 0, max: 300 });
const entries = fc.array(fc.tuple(key, fc.integer()), { maxLength: 90 });

test("each version has what a copy of the map would have, also after later changes", () => {
  fc.assert(
    fc.property(entries, fc.array(entries, { maxLength: 12 }), (first, changes) => {
      const versions = [{ layered: LayeredMap.over(new Map(first)), copied: new Map(first) }];
      for (const change of changes) {
        const last = versions.at(-1);
        versions.push({
          layered: (last?.layered ?? LayeredMap.over(new Map())).with(change),
          copied: new Map([...(last?.copied ?? []), ...change]),
        });
      }
      for (const { layered, copied } of versions) {
        expect([...layered]).toEqual([...copied]);
        expect([...layered.keys()]).toEqual([...copied.keys()]);
        expect([...layered.values()]).toEqual([...copied.values()]);
        expect(layered.size).toBe(copied.size);
        for (let at = 0; at <= 300; at++) {
          expect(layered.get(at)).toBe(copied.get(at));
          expect(layered.has(at)).toBe(copied.has(at));
        }
      }
    }),
    { numRuns: 30 },
  );
});
