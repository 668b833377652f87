import { expect, test } from "vitest";
import { listUnsupportedFields } from "@/lib/evidence/unsupported-fields";
import { createRow } from "@/tests/support/facts";

const list = (values: Parameters<typeof createRow>[0]) =>
  listUnsupportedFields(createRow(values).values);

test("a serviced zone has at least part of its power, water and roads", () => {
  expect(list({ status: "serviced" })).toEqual(["electricity", "water", "internalRoads"]);
  expect(list({ status: "serviced", electricity: "partial", water: "under-construction" })).toEqual(
    ["water", "internalRoads"],
  );
});

test("what a zone does not need is not asked for", () => {
  expect(list({ status: "serviced", water: "not-applicable" })).not.toContain("water");
});

test("in a partly operational zone a firm produces", () => {
  expect(list({ status: "partially-operational" })).toContain("enterprisesProducing");
  expect(list({ status: "operational", enterprisesProducing: 5 })).not.toContain(
    "enterprisesProducing",
  );
  expect(list({ status: "serviced" })).not.toContain("enterprisesProducing");
});

test.each([null, "not-started", "under-development", "stalled", "cancelled"] as const)(
  "a status of %s implies nothing",
  (status) => {
    expect(list({ status })).toEqual([]);
  },
);
