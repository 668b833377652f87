import { describe, expect, it } from "vitest";
import { COLUMN_KEYS, DEFAULT_COLUMNS, getColumn } from "@/components/features/explorer/columns";
import {
  mapPoints,
  provinceShading,
  shadingLegend,
  unlocated,
} from "@/components/features/explorer/map-points";
import { moveItem, placeAt } from "@/components/features/explorer/move-item";
import { rowsAsText } from "@/components/features/explorer/rows-as-text";
import { EXPORT_FORMATS, exportAddress } from "@/components/query-bar/export-formats";
import { facetTerms, rangeTerms } from "@/components/query-bar/facet-terms";
import { FIRST_FILTERS, MORE_FILTERS } from "@/components/query-bar/filter-groups";
import { shortZoneName } from "@/lib/evidence/short-zone-name";
import { countFacets } from "@/lib/query/facets";
import { FILTERS, getFilter } from "@/lib/query/filters";
import { asSentence, inWords, listed } from "@/lib/text/number-words";
import { rangeFault, readNumberEnd, readPeriodEnd } from "@/lib/text/range-text";
import { anyOf, ask, ranked, zone } from "./rows";

const TODAY = "2026-11-25";

describe("words for counts", () => {
  it.each([
    [0, "no"],
    [12, "twelve"],
    [20, "twenty"],
    [44, "forty-four"],
    [99, "ninety-nine"],
    [100, "100"],
  ])("%i is %s", (count, words) => {
    expect(inWords(count)).toBe(words);
  });

  it("joins lists and begins sentences", () => {
    expect(listed(["a"], "and")).toBe("a");
    expect(listed(["a", "b", "c"], "or")).toBe("a, b or c");
    expect(asSentence("forty-four")).toBe("Forty-four");
  });
});

describe("short names", () => {
  it.each([
    ["Rashakai Special Economic Zone", "Rashakai"],
    ["PFB Sole Enterprise SEZ", "PFB"],
    ["Capital SEZ", "Capital"],
    ["Karachi Industrial Park (Federal SEZ)", "Karachi Industrial Park"],
    ["Federal Model SEZ, Islamabad", "Federal Model SEZ, Islamabad"],
    ["Value Addition City", "Value Addition City"],
  ])("%s", (name, short) => {
    expect(shortZoneName(name)).toBe(short);
  });
});

describe("columns", () => {
  it("are every field but the name, and those composed, once each", () => {
    expect(new Set(COLUMN_KEYS).size).toBe(COLUMN_KEYS.length);
    expect(COLUMN_KEYS).toEqual(expect.arrayContaining([...DEFAULT_COLUMNS]));
    for (const key of COLUMN_KEYS) expect(getColumn(key).short).not.toBe("");
  });
});

describe("filters on the page", () => {
  it("are all of the registry's, once each", () => {
    const shown = [
      ...FIRST_FILTERS,
      ...MORE_FILTERS.flatMap(({ filters }) => filters.map(({ key }) => key)),
    ];
    expect([...shown].sort()).toEqual(FILTERS.map(({ key }) => key).sort());
  });

  it("show every value, the furthest first, unknown last, zero included", () => {
    const rows = [zone("a", { status: "serviced" }), zone("b", {})];
    const facets = countFacets(rows, ask({}), TODAY);
    const filter = getFilter("status");
    const facet = facets.filters.status;
    if (filter?.kind !== "any-of" || !facet) throw new Error("no such filter");
    const terms = facetTerms(filter, facet, anyOf("serviced"));
    expect(terms.map(({ value }) => value)).toEqual([
      "operational",
      "partially-operational",
      "serviced",
      "under-development",
      "not-started",
      "stalled",
      "stalled-inferred",
      "cancelled",
      "unknown",
    ]);
    expect(terms.filter(({ chosen }) => chosen).map(({ value }) => value)).toEqual(["serviced"]);
    expect(terms.at(-1)).toMatchObject({ label: "Unknown", count: 1, share: 1 });
    expect(terms[0]).toMatchObject({ count: 0, share: 0 });
  });

  it("offer unknown beside a range, and not applicable where a field knows it", () => {
    const facets = countFacets([zone("a", { areaAcres: 10 })], ask({}), TODAY);
    const words = (key: string) => {
      const filter = getFilter(key);
      const facet = facets.filters[key];
      return filter && facet ? rangeTerms(filter, facet, undefined).map(({ value }) => value) : [];
    };
    expect(words("areaAcres")).toEqual(["unknown"]);
    expect(words("enterprisesProducing")).toEqual(["not-applicable", "unknown"]);
  });
});

describe("ends of a range as typed", () => {
  it("reads numbers and partial dates, and says what to type instead", () => {
    expect(readNumberEnd(" 2,800 ")).toEqual({ end: "2800" });
    expect(readNumberEnd("")).toEqual({ end: null });
    expect(readNumberEnd("12x")).toHaveProperty("fault");
    expect(readPeriodEnd("2020/10")).toEqual({ end: "2020-10" });
    expect(readPeriodEnd("2020-13")).toHaveProperty("fault");
    expect(rangeFault("500", "100", "range")).not.toBeNull();
    expect(rangeFault("2020-10", "2020", "period")).toBeNull();
    expect(rangeFault("2021", "2020-10", "period")).not.toBeNull();
  });
});

describe("the order of columns", () => {
  it("moves one item and stops at the ends", () => {
    expect(moveItem(["a", "b", "c"], 0, 2)).toEqual(["b", "c", "a"]);
    expect(moveItem(["a", "b", "c"], 0, -1)).toEqual(["a", "b", "c"]);
    expect(moveItem(["a", "b", "c"], 2, 9)).toEqual(["a", "b", "c"]);
    expect(placeAt(25, [10, 20, 30])).toBe(2);
  });
});

describe("rows on the map", () => {
  const rows = ranked(
    zone("a", { location: { lon: 70, lat: 30 }, province: "punjab", status: "serviced" }),
    zone("b", { province: "punjab", electricity: "available" }),
  );

  it("leave no zone out: what has no place stands beside", () => {
    expect(mapPoints(rows, ["a"], "status")).toMatchObject([
      { slug: "a", selected: true, candidate: false },
    ]);
    expect(unlocated(rows).map(({ slug }) => slug)).toEqual(["b"]);
  });

  it("shade provinces by count or by median floor; none there is not zero readiness", () => {
    expect(provinceShading(rows, "none").values).toEqual({});
    expect(provinceShading(rows, "count").values).toMatchObject({ punjab: 2, sindh: 0 });
    expect(provinceShading(rows, "median").values).toMatchObject({ punjab: 2.5, sindh: null });
  });

  it("say from which figure to which the provinces are shaded", () => {
    const legend = (mode: "none" | "count" | "median", of = rows) =>
      shadingLegend(provinceShading(of, mode));
    expect(legend("none")).toBeNull();
    expect(legend("count")).toBe("Provinces: number of zones, 0–2; darker is more.");
    expect(legend("median")).toBe("Provinces: median readiness floor, 3 of 100; darker is more.");
    expect(legend("median", [])).toBe("Provinces: median readiness floor, none is known.");
  });
});

describe("rows as text", () => {
  it("has a head, tabs, unknown in words, and no formulas", () => {
    const text = rowsAsText(
      ranked(zone("a", { name: "=cmd()", areaAcres: 2800, powerNeededMw: 10 })),
      ["areaAcres", "power", "readiness", "status"],
    );
    const [head = "", line = ""] = text.split("\n");
    expect(head.split("\t")).toEqual([
      "Zone",
      "Area",
      "Power energised, MW",
      "Power needed, MW",
      "Readiness low",
      "Readiness high",
      "Readiness known",
      "Progress on site",
    ]);
    expect(line.split("\t")).toEqual([
      "'=cmd()",
      "2800",
      "unknown",
      "10",
      "0",
      "100",
      "0%",
      "unknown",
    ]);
  });
});

describe("the address of a file", () => {
  it("asks the same query, restricted to picked zones", () => {
    const [csv] = EXPORT_FORMATS;
    const query = ask({ filters: { province: anyOf("sindh", "unknown") } });
    expect(exportAddress(csv, query, [])).toBe("/api/v1/zones.csv?province=sindh,unknown");
    expect(exportAddress(csv, query, ["hub-sez"])).toBe(
      "/api/v1/zones.csv?zones=hub-sez&province=sindh,unknown",
    );
  });
});
