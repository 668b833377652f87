import { describe, expect, it } from "vitest";
import {
  countLevels,
  DEPENDENCE_FIELDS,
  getGrade,
  listRatedZones,
} from "@/lib/dependence/dependence";
import type { Claim } from "@/lib/evidence/ledger-records";
import { createEvidence } from "@/tests/support/facts";
import { seededZones } from "../zones/seeded-zones";

describe("the grade of a level", () => {
  const grade = (part: Partial<Claim>, mark: "contested" | "settled" | null = null) =>
    getGrade({
      value: 2,
      evidence: createEvidence({ field: "dependenceMarket", value: 2, ...part }),
      mark,
    });

  it("is the claim's confidence, one less for an inference, and weak where disputed", () => {
    expect(grade({ confidence: "high", origin: "independent" })).toBe("strong");
    expect(grade({ confidence: "medium", origin: "official" })).toBe("fair");
    expect(grade({ confidence: "low", origin: "tenant" })).toBe("weak");
    expect(grade({ confidence: "high", origin: "inference" })).toBe("fair");
    expect(grade({ confidence: "medium", origin: "inference" })).toBe("weak");
    expect(grade({ confidence: "low", origin: "inference" })).toBe("weak");
    expect(grade({ confidence: "high", origin: "independent" }, "contested")).toBe("weak");
    expect(grade({ confidence: "high", origin: "independent" }, "settled")).toBe("strong");
  });

  it("is null for an unknown level, even if a source says that it is unknown", () => {
    expect(getGrade({ value: null, evidence: null, mark: null })).toBeNull();
    const said = createEvidence({ field: "dependenceMarket", value: null });
    expect(getGrade({ value: null, evidence: said, mark: null })).toBeNull();
  });
});

describe("the zones with a rating", () => {
  it("are those with a known level, most known levels first", () => {
    expect(DEPENDENCE_FIELDS).toHaveLength(6);
    const zones = seededZones();
    const rated = listRatedZones(zones);
    expect(rated.map(countLevels)).toEqual(
      zones
        .map(countLevels)
        .filter((count) => count > 0)
        .sort((a, b) => b - a),
    );
    expect(rated).toHaveLength(4);
    expect(rated.reduce((sum, zone) => sum + countLevels(zone), 0)).toBe(12);
  });
});
