import { expect, test } from "vitest";
import { compareRegistryRows } from "@/lib/changes/field-changes";
import { createRow } from "../../support/facts";

test("compareRegistryRows returns changed values and added and removed zones", () => {
  const a = createRow({ name: "A", sectors: ["steel"], jobs: 10 }, { slug: "a" });
  const changed = createRow({ name: "A", sectors: ["steel"], water: "partial" }, { slug: "a" });
  const b = createRow({ name: "B" }, { slug: "b" });
  const c = createRow({}, { slug: "c" });
  expect(compareRegistryRows([a, b], [changed, c])).toEqual({
    added: ["c"],
    removed: ["B"],
    values: [
      { slug: "a", name: "A", field: "water", before: null, after: "partial" },
      { slug: "a", name: "A", field: "jobs", before: 10, after: null },
    ],
  });
});

test("equal values in other objects are no change", () => {
  const row = () => createRow({ location: { lon: 1, lat: 2 }, sectors: ["steel"] });
  expect(compareRegistryRows([row()], [row()])).toEqual({ added: [], removed: [], values: [] });
});
