import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { type Workbook, xlsxBytes } from "@/lib/formats/xlsx";
import { englishText } from "@/lib/text/english-text";
import { readZip } from "../../support/read-workbook";
import { seedWorkbook } from "../../support/seed-workbook";

const run = promisify(execFile);
const SOURCE_COLUMNS =
  "id title publisher publishedOn publishedOnEstimated accessed kind url values".split(" ");

/** The version of GDAL on this machine; null: GDAL is not installed. */
const gdal = await run("ogrinfo", ["--version"]).then(
  ({ stdout }) => stdout.trim(),
  () => null,
);

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

describe("GDAL and an XLSX file of all zones", () => {
  let book: Workbook;
  let bytes: Uint8Array<ArrayBuffer>;

  beforeAll(async () => {
    book = await seedWorkbook();
    bytes = await xlsxBytes(englishText, book);
  });

  it("find the names of the columns of Data and Sources by the rules of GDAL", async () => {
    const parts = await readZip(bytes.buffer);
    for (const number of [1, 2]) {
      const xml = parts.get(`xl/worksheets/sheet${number}.xml`) ?? "";
      expect(hasNamesForGdal(xml), `sheet ${number}`).toBe(true);
      expect(hasNamesForGdal(xml.replaceAll(' t="s"', ' t="str"'))).toBe(false);
    }
  });

  if (gdal === null) {
    console.info("GDAL is not installed: only its rules are checked here, without ogrinfo.");
  } else {
    it(`find them by ${gdal}`, async () => {
      const folder = await mkdtemp(path.join(tmpdir(), "xlsx-"));
      try {
        const file = path.join(folder, "zones.xlsx");
        await writeFile(file, bytes);
        const { stdout } = await run("ogrinfo", ["-so", "-al", file]);
        const layers = new Map(
          stdout.split(/^Layer name: /m).map((text) => [
            text.slice(0, text.indexOf("\n")),
            {
              names: [...text.matchAll(/^(\w+): [A-Z]\w+ ?\(.*\)$/gm)].map(([, name]) => name),
              rows: Number(/^Feature Count: (\d+)$/m.exec(text)?.[1]),
            },
          ]),
        );
        const names = book.columns.map(({ key }) => key);
        expect(layers.get("Data")).toEqual({ names, rows: book.rows.length });
        expect(layers.get("Sources")?.names).toEqual(SOURCE_COLUMNS);
      } finally {
        await rm(folder, { recursive: true });
      }
    });
  }
});
