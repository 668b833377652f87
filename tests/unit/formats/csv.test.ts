import { describe, expect, it } from "vitest";
import { listColumns } from "../../../lib/formats/columns";
import { csvChunks } from "../../../lib/formats/csv";
import type { RankedRow } from "../../../lib/query/select";
import { rowWith } from "../../support/facts";

const READINESS = { low: 12.5, high: 80, coverage: 0.33 };

function ranked(row: ReturnType<typeof rowWith>, readiness: RankedRow["readiness"] = READINESS) {
  return { ...row, readiness };
}

function csvOf(rows: readonly RankedRow[], ...fields: Parameters<typeof listColumns>) {
  return [...csvChunks(rows, listColumns(...fields))].join("");
}

describe("a CSV file", () => {
  it("names its columns: slug, the fields, a place in two, readiness in three", () => {
    const [head] = csvOf([]).split("\n");
    const names = head?.split(",") ?? [];
    expect(names.slice(0, 7)).toEqual([
      "slug",
      "name",
      "aliases",
      "province",
      "district",
      "longitude",
      "latitude",
    ]);
    expect(names.slice(-3)).toEqual(["readinessLow", "readinessHigh", "readinessCoverage"]);
    expect(names).not.toContain("location");
  });

  it("writes unknown as the word, apart from zero, no and not-applicable", () => {
    const row = ranked(
      rowWith({ jobs: 0, preExistingEstate: false, plotsBuiltPct: "not-applicable" }),
    );
    expect(csvOf([row], ["jobs", "preExistingEstate", "plotsBuiltPct", "gas", "location"])).toBe(
      "slug,jobs,preExistingEstate,plotsBuiltPct,gas,longitude,latitude,readinessLow,readinessHigh,readinessCoverage\n" +
        "test-zone,0,false,not-applicable,unknown,unknown,unknown,12.5,80,0.33\n",
    );
  });

  it("writes a readiness of which nothing is applicable as not-applicable", () => {
    expect(csvOf([ranked(rowWith(), null)], [])).toContain(
      "test-zone,not-applicable,not-applicable,not-applicable\n",
    );
  });

  it("joins lists, quotes where needed and keeps every letter", () => {
    const row = ranked(
      rowWith({ name: 'The "Old" estate, Hub\nNorth', sectors: ["steel", "food"], district: "حب" }),
    );
    expect(csvOf([row], ["name", "sectors", "district"])).toContain(
      '"The ""Old"" estate, Hub\nNorth",steel; food,حب,',
    );
  });

  it("lets no text become a formula, and keeps a number's minus sign", () => {
    const row = ranked(
      rowWith({ name: "=1+1", developer: "@evil", location: { lon: -66.5, lat: 25 } }),
    );
    expect(csvOf([row], ["name", "developer", "location"])).toContain("'=1+1,'@evil,-66.5,25,");
  });

  it("comes in pieces", () => {
    const rows = Array.from({ length: 1_201 }, () => ranked(rowWith()));
    const chunks = [...csvChunks(rows, listColumns([]))];
    expect(chunks.length).toBe(4);
    expect(chunks.join("").split("\n")).toHaveLength(1_203);
  });
});
