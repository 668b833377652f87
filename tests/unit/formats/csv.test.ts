import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldSpec, isZoneField, type ZoneFieldKey } from "../../../lib/catalogue/fields";
import { type Cell, listColumns } from "../../../lib/formats/columns";
import { csvChunks } from "../../../lib/formats/csv";
import type { RankedRow } from "../../../lib/query/select";
import { englishText } from "../../../lib/text/english-text";
import { zoneValues } from "../../support/arbitraries";
import { createRow } from "../../support/facts";

const READINESS = { low: 12.5, high: 80, coverage: 0.33 };

function ranked(row: ReturnType<typeof createRow>, readiness: RankedRow["readiness"] = READINESS) {
  return { ...row, readiness };
}

function writeCsv(rows: readonly RankedRow[], fields?: readonly ZoneFieldKey[]) {
  return [...csvChunks(rows, listColumns(englishText, fields))].join("");
}

/** The type of a column by its name alone, as its reader declares it. */
function typeOfColumn(name: string): "number" | "flag" | "status" | "text" {
  if (/^(longitude|latitude|readiness(Low|High|Coverage)|(p|recentP)roducers)$/.test(name))
    return "number";
  if (name.endsWith("ValueStatus")) return "status";
  if (name === "progressImplied") return "flag";
  if (!isZoneField(name)) return "text";
  const { kind } = fieldSpec(name);
  return kind === "number" || kind === "level" ? "number" : kind === "flag" ? "flag" : "text";
}

/** A text as a type; null where it is none of it. */
function readAs(type: ReturnType<typeof typeOfColumn>, text: string): Cell {
  switch (type) {
    case "number":
      return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
    case "flag":
      return text === "true" || text === "false" ? text === "true" : null;
    case "status":
      return ["known", "unknown", "not-applicable"].includes(text) ? text : null;
    case "text":
      return text;
  }
}

describe("a CSV file", () => {
  it("has columns for slug and fields, 2 for a place and 4 for readiness", () => {
    const [head] = writeCsv([]).split("\n");
    const names = head?.split(",") ?? [];
    expect(names.slice(0, 9)).toEqual([
      "slug",
      "name",
      "aliases",
      "nameUr",
      "nameZh",
      "province",
      "district",
      "longitude",
      "latitude",
    ]);
    expect(names.slice(-4)).toEqual([
      "readinessLow",
      "readinessHigh",
      "readinessCoverage",
      "readinessValueStatus",
    ]);
    expect(names).not.toContain("location");
  });

  const row = ranked(
    createRow({
      jobs: 0,
      preExistingEstate: false,
      plotsBuiltPct: "not-applicable",
      plotsAllottedPct: 80,
    }),
  );
  const fields = ["jobs", "preExistingEstate", "plotsBuiltPct", "plotsAllottedPct", "gas"] as const;

  it("leaves unknown empty, which differs from zero and no, and says beside a number why it is", () => {
    expect(writeCsv([row, ranked(createRow())], [...fields, "location"])).toBe(
      "slug,jobs,preExistingEstate,plotsBuiltPct,plotsBuiltPctValueStatus,plotsAllottedPct,plotsAllottedPctValueStatus," +
        "gas,longitude,latitude,readinessLow,readinessHigh,readinessCoverage,readinessValueStatus\n" +
        "test-zone,0,false,,not-applicable,80,known,,,,12.5,80,0.33,known\n" +
        "test-zone,,,,unknown,,unknown,,,,12.5,80,0.33,known\n",
    );
  });

  it("writes readiness without an applicable indicator as not-applicable", () => {
    expect(writeCsv([ranked(createRow(), null)], [])).toContain("test-zone,,,,not-applicable\n");
  });

  it("has one type in each column, whatever is known", () => {
    fc.assert(
      fc.property(fc.array(zoneValues, { maxLength: 5 }), (all) => {
        const [head = [], ...lines]: string[][] = parse(
          writeCsv(all.map((values) => ranked(createRow(values)))),
        );
        for (const [i, name] of head.entries()) {
          const type = typeOfColumn(name);
          for (const line of lines) {
            const text = line[i] ?? "";
            if (text !== "") expect(readAs(type, text), `${name}: ${text}`).not.toBeNull();
          }
        }
      }),
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

  it("is written in chunks of 100 rows", () => {
    const rows = Array.from({ length: 1_201 }, () => ranked(createRow()));
    const chunks = [...csvChunks(rows, listColumns(englishText, []))];
    expect(chunks.length).toBe(14);
    expect(chunks.join("").split("\n")).toHaveLength(1_203);
  });
});
