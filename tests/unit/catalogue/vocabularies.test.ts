import { describe, expect, it } from "vitest";
import {
  getLabel,
  getStep,
  listTerms,
  VOCABULARIES,
  type Vocabulary,
  type VocabularyKey,
} from "@/lib/catalogue/vocabularies";

/** The vocabularies of domain.md, section 2: steps, then asides. */
const DOMAIN: Readonly<Record<VocabularyKey, readonly [string[], string[]]>> = {
  province: [
    [
      "punjab",
      "sindh",
      "khyber-pakhtunkhwa",
      "balochistan",
      "islamabad",
      "gilgit-baltistan",
      "azad-jammu-kashmir",
    ],
    [],
  ],
  locationPrecision: [["site", "town", "district"], []],
  developerType: [["public", "private", "public-private"], []],
  zoneType: [["multi-enterprise", "sole-enterprise", "technology-park"], []],
  rationale: [["logistics", "port", "industrial-cluster", "regional-development"], []],
  cohort: [["original-7", "added-37", "unconfirmed"], []],
  cpecStatus: [["priority-four", "cpec-nine", "outside-cpec"], []],
  legalStatus: [
    ["identified", "applied", "approved", "notified", "developer-bound"],
    ["suspended", "denotified"],
  ],
  landLease: [["policy-approved", "under-negotiation", "signed"], []],
  status: [
    ["not-started", "under-development", "serviced", "partially-operational", "operational"],
    ["stalled", "stalled-inferred", "cancelled"],
  ],
  indicator: [
    ["none", "planned", "under-construction", "partial", "available"],
    ["not-applicable"],
  ],
  tenancyStage: [
    ["mou", "applied", "admitted", "plot-allotted", "building", "producing", "exporting"],
    ["exited"],
  ],
};

const all = Object.entries(VOCABULARIES) as [VocabularyKey, Vocabulary][];

describe("vocabularies", () => {
  it.each(all)("%s has the values of the domain, in its order", (key, { steps, asides }) => {
    expect([steps.map((t) => t.value), asides.map((t) => t.value)]).toEqual(DOMAIN[key]);
  });

  it("are ordered where the domain says so, and nowhere else", () => {
    expect(all.filter(([, { ordered }]) => ordered).map(([key]) => key)).toEqual([
      "legalStatus",
      "landLease",
      "status",
      "indicator",
      "tenancyStage",
    ]);
  });

  it.each(all)("%s gives each value a label of its own and a definition", (key) => {
    const terms = listTerms(key);
    expect(new Set(terms.map((t) => t.label)).size).toBe(terms.length);
    for (const { definition } of terms) expect(definition).toMatch(/^\S.*\.$/);
  });

  it("take no side on the two Pakistan-administered units", () => {
    for (const value of ["gilgit-baltistan", "azad-jammu-kashmir"]) {
      const definition = listTerms("province").find((t) => t.value === value)?.definition;
      expect(definition).toMatch(/Administered by Pakistan/);
      expect(definition).toMatch(/disputed and the tracker takes no side/);
    }
  });
});

describe("stepOf", () => {
  it("counts steps of an ordered vocabulary from 0", () => {
    expect(getStep("status", "not-started")).toBe(0);
    expect(getStep("status", "operational")).toBe(4);
  });

  it("knows no step for asides, unlisted values and unordered vocabularies", () => {
    expect(getStep("status", "stalled")).toBeNull();
    expect(getStep("status", "open")).toBeNull();
    expect(getStep("status", null)).toBeNull();
    expect(getStep("cpecStatus", "priority-four")).toBeNull();
  });
});

describe("labelOf", () => {
  it("names steps and asides, and leaves an unlisted value as it is", () => {
    expect(getLabel("status", "partially-operational")).toBe("Partly operational");
    expect(getLabel("status", "stalled-inferred")).toBe("Stalled, inferred");
    expect(getLabel("status", "open")).toBe("open");
  });
});
