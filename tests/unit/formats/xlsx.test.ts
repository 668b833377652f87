import fc from "fast-check";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { listColumns } from "@/lib/formats/columns";
import { fileNotes } from "@/lib/formats/file-notes";
import { type Workbook, xlsxBytes, xlsxChunks } from "@/lib/formats/xlsx";
import { DEFAULT_QUERY } from "@/lib/query/query";
import type { RankedRow } from "@/lib/query/select";
import { englishText } from "@/lib/text/english-text";
import { createRow, createSource } from "../../support/facts";
import { type ReadSheet, readWorkbook, readXml, readZip } from "../../support/read-workbook";

const READINESS = { low: 12.5, high: 80, coverage: 0.33 };
const META = {
  asOf: "2026-11-24",
  knownOn: "r3",
  version: 3,
  method: 1,
  matched: 2,
  total: 44,
};
const NOTES = fileNotes(
  englishText,
  { ...DEFAULT_QUERY, readinessMin: 50 },
  META,
  "https://x.test/z.xlsx",
);

function ranked(row: ReturnType<typeof createRow>, readiness: RankedRow["readiness"] = READINESS) {
  return { ...row, readiness };
}

const BOOK: Workbook = {
  rows: [
    ranked(createRow({ name: "=1+1", jobs: 0, preExistingEstate: true, approvedOn: "2020-10" })),
    ranked(createRow({}, { slug: "other-zone" }), null),
  ],
  columns: listColumns(englishText, ["name", "jobs", "preExistingEstate", "approvedOn", "gas"]),
  notes: NOTES,
  sources: [{ source: createSource({ id: "a-source", publishedOn: "2020" }), values: 4 }],
  madeAt: new Date("2026-11-24T09:00:00Z"),
};

const named = (name: string) =>
  ranked(createRow({ name, location: { lon: 66.5, lat: 25 } }, { slug: name }));

function getSheet(sheets: readonly ReadSheet[], name: string): ReadSheet {
  const sheet = sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`there is no sheet ${name}`);
  return sheet;
}

const listValues = (sheet: ReadSheet) => sheet.rows.map((row) => row.map(({ value }) => value));

describe("an XLSX file", () => {
  let parts: ReadonlyMap<string, string>;
  let sheets: readonly ReadSheet[];
  let data: ReadSheet;
  let sources: ReadSheet;
  let readMe: ReadSheet;

  beforeEach(async () => {
    const bytes = await xlsxBytes(englishText, BOOK);
    parts = await readZip(bytes.buffer);
    sheets = await readWorkbook(bytes.buffer);
    data = getSheet(sheets, "Data");
    sources = getSheet(sheets, "Sources");
    readMe = getSheet(sheets, "Read me");
  });

  it("is the same byte for byte at any time", async () => {
    const first = await xlsxBytes(englishText, BOOK);
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2031-05-06T07:08:10Z") });
    try {
      expect(Buffer.from(await xlsxBytes(englishText, BOOK)).equals(first)).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });

  it("has a title, a creator and a date", () => {
    expect(sheets.map(({ name }) => name)).toEqual(["Data", "Sources", "Read me"]);
    const properties = parts.get("docProps/core.xml");
    expect(properties).toContain("<dc:title>Special economic zones of Pakistan</dc:title>");
    expect(properties).toContain("<dc:creator>CPEC SEZ Tracker</dc:creator>");
    expect(properties).toContain(">2026-11-24T09:00:00Z</dcterms:created>");
  });

  it("has a content type for every part and every related part", () => {
    const types = parts.get("[Content_Types].xml") ?? "";
    const listed = [...types.matchAll(/PartName="\/([^"]+)"/g)].map(([, name]) => name);
    const relations = "xl/_rels/workbook.xml.rels";
    const targets = [...(parts.get(relations) ?? "").matchAll(/Target="([^"]+)"/g)].map(
      ([, target]) => `xl/${target}`,
    );
    const plain = [...parts.keys()].filter((name) => !/^\[|\.rels$/.test(name));
    expect(listed.sort()).toEqual(plain.sort());
    expect(plain).toEqual(expect.arrayContaining(targets));
  });

  it("has typed cells, and words for unknown and not applicable", () => {
    const [, first, second] = listValues(data);
    expect(first).toEqual([
      ...["test-zone", "=1+1", 0, true, "2020-10", "unknown"],
      ...[12.5, 80, 0.33],
    ]);
    expect(second).toEqual([
      ...["other-zone", "unknown", "unknown", "unknown", "unknown", "unknown"],
      ...["not-applicable", "not-applicable", "not-applicable"],
    ]);
  });

  it("has no formulas", () => {
    for (const [name, text] of parts) expect(text, name).not.toMatch(/<f[ >/]/);
  });

  it("styles column names and the word unknown", () => {
    const [head, first] = data.rows;
    expect(head?.every(({ bold }) => bold)).toBe(true);
    expect(first?.some(({ bold }) => bold)).toBe(false);
    for (const row of data.rows.slice(1)) {
      for (const { value, italic, color } of row) {
        expect(italic).toBe(value === "unknown");
        expect(color).toBe(value === "unknown" ? "FF767676" : "FF000000");
      }
    }
  });

  it("freezes the column names and has filters and widths", () => {
    expect([data.frozen, data.filter]).toEqual([[1, 1], "A1:I3"]);
    expect([sources.frozen, sources.filter]).toEqual([[0, 1], "A1:I2"]);
    expect([readMe.frozen, readMe.filter]).toEqual([[0, 0], null]);
    expect(data.widths).toEqual([16, 42, 16, 16, 16, 16, 16, 16, 16]);
    expect(sources.widths).toEqual([16, 42, 16, 16, 16, 16, 16, 16, 16]);
    expect(readMe.widths).toEqual([28, 90, 60]);
  });

  it("lists the sources of its values", () => {
    expect(listValues(sources)[1]).toEqual([
      ...["a-source", "a-source", "A paper", "2020", false, "unknown", "news", "none", 4],
    ]);
  });

  it("explains the selection, the day, the terms and each column in wrapped lines", () => {
    const text = JSON.stringify(listValues(readMe));
    for (const part of [
      NOTES.title,
      NOTES.citation,
      NOTES.boundaryNote,
      ...NOTES.filter.map(({ words }) => words),
      ...BOOK.columns.map(({ definition }) => definition),
    ]) {
      expect(text).toContain(JSON.stringify(part).slice(1, -1));
    }
    expect(readMe.rows.flat().every(({ wrapped }) => wrapped)).toBe(true);
    expect(readMe.rows[0]?.map(({ bold }) => bold)).toEqual([true]);
    expect(readMe.rows[1]?.map(({ bold }) => bold)).toEqual([false, false]);
  });

  it("can have tables without rows", async () => {
    const { buffer } = await xlsxBytes(englishText, { ...BOOK, rows: [], sources: [] });
    const empty = getSheet(await readWorkbook(buffer), "Data");
    expect(listValues(empty)).toEqual([BOOK.columns.map(({ key }) => key)]);
    expect(empty.filter).toBe("A1:I1");
  });

  it("can have more than 26 columns", async () => {
    const { buffer } = await xlsxBytes(englishText, { ...BOOK, columns: listColumns(englishText) });
    const { rows, filter } = getSheet(await readWorkbook(buffer), "Data");
    expect(rows.map((row) => row.length)).toEqual([67, 67, 67]);
    expect(filter).toBe("A1:BO3");
    const xml = (await readZip(buffer)).get("xl/worksheets/sheet1.xml") ?? "";
    const places = [...xml.matchAll(/ r="([A-Z]+)1"/g)];
    expect(places.map(([, name]) => name).slice(24, 29)).toEqual(["Y", "Z", "AA", "AB", "AC"]);
  });

  it("makes rows only as they are read, and none after the reader stops", async () => {
    let made = 0;
    const rows = Array.from({ length: 20_000 }, (_, i) => named(`${i} ${Math.sin(i)}`));
    const [slug, ...columns] = listColumns(englishText, ["name"]);
    if (!slug) throw new Error("there is a first column");
    const counted = {
      ...slug,
      cell: (row: RankedRow) => {
        made += 1;
        return slug.cell(row);
      },
    };
    const chunks = xlsxChunks(englishText, { ...BOOK, rows, columns: [counted, ...columns] });
    while (made === 0) await chunks.next();
    await chunks.return(undefined);
    const stopped = made;
    expect(stopped).toBeLessThan(15_000);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(made).toBe(stopped);
  });
});

describe("the text of an XLSX file", () => {
  async function roundTrip(texts: readonly string[]) {
    const { buffer } = await xlsxBytes(englishText, {
      ...BOOK,
      rows: texts.map((text) => ranked(createRow({ name: text }))),
      columns: listColumns(englishText, ["name"]),
      notes: { ...NOTES, title: texts.join(" ") },
    });
    for (const [name, part] of await readZip(buffer)) {
      expect(() => readXml(part, () => null), name).not.toThrow();
    }
    return listValues(getSheet(await readWorkbook(buffer), "Data"))
      .slice(1)
      .map(([, name]) => name);
  }

  it("is read back unchanged", async () => {
    const texts = [
      ...["=1+1", "@evil", "+1", "-1", "1e5", "007", "true", "null"],
      ...[" before", "after ", "two\nlines", "a\ttab", `<b>&"'`, "]]>", "&amp;"],
      ...["حب", "中文", "😀", "_x0041_", "_x005F_x0041_", "x".repeat(32_767)],
    ];
    expect(await roundTrip(texts)).toEqual(texts);
  });

  it("loses only characters that XML cannot contain", async () => {
    const texts = [
      "a\u0000b",
      "a\u0008b",
      "a\u001fb",
      "a\ud800b",
      "a\udc00b",
      "a\ufffeb",
      "a\uffffb",
    ];
    expect(await roundTrip(texts)).toEqual(texts.map(() => "ab"));
  });

  it("is well-formed for any characters", async () => {
    const unit = fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit }), { minLength: 1 }), async (texts) => {
        await roundTrip(texts);
      }),
      { numRuns: 50 },
    );
  });
});
