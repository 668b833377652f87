import { describe, expect, it } from "vitest";
import { TENANCY_FIELD_KEYS, type TenancyValues } from "@/lib/catalogue/fields";
import { VOCABULARIES } from "@/lib/catalogue/vocabularies";
import type { TenancyRecord } from "@/lib/evidence/registry";
import { getFirmId } from "@/lib/firms/firm-address";
import {
  countFirmFunnel,
  countFirmShares,
  listFirmStepsFrom,
  sumKnown,
} from "@/lib/firms/firm-counts";
import {
  FIRM_FILTERS,
  filterFirms,
  getFirmTerm,
  listFirmOptions,
  readFirmFilter,
  writeFirmFilter,
} from "@/lib/firms/firm-filter";
import {
  getChineseTie,
  getFurthestStep,
  isProducing,
  isSilent,
  isStrategic,
  listPlacedFirms,
  type PlacedFirm,
} from "@/lib/firms/firms";
import { inScope } from "@/lib/query/scope";
import type { Day } from "@/lib/time/day";
import { createEvidence } from "@/tests/support/facts";
import { COMPILED_ON, seedFacts } from "@/tests/support/seed-facts";
import { seededZone, seededZones } from "../zones/seeded-zones";

const unknown = { value: null, evidence: null, mark: null, rivals: [] };

/** A firm in the zone of Hattar with some known values, each held since a day. */
function firmOf(values: Partial<TenancyValues>, since: Day = "2026-01-01"): PlacedFirm {
  const record: TenancyRecord = {
    tenancy: { id: "hattar-sez--a-firm", zone: "hattar-sez", firm: "A firm", order: 1 },
    values: Object.fromEntries(
      TENANCY_FIELD_KEYS.map((key) => [key, values[key] ?? null]),
    ) as unknown as TenancyValues,
    fields: Object.fromEntries(
      TENANCY_FIELD_KEYS.map((field) => {
        const value = values[field] ?? null;
        const evidence = createEvidence({ field, value, asOf: since });
        return [field, value === null ? unknown : { ...unknown, value, evidence }];
      }),
    ) as unknown as TenancyRecord["fields"],
  };
  return { id: "a-firm", zone: seededZone("hattar-sez"), record };
}

const at = (stage: TenancyValues["tenancyStage"], since?: Day) =>
  firmOf({ tenancyStage: stage }, since);

describe("a firm", () => {
  it("has an id made from its name", () => {
    expect(getFirmId("Al-Futtaim (Renault)")).toBe("al-futtaim-renault");
    expect(getFirmId("  G&S  Médicure ")).toBe("g-s-medicure");
  });

  it("produces from the stage producing on", () => {
    expect(isProducing("building")).toBe(false);
    expect(isProducing("producing")).toBe(true);
    expect(isProducing("exporting")).toBe(true);
    expect(isProducing("exited")).toBe(false);
    expect(isProducing(null)).toBe(false);
  });

  it("is strategic only in a sector of the issue brief", () => {
    expect(isStrategic("batteries")).toBe(true);
    expect(isStrategic("steel")).toBe(false);
    expect(isStrategic(null)).toBe(false);
  });

  it("may be Chinese-owned while its owner is unknown", () => {
    const tie = (nationality: string | null, ultimateOwnerNationality: string | null) =>
      getChineseTie({ nationality, ultimateOwnerNationality });
    expect(tie("CN", null)).toBe("chinese");
    expect(tie("PK", "CN")).toBe("chinese");
    expect(tie("PK", null)).toBe("unknown");
    expect(tie(null, null)).toBe("unknown");
    expect(tie("PK", "PK")).toBe("other");
    expect(tie(null, "JP")).toBe("other");
  });

  it("is silent if it is not producing and its stage is over two years old", () => {
    const silent = (firm: PlacedFirm) => isSilent(firm, "2026-11-25");
    expect(silent(at("mou", "2019-06-01"))).toBe(true);
    expect(silent(at("mou", "2024-11-25"))).toBe(false);
    expect(silent(at("producing", "2015-01-01"))).toBe(false);
    expect(silent(at("exited", "2015-01-01"))).toBe(false);
    expect(silent(at(null))).toBe(false);
  });

  it("has the furthest stage of its active claims", () => {
    const { record } = at("exited");
    expect(getFurthestStep(record)).toBeNull();
    const rival = (value: string, standing: "live" | "deprecated") => ({
      evidence: createEvidence({ field: "tenancyStage", value }),
      standing,
      contradicts: false,
      decision: null,
    });
    const fields = {
      ...record.fields,
      tenancyStage: {
        ...record.fields.tenancyStage,
        rivals: [
          rival("building", "live"),
          rival("admitted", "live"),
          rival("exporting", "deprecated"),
        ],
      },
    };
    expect(getFurthestStep({ fields })).toBe("building");
  });
});

describe("the funnel of firms", () => {
  const firms = [
    at("mou", "2019-01-01"),
    at("mou"),
    at("building", "2018-01-01"),
    at("exporting", "2018-01-01"),
    at("exited"),
    at(null),
  ];
  const count = () => countFirmFunnel(firms, "2026-11-25");

  it("counts firms beyond, at and silent at each stage", () => {
    expect(count().steps.map(({ reached, here, silent }) => [reached, here, silent])).toEqual([
      [4, 2, 1],
      [2, 0, 0],
      [2, 0, 0],
      [2, 0, 0],
      [2, 1, 1],
      [1, 0, 0],
      [1, 1, 0],
    ]);
  });

  it("counts every firm: at or beyond the first stage, left, or unknown", () => {
    const { steps, exited, unknown: without, total } = count();
    expect((steps[0]?.reached ?? 0) + exited + without).toBe(total);
    expect(steps.reduce((sum, { here }) => sum + here, 0)).toBe(steps[0]?.reached);
  });

  it("filters by every stage from one on", () => {
    expect(listFirmStepsFrom("producing")).toEqual(["producing", "exporting"]);
    expect(listFirmStepsFrom("exited")).toEqual(["exited"]);
    expect(listFirmStepsFrom("mou")).toHaveLength(VOCABULARIES.tenancyStage.steps.length);
  });

  it("counts 55 firms in the data set", () => {
    const zones = seededZones().filter(({ values }) => inScope(values, "all"));
    const all = countFirmFunnel(listPlacedFirms(zones), COMPILED_ON);
    expect(all).toMatchObject({ total: 55, exited: 2, unknown: 0 });
    expect(all.steps.map(({ here }) => here)).toEqual([2, 0, 16, 9, 18, 7, 1]);
  });
});

describe("the filter on firms", () => {
  const all = listPlacedFirms(seededZones());

  it("finds every firm by its own terms, as many as each option says", () => {
    for (const key of FIRM_FILTERS) {
      const options = listFirmOptions(all, key, {});
      expect(options.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
      for (const { value, count } of options) {
        const found = filterFirms(all, { [key]: [value] });
        expect(found, `${key}=${value}`).toHaveLength(count);
        expect(found.every((firm) => getFirmTerm(firm, key) === value)).toBe(true);
      }
    }
  });

  it("counts the terms of a filter under the other filters", () => {
    const filter = { owner: ["CN"], stage: ["exited"] };
    const stages = listFirmOptions(all, "stage", filter);
    expect(stages.reduce((sum, { count }) => sum + count, 0)).toBe(
      filterFirms(all, { owner: ["CN"] }).length,
    );
    expect(stages.at(-1)?.value).toBe("exited");
  });

  it("reads what it writes, and reports what it cannot read", async () => {
    const facts = await seedFacts();
    const filter = { stage: ["producing", "exporting"], owner: ["CN", "unknown"] };
    expect(readFirmFilter(writeFirmFilter(filter), facts)).toEqual({ filter, problems: [] });
    expect(
      readFirmFilter(
        [
          ["stage", ""],
          ["asOf", "2020-01-01"],
        ],
        facts,
      ),
    ).toEqual({
      filter: {},
      problems: [],
    });
    const wrong = readFirmFilter(
      [
        ["sector", "steal"],
        ["zone", "unknown"],
        ["owner", "CN"],
        ["owner", "PK"],
      ],
      facts,
    );
    expect(wrong.filter).toEqual({ owner: ["CN"] });
    expect(wrong.problems.map(({ param, nearest }) => [param, nearest])).toEqual([
      ["sector", "steel"],
      ["zone", null],
      ["owner", null],
    ]);
  });
});

describe("sums and shares", () => {
  it("do not count unknown as 0", () => {
    expect(sumKnown([null, null])).toEqual({ sum: null, known: 0, all: 2 });
    expect(sumKnown([0, null])).toEqual({ sum: 0, known: 1, all: 2 });
    expect(sumKnown([])).toEqual({ sum: null, known: 0, all: 0 });
  });

  it("put the most frequent first and unknown last", () => {
    const firms = listPlacedFirms(seededZones());
    const shares = countFirmShares(firms, "owner");
    expect(shares.at(-1)?.value).toBeNull();
    expect(shares.reduce((sum, share) => sum + share.firms, 0)).toBe(firms.length);
    const known = shares.slice(0, -1).map(({ firms }) => firms);
    expect(known).toEqual([...known].sort((a, b) => b - a));
  });
});
