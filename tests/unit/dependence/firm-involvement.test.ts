import { describe, expect, it } from "vitest";
import { TENANCY_FIELD_KEYS, type TenancyValues } from "@/lib/catalogue/fields";
import { aggregateInvolvement } from "@/lib/dependence/firm-involvement";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import type { Confidence } from "@/lib/evidence/ledger-records";
import { buildRegistry, type TenancyRecord } from "@/lib/evidence/registry";
import { englishText } from "@/lib/text/english-text";
import { createEvidence } from "@/tests/support/facts";
import { seedFacts } from "@/tests/support/seed-facts";

const facts = await seedFacts(2);
const { zones } = buildRegistry(facts, indexEvidence(facts), { asOf: "2026-11-25", revision: 2 });

/** A firm with some known values, all of one confidence. */
function firmOf(known: Partial<TenancyValues>, confidence: Confidence): TenancyRecord {
  return {
    tenancy: { id: "a-zone--a-firm", zone: "a-zone", firm: "A firm", firmId: "a-firm", order: 1 },
    values: Object.fromEntries(
      TENANCY_FIELD_KEYS.map((key) => [key, known[key] ?? null]),
    ) as unknown as TenancyValues,
    fields: Object.fromEntries(
      TENANCY_FIELD_KEYS.map((field) => {
        const value = known[field] ?? null;
        const evidence =
          value === null
            ? null
            : createEvidence({ field, value, confidence, origin: "independent" });
        return [field, { value, evidence, mark: null, rivals: [] }];
      }),
    ) as unknown as TenancyRecord["fields"],
  };
}

describe("involvement over the firms of a zone", () => {
  it("is added up by kind and country with the weakest grade, without firms that are gone", () => {
    const given = aggregateInvolvement([
      firmOf({ involvement: ["technology:CN", "lender:NL"] }, "high"),
      firmOf({ involvement: ["technology:CN"] }, "medium"),
      firmOf({ involvement: ["technology:CN"], tenancyStage: "closed" }, "low"),
      firmOf({ involvement: ["buyer:CN"], tenancyStage: "exited" }, "low"),
      firmOf({ tenancyStage: "producing" }, "low"),
    ]);
    expect(given).toEqual([
      { kind: "technology", country: "CN", firms: 2, grade: "fair" },
      { kind: "lender", country: "NL", firms: 1, grade: "strong" },
    ]);
  });

  it("grades each item by the field that gives it", () => {
    const listed = firmOf({ involvement: ["technology:CN"] }, "high");
    const owned = firmOf({ foreignEquityCountry: "CN" }, "low");
    const firm = {
      ...listed,
      values: { ...listed.values, foreignEquityCountry: "CN" },
      fields: { ...listed.fields, foreignEquityCountry: owned.fields.foreignEquityCountry },
    };
    expect(aggregateInvolvement([firm])).toEqual([
      { kind: "equity", country: "CN", firms: 1, grade: "weak" },
      { kind: "technology", country: "CN", firms: 1, grade: "strong" },
    ]);
  });

  it("is sorted by firms, then by kind, then by country", () => {
    const given = aggregateInvolvement([
      firmOf({ involvement: ["training:CN", "technology:NL", "technology:CN"] }, "high"),
      firmOf({ involvement: ["equity:KR", "training:CN"] }, "high"),
      firmOf({ foreignEquityCountry: "AE" }, "high"),
    ]);
    expect(given.map(({ kind, country, firms }) => `${firms} ${kind}:${country}`)).toEqual([
      "2 training:CN",
      "1 equity:AE",
      "1 equity:KR",
      "1 technology:CN",
      "1 technology:NL",
    ]);
    expect(aggregateInvolvement([])).toEqual([]);
  });

  it("of Service Long March is a joint venture with technology from China", () => {
    const zone = zones.find(({ slug }) => slug === "service-long-march-sez");
    const given = aggregateInvolvement(zone?.tenancies ?? []).map(({ kind, country }) =>
      englishText.involvement(`${kind}:${country}`),
    );
    expect(given).toEqual(
      expect.arrayContaining([
        "joint venture with a partner from China",
        "technology from China",
        "training from China",
      ]),
    );
  });
});

it("countries have their article within a sentence, and an unknown item stays as it is", () => {
  expect(englishText.involvement("lender:NL")).toBe("loans from the Netherlands");
  expect(englishText.involvement("friendship:CN")).toBe("friendship:CN");
  expect(englishText.value("involvement", ["technology:CN", "equity:AE"])).toBe(
    "technology from China and equity from the United Arab Emirates",
  );
});
