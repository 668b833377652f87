import { describe, expect, it } from "vitest";
import { TENANCY_FIELD_KEYS, type TenancyValues } from "@/lib/catalogue/fields";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import { buildRegistry, type TenancyRecord } from "@/lib/evidence/registry";
import { EARLIER_FIRMS, getFirmId } from "@/lib/firms/firm-address";
import { countFirmFunnel, countStages, sumKnown } from "@/lib/firms/firm-counts";
import {
  FIRM_FILTERS,
  filterFirms,
  getFirmTerms,
  getTieCountry,
  isInvolvementKind,
  listFirmOptions,
  listFirmTerms,
  readFirmFilter,
  writeFirmFilter,
} from "@/lib/firms/firm-filter";
import {
  CHINA,
  getCountryTie,
  getFurthestStep,
  isProducing,
  isSilent,
  isStrategic,
  listInvolvement,
  listPlacedFirms,
  type PlacedFirm,
} from "@/lib/firms/firms";
import { inScope } from "@/lib/query/scope";
import type { Day } from "@/lib/time/day";
import { createEvidence } from "@/tests/support/facts";
import { seedFacts } from "@/tests/support/seed-facts";
import { seededZone, seededZones } from "../zones/seeded-zones";

const unknown = { value: null, evidence: null, mark: null, rivals: [] };

/** A firm in the zone of Hattar with some known values, each held since a day. */
function firmOf(values: Partial<TenancyValues>, since: Day = "2026-01-01"): PlacedFirm {
  const record: TenancyRecord = {
    tenancy: {
      id: "hattar-sez--a-firm",
      zone: "hattar-sez",
      firm: "A firm",
      firmId: "a-firm",
      order: 1,
    },
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
      getCountryTie(firmOf({ nationality, ultimateOwnerNationality }).record.values, CHINA);
    expect(tie("CN", null)).toBe("owned");
    expect(tie("PK", "CN")).toBe("owned");
    expect(tie("PK", null)).toBe("unknown");
    expect(tie(null, null)).toBe("unknown");
    expect(tie("PK", "PK")).toBe("other");
    expect(tie(null, "JP")).toBe("other");
  });

  it("is involved with China by a share, a joint venture or technology, apart from ownership", () => {
    const tie = (values: Partial<TenancyValues>) =>
      getCountryTie(firmOf(values).record.values, CHINA);
    const owner = { ultimateOwnerNationality: "PK" };
    expect(tie({ ...owner, involvement: ["technology:CN"] })).toBe("involved");
    expect(tie({ involvement: ["lender:NL", "equity:CN"] })).toBe("involved");
    expect(tie({ ...owner, foreignEquityPct: 44, foreignEquityCountry: "CN" })).toBe("involved");
    expect(tie({ ultimateOwnerNationality: "CN", involvement: ["technology:CN"] })).toBe("owned");
    expect(tie({ ...owner, involvement: ["technology:KR"] })).toBe("other");
    expect(tie({ involvement: ["technology:KR"] })).toBe("unknown");
  });

  it("has foreign equity once, whichever field reports it", () => {
    const given = (values: Partial<TenancyValues>) =>
      listInvolvement(firmOf(values).record.values).map(
        ({ kind, country }) => `${kind}:${country}`,
      );
    expect(given({})).toEqual([]);
    expect(given({ foreignEquityCountry: "NL", involvement: ["lender:NL"] })).toEqual([
      "equity:NL",
      "lender:NL",
    ]);
    expect(given({ foreignEquityCountry: "CN", involvement: ["equity:CN"] })).toEqual([
      "equity:CN",
    ]);
  });

  it("is silent if its stage is over two years old, producing too", () => {
    const silent = (firm: PlacedFirm) => isSilent(firm, "2026-11-25");
    expect(silent(at("mou", "2019-06-01"))).toBe(true);
    expect(silent(at("mou", "2024-11-25"))).toBe(false);
    expect(silent(at("producing", "2015-01-01"))).toBe(true);
    expect(silent(at("producing", "2024-11-25"))).toBe(false);
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
    at("closed"),
    at(null),
  ];
  const count = () => countFirmFunnel(firms);

  it("counts firms at or beyond each stage, and those of unknown stage", () => {
    expect(count().steps.map(({ reached }) => reached)).toEqual([4, 2, 2, 2, 2, 1, 1]);
    expect(count()).toMatchObject({ total: 7, unknown: 1 });
  });

  it("counts the firms that are known to produce, and those at that stage on weak evidence", () => {
    const [zone] = firms.map((firm) => firm.zone);
    if (!zone) throw new Error("no zone");
    const withProducers = (...recent: readonly boolean[]) => {
      const producers = recent.map((one, i) => ({
        id: `hattar-sez--${i}`,
        lastReported: "2026",
        recent: one,
      }));
      return [0, 1, 2].map((i) => {
        const firm = at("producing");
        const tenancy = { ...firm.record.tenancy, id: `hattar-sez--${i}` };
        return { ...firm, zone: { ...zone, producers }, record: { ...firm.record, tenancy } };
      });
    };
    const countOf = (some: readonly PlacedFirm[]) => countFirmFunnel(some);
    expect(countOf(withProducers(true, false))).toMatchObject({ producing: 2, recent: 1, weak: 1 });
    expect(countOf(withProducers())).toMatchObject({ producing: 0, recent: 0, weak: 3 });
  });

  it("counts 55 firms in the data set", () => {
    const zones = seededZones().filter(({ values }) => inScope(values, "all"));
    const all = countFirmFunnel(listPlacedFirms(zones));
    expect(all).toMatchObject({ total: 55, unknown: 0 });
    expect(all.steps.map(({ reached }) => reached)).toEqual([53, 51, 51, 35, 26, 8, 1]);
  });
});

const facts = await seedFacts(2);
const index = indexEvidence(facts);
const zonesNow = buildRegistry(facts, index, { asOf: "2026-11-25", revision: 2 }).zones;
const firmsNow = listPlacedFirms(zonesNow);

describe("the firms of both editions", () => {
  it("add up in the funnel and the list of the zone", () => {
    expect(countFirmFunnel(firmsNow).total).toBe(firmsNow.length);
    for (const { tenancies } of zonesNow) {
      expect(countStages(tenancies).reduce((sum, { count }) => sum + count, 0)).toBe(
        tenancies.length,
      );
    }
  });

  it("leave out a firm without any valid claim", () => {
    const [first] = firmsNow;
    if (!first) throw new Error("no firm");
    const { id, zone } = first.record.tenancy;
    const retracted = facts.claims
      .filter((claim) => claim.tenancy === id && claim.zone === zone)
      .map(({ id: claimId }, i) => ({
        sequence: facts.decisions.length + i + 1,
        revision: 2,
        claimId,
        kind: "retracted" as const,
        reason: "No such firm.",
      }));
    const without = { ...facts, decisions: [...facts.decisions, ...retracted] };
    const zones = buildRegistry(without, indexEvidence(without), {
      asOf: "2026-11-25",
      revision: 2,
    }).zones;
    const left = listPlacedFirms(zones);
    expect(left).toHaveLength(firmsNow.length - 1);
    expect(left.some(({ record }) => record.tenancy.id === id)).toBe(false);
    expect(firmsNow.every(({ record }) => hasClaim(record))).toBe(true);
  });

  it("are found by the country of their partners, alone and with what it gives", () => {
    const names = (involvement: string[]) =>
      filterFirms(firmsNow, { involvement })
        .map(({ record }) => record.tenancy.firm)
        .sort();
    const fromKorea = firmsNow.filter(({ record }) =>
      record.values.involvement?.some((item) => item.endsWith(":KR")),
    );
    expect(names(["KR"])).toEqual(fromKorea.map(({ record }) => record.tenancy.firm).sort());
    expect(fromKorea.length).toBeGreaterThan(1);
    expect(names(["technology:KR"])).toEqual(names(["KR"]));
    expect(names(["lender:KR"])).toEqual([]);
    expect(listFirmTerms(facts, "involvement")).toEqual(
      expect.arrayContaining(["CN", "equity:CN", "lender:NL", "unknown"]),
    );
    const options = listFirmOptions(firmsNow, "involvement", {}).map(({ value }) => value);
    const kindsFrom = options.findIndex((term) => term.includes(":"));
    expect(options[0]).toBe("CN");
    expect(options.slice(kindsFrom, -1).every((term) => term.includes(":"))).toBe(true);
    expect(options.at(-1)).toBe("unknown");
  });
});

function hasClaim({ fields }: TenancyRecord): boolean {
  return Object.values(fields).some(({ evidence }) => evidence !== null);
}

describe("the filter on firms", () => {
  const all = listPlacedFirms(seededZones());

  it("finds every firm by its own terms, as many as each option says", () => {
    for (const key of FIRM_FILTERS) {
      const options = listFirmOptions(all, key, {});
      const whole = options.filter(({ value }) => !isInvolvementKind(key, value));
      // A firm can be tied to several countries, but has one term of each other filter.
      const terms = key === "country" ? all.flatMap((firm) => getFirmTerms(firm, key)) : all;
      expect(whole.reduce((sum, { count }) => sum + count, 0)).toBe(terms.length);
      for (const { value, count } of options) {
        const found = filterFirms(all, { [key]: [value] });
        expect(found, `${key}=${value}`).toHaveLength(count);
        expect(found.every((firm) => getFirmTerms(firm, key).includes(value))).toBe(true);
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

  it("finds a firm by any country that it is tied to", () => {
    const found = filterFirms(firmsNow, { country: ["CN"] });
    const ties = firmsNow.filter(({ record }) =>
      ["owned", "involved"].includes(getCountryTie(record.values, CHINA)),
    );
    expect(found).toEqual(ties);
    expect(found.length).toBeGreaterThan(filterFirms(firmsNow, { owner: ["CN"] }).length);
  });

  it("finds the firms with a tie to a country other than China and Pakistan", () => {
    const found = filterFirms(firmsNow, { country: ["other"] });
    expect(found).toEqual(
      firmsNow.filter((firm) =>
        getFirmTerms(firm, "country").some(
          (term) => !["CN", "PK", "unknown", "other"].includes(term),
        ),
      ),
    );
    expect(found.length).toBeGreaterThan(0);
  });

  it("is about the one country chosen, else about China", () => {
    expect(getTieCountry({ country: ["KR"] })).toBe("KR");
    for (const country of [undefined, ["other"], ["unknown"], ["CN", "KR"]]) {
      expect(getTieCountry({ country })).toBe(CHINA);
    }
  });

  it("finds a firm by words of its name, misspelled and unfinished ones too", () => {
    const names = (name: string) =>
      filterFirms(all, { name }).map(({ record }) => record.tenancy.firm);
    expect(names("Centruy stee")).toContain("Century Steel");
    expect(names("steel nobody")).toEqual([]);
    expect(names(" ")).toHaveLength(all.length);
  });

  it("reads what it writes, and reports what it cannot read", () => {
    const filter = {
      stage: ["producing", "exporting"],
      owner: ["CN", "unknown"],
      name: "century steel",
    };
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

describe("sums", () => {
  it("do not count unknown as 0", () => {
    expect(sumKnown([null, null])).toEqual({ sum: null, known: 0, all: 2 });
    expect(sumKnown([0, null])).toEqual({ sum: 0, known: 1, all: 2 });
    expect(sumKnown([])).toEqual({ sum: null, known: 0, all: 0 });
  });
});

describe("earlier addresses", () => {
  it.each([
    ["/investors", [["owner", "CN"]], "/firms?owner=CN"],
    ["/investors/[id]", [["asOf", "2022-01-01"]], "/firms/g-s-m%C3%A9dicure?asOf=2022-01-01"],
    ["/dependence", [["scope", "all"]], "/firms?scope=all&country=CN"],
    ["/dependence", [["country", "KR"]], "/firms?country=KR"],
    ["/dependence", [["involvement", "technology:KR"]], "/firms?involvement=technology:KR"],
  ] as const)("%s with %j leads to %s", (path, pairs, address) => {
    expect(EARLIER_FIRMS[path](pairs, "g-s-m%C3%A9dicure")).toBe(address);
  });
});
