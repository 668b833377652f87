import { describe, expect, it, test } from "vitest";
import {
  COLUMN_KEYS,
  DEFAULT_COLUMNS,
  describeColumn,
  listShownFields,
  withFiltered,
} from "@/components/features/explorer/columns";
import {
  buildMapPoints,
  describeShading,
  listUnlocated,
  shadeProvinces,
} from "@/components/features/explorer/map-points";
import { boundPoints } from "@/components/map/map-point";
import { EXPORT_FORMATS, exportAddress } from "@/components/query-bar/export-formats";
import { facetTerms, rangeTerms } from "@/components/query-bar/facet";
import { FIRST_FILTERS, MORE_FILTERS } from "@/components/query-bar/filter-panel";
import { rangeProblem, readNumberEnd, readPeriodEnd } from "@/components/query-bar/range-ends";
import { shortenZoneName } from "@/lib/evidence/zone-name";
import { countFacets } from "@/lib/query/facets";
import { FILTERS, getFilter } from "@/lib/query/filters";
import { englishText } from "@/lib/text/english-text";
import { anyOf, ask, ranked, zone } from "./rows";

const TODAY = "2026-11-25";

describe("short names of zones", () => {
  it.each([
    ["Rashakai Special Economic Zone", "Rashakai"],
    ["PFB Sole Enterprise SEZ", "PFB"],
    ["Capital SEZ", "Capital"],
    ["Karachi Industrial Park (Federal SEZ)", "Karachi Industrial Park"],
    ["Federal Model SEZ, Islamabad", "Federal Model SEZ, Islamabad"],
    ["Value Addition City", "Value Addition City"],
  ])("%s", (name, short) => {
    expect(shortenZoneName(name)).toBe(short);
  });
});

describe("columns", () => {
  it("are every field but the name and the composed ones, once each", () => {
    expect(new Set(COLUMN_KEYS).size).toBe(COLUMN_KEYS.length);
    expect(COLUMN_KEYS).toEqual(expect.arrayContaining([...DEFAULT_COLUMNS]));
  });

  it("have a label, a head, a group and a definition each", () => {
    for (const key of COLUMN_KEYS) {
      expect(Object.values(describeColumn(englishText, key)), key).not.toContain("");
    }
    expect(describeColumn(englishText, "power")).toMatchObject({
      short: "Power, MW",
      group: englishText.groupLabel("quantities"),
    });
  });
});

describe("columns of a filtered list", () => {
  const filtered = ask({
    q: "park",
    readinessMin: 20,
    filters: {
      province: anyOf("sindh", "punjab"),
      status: anyOf("idle"),
      powerNeededMw: anyOf("unknown"),
    },
  });

  it("have the fields that the default columns do not show, once each", () => {
    expect(withFiltered(DEFAULT_COLUMNS, filtered)).toEqual(["province", ...DEFAULT_COLUMNS]);
    expect(withFiltered(DEFAULT_COLUMNS, ask({}))).toBe(DEFAULT_COLUMNS);
    const sindh = ask({ filters: { province: anyOf("sindh") } });
    expect(withFiltered(DEFAULT_COLUMNS, sindh)).toBe(DEFAULT_COLUMNS);
  });

  it("are those that a reader chose", () => {
    expect(withFiltered(["areaAcres"], filtered)).toEqual(["areaAcres"]);
  });
});

test("the area of some points holds them all", () => {
  const points = [
    { lon: 67, lat: 25 },
    { lon: 69.5, lat: 24.8 },
    { lon: 68, lat: 27 },
  ];
  expect(boundPoints(points)).toEqual([
    [67, 24.8],
    [69.5, 27],
  ]);
  expect(boundPoints([])).toBeNull();
});

describe("filters on the page", () => {
  it("are all filters of the register, once each", () => {
    const shown = [...FIRST_FILTERS, ...MORE_FILTERS.flatMap(({ filters }) => filters)];
    expect([...shown].sort()).toEqual(FILTERS.map(({ key }) => key).sort());
  });

  it("list every value, the furthest first, unknown last, zero included", () => {
    const rows = [zone("a", { status: "serviced" }), zone("b", {})];
    const facets = countFacets(rows, ask({}), TODAY);
    const filter = getFilter("status");
    const facet = facets.filters.status;
    if (filter?.kind !== "any-of" || !facet) throw new Error("no such filter");
    const terms = facetTerms(englishText, filter, facet, anyOf("serviced"));
    expect(terms.map(({ value }) => value)).toEqual([
      "operational",
      "partially-operational",
      "serviced",
      "under-development",
      "not-started",
      "idle",
      "stalled",
      "stalled-inferred",
      "cancelled",
      "unknown",
    ]);
    expect(terms.filter(({ chosen }) => chosen).map(({ value }) => value)).toEqual(["serviced"]);
    expect(terms.at(-1)).toMatchObject({ label: "Unknown", count: 1, share: 1 });
    expect(terms[0]).toMatchObject({ label: "Operational", count: 0, share: 0 });
    expect(terms[0]?.definition).toMatch(/\.$/);
  });

  it("begin, of a utility, with what is available at least in part, which chooses both", () => {
    const rows = ["partial", "available", "available", "planned"] as const;
    const { filters } = countFacets(
      rows.map((electricity, i) => zone(`z${i}`, { electricity })),
      ask({}),
      TODAY,
    );
    const filter = getFilter("electricity");
    const facet = filters.electricity;
    if (filter?.kind !== "any-of" || !facet) throw new Error("Electricity has no filter.");
    const both = ["partial", "available"];
    const [any] = facetTerms(englishText, filter, facet, anyOf("available"));
    expect(any).toMatchObject({ values: both, count: 3, share: 1, chosen: false });
    expect(facetTerms(englishText, filter, facet, anyOf(...both))[0]?.chosen).toBe(true);
  });

  it("give yes and no, ages and the words of an open list a capital", () => {
    const rows = [zone("a", { sectors: ["textiles"], preExistingEstate: true })];
    const { filters } = countFacets(rows, ask({}), TODAY);
    const labels = (key: string) => {
      const filter = getFilter(key);
      const facet = filters[key];
      if (filter?.kind !== "any-of" || !facet) throw new Error("no such filter");
      return facetTerms(englishText, filter, facet, undefined).map(({ label }) => label);
    };
    expect(labels("preExistingEstate")).toEqual(["Yes", "No", "Unknown"]);
    expect(labels("contested")).toEqual(["Yes", "No", "Unknown"]);
    expect(labels("sectors")).toEqual(["Textiles", "Unknown"]);
    expect(labels("statusAge")).toEqual([
      "Under 1 year ago",
      "1 to 2 years ago",
      "2 to 5 years ago",
      "Over 5 years ago",
      "No report",
    ]);
  });

  it("offer unknown beside a range, and not applicable where a field knows it", () => {
    const facets = countFacets([zone("a", { areaAcres: 10 })], ask({}), TODAY);
    const values = (key: string) => {
      const filter = getFilter(key);
      const facet = facets.filters[key];
      return filter && facet
        ? rangeTerms(englishText, filter, facet, undefined).map(({ value }) => value)
        : [];
    };
    expect(values("areaAcres")).toEqual(["unknown"]);
    expect(values("enterprisesProducing")).toEqual(["not-applicable", "unknown"]);
  });
});

describe("ends of a range as typed", () => {
  it("are read as numbers and partial dates; others are refused with a reason", () => {
    expect(readNumberEnd(" 2,800 ")).toEqual({ end: "2800" });
    expect(readNumberEnd("")).toEqual({ end: null });
    expect(readNumberEnd("12x")).toEqual({ problem: "notANumber" });
    expect(readPeriodEnd("2020/10")).toEqual({ end: "2020-10" });
    expect(readPeriodEnd("2020-13")).toEqual({ problem: "notADate" });
    expect(rangeProblem("500", "100", "range")).toBe("backwards");
    expect(rangeProblem("100", "500", "range")).toBeNull();
    expect(rangeProblem("2020-10", "2020", "period")).toBeNull();
    expect(rangeProblem("2021", "2020-10", "period")).toBe("backwards");
  });
});

describe("rows on the map", () => {
  const rows = ranked(
    zone("a", { location: { lon: 70, lat: 30 }, province: "punjab", status: "serviced" }),
    zone("b", { province: "punjab", electricity: "available" }),
  );

  it("are all drawn or listed beside the map", () => {
    expect(buildMapPoints(englishText, rows, ["a"], "standing")).toMatchObject([
      {
        slug: "a",
        selected: true,
        candidate: false,
        standing: "being-built",
        description: "being built, serviced, readiness 0 to 100 of 100",
      },
    ]);
    expect(listUnlocated(rows).map(({ slug }) => slug)).toEqual(["b"]);
  });

  it("describe a candidate as not confirmed and an unknown status as unknown", () => {
    const candidate = zone("c", {
      location: { lon: 70, lat: 30 },
      locationPrecision: "town",
      cohort: "unconfirmed",
      candidateForRemainder: true,
    });
    expect(buildMapPoints(englishText, ranked(candidate), [], "power")[0]?.description).toBe(
      "progress not known, candidate, approval not confirmed, power needed and delivered unknown, readiness 0 to 100 of 100, shown at the nearest town",
    );
  });

  it("shade provinces by count or by median confirmed score; no zone there is not a score of 0", () => {
    expect(shadeProvinces(rows, "none").values).toEqual({});
    expect(shadeProvinces(rows, "count").values).toMatchObject({ punjab: 2, sindh: 0 });
    expect(shadeProvinces(rows, "median").values).toMatchObject({ punjab: 2.5, sindh: null });
  });

  it("have a legend with the least and greatest value of a province", () => {
    const legend = (mode: "none" | "count" | "median", of = rows) =>
      describeShading(englishText, shadeProvinces(of, mode));
    expect(legend("none")).toBeNull();
    expect(legend("count")).toBe("Provinces: number of zones, 0–2. Darker: more.");
    expect(legend("median")).toBe("Provinces: median confirmed score, 3 of 100. Darker: higher.");
    expect(legend("median", [])).toBe("Provinces: median confirmed score, none known.");
  });
});

describe("the address of a file", () => {
  it("holds the same query, restricted to selected zones", () => {
    const [csv] = EXPORT_FORMATS;
    const query = ask({ filters: { province: anyOf("sindh", "unknown") } });
    expect(exportAddress(csv, query, [])).toBe("/api/v1/zones.csv?province=sindh,unknown");
    expect(exportAddress(csv, query, ["hub-sez"])).toBe(
      "/api/v1/zones.csv?zones=hub-sez&province=sindh,unknown",
    );
  });

  it("holds the fields of the columns that a reader chose only for XLSX, which people read", () => {
    const first = listShownFields(["gas", "readiness", "power", "standing", "status"]);
    const addresses = EXPORT_FORMATS.map((format) => exportAddress(format, ask({}), [], first));
    expect(addresses.filter((address) => address.includes("fields="))).toEqual([
      "/api/v1/zones.xlsx?fields=gas,powerNeededMw,powerEnergisedMw,status,standing,progressSince,progressLastReported,progressImplied,producers,recentProducers",
    ]);
  });
});
