import { describe, expect, it } from "vitest";
import { listContradictions } from "@/lib/evidence/contradictions";
import { createValues } from "@/tests/support/facts";
import { seededZone } from "../zones/seeded-zones";

describe("listContradictions", () => {
  it("a status without power or without a producer is found", () => {
    expect(
      listContradictions(seededZone("mohmand-marble-city").values).map(({ field }) => field),
    ).toEqual(["electricity"]);
    expect(
      listContradictions(createValues({ status: "operational", electricity: "available" })).map(
        ({ field }) => field,
      ),
    ).toEqual(["enterprisesProducing"]);
  });

  it.each([
    ["operational", null, null, ["enterprisesProducing", "electricity"]],
    ["operational", 0, "available", ["enterprisesProducing"]],
    ["operational", "not-applicable", "available", ["enterprisesProducing"]],
    ["operational", 1, "partial", []],
    ["partially-operational", null, "partial", []],
    ["serviced", null, "under-construction", ["electricity"]],
    ["serviced", null, null, ["electricity"]],
    ["serviced", null, "not-applicable", ["electricity"]],
    ["under-development", null, null, []],
    [null, null, null, []],
  ] as const)(
    "%s with %s producers and electricity %s is not supported by %j",
    (status, enterprisesProducing, electricity, fields) => {
      const found = listContradictions(createValues({ status, enterprisesProducing, electricity }));
      expect(found.map(({ field }) => field)).toEqual(fields);
    },
  );

  it("there is none below serviced, on an aside, or where the indicators support the status", () => {
    expect(listContradictions(createValues({ status: "under-development" }))).toEqual([]);
    expect(listContradictions(createValues({ status: "stalled" }))).toEqual([]);
    expect(
      listContradictions(createValues({ status: "serviced", electricity: "partial" })),
    ).toEqual([]);
  });
});
