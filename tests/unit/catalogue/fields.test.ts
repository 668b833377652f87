import { describe, expect, it } from "vitest";
import {
  BLOCK_INDICATORS,
  type FieldKey,
  fieldSpec,
  isTenancyField,
  isZoneField,
  TENANCY_FIELD_KEYS,
  ZONE_FIELD_KEYS,
} from "@/lib/catalogue/fields";
import { BLOCK_WEIGHTS, BLOCKS, GROUPS, isBlockKey } from "@/lib/catalogue/groups";
import type { FieldSpec } from "@/lib/catalogue/kinds";
import { STRATEGIC_SECTORS } from "@/lib/catalogue/tenancy-fields";
import { VOCABULARIES } from "@/lib/catalogue/vocabularies";
import { seedFacts } from "@/tests/support/seed-facts";

const ALL: readonly FieldKey[] = [...ZONE_FIELD_KEYS, ...TENANCY_FIELD_KEYS];
const where = (holds: (spec: FieldSpec) => boolean) => ALL.filter((key) => holds(fieldSpec(key)));
const isIndicator = (spec: FieldSpec) => isBlockKey(spec.group);

describe("the fields", () => {
  it("of a zone are declared in the order of their groups, and no group is empty", () => {
    const groups = ZONE_FIELD_KEYS.map((key) => fieldSpec(key).group);
    expect([...new Set(groups), "tenancy"]).toEqual(Object.keys(GROUPS));
    const places = groups.map((group) => Object.keys(GROUPS).indexOf(group));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it("of a firm in a zone are all in one group", () => {
    expect(new Set(TENANCY_FIELD_KEYS.map((key) => fieldSpec(key).group))).toEqual(
      new Set(["tenancy"]),
    );
  });

  it("are never out of date where they say what a zone or firm is, and are a state in the score", () => {
    expect(where(({ about, freshFor }) => about === "identity" && freshFor !== null)).toEqual([]);
    expect(where((spec) => isIndicator(spec) && spec.about !== "state")).toEqual([]);
    expect(where(({ about }) => about === "promise")).toEqual([
      ...["powerNeededMw", "powerNeededBasis", "gasNeededMmcfd"],
      ...["targetElectricity", "targetGas", "targetPhaseOne", "targetOperational"],
    ]);
  });

  it("cover every field on which the data set has a claim", async () => {
    const { claims } = await seedFacts();
    const strangers = claims.filter(({ field, tenancy }) =>
      tenancy === null ? !isZoneField(field) : !isTenancyField(field),
    );
    expect(strangers).toEqual([]);
  });
});

describe("readiness blocks", () => {
  it("have weights that sum to 100, and each has indicators", () => {
    expect(BLOCKS.reduce((sum, block) => sum + BLOCK_WEIGHTS[block], 0)).toBe(100);
    for (const block of BLOCKS) expect(BLOCK_INDICATORS[block], block).not.toEqual([]);
  });

  it("hold every field of their group, and nothing else", () => {
    expect(BLOCKS.flatMap((block) => BLOCK_INDICATORS[block])).toEqual(where(isIndicator));
  });

  it("measure on the common scale, or in numbers that may be not applicable", () => {
    for (const key of where(isIndicator)) {
      const spec = fieldSpec(key);
      if (spec.kind === "number") expect(spec.notApplicable, key).toBe(true);
      else expect(spec, key).toMatchObject({ kind: "choice", vocabulary: "indicator" });
    }
    const notApplicable = where((spec) => spec.kind === "number" && spec.notApplicable);
    expect(notApplicable.filter((key) => !isIndicator(fieldSpec(key)))).toEqual([]);
  });

  it("are told from other words", () => {
    expect(isBlockKey("legal")).toBe(true);
    expect(isBlockKey("identity")).toBe(false);
    expect(isBlockKey("constructor")).toBe(false);
  });
});

describe("behaviour over time", () => {
  it("is ordered exactly where the vocabulary is ordered", () => {
    const ordered = where(
      (spec) => spec.kind === "choice" && VOCABULARIES[spec.vocabulary].ordered,
    );
    expect(where((spec) => spec.behaviour === "ordered")).toEqual(ordered);
  });

  it("is growth only for numbers and the day of our search, and never for what a zone needs", () => {
    for (const key of where((spec) => spec.behaviour === "grows")) {
      expect(fieldSpec(key).kind, key).toBe(key === "lastSearchedOn" ? "date" : "number");
      expect(key).not.toMatch(/Needed/);
    }
    expect(fieldSpec("jobs").behaviour).toBe("grows");
    expect(fieldSpec("powerEnergisedMw").behaviour).toBe("grows");
  });

  it("is fixed for the area, the approval and the kind of zone", () => {
    for (const key of ["areaAcres", "approvedOn", "zoneType"] as const) {
      expect(fieldSpec(key).behaviour, key).toBe("fixed");
    }
  });

  it("makes gated fields, indicators and quantities stale after 730 days, and no other field of a zone", () => {
    const stale = ZONE_FIELD_KEYS.filter((key) => {
      const spec = fieldSpec(key);
      return (
        spec.evidence === "gate" ||
        isIndicator(spec) ||
        (spec.group === "quantities" && spec.kind === "number")
      );
    });
    expect(ZONE_FIELD_KEYS.filter((key) => fieldSpec(key).freshFor !== null)).toEqual(stale);
    for (const key of stale) expect(fieldSpec(key).freshFor, key).toBe(730);
  });

  it("keeps a percentage from 0 to 100", () => {
    const percents = where((spec) => spec.kind === "number" && spec.unit === "%");
    expect(percents).not.toEqual([]);
    for (const key of percents) expect(fieldSpec(key)).toMatchObject({ min: 0, max: 100 });
  });
});

describe("a catalogue entry", () => {
  it.each(ALL)(
    "%s has a label, a definition and a kind of filter that its kind can bear",
    (key) => {
      const spec = fieldSpec(key);
      expect(spec.label).toMatch(/^\S/);
      expect(spec.definition).toMatch(/\.$/);
      const bearable: Readonly<Record<FieldSpec["kind"], readonly (string | null)[]>> = {
        text: ["any-of", null],
        list: ["any-of", null],
        choice: ["any-of"],
        country: ["any-of"],
        level: ["any-of"],
        flag: ["flag"],
        number: ["range"],
        date: ["period"],
        place: [null],
      };
      expect(bearable[spec.kind]).toContain(spec.filter);
    },
  );

  it("asks for the gate on the two ladders alone", () => {
    expect(where((spec) => spec.evidence === "gate")).toEqual(["legalStatus", "status"]);
  });

  it("has a label that no other field of its subject has", () => {
    const labels = ZONE_FIELD_KEYS.map((key) => fieldSpec(key).label);
    expect(labels.filter((label, i) => labels.indexOf(label) !== i)).toEqual([]);
  });

  it("says of the province what the word means and takes no side", () => {
    expect(fieldSpec("province").definition).toMatch(/administrative unit/);
    expect(fieldSpec("province").definition).toMatch(/Pakistan-administered/);
    expect(fieldSpec("province").definition).toMatch(/disputed and the tracker takes no side/);
  });

  it("defines levels 0 and 4 of each dependence as the domain does", () => {
    const ends = ZONE_FIELD_KEYS.flatMap((key) => {
      const spec = fieldSpec(key);
      return spec.kind === "level" ? [[spec.levels[0], spec.levels[4]]] : [];
    });
    expect(ends).toEqual([
      ["No key process on Chinese lines", "Every key process"],
      ["None demanded", "Mandated zone-wide"],
      ["Under 10% of inputs and spares", "Over 75%, or one source"],
      ["No Chinese equity, loan or supplier credit", "Developer control and debt"],
      ["No sales to Chinese buyers", "One Chinese buyer or channel"],
      ["No Chinese supervisors or tied training", "Cannot run without them"],
    ]);
  });
});

describe("strategic sectors", () => {
  it("are the brief's five", () => {
    expect([...STRATEGIC_SECTORS]).toEqual([
      "EV assembly",
      "batteries",
      "solar",
      "digital infrastructure",
      "minerals and mining",
    ]);
  });
});

describe("isZoneField and isTenancyField", () => {
  it("tell a field from any other word", () => {
    expect(isZoneField("status")).toBe(true);
    expect(isZoneField("tenancyStage")).toBe(false);
    expect(isZoneField("toString")).toBe(false);
    expect(isTenancyField("tenancyStage")).toBe(true);
    expect(isTenancyField("status")).toBe(false);
  });
});
