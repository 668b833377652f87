import ExcelJS from "exceljs";
import { describe, expect, it, vi } from "vitest";
import { listColumns } from "../../../lib/formats/columns";
import { csvChunks } from "../../../lib/formats/csv";
import { fileNotes } from "../../../lib/formats/file-notes";
import { xlsxBytes } from "../../../lib/formats/xlsx";
import { DEFAULT_QUERY } from "../../../lib/query/query";
import type { RankedRow } from "../../../lib/query/select";
import { rowWith, sourceOf } from "../../support/facts";

const READINESS = { low: 12.5, high: 80, coverage: 0.33 };

function ranked(row: ReturnType<typeof rowWith>, readiness: RankedRow["readiness"] = READINESS) {
  return { ...row, readiness };
}

function csvOf(rows: readonly RankedRow[], ...fields: Parameters<typeof listColumns>) {
  return [...csvChunks(rows, listColumns(...fields))].join("");
}

function getValues(sheet: ExcelJS.Worksheet | undefined, row: number): unknown[] {
  const values: unknown = sheet?.getRow(row).values;
  return Array.isArray(values) ? values.slice(1) : [];
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

describe("an XLSX file", () => {
  async function written() {
    const rows = [
      ranked(rowWith({ name: "=1+1", jobs: 0, preExistingEstate: true, approvedOn: "2020-10" })),
      ranked(rowWith({}, { slug: "other-zone" }), null),
    ];
    const meta = {
      asOf: "2026-11-24",
      knownOn: "r3",
      version: 3,
      method: 1,
      matched: 2,
      total: 44,
    };
    const notes = fileNotes({ ...DEFAULT_QUERY, readinessMin: 50 }, meta, "https://x.test/z.xlsx");
    const columns = listColumns(["name", "jobs", "preExistingEstate", "approvedOn", "gas"]);
    const source = sourceOf({ id: "a-source", publishedOn: "2020" });
    return await xlsxBytes({
      rows,
      columns,
      notes,
      sources: [{ source, values: 4 }],
      madeAt: new Date("2026-11-24T09:00:00Z"),
    });
  }
  async function read() {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await written()).buffer);
    return workbook;
  }

  it("is the same file byte for byte, whenever it is made", async () => {
    const first = await written();
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2031-05-06T07:08:10Z") });
    const second = await written();
    vi.useRealTimers();
    expect(Buffer.from(second).equals(first)).toBe(true);
  });

  it("has typed cells, words for unknown, a frozen head and filters", async () => {
    const workbook = await read();
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(["Data", "Sources", "Read me"]);
    const data = workbook.getWorksheet("Data");
    expect(getValues(data, 2)).toEqual([
      "test-zone",
      "=1+1",
      0,
      true,
      "2020-10",
      "unknown",
      12.5,
      80,
      0.33,
    ]);
    expect(getValues(data, 3)).toEqual([
      "other-zone",
      ...["unknown", "unknown", "unknown", "unknown", "unknown"],
      ...["not-applicable", "not-applicable", "not-applicable"],
    ]);
    expect(data?.getCell("B2").type).toBe(ExcelJS.ValueType.String);
    expect(data?.getCell("F2").font.italic).toBe(true);
    expect(data?.views[0]).toMatchObject({ state: "frozen", xSplit: 1, ySplit: 1 });
    expect(data?.autoFilter).toBe("A1:I3");
  });

  it("says whence the values come", async () => {
    const sheet = (await read()).getWorksheet("Sources");
    expect(getValues(sheet, 2)).toEqual([
      ...["a-source", "a-source", "A paper", "2020", false, "unknown", "news", "none", 4],
    ]);
  });

  it("says what was asked, of what day, on what terms, and what each column is", async () => {
    const sheet = (await read()).getWorksheet("Read me");
    const text = JSON.stringify(sheet?.getSheetValues());
    for (const part of [
      "2 of the 44 that count",
      "24 November 2026",
      "certainly at least 50",
      "CC BY 4.0",
      "https://x.test/z.xlsx",
      "version r3, method 1",
      "The final status of Jammu and Kashmir",
      "approvedOn",
      "neither zero nor no",
    ]) {
      expect(text).toContain(part);
    }
  });
});
