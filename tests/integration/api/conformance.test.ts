import { beforeAll, describe, expect, it } from "vitest";
import { isZoneField } from "../../../lib/catalogue/fields";
import { type PackedRow, unpackRow } from "../../../lib/evidence/row";
import { type FlatRow, flatRow } from "../../../lib/formats/json-files";
import type { Facets } from "../../../lib/query/facets";
import { FILTERS, type FilterSpec } from "../../../lib/query/filters";
import { parseQuery } from "../../../lib/query/parse-query";
import { SCOPES } from "../../../lib/query/scope";
import { select } from "../../../lib/query/select";
import { firstDay, lastDay } from "../../../lib/time/day";
import { get, getJson } from "../../support/api";
import {
  readCsv,
  readGeojson,
  readGeoPackage,
  readParquet,
  readXlsx,
} from "../../support/read-files";
import { readWorkbook } from "../../support/read-workbook";
import { testDatabase } from "../../support/test-database";

testDatabase("seeded");

const DAY = "2026-11-24";

interface Zones {
  readonly data: readonly FlatRow[];
  readonly meta: { readonly matched: number; readonly total: number };
}

let everything: readonly FlatRow[] = [];
let packed: readonly PackedRow[] = [];
let facets: Facets;

beforeAll(async () => {
  everything = (await getJson<Zones>(`zones?scope=all&limit=1000&asOf=${DAY}`)).data;
  packed = (await getJson<{ data: PackedRow[] }>(`rows?asOf=${DAY}`)).data;
  facets = (await getJson<{ data: Facets }>(`facets?scope=all&asOf=${DAY}`)).data;
});

/** The rows in the explorer's table, list and map, computed as in the browser. */
function listShown(params: string, rows: readonly PackedRow[], asOf: string): FlatRow[] {
  const { query, problems } = parseQuery(new URLSearchParams(params));
  expect(problems).toEqual([]);
  return select(rows.map(unpackRow), query, asOf).rows.map((row) => flatRow(row));
}

/** Sends a query to every format. All must give the same zones, values and order. */
async function expectSame(params: string, rows = packed, asOf = DAY) {
  const query = `${params}&asOf=${asOf}`;
  const json = await getJson<Zones>(`zones?${query}&limit=1000`);
  const expected = json.data;
  expect(json.meta.matched, query).toBe(expected.length);
  expect(listShown(params, rows, asOf), `table and map: ${query}`).toEqual(expected);
  const file = async (ending: string) => {
    const response = await get(`zones.${ending}?${query}`);
    expect(response.status, `${ending}: ${query}`).toBe(200);
    return response;
  };
  expect(readCsv(await (await file("csv")).arrayBuffer()), `CSV: ${query}`).toEqual(expected);
  expect(await readXlsx(await (await file("xlsx")).arrayBuffer()), `XLSX: ${query}`).toEqual(
    expected,
  );
  expect(readGeojson(await (await file("geojson")).text()), `GeoJSON: ${query}`).toEqual(expected);
  expect(
    await readParquet(await (await file("parquet")).arrayBuffer()),
    `Parquet: ${query}`,
  ).toEqual(expected);
  expect(
    await readGeoPackage(await (await file("gpkg")).arrayBuffer()),
    `GeoPackage: ${query}`,
  ).toEqual(expected);
  return expected;
}

interface Case {
  /** Value of the filter's parameter. */
  readonly choice: string;
  /** Does a value match the choice? Written again here, apart from the product's own filter. */
  readonly matches: (value: unknown) => boolean;
  /** Number of zones in the facet; undefined: it has none for this choice. */
  readonly expected: number | undefined;
}

function listCases(filter: FilterSpec): Case[] {
  const facet = facets.filters[filter.key];
  const counts = facet?.counts ?? {};
  if (filter.kind === "any-of") {
    return Object.entries(counts).map(([choice, expected]) => ({
      choice,
      expected,
      matches: (value) =>
        choice === "unknown"
          ? value === null || value === "unknown"
          : [value].flat().map(String).includes(choice),
    }));
  }
  const words = Object.keys(counts).map((choice) => ({
    choice,
    expected: counts[choice],
    matches: (value: unknown) => value === (choice === "unknown" ? null : choice),
  }));
  const { extent } = facet ?? {};
  if (!extent) return words;
  const within =
    (from: string | null, to: string | null) =>
    (value: unknown): boolean => {
      if (typeof value === "number") {
        return (from === null || value >= +from) && (to === null || value <= +to);
      }
      if (typeof value !== "string" || value === "not-applicable") return false;
      return (
        (from === null || lastDay(value) >= firstDay(from)) &&
        (to === null || firstDay(value) <= lastDay(to))
      );
    };
  const { min, max, known } = extent;
  return [
    ...words,
    { choice: `${min}..${max}`, matches: within(min, max), expected: known },
    { choice: `..${min}`, matches: within(null, min), expected: undefined },
    { choice: `${max}..`, matches: within(max, null), expected: undefined },
    {
      choice: `${min}..,unknown`,
      matches: (value) => value === null || within(min, null)(value),
      expected: known + (counts.unknown ?? 0),
    },
  ];
}

it("the rows of the explorer in pages are the same as in one answer", async () => {
  const pages: PackedRow[] = [];
  for (let offset = 0; offset < packed.length; offset += 20) {
    const page = await getJson<{ data: PackedRow[]; meta: Zones["meta"] }>(
      `rows?asOf=${DAY}&limit=20&offset=${offset}`,
    );
    expect(page.data.length).toBe(Math.min(20, packed.length - offset));
    expect(page.meta).toMatchObject({ matched: packed.length, total: packed.length });
    pages.push(...page.data);
  }
  expect(pages).toEqual(packed);
});

describe("a query has the same answer in table, map, API and files", () => {
  it("the test has zones and filters", () => {
    expect(everything).toHaveLength(facets.scopes.all);
    expect(FILTERS.length).toBeGreaterThan(50);
  });

  it.each(FILTERS.map((filter) => [filter.key, filter] as const))(
    "for the filter %s",
    async (key, filter) => {
      const cases = listCases(filter);
      expect(cases.map(({ choice }) => choice)).toContain("unknown");
      for (const { choice, matches, expected: count } of cases) {
        const params = new URLSearchParams({ scope: "all", [key]: choice }).toString();
        const found = await expectSame(params);
        if (count !== undefined) expect(found.length, `facet ${params}`).toBe(count);
        if (!isZoneField(key) && key !== "standing") continue;
        const right = everything.filter((row) => matches(row[key]));
        expect(
          found.map(({ slug }) => slug),
          params,
        ).toEqual(right.map(({ slug }) => slug));
      }
    },
  );

  it.each(SCOPES)("for the scope %s", async (scope) => {
    const found = await expectSame(`scope=${scope}`);
    expect(found).toHaveLength(facets.scopes[scope]);
  });

  it("for certain and possible readiness", async () => {
    for (const least of [0, 20, 50, 90]) {
      const certain = await expectSame(`readinessMin=${least}`);
      expect(certain.every(({ readiness }) => readiness && readiness.low >= least)).toBe(true);
      const possible = await expectSame(`readinessMin=${least}&readinessMode=possibly`);
      expect(possible.every(({ readiness }) => readiness && readiness.high >= least)).toBe(true);
      expect(possible.length).toBeGreaterThanOrEqual(certain.length);
      const { data } = await getJson<{ data: Facets }>(`facets?readinessMin=${least}&asOf=${DAY}`);
      expect(data.readiness).toEqual({ certainly: certain.length, possibly: possible.length });
    }
  });

  it.each([
    "coverageMin=0.3",
    "q=rashakai",
    "q=rashaki+econmic",
    "q=no+such+zone+anywhere",
    "zones=hattar-sez,dhabeji-sez",
    "weights=legal:0,utilities:100",
    "sort=province,-areaAcres,name",
    "scope=all&province=sindh,punjab,unknown&status=unknown,operational&areaAcres=100..,unknown",
    "scope=all&sectors=textiles&readinessMin=10&readinessMode=possibly&sort=-coverage",
  ])("for %s", async (params) => {
    await expectSame(params);
  });

  it.each(["2018-06-30", "2020-12-31"])("for the past day %s", async (asOf) => {
    const { data } = await getJson<{ data: PackedRow[] }>(`rows?asOf=${asOf}`);
    const found = await expectSame("scope=all", data, asOf);
    expect(found.length).toBeLessThan(everything.length);
    await expectSame("status=unknown&sort=name", data, asOf);
  });

  it("with the chosen fields only", async () => {
    const query = `province=sindh&fields=status,standing,location,areaAcres,progressSince&asOf=${DAY}`;
    const { data } = await getJson<Zones>(`zones?${query}`);
    expect(Object.keys(data[0] ?? {})).toEqual([
      ...["slug", "status", "standing", "location", "areaAcres", "progressSince", "readiness"],
    ]);
    expect(readCsv(await (await get(`zones.csv?${query}`)).arrayBuffer())).toEqual(data);
    expect(readGeojson(await (await get(`zones.geojson?${query}`)).text())).toEqual(data);
    expect(await readParquet(await (await get(`zones.parquet?${query}`)).arrayBuffer())).toEqual(
      data,
    );
  });

  it("with the chosen fields first in XLSX, and then the others", async () => {
    const { data } = await getJson<Zones>(`zones?province=sindh&asOf=${DAY}`);
    const query = `province=sindh&fields=status,location,areaAcres&asOf=${DAY}`;
    const file = await (await get(`zones.xlsx?${query}`)).arrayBuffer();
    expect(await readXlsx(file)).toEqual(data);
    const [, sheet] = await readWorkbook(file);
    expect(sheet?.rows[0]?.slice(0, 6).map((cell) => cell?.value)).toEqual([
      ...["Name", "Progress on site", "Longitude (degrees, WGS 84)"],
      ...["Latitude (degrees, WGS 84)", "Area (acres)", "Other names"],
    ]);
  });

  it("values are never the word unknown or a list separator", () => {
    for (const row of everything) {
      // A standing is one of 6 words, also where progress is unknown.
      for (const value of Object.values({ ...row, standing: null }).flat()) {
        expect(value).not.toBe("unknown");
        expect(value).not.toBe("");
        if (typeof value === "string") expect(value).not.toMatch(/^\s|\s$/);
      }
      expect(row.sectors?.some((word) => word.includes("; ")) ?? false).toBe(false);
      expect(row.aliases?.some((word) => word.includes("; ")) ?? false).toBe(false);
    }
  });
});
