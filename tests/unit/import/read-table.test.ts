import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { fieldSpec, isZoneField } from "@/lib/catalogue/fields";
import { createHeaderTest, suggestMapping } from "@/lib/entry/import-mapping";
import { PROGRESS_KEYS } from "@/lib/evidence/row";
import { EXPORTED_FIELDS } from "@/lib/formats/columns";
import { storedZip } from "@/lib/formats/spreadsheet";
import { xlsxBytes } from "@/lib/formats/xlsx";
import { decodeText, readRows, readTable } from "@/lib/server/import/read-table";
import { englishText } from "@/lib/text/english-text";
import { seedWorkbook } from "../../support/seed-workbook";

const isKnown = createHeaderTest((key) => fieldSpec(key).label);
const read = (content: string | Uint8Array, sheet: string | null = null) =>
  readTable(
    typeof content === "string" ? new TextEncoder().encode(content) : content,
    sheet,
    isKnown,
  );

const LINES = "zone;field;value\nhattar-sez;water;Größe\n";
const utf16 = (text: string, mark: readonly number[], big: boolean) => {
  const bytes = Buffer.from(text, "utf16le");
  return Buffer.concat([Buffer.from(mark), big ? bytes.swap16() : bytes]);
};

describe("the encoding of a file", () => {
  test.each([
    ["UTF-8", Buffer.from(LINES)],
    ["UTF-8", Buffer.from(`\ufeff${LINES}`)],
    ["UTF-16LE", utf16(LINES, [0xff, 0xfe], false)],
    ["UTF-16BE", utf16(LINES, [0xfe, 0xff], true)],
    ["UTF-16LE", utf16(LINES, [], false)],
    ["UTF-16BE", utf16(LINES, [], true)],
    ["Windows-1252", Buffer.from(LINES, "latin1")],
  ])("%s is found", (encoding, bytes) => {
    expect(decodeText(bytes)).toEqual({ text: LINES, encoding });
  });

  test("an old encoding of another script is refused, as are binary files", () => {
    // "پاکستان" in Windows-1256.
    expect(decodeText(Buffer.from("81c798d3cac7e4", "hex"))).toBeNull();
    expect(decodeText(Buffer.from([1, 0, 0, 7, 0, 9]))).toBeNull();
  });
});

describe("a CSV file", () => {
  test.each([
    ["comma", 'zone,value\na,"1,5"\n'],
    ["semicolon", "zone;value\na;1,5\nb;2,5\n"],
    ["tab", "zone\tvalue\na\t1,5; 2\n"],
  ])("with the delimiter %s is read", (delimiter, text) => {
    expect(readRows(text)).toMatchObject({
      delimiter,
      rows: expect.arrayContaining([["zone", "value"]]),
    });
  });

  test("keeps the number of each row, also under a title, empty rows and Excel's line with the delimiter", async () => {
    const found = await read(
      "sep=;\nMy table;\n\nzone;field;value\n\nhattar-sez;water;available\n",
    );
    expect(found).toMatchObject({
      table: {
        headerRow: 4,
        header: ["zone", "field", "value"],
        rows: [[], ["hattar-sez", "water", "available"]],
      },
    });
  });

  test("says in which line a quotation does not end", async () => {
    expect(await read('zone,value\na,"1\nb,2\n')).toMatchObject({
      problem: { code: "broken-quote" },
    });
  });

  test("of one long line is refused, and its delimiter is found in its beginning", async () => {
    expect(await read(`zone,field,value\n${"aaaa,".repeat(300_000)}`)).toEqual({
      problem: { code: "long-row", line: 2 },
    });
    expect(await read("aaa;aaa,".repeat(200_000))).toEqual({
      problem: { code: "long-row", line: 1 },
    });
  });

  test("of more delimiters than a table has cells is refused before it is read", async () => {
    for (const one of [",", ";", "\t", `${",".repeat(500)}\n`]) {
      expect(await read(one.repeat((5 * 1024 * 1024) / one.length))).toEqual({
        problem: { code: "too-many-cells" },
      });
    }
  });

  test("with a cell too long for a header is read", async () => {
    const long = "(".repeat(160_000);
    expect(await read(`${long},b\nc,d\n`)).toHaveProperty("table");
    expect(suggestMapping([long, "zone"], (key) => fieldSpec(key).label).targets).toEqual([
      "ignore",
      "zone",
    ]);
  });

  test("loses the apostrophe that our own files put before a formula", () => {
    expect(readRows("zone,note\na,'=1+1\n")).toMatchObject({
      rows: [
        ["zone", "note"],
        ["a", "=1+1"],
      ],
    });
  });

  test("is read as it was written, whatever is in the cells", () => {
    const cell = fc
      .string({ unit: "grapheme", maxLength: 12 })
      .map((text) => text.replace(/[\0\ufeff']/gu, "").trim());
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(",", ";", "\t"),
        (cells, delimiter) => {
          const rows = [["zone", "field", "value"], ...cells];
          const written = stringify(rows, { delimiter, quoted: true });
          expect(readRows(written)).toMatchObject({ rows });
        },
      ),
    );
  });

  test("is never read with an exception, whatever its bytes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        expect(await read(bytes)).toBeTypeOf("object");
      }),
    );
  });
});

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** An XLSX file with one sheet; its styles are: 0 plain, 1 day, 2 month, 3 percentage. */
function workbook(
  sheetData: string,
  merges: readonly string[] = [],
  strings = "",
): Promise<Uint8Array> {
  const part = (path: string, text: string) => ({ path, texts: [`<?xml version="1.0"?>${text}`] });
  return storedZip([
    part(
      "[Content_Types].xml",
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    ),
    part(
      "_rels/.rels",
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    part(
      "xl/workbook.xml",
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Hidden" sheetId="1" state="hidden" r:id="rId1"/><sheet name="Zones" sheetId="2" r:id="rId1"/></sheets></workbook>`,
    ),
    part(
      "xl/_rels/workbook.xml.rels",
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ),
    part("xl/sharedStrings.xml", `<sst xmlns="${MAIN}">${strings}</sst>`),
    part(
      "xl/styles.xml",
      `<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="mmm\\ yyyy"/></numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/><xf numFmtId="9" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ),
    part(
      "xl/worksheets/sheet1.xml",
      `<worksheet xmlns="${MAIN}"><sheetData>${sheetData}</sheetData>${merges.length > 0 ? `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>` : ""}</worksheet>`,
    ),
  ]);
}

const text = (address: string, value: string) =>
  `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (address: string, value: number, style = 0) =>
  `<c r="${address}" s="${style}"><v>${value}</v></c>`;

describe("an XLSX file", () => {
  test("gives dates, months and percentages as they are shown, and copies a merged cell to its rows", async () => {
    const bytes = await workbook(
      `<row r="1">${text("A1", "zone")}${text("B1", "field")}${text("C1", "value")}${text("D1", "note")}</row>
       <row r="2">${text("A2", "hattar-sez")}${number("B2", 46000, 1)}${number("C2", 46000, 2)}${number("D2", 0.07, 3)}</row>
       <row r="3">${number("B3", 0.1)}${text("C3", "wide")}</row>`,
      ["A2:A3", "C3:D3"],
    );
    expect(await read(bytes)).toEqual({
      table: {
        headerRow: 1,
        header: ["zone", "field", "value", "note"],
        rows: [
          ["hattar-sez", "2025-12-09", "2025-12", "7%"],
          ["hattar-sez", "0.1", "wide"],
        ],
        covered: ["D3"],
      },
      form: { kind: "xlsx", sheet: "Zones", sheets: ["Zones"], filled: 1 },
    });
    expect(await read(bytes, "Hidden")).toEqual({ problem: { code: "no-sheet" } });
  });

  test("with too many rows or too much inside is refused", async () => {
    const rows = Array.from(
      { length: 20_100 },
      (_, i) => `<row r="${i + 1}">${text(`A${i + 1}`, "zone")}${text(`B${i + 1}`, "field")}</row>`,
    );
    expect(await read(await workbook(rows.join("")))).toEqual({
      problem: { code: "too-many-rows" },
    });
    const huge = await workbook(" ".repeat(70 * 1024 * 1024));
    expect(await read(huge)).toEqual({ problem: { code: "too-large" } });
  });

  test("whose parts have more elements, attributes or entities than a table is refused before they are kept", async () => {
    for (const one of ["<si/>", '<si a="" b=""/>', "&amp;"]) {
      const many = await workbook("", [], one.repeat(1_100_000));
      expect(await read(many)).toEqual({ problem: { code: "too-large" } });
    }
    const attributes = Array.from({ length: 11_000 }, (_, i) => ` a${i}=""`).join("");
    expect(await read(await workbook("", [], `<si${attributes}/>`))).toEqual({
      problem: { code: "too-large" },
    });
  });

  test("whose cells share a long text is refused before the text is copied to each", async () => {
    const cells = `<row>${'<c t="s"><v>0</v></c>'.repeat(200)}</row>`.repeat(5);
    const shared = await workbook(cells, [], `<si><t>${"y".repeat(30_000)}</t></si>`);
    expect(await read(shared)).toEqual({ problem: { code: "too-large" } });
  });

  test("with merged cells that overlap, or cover more than a table does, is refused", async () => {
    const wide = (rows: number) =>
      Array.from(
        { length: rows },
        (_, i) => `<row r="${i + 1}">${text(`A${i + 1}`, "zone")}${text(`CV${i + 1}`, "x")}</row>`,
      ).join("");
    const repeated = await workbook(wide(1_000), Array(20_000).fill("A1:CV1000"));
    expect(await read(repeated)).toEqual({ problem: { code: "unreadable" } });
    const overlapping = await workbook(wide(3), ["A1:A2", "A2:B3"]);
    expect(await read(overlapping)).toEqual({ problem: { code: "unreadable" } });
    const covering = await workbook(wide(2_100), ["A1:CV2100"]);
    expect(await read(covering)).toEqual({ problem: { code: "too-large" } });
  });

  test("that is damaged, or none, is named", async () => {
    expect(await read(Buffer.from("PK\u0003\u0004 and then nothing"))).toEqual({
      problem: { code: "unreadable" },
    });
    expect(await read(Buffer.from("d0cf11e0a1b11ae1", "hex"))).toEqual({
      problem: { code: "old-excel" },
    });
    expect(await read(Buffer.from("%PDF-1.7"))).toEqual({ problem: { code: "not-a-table" } });
    expect(await read("only one cell")).toEqual({ problem: { code: "no-header" } });
  });
});

describe("the tracker's own workbook", () => {
  let bytes: Uint8Array;

  beforeAll(async () => {
    bytes = await xlsxBytes(englishText, await seedWorkbook());
  });

  test("is read at the sheet of zones behind the read-me, with a column for each field", async () => {
    const found = await read(bytes);
    if (!("table" in found)) throw new Error(JSON.stringify(found));
    expect(found.form).toMatchObject({ kind: "xlsx", sheet: "Zones" });
    const { layout, targets } = suggestMapping(found.table.header, englishText.fieldLabel);
    expect(layout).toBe("zones");
    const used = new Set(targets);
    const fields = EXPORTED_FIELDS.filter(isZoneField).filter((field) => field !== "location");
    expect(fields.filter((field) => !used.has(field))).toEqual([]);
    expect(
      ["zone", "longitude", "latitude"].filter((role) => !targets.some((t) => t === role)),
    ).toEqual([]);
    const left = found.table.header.filter((_, column) => targets[column] === "ignore");
    const progress = PROGRESS_KEYS.map((key) => englishText.t(`files.column.${key}.label`));
    expect(left.filter((heading) => !/value status|^Readiness/.test(heading))).toEqual(progress);
  });

  test("is read at a named sheet", async () => {
    const found = await read(bytes, "Evidence");
    expect(found).toMatchObject({ form: { sheet: "Evidence" } });
  });
});
