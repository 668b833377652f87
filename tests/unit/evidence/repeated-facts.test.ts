import { expect, test } from "vitest";
import { hasOtherValue, listRepeatedFacts } from "@/lib/evidence/repeated-facts";
import { createClaim } from "@/tests/support/facts";

const jobs = (part: Partial<Parameters<typeof createClaim>[0]> = {}) =>
  createClaim({ field: "jobs", value: 100, ...part });

test("the same fact of one source in one save is one, whatever else is said of it", () => {
  const [first, second] = [jobs(), jobs({ note: "Again.", confidence: "low" })];
  expect([...listRepeatedFacts([first, second])]).toEqual([second]);
  const lists = [
    ["Food", "Steel"],
    ["Steel", "Food"],
  ].map((value) => jobs({ field: "sectors", value }));
  expect([...listRepeatedFacts(lists)]).toEqual([lists[1]]);
});

test("another source, day, value or subject, or a fall, is another fact", () => {
  const others = [
    jobs(),
    jobs({ sourceId: "b-source" }),
    jobs({ asOf: "2021" }),
    jobs({ value: 101 }),
    jobs({ decline: true }),
    jobs({ tenancy: "a-firm" }),
  ];
  expect(listRepeatedFacts(others).size).toBe(0);
});

test("two values of one source for one day are found, and those of two days or sources are not", () => {
  const claim = jobs();
  expect(hasOtherValue(claim, [claim, jobs({ value: 101 })])).toBe(true);
  expect(hasOtherValue(claim, [claim, jobs({ value: null })])).toBe(true);
  const others = [jobs({ value: 101, asOf: "2021" }), jobs({ value: 101, sourceId: "b-source" })];
  expect(hasOtherValue(claim, [claim, jobs(), ...others])).toBe(false);
});
