import { describe, expect, it } from "vitest";
import { contradictionsOf } from "@/lib/evidence/contradictions";
import { valuesOf } from "@/tests/support/facts";
import { seededZone } from "../zones/seeded-zones";

describe("contradictionsOf", () => {
  it("finds production without power, and operation without a producer", () => {
    expect(
      contradictionsOf(seededZone("mohmand-marble-city").values).map(({ field }) => field),
    ).toEqual(["electricity"]);
    expect(
      contradictionsOf(valuesOf({ status: "operational", electricity: "available" })).map(
        ({ field }) => field,
      ),
    ).toEqual(["enterprisesProducing"]);
  });

  it("finds none below serviced, on an aside, or where the indicators bear the status", () => {
    expect(contradictionsOf(valuesOf({ status: "under-development" }))).toEqual([]);
    expect(contradictionsOf(valuesOf({ status: "stalled" }))).toEqual([]);
    expect(contradictionsOf(valuesOf({ status: "serviced", electricity: "partial" }))).toEqual([]);
  });
});
