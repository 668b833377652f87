import { describe, expect, it } from "vitest";
import { TENANCY_FIELD_KEYS, type TenancyValues } from "@/lib/catalogue/fields";
import {
  aggregateInvolvement,
  getInvolvementGrade,
  groupTiedFirms,
} from "@/lib/dependence/firm-involvement";
import { readTieCountry } from "@/lib/dependence/tie-country";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import type { Confidence } from "@/lib/evidence/ledger-records";
import { buildRegistry, type TenancyRecord } from "@/lib/evidence/registry";
import { CHINA, countUnknownOwners, listPlacedFirms } from "@/lib/firms/firms";
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
    expect(getInvolvementGrade(firm)).toBe("weak");
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

  it("has a grade for a firm only where a source says what partners give", () => {
    expect(getInvolvementGrade(firmOf({ nationality: "CN" }, "high"))).toBeNull();
    expect(getInvolvementGrade(firmOf({ foreignEquityCountry: "CN" }, "high"))).toBe("strong");
    expect(getInvolvementGrade(firmOf({ involvement: ["equity:CN"] }, "low"))).toBe("weak");
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

describe("firms with owners or partners abroad", () => {
  const firms = listPlacedFirms(zones);
  const tied = groupTiedFirms(firms, CHINA);

  it("are each in one group, and with the others make all firms", () => {
    const grouped = [...tied.owned, ...tied.involved, ...tied.elsewhere];
    expect(new Set(grouped).size).toBe(grouped.length);
    expect(grouped.length + tied.domestic + tied.unknown).toBe(firms.length);
  });

  it("are grouped by their owner first, then by what partners give", () => {
    const placed = (id: string, known: Partial<TenancyValues>) => {
      const record = firmOf(known, "high");
      const [zone] = zones;
      if (!zone) throw new Error("no zones");
      return { id, zone, record: { ...record, tenancy: { ...record.tenancy, id } } };
    };
    const groups = groupTiedFirms(
      [
        placed("owned", { ultimateOwnerNationality: "CN" }),
        placed("registered", { nationality: "CN", ultimateOwnerNationality: "PK" }),
        placed("partner", { ultimateOwnerNationality: "PK", involvement: ["technology:CN"] }),
        placed("abroad", { ultimateOwnerNationality: "KR" }),
        placed("supplied", { ultimateOwnerNationality: "PK", involvement: ["lender:NL"] }),
        placed("unclear", { involvement: ["lender:NL"], tenancyStage: "producing" }),
        placed("home", { ultimateOwnerNationality: "PK" }),
        placed("unknown", {}),
      ],
      CHINA,
    );
    const ids = (group: "owned" | "involved" | "elsewhere") => groups[group].map(({ id }) => id);
    expect(ids("owned")).toEqual(["owned", "registered"]);
    expect(ids("involved")).toEqual(["partner"]);
    expect(ids("elsewhere")).toEqual(["unclear", "abroad", "supplied"]);
    expect([groups.domestic, groups.unknown]).toEqual([1, 1]);
  });

  it("are involved with China without being Chinese-owned, or tied to other countries only", () => {
    const ids = (group: "owned" | "involved" | "elsewhere") =>
      tied[group].map(({ record }) => record.tenancy.id);
    expect(ids("involved")).toContain("hattar-sez--ghani-chemworld");
    expect(ids("elsewhere")).toContain("bin-qasim-industrial-park--kia-lucky-motors");
    expect(ids("owned")).toContain("rashakai-sez--century-steel");
  });
});

it("countries have their article within a sentence, and an unknown item stays as it is", () => {
  expect(englishText.involvement("lender:NL")).toBe("loans from the Netherlands");
  expect(englishText.involvement("friendship:CN")).toBe("friendship:CN");
  expect(englishText.value("involvement", ["technology:CN", "equity:AE"])).toBe(
    "technology from China and equity from the United Arab Emirates",
  );
});

it("counts a firm that is only registered abroad as tied to another country, not as unknown or domestic", () => {
  const [zone] = zones;
  if (zone === undefined) throw new Error("The data set has no zone.");
  const place = (known: Partial<TenancyValues>) => ({
    id: "a-firm",
    zone,
    record: firmOf(known, "high"),
  });
  const registered = place({ nationality: CHINA });
  const home = place({ nationality: CHINA, ultimateOwnerNationality: "PK" });
  const nobody = place({});
  const groups = groupTiedFirms([registered, home, nobody], "KR");
  expect(groups).toMatchObject({ owned: [], involved: [], domestic: 0, unknown: 1 });
  expect(groups.elsewhere).toEqual([home, registered]);
  expect(countUnknownOwners([registered, home, nobody])).toBe(2);
});

describe("the country in the address of /dependence", () => {
  const read = (...pairs: [string, string][]) => readTieCountry(pairs, facts);

  it.each([
    [[], CHINA],
    [[["country", "KR"]], "KR"],
    [[["involvement", "technology:KR"]], "KR"],
  ] as [[string, string][], string][])("of %j is %s", (pairs, country) => {
    expect(read(...pairs)).toEqual({ country });
  });

  it.each(["unknown", "PK", "CN,KR", "XX"])("is refused where it is %s", (got) => {
    expect(read(["country", got])).toMatchObject({ problems: [{ param: "country", got }] });
  });
});
