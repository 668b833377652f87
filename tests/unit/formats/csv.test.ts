import { describe, expect, it } from "vitest";
import type { ZoneFieldKey } from "../../../lib/catalogue/fields";
import { listColumns } from "../../../lib/formats/columns";
import { csvChunks } from "../../../lib/formats/csv";
import type { RankedRow } from "../../../lib/query/select";
import { englishText } from "../../../lib/text/english-text";
import { createRow } from "../../support/facts";

const READINESS = { low: 12.5, high: 80, coverage: 0.33 };

function ranked(row: ReturnType<typeof createRow>, readiness: RankedRow["readiness"] = READINESS) {
  return { ...row, readiness };
}

function writeCsv(rows: readonly RankedRow[], fields?: readonly ZoneFieldKey[]) {
  return [...csvChunks(rows, listColumns(englishText, fields))].join("");
}

describe("a CSV file", () => {
  it("has columns for slug and fields, 2 for a place and 3 for readiness", () => {
    const [head] = writeCsv([]).split("\n");
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

  it("writes unknown as a word that differs from zero, no and not-applicable", () => {
    const row = ranked(
      createRow({ jobs: 0, preExistingEstate: false, plotsBuiltPct: "not-applicable" }),
    );
    expect(writeCsv([row], ["jobs", "preExistingEstate", "plotsBuiltPct", "gas", "location"])).toBe(
      "slug,jobs,preExistingEstate,plotsBuiltPct,gas,longitude,latitude,readinessLow,readinessHigh,readinessCoverage\n" +
        "test-zone,0,false,not-applicable,unknown,unknown,unknown,12.5,80,0.33\n",
    );
  });

  it("writes readiness without an applicable indicator as not-applicable", () => {
    expect(writeCsv([ranked(createRow(), null)], [])).toContain(
      "test-zone,not-applicable,not-applicable,not-applicable\n",
    );
  });

  it("joins lists, quotes where needed and keeps all letters", () => {
    const row = ranked(
      createRow({
        name: 'The "Old" estate, Hub\nNorth',
        sectors: ["steel", "food"],
        district: "حب",
      }),
    );
    expect(writeCsv([row], ["name", "sectors", "district"])).toContain(
      '"The ""Old"" estate, Hub\nNorth",steel; food,حب,',
    );
  });

  it("escapes text that looks like a formula, but not negative numbers", () => {
    const row = ranked(
      createRow({ name: "=1+1", developer: "@evil", location: { lon: -66.5, lat: 25 } }),
    );
    expect(writeCsv([row], ["name", "developer", "location"])).toContain("'=1+1,'@evil,-66.5,25,");
  });

  it("is written in chunks of 500 rows", () => {
    const rows = Array.from({ length: 1_201 }, () => ranked(createRow()));
    const chunks = [...csvChunks(rows, listColumns(englishText, []))];
    expect(chunks.length).toBe(4);
    expect(chunks.join("").split("\n")).toHaveLength(1_203);
  });
});
