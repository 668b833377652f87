import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { csvChunks } from "@/lib/formats/csv";
import { writeGeoPackage } from "@/lib/formats/geopackage";
import { geojsonChunks } from "@/lib/formats/json-files";
import { parquetChunks } from "@/lib/formats/parquet";
import { writeRegistry } from "@/lib/formats/registry-database";
import { xlsxBytes } from "@/lib/formats/xlsx";
import { inScope } from "@/lib/query/scope";
import type { RankedRow } from "@/lib/query/select";
import { databaseChunks } from "@/lib/server/database-file";
import { englishText } from "@/lib/text/english-text";
import { findPython, hasRPackage, tryRun } from "../../support/programs";
import { seedDay, seedWorkbook } from "../../support/seed-workbook";

// Each program of other people reads each format that it knows, with its defaults, and has to find the same 44 announced
// zones with the same values: text, a number, a word of a vocabulary, a partial date, a flag and a score. Beside each program
// stands what it has to be installed as; one that is missing is not run, and says so.

/** The columns that are compared: their names in files for programs, and in the sheet for people. */
const COLUMNS = {
  slug: "Slug",
  areaAcres: "Area (acres)",
  gas: "Gas",
  approvedOn: "Approved on",
  preExistingEstate: "Industrial estate before approval",
  readinessLow: "Readiness, confirmed score (0–100)",
} as const;
const NAMES = Object.keys(COLUMNS).join(",");

type Format = "csv" | "xlsx" | "geojson" | "gpkg" | "parquet" | "sqlite";

let folder = "";
const at = (format: Format) => path.join(folder, `zones.${format}`);
let expected: readonly string[] = [];

async function write(format: Format, chunks: AsyncIterable<Uint8Array> | Iterable<unknown>) {
  await writeFile(at(format), chunks as AsyncIterable<Uint8Array>);
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "program-values-"));
  const book = await seedWorkbook();
  const rows = book.rows.filter(({ values }) => inScope(values, "announced"));
  const { columns, notes } = book;
  expected = rows.map(listExpected).sort();
  await write("csv", csvChunks(rows, columns));
  await write("xlsx", [await xlsxBytes(englishText, { ...book, rows })]);
  await write("geojson", geojsonChunks(rows, notes, columns));
  await write(
    "gpkg",
    databaseChunks((db) => writeGeoPackage(db, { ...book, rows })),
  );
  await write("parquet", parquetChunks(rows, columns));
  const contents = { text: englishText, ...(await seedDay()), rows, notes };
  await write(
    "sqlite",
    databaseChunks((db) => writeRegistry(db, contents)),
  );
}, 120_000);

afterAll(async () => {
  await rm(folder, { recursive: true });
});

function listExpected({ slug, values, readiness }: RankedRow): string {
  const { areaAcres, gas, approvedOn, preExistingEstate } = values;
  return JSON.stringify(
    [slug, areaAcres, gas, approvedOn, preExistingEstate, readiness?.low].map(normalize),
  );
}

/** A cell without what differs between programs: how they write no value, flags, words and the end of a number. */
function normalize(cell: unknown): string | number {
  const text = String(cell ?? "");
  if (/^(|NA|NaN|nan|None|null|NULL|<NA>)$/.test(text)) return "";
  if (/^(true|1|1\.0)$/i.test(text)) return "true";
  if (/^(false|0|0\.0)$/i.test(text)) return "false";
  const number = Number(text);
  if (Number.isFinite(number)) return Number(number.toPrecision(12));
  return text.toLowerCase().replaceAll(" ", "-");
}

/** The compared cells of each zone in a table that a program wrote as CSV, with the names of one or the other. */
function listFound(csv: string | null): readonly string[] {
  const records: Record<string, string>[] = parse(csv ?? "", { columns: true, bom: true });
  return records
    .map((record) =>
      JSON.stringify(
        Object.entries(COLUMNS).map(([key, heading]) => normalize(record[key] ?? record[heading])),
      ),
    )
    .sort();
}

const PANDAS = await findPython("pandas");
const OPENPYXL = await findPython("pandas, openpyxl");
const GEOPANDAS = await findPython("geopandas");
const PYARROW = await findPython("geopandas, pyarrow");
const QGIS = await findPython("qgis.core");
const OFFSCREEN = { QT_QPA_PLATFORM: "offscreen" };
const gdalFormats = (await tryRun("ogrinfo", ["--formats"])) ?? "";

const inPython = (python: string | null, program: string) =>
  tryRun(String(python), ["-c", `import sys\n${program}`], OFFSCREEN);
const withPandas = (python: string | null, read: string) =>
  inPython(python, `import pandas\n${read}.to_csv(sys.stdout, index=False)`);
const withGeoPandas = (python: string | null, read: string) =>
  inPython(
    python,
    `import geopandas\n${read}.drop(columns="geometry").to_csv(sys.stdout, index=False)`,
  );
const inR = (read: string) =>
  tryRun("Rscript", [
    "-e",
    `data <- as.data.frame(${read}); data$geometry <- NULL; data$geom <- NULL; write.csv(data, row.names = FALSE)`,
  ]);
const inQgis = (format: Format) =>
  inPython(
    QGIS,
    `
import csv
from qgis.core import QgsApplication, QgsVectorLayer
app = QgsApplication([], False)
app.initQgis()
layer = QgsVectorLayer("${at(format)}", "zones", "ogr")
out = csv.writer(sys.stdout)
out.writerow(layer.fields().names())
for feature in layer.getFeatures():
    out.writerow(["" if value is None or not value and str(value) == "NULL" else value for value in feature.attributes()])
`,
  );
const inGdal = (format: Format, ...args: string[]) =>
  tryRun("ogr2ogr", ["-f", "CSV", "/vsistdout/", at(format), ...args]);

/** The sheet or table, as LibreOffice writes it as CSV. */
async function inLibreOffice(format: Format, ...filter: string[]): Promise<string | null> {
  const out = path.join(folder, `libreoffice-${format}`);
  await tryRun("soffice", [
    ...[`-env:UserInstallation=file://${folder}/profile`, "--headless", ...filter],
    ...[
      "--convert-to",
      "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1",
    ],
    ...["--outdir", out, at(format)],
  ]);
  const name = format === "xlsx" ? "zones-Zones.csv" : "zones-zones.csv";
  return await readFile(path.join(out, name), "utf8").catch(() => null);
}

async function inDuckDb(read: string): Promise<string> {
  const connection = await (await DuckDBInstance.create()).connect();
  const found = await connection.runAndReadAll(`select ${NAMES} from ${read}`);
  connection.closeSync();
  return [NAMES, ...found.getRows().map((cells) => cells.map((cell) => cell ?? "").join(","))].join(
    "\n",
  );
}

/** Programs and formats. `found`: is it installed? `read`: the table as CSV. */
const READERS: readonly {
  readonly program: string;
  readonly found: boolean;
  readonly formats: Readonly<Partial<Record<Format, () => Promise<string | null>>>>;
}[] = [
  {
    program: "LibreOffice",
    found: (await tryRun("soffice", ["--version"])) !== null,
    formats: {
      csv: () => inLibreOffice("csv", "--infilter=CSV:44,34,76,1"),
      xlsx: () => inLibreOffice("xlsx"),
    },
  },
  {
    program: "QGIS",
    found: QGIS !== null,
    formats: { geojson: () => inQgis("geojson"), gpkg: () => inQgis("gpkg") },
  },
  {
    program: "pandas",
    found: PANDAS !== null,
    formats: {
      csv: () => withPandas(PANDAS, `pandas.read_csv("${at("csv")}")`),
    },
  },
  {
    program: "pandas with openpyxl",
    found: OPENPYXL !== null,
    formats: {
      xlsx: () => withPandas(OPENPYXL, `pandas.read_excel("${at("xlsx")}", sheet_name="Zones")`),
    },
  },
  {
    program: "GeoPandas",
    found: GEOPANDAS !== null,
    formats: {
      geojson: () => withGeoPandas(GEOPANDAS, `geopandas.read_file("${at("geojson")}")`),
      gpkg: () => withGeoPandas(GEOPANDAS, `geopandas.read_file("${at("gpkg")}")`),
    },
  },
  {
    program: "GeoPandas with pyarrow",
    found: PYARROW !== null,
    formats: {
      parquet: () => withGeoPandas(PYARROW, `geopandas.read_parquet("${at("parquet")}")`),
    },
  },
  {
    program: "readr",
    found: await hasRPackage("readr"),
    formats: { csv: () => inR(`readr::read_csv("${at("csv")}", show_col_types = FALSE)`) },
  },
  {
    program: "readxl",
    found: await hasRPackage("readxl"),
    formats: {
      xlsx: async () => {
        const found = await inR(`readxl::read_excel("${at("xlsx")}", sheet = "Zones")`);
        return found;
      },
    },
  },
  {
    program: "sf",
    found: await hasRPackage("sf"),
    formats: {
      geojson: () => inR(`sf::st_read("${at("geojson")}", quiet = TRUE)`),
      gpkg: () => inR(`sf::st_read("${at("gpkg")}", quiet = TRUE)`),
    },
  },
  {
    program: "GDAL",
    found: gdalFormats !== "",
    formats: {
      csv: () => inGdal("csv"),
      xlsx: () => inGdal("xlsx", "Zones"),
      geojson: () => inGdal("geojson"),
      gpkg: () => inGdal("gpkg"),
    },
  },
  {
    program: "GDAL with Parquet",
    found: gdalFormats.includes("Parquet"),
    formats: { parquet: () => inGdal("parquet") },
  },
  {
    program: "sqlite3",
    found: (await tryRun("sqlite3", ["--version"])) !== null,
    formats: {
      sqlite: () => tryRun("sqlite3", ["-csv", "-header", at("sqlite"), "SELECT * FROM zones"]),
      gpkg: () => tryRun("sqlite3", ["-csv", "-header", at("gpkg"), `SELECT ${NAMES} FROM zones`]),
    },
  },
  {
    program: "csvkit",
    found: (await tryRun("csvsql", ["--version"])) !== null,
    formats: { csv: () => tryRun("csvsql", ["--query", "select * from zones", at("csv")]) },
  },
  {
    program: "Datasette",
    found: (await tryRun("datasette", ["--version"])) !== null,
    formats: {
      sqlite: () =>
        tryRun("datasette", [at("sqlite"), "--get", "/zones/zones.csv?_stream=on&_size=max"]),
    },
  },
  {
    program: "DuckDB",
    found: true,
    formats: {
      csv: () => inDuckDb(`'${at("csv")}'`),
      parquet: () => inDuckDb(`'${at("parquet")}'`),
    },
  },
];

describe("the 44 announced zones have the same values", () => {
  for (const { program, found, formats } of READERS) {
    if (!found) console.info(`${program} is not installed, so no file was read with it.`);
    for (const [format, read] of Object.entries(formats)) {
      it.runIf(found)(
        `in ${program} from ${format}`,
        async () => {
          expect(expected).toHaveLength(44);
          expect(listFound(await read())).toEqual(expected);
        },
        120_000,
      );
    }
  }
});
