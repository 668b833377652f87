import { describe, expect, it } from "vitest";
import { listContradictions } from "@/lib/evidence/contradictions";
import { valuesOf } from "@/tests/support/facts";
import { seededZone } from "../zones/seeded-zones";

describe("listContradictions", () => {
  it("a status without power or without a producer is found", () => {
    expect(
      listContradictions(seededZone("mohmand-marble-city").values).map(({ field }) => field),
    ).toEqual(["electricity"]);
    expect(
      listContradictions(valuesOf({ status: "operational", electricity: "available" })).map(
        ({ field }) => field,
      ),
    ).toEqual(["enterprisesProducing"]);
  });

  it("there is none below serviced, on an aside, or where the indicators support the status", () => {
    expect(listContradictions(valuesOf({ status: "under-development" }))).toEqual([]);
    expect(listContradictions(valuesOf({ status: "stalled" }))).toEqual([]);
    expect(listContradictions(valuesOf({ status: "serviced", electricity: "partial" }))).toEqual(
      [],
    );
  });
});
