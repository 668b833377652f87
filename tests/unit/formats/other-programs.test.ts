import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fieldSpec, isZoneField } from "@/lib/catalogue/fields";
import { csvChunks } from "@/lib/formats/csv";
import { geojsonChunks } from "@/lib/formats/json-files";
import { type Workbook, xlsxBytes } from "@/lib/formats/xlsx";
import { englishText } from "@/lib/text/english-text";
import { findPython, hasRPackage, tryRun } from "../../support/programs";
import { type ReadSheet, readWorkbook, readZip } from "../../support/read-workbook";
import { seedWorkbook } from "../../support/seed-workbook";

// The files of all zones, read by other programs with their defaults. What is not installed is not run, and says so.

const PROGRAMS = {
  r: (await tryRun("Rscript", ["--version"])) !== null,
  readr: await hasRPackage("readr"),
  readxl: await hasRPackage("readxl"),
  pandas: await findPython("pandas"),
  openpyxl: await findPython("pandas, openpyxl"),
  gdal: (await tryRun("ogrinfo", ["--version"])) !== null,
};

for (const [program, found] of Object.entries(PROGRAMS)) {
  if (!found) console.info(`${program} is not installed, so no file was read with it.`);
}

/** A test that is run only where a program is installed. */
function itWith(program: keyof typeof PROGRAMS, title: string, check: () => Promise<void>) {
  it.runIf(PROGRAMS[program])(title, check);
}

let folder = "";
let book: Workbook;
let sheets: readonly ReadSheet[];
const at = (name: string) => path.join(folder, name);

beforeAll(async () => {
  book = await seedWorkbook();
  folder = await mkdtemp(path.join(tmpdir(), "files-"));
  const { rows, columns, notes } = book;
  const bytes = await xlsxBytes(englishText, book);
  sheets = await readWorkbook(bytes.buffer);
  await writeFile(at("zones.xlsx"), bytes);
  await writeFile(at("zones.csv"), [...csvChunks(rows, columns)].join(""));
  await writeFile(at("zones.geojson"), [...geojsonChunks(rows, notes, columns)].join(""));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** What a program takes a column for. */
type Type = "number" | "flag" | "text";

/** The type of each column by the catalogue. A column without any value has none that a program could see. */
function listExpected(): Record<string, Type> {
  return Object.fromEntries(
    book.columns
      .filter(({ cell }) => book.rows.some((row) => cell(row) !== null))
      .map(({ key }): [string, Type] => [key, getType(key)]),
  );
}

function getType(key: string): Type {
  if (/^(longitude|latitude|readiness(Low|High|Coverage)|(p|recentP)roducers)$/.test(key))
    return "number";
  if (key === "progressImplied") return "flag";
  const kind = isZoneField(key) ? fieldSpec(key).kind : "text";
  return kind === "number" || kind === "level" ? "number" : kind === "flag" ? "flag" : "text";
}

/** Reads lines of a column's name and its type in the words of a program. */
function readTypes(output: string | null, types: Readonly<Record<string, Type>>) {
  const expected = listExpected();
  return Object.fromEntries(
    (output ?? "").split("\n").flatMap((line) => {
      const [key = "", word = ""] = line.split("\t");
      return key in expected ? [[key, types[word] ?? word]] : [];
    }),
  );
}

const R_TYPES = {
  numeric: "number",
  integer: "number",
  logical: "flag",
  character: "text",
  // The days of a date, which CSV has as text.
  Date: "text",
} as const;
const inR = (read: string) =>
  tryRun("Rscript", [
    "-e",
    `data <- ${read}; cat(paste(names(data), sapply(data, function(x) class(x)[1]), sep = "\\t"), sep = "\\n")`,
  ]);

describe("the CSV of all zones has columns of the right type without arguments", () => {
  itWith("r", "in R", async () => {
    const output = await inR(`read.csv("${at("zones.csv")}")`);
    // Base R takes only TRUE and FALSE for flags; as.logical() reads true and false.
    const expected = Object.entries(listExpected()).map(([key, type]) => [
      key,
      type === "flag" ? "text" : type,
    ]);
    expect(readTypes(output, R_TYPES)).toEqual(Object.fromEntries(expected));
  });

  itWith("readr", "in readr", async () => {
    const read = `suppressMessages(readr::read_csv("${at("zones.csv")}", show_col_types = FALSE))`;
    expect(readTypes(await inR(read), R_TYPES)).toEqual(listExpected());
  });

  itWith("pandas", "in pandas", async () => {
    const program = `
import pandas
data = pandas.read_csv("${at("zones.csv")}")
for name in data:
    print(name, pandas.api.types.infer_dtype(data[name], skipna=True), sep="\\t")
`;
    const types = {
      floating: "number",
      integer: "number",
      boolean: "flag",
      string: "text",
    } as const;
    const output = await tryRun(String(PROGRAMS.pandas), ["-c", program]);
    expect(readTypes(output, types)).toEqual(listExpected());
  });

  it("in DuckDB", async () => {
    const connection = await (await DuckDBInstance.create()).connect();
    const described = await connection.runAndReadAll(`describe from '${at("zones.csv")}'`);
    connection.closeSync();
    const types = {
      ...({ DOUBLE: "number", BIGINT: "number", BOOLEAN: "flag" } as const),
      ...({ VARCHAR: "text", DATE: "text" } as const),
    };
    const lines = described.getRows().map(([name, type]) => `${name}\t${type}`);
    expect(readTypes(lines.join("\n"), types)).toEqual(listExpected());
  });
});

it("no column has only years, which programs would take for numbers", () => {
  for (const { key, cell } of book.columns) {
    if (!isZoneField(key) || fieldSpec(key).kind !== "date") continue;
    const dates = book.rows.flatMap((row) => cell(row) ?? []);
    expect(dates.every((date) => /^\d{4}$/.test(String(date))) && dates.length > 0, key).toBe(
      false,
    );
  }
});

/** The names in the first row of a sheet. */
const getHead = ({ rows }: ReadSheet) => (rows[0] ?? []).map((cell) => String(cell?.value));

/**
 * Would GDAL take the first row of a sheet for the names of its columns? It does where all of the first row is text,
 * and the second has a cell that is none, and no more cells (DetectHeaderLine in ogrxlsxdatasource.cpp). A cell is
 * text to GDAL only if it is of type "s" or "inlineStr"; "str" is not.
 */
function hasNamesForGdal(sheetXml: string): boolean {
  const [first = [], second = []] = [...sheetXml.matchAll(/<row .*?<\/row>/gs)]
    .slice(0, 2)
    .map(([row]) =>
      [...row.matchAll(/<c [^>]*>/g)].map(([cell]) => / t="(?:s|inlineStr)"/.test(cell)),
    );
  return first.length >= second.length && first.every(Boolean) && !second.every(Boolean);
}

describe("the tables of the workbook of all zones", () => {
  it("have names of columns by the rules of GDAL", async () => {
    const parts = await readZip((await xlsxBytes(englishText, book)).buffer);
    for (const [i, { name }] of sheets.entries()) {
      const xml = parts.get(`xl/worksheets/sheet${i + 1}.xml`) ?? "";
      expect(hasNamesForGdal(xml), name).toBe(name !== "Read me");
      expect(hasNamesForGdal(xml.replaceAll(' t="s"', ' t="str"'))).toBe(false);
    }
  });

  itWith("gdal", "are layers with these names and all rows in GDAL", async () => {
    const output = await tryRun("ogrinfo", ["-so", "-al", at("zones.xlsx")]);
    const layers = new Map(
      (output ?? "").split(/^Layer name: /m).map((text) => [
        text.slice(0, text.indexOf("\n")),
        {
          names: [...text.matchAll(/^(.+): [A-Z]\w+(?:\(\w+\))? \([\d.]+\)$/gm)].map(
            ([, name]) => name,
          ),
          rows: Number(/^Feature Count: (\d+)$/m.exec(text)?.[1]),
        },
      ]),
    );
    for (const sheet of sheets.slice(1)) {
      expect(layers.get(sheet.name), sheet.name).toEqual({
        names: getHead(sheet),
        rows: sheet.rows.length - 1,
      });
    }
  });

  itWith("readxl", "have numbers as numbers in readxl", async () => {
    const read = (sheet: string) => `readxl::read_excel("${at("zones.xlsx")}", sheet = "${sheet}")`;
    const output = await inR(read("Zones"));
    expect(output).toContain("Area (acres)\tnumeric\n");
    expect(output).toContain("Plots built on (%)\tnumeric\n");
    expect(output).toContain("Candidate for the unnamed nine\tlogical\n");
    expect(await inR(read("Evidence"))).toContain("Number\tnumeric\n");
  });

  itWith(
    "openpyxl",
    "have the same cells in pandas, none of them taken for a null word",
    async () => {
      const program = `
import json, pandas
tables = pandas.read_excel("${at("zones.xlsx")}", sheet_name=None)
print(json.dumps({name: int(table.count().sum()) for name, table in tables.items()}))
`;
      const output = await tryRun(String(PROGRAMS.openpyxl), ["-c", program]);
      const counts: Record<string, number> = JSON.parse(output ?? "{}");
      for (const { name, rows } of sheets.slice(1)) {
        const cells = rows.slice(1).flatMap((row) => row.filter((cell) => cell !== undefined));
        expect(counts[name], name).toBe(cells.length);
      }
    },
  );
});

describe("the GeoJSON of all zones", () => {
  itWith(
    "gdal",
    "has points in longitude and latitude and a field for each column in GDAL",
    async () => {
      const output = (await tryRun("ogrinfo", ["-so", "-al", at("zones.geojson")])) ?? "";
      expect(output).toMatch(/^Geometry: Point$/m);
      expect(output).toMatch(/^Feature Count: 51$/m);
      expect(output).toMatch(/^Extent: \(6\d\.\d+, 2\d\.\d+\) - \(7\d\.\d+, 3\d\.\d+\)$/m);
      const fields = [...output.matchAll(/^(\w+): (\w+)(?:\((\w+)\))?(?: \([\d.]+\))?$/gm)].filter(
        ([, , type]) => type !== "Point",
      );
      const types = {
        ...({ Real: "number", Integer: "number", Boolean: "flag" } as const),
        ...({ String: "text", Date: "text" } as const),
      };
      const read = fields
        .map(([, name, type, subtype]) => `${name}\t${subtype ?? type}`)
        .join("\n");
      expect(readTypes(read, types)).toEqual(listExpected());
    },
  );
});
