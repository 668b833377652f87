import { expect, test } from "vitest";
import type { FieldKey } from "@/lib/catalogue/fields";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import { FieldMap } from "@/lib/evidence/field-map";
import type { Evidence } from "@/lib/evidence/resolve";
import { seedFacts } from "@/tests/support/seed-facts";

const facts = await seedFacts();
const items = [...indexEvidence(facts).values()].flatMap((fields) => [...fields.values()].flat());

test("a field map answers as a map with a list for each field", () => {
  const expected = new Map<FieldKey, Evidence[]>();
  for (const item of items) {
    const { field } = item.claim;
    expected.set(field, [...(expected.get(field) ?? []), item]);
  }
  const fields = new FieldMap(items);
  expect(fields.size).toBe(expected.size);
  expect([...fields]).toEqual([...expected]);
  expect([...fields.keys()]).toEqual([...expected.keys()]);
  expect([...fields.values()]).toEqual([...expected.values()]);
  expect(fields.get("status")).toEqual(expected.get("status"));
  expect(fields.has("status")).toBe(true);
  const seen = new Map<FieldKey, readonly Evidence[]>();
  fields.forEach((list, field) => {
    seen.set(field, list);
  });
  expect([...seen]).toEqual([...expected]);
});

test("a field map of no evidence is empty", () => {
  const fields = new FieldMap([]);
  expect([fields.size, fields.has("status"), fields.get("status"), [...fields]]).toEqual([
    ...[0, false, undefined, []],
  ]);
});
