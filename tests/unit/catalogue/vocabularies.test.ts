import { describe, expect, it } from "vitest";
import { fieldSpec } from "@/lib/catalogue/fields";
import {
  getLabel,
  getStep,
  listTerms,
  VOCABULARIES,
  type Vocabulary,
  type VocabularyKey,
} from "@/lib/catalogue/vocabularies";
import { seedFacts } from "@/tests/support/seed-facts";

const all = Object.entries(VOCABULARIES) as [VocabularyKey, Vocabulary][];

describe("vocabularies", () => {
  it.each(all)("%s has values in kebab case, each once", (key) => {
    const values = listTerms(key).map(({ value }) => value);
    expect(new Set(values).size).toBe(values.length);
    for (const value of values) expect(value).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it("have values outside the order only where there is an order", () => {
    for (const [key, { ordered, asides }] of all) {
      if (!ordered) expect(asides, key).toEqual([]);
    }
  });

  it("hold every value of the data set", async () => {
    const { claims } = await seedFacts();
    const strangers = claims.filter(({ field, value }) => {
      const spec = fieldSpec(field);
      if (spec.kind !== "choice" || value === null) return false;
      return !listTerms(spec.vocabulary).some((term) => term.value === value);
    });
    expect(strangers).toEqual([]);
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

describe("getStep", () => {
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

describe("getLabel", () => {
  it("names steps and asides, and leaves an unlisted value as it is", () => {
    expect(getLabel("status", "partially-operational")).toBe("Partly operational");
    expect(getLabel("status", "stalled-inferred")).toBe("Stalled (inferred)");
    expect(getLabel("status", "open")).toBe("open");
  });
});
