import { describe, expect, it } from "vitest";
import { TENANCY_FIELD_KEYS, type TenancyValues } from "@/lib/catalogue/fields";
import { VOCABULARIES } from "@/lib/catalogue/vocabularies";
import { buildOwnerMatrix } from "@/lib/dependence/owner-matrix";
import type { Event } from "@/lib/evidence/ledger-records";
import type { TenancyRecord, ZoneRecord } from "@/lib/evidence/registry";
import { decodeFirmId, firmPath } from "@/lib/firms/firm-address";
import {
  buildInvestmentRows,
  byStage,
  computeTotal,
  countStages,
  countUnnamed,
  getAmount,
} from "@/lib/firms/firm-counts";
import { buildFirmView } from "@/lib/firms/firm-view";
import { CHINA, groupFirmsByTie, listPlacedFirms, type PlacedFirm } from "@/lib/firms/firms";
import { createEvidence, createRevision, createSource } from "@/tests/support/facts";
import { seededZone } from "../zones/seeded-zones";

/** The year of the values of each firm by its order. */
const YEARS: Readonly<Record<number, string>> = { 1: "2019", 2: "2023-05" };

/** A zone with its place in the register, and firms with some known values. */
function zoneOf(
  slug: string,
  order: number,
  firms: readonly Partial<TenancyValues>[],
  values: Partial<ZoneRecord["values"]> = {},
): ZoneRecord {
  const zone = seededZone("hattar-sez");
  const nothing = { investmentCommittedUsdM: null, investmentRealisedUsdM: null };
  return {
    ...zone,
    slug,
    order,
    values: { ...zone.values, ...nothing, name: slug, ...values },
    tenancies: firms.map((known, i) => record(slug, i + 1, known)),
    producers: firms.flatMap(({ tenancyStage }, i) =>
      tenancyStage === "producing" || tenancyStage === "exporting"
        ? [{ id: `${slug}--${i + 1}`, lastReported: "2025", recent: tenancyStage === "exporting" }]
        : [],
    ),
  };
}

function record(zone: string, order: number, known: Partial<TenancyValues>): TenancyRecord {
  return {
    tenancy: {
      id: `${zone}--${order}`,
      zone,
      firm: `${zone} firm ${order}`,
      firmId: `${zone}-firm-${order}`,
      order,
    },
    values: Object.fromEntries(
      TENANCY_FIELD_KEYS.map((key) => [key, known[key] ?? null]),
    ) as unknown as TenancyValues,
    fields: Object.fromEntries(
      TENANCY_FIELD_KEYS.map((field) => {
        const value = known[field] ?? null;
        const evidence =
          value === null ? null : createEvidence({ field, value, asOf: YEARS[order] });
        return [field, { value, evidence, mark: null, rivals: [] }];
      }),
    ) as unknown as TenancyRecord["fields"],
  };
}

const placed = (zones: readonly ZoneRecord[]): PlacedFirm[] =>
  zones.flatMap((zone) =>
    zone.tenancies.map((one) => ({ id: one.tenancy.firm, zone, record: one })),
  );

describe("the investment in zones", () => {
  const zones = [
    zoneOf("b-none", 2, [{}]),
    zoneOf("a-none", 1, [{}]),
    zoneOf("committed", 3, [{ investmentUsdM: 5 }, {}], { investmentCommittedUsdM: 100 }),
    zoneOf("realised", 4, [], { investmentRealisedUsdM: 200 }),
    zoneOf("stated", 5, [{ investmentUsdM: 150 }, { investmentUsdM: 30 }]),
    zoneOf("nothing-yet", 6, [], { investmentCommittedUsdM: 0 }),
  ];
  const build = () => buildInvestmentRows(zones, placed(zones));

  it("is sorted by its largest amount; 0 is known, and zones without any come in the register's order", () => {
    expect(build().map(({ zone }) => zone.slug)).toEqual([
      "realised",
      "stated",
      "committed",
      "nothing-yet",
      "a-none",
      "b-none",
    ]);
  });

  it("adds what is stated of the firms of each zone alone", () => {
    const stated = Object.fromEntries(build().map((row) => [row.zone.slug, row.stated]));
    expect(stated.stated).toEqual({ sum: 180, known: 2, all: 2 });
    expect(stated.committed).toEqual({ sum: 5, known: 1, all: 2 });
    expect(stated["a-none"]).toEqual({ sum: null, known: 0, all: 1 });
  });

  it("gives the years of what is stated", () => {
    const years = Object.fromEntries(build().map((row) => [row.zone.slug, row.statedYears]));
    expect(years.stated).toEqual([2019, 2023]);
    expect(years.committed).toEqual([2019, 2019]);
    expect(years["a-none"]).toBeNull();
  });

  it("has one amount of each kind, null where it is unknown", () => {
    const row = build().find(({ zone }) => zone.slug === "committed");
    if (!row) throw new Error("no row");
    expect(getAmount(row, "committed")).toBe(100);
    expect(getAmount(row, "realised")).toBeNull();
    expect(getAmount(row, "stated")).toBe(5);
  });

  it("totals a kind over zones, and what is stated over firms", () => {
    expect(computeTotal(build(), "committed")).toEqual({ sum: 100, known: 2, all: 6 });
    expect(computeTotal(build(), "realised")).toEqual({ sum: 200, known: 1, all: 6 });
    expect(computeTotal(build(), "stated")).toEqual({ sum: 185, known: 3, all: 6 });
    expect(computeTotal([], "stated")).toEqual({ sum: null, known: 0, all: 0 });
  });

  it("names a zone without a name by its slug", () => {
    const [row] = buildInvestmentRows([zoneOf("slug", 1, [], { name: null })], []);
    expect(row?.name).toBe("slug");
  });
});

describe("the firms of a zone", () => {
  const firms = [
    { tenancyStage: null },
    { tenancyStage: "mou" },
    { tenancyStage: "producing" },
    { tenancyStage: "exited" },
    { tenancyStage: "mou" },
  ] as const;
  const { tenancies } = zoneOf("a-zone", 1, firms);

  it("are counted by stage: every step, then what left and the unknown where there are any", () => {
    const counts = countStages(tenancies);
    const steps = VOCABULARIES.tenancyStage.steps.map(({ value }) => value);
    expect(counts.map(({ value }) => value)).toEqual([...steps, "exited", null]);
    const by = new Map(counts.map(({ value, count }) => [value, count]));
    expect(["mou", "producing", "exporting", "exited", null].map((key) => by.get(key))).toEqual([
      2, 1, 0, 1, 1,
    ]);
    expect(countStages([]).map(({ value, count }) => [value, count])).toEqual(
      steps.map((value) => [value, 0]),
    );
  });

  it("are sorted by stage, furthest first, then in the register's order", () => {
    expect(byStage(tenancies).map(({ tenancy }) => tenancy.order)).toEqual([3, 2, 5, 1, 4]);
    expect(byStage([...tenancies].reverse()).map(({ tenancy }) => tenancy.order)).toEqual([
      3, 2, 5, 1, 4,
    ]);
  });

  it("may be more than are named; an unknown or lower count adds none", () => {
    expect(countUnnamed(3, 10)).toBe(7);
    expect(countUnnamed(3, 2)).toBe(0);
    expect(countUnnamed(3, null)).toBe(0);
    expect(countUnnamed(3, "many")).toBe(0);
  });
});

describe("firms by their tie to a country", () => {
  it("keep the register's order of zones, then the furthest stage, then the order of firms", () => {
    const zones = [
      zoneOf("second", 2, [{ nationality: "CN", tenancyStage: "exporting" }]),
      zoneOf("first", 1, [
        { nationality: "CN" },
        { nationality: "CN", tenancyStage: "mou" },
        { nationality: "CN", tenancyStage: "building" },
        { nationality: "CN", tenancyStage: "mou" },
        { ultimateOwnerNationality: "JP" },
        { nationality: "PK" },
        { ultimateOwnerNationality: "PK", involvement: ["technology:CN"] },
      ]),
    ];
    const names = Object.entries(groupFirmsByTie(listPlacedFirms(zones), CHINA)).map(
      ([tie, firms]) => [tie, firms.map(({ id }) => id)],
    );
    expect(Object.fromEntries(names)).toEqual({
      owned: ["first-firm-3", "first-firm-2", "first-firm-4", "first-firm-1", "second-firm-1"],
      involved: ["first-firm-7"],
      other: ["first-firm-5"],
      unknown: ["first-firm-6"],
    });
  });
});

describe("the zones by country of owners and partners", () => {
  const zones = [
    zoneOf("home", 1, [{ nationality: "PK" }, { ultimateOwnerNationality: "PK" }]),
    zoneOf("empty", 2, []),
    zoneOf("korea", 3, [{ nationality: "PK", ultimateOwnerNationality: "KR" }]),
    zoneOf("china", 4, [
      { involvement: ["technology:CN", "technology:KR"] },
      { nationality: "CN", ultimateOwnerNationality: "CN" },
      {},
    ]),
  ];
  const { countries, rows } = buildOwnerMatrix(listPlacedFirms(zones));
  const cell = (slug: string, country: string) =>
    rows.find(({ zone }) => zone.slug === slug)?.cells.find((one) => one.country === country);

  it("have China first and Pakistan last, and only zones with named firms", () => {
    expect(countries).toEqual(["CN", "KR", "PK"]);
    expect(rows.map(({ zone, firms }) => [zone.slug, firms])).toEqual([
      ["china", 3],
      ["korea", 1],
      ["home", 2],
    ]);
  });

  it("count owners apart from partners, and a firm for each of its countries", () => {
    expect(cell("china", "CN")).toMatchObject({ owned: 1, partners: 1 });
    expect(cell("china", "KR")).toMatchObject({ owned: 0, partners: 1 });
    expect(cell("china", "CN")?.given).toEqual([
      { kind: "technology", country: "CN", firms: 1, grade: expect.any(String) },
    ]);
  });

  it("count unknown owners by themselves, and registration in Pakistan as no owner", () => {
    expect(rows.map(({ unknown }) => unknown)).toEqual([2, 0, 1]);
    expect(cell("home", "PK")).toMatchObject({ owned: 1, partners: 0 });
    expect(cell("korea", "PK")).toMatchObject({ owned: 0, partners: 0 });
  });
});

describe("a firm's page", () => {
  const event = (id: string, date: string, zones: readonly string[], title: string) =>
    ({ id, date, zones, title, body: "" }) as unknown as Event;

  it("shows the events up to the day that name the firm in its zones, latest first", () => {
    const events = [
      event("old", "2019-01-01", ["hub", "other"], "Alpha Steel signs"),
      event("new", "2021-05", ["hub"], "ALPHA  STEEL opens"),
      event("today", "2022-01-01", ["hub"], "Alpha Steel exports"),
      event("later", "2022-01-02", ["hub"], "Alpha Steel grows"),
      event("elsewhere", "2020-01-01", ["other"], "Alpha Steel visits"),
      event("longer", "2020-01-01", ["hub"], "Alpha Steelworks opens"),
    ];
    const zone = zoneOf("hub", 1, [{}]);
    const source = createSource({ id: "a-source" });
    const view = buildFirmView(
      {
        asOf: "2022-01-01",
        revision: 3,
        events,
        sources: [source],
        facts: { revisions: [createRevision(1, "2026-11-24T00:00:00Z")] },
      },
      "Alpha Steel (Pvt)",
      placed([zone]),
      { moment: [], mayJudge: () => false },
    );
    expect(view.events.map(({ id }) => id)).toEqual(["today", "new", "old"]);
    expect(view).toMatchObject({ asOf: "2022-01-01", revision: 3, name: "Alpha Steel (Pvt)" });
    expect(view.sources.get("a-source")).toBe(source);
    expect(view.revisions.get(1)?.number).toBe(1);
  });

  it("has an address that survives its letters", () => {
    expect(firmPath("médicure", "?asOf=2020-01-01")).toBe("/firms/m%C3%A9dicure?asOf=2020-01-01");
    expect(decodeFirmId("m%C3%A9dicure")).toBe("médicure");
    expect(decodeFirmId("100%")).toBe("100%");
  });
});
