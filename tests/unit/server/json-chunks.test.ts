import fc from "fast-check";
import { expect, test } from "vitest";
import { hasLongList, jsonChunks } from "@/lib/server/http/json-chunks";

test("the chunks of any document are its JSON", () => {
  const long = fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 5 }).map((some) => {
    return some.length === 0 ? [] : Array.from({ length: 300 }, () => some).flat();
  });
  const document = fc.record({
    data: fc.oneof(long, fc.record({ list: long, none: fc.constant(undefined), other: long })),
    meta: fc.jsonValue({ maxDepth: 2 }),
  });
  fc.assert(
    fc.property(document, (value) => {
      expect([...jsonChunks(value)].join("")).toBe(JSON.stringify(value));
    }),
    { numRuns: 50 },
  );
});

test("a long list makes many chunks, wherever it is", () => {
  const list = Array.from({ length: 10_000 }, (_, i) => ({ i }));
  expect([...jsonChunks({ data: { claims: { list } } })].length).toBeGreaterThan(40);
  expect(hasLongList({ data: { claims: { list } } })).toBe(true);
  expect(hasLongList({ data: list.slice(0, 100) })).toBe(false);
});
