import fc from "fast-check";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import type { Event } from "@/lib/evidence/ledger-records";
import { buildRegistry } from "@/lib/evidence/registry";
import { listColumns } from "@/lib/formats/columns";
import { fileNotes } from "@/lib/formats/file-notes";
import { type Workbook, xlsxBytes, xlsxChunks } from "@/lib/formats/xlsx";
import { DEFAULT_QUERY } from "@/lib/query/query";
import type { RankedRow } from "@/lib/query/select";
import { englishText } from "@/lib/text/english-text";
import {
  createClaim,
  createFacts,
  createRow,
  createSource,
  createVersion,
} from "../../support/facts";
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

const FIELDS = ["name", "jobs", "preExistingEstate", "approvedOn", "gas", "plotsBuiltPct"] as const;

const createEvent = (id: string, zones: readonly string[]): Event => ({
  id,
  zones,
  revision: 1,
  reason: null,
  date: "2021",
  kind: "policy",
  title: id,
  body: "What happened.",
  sourceId: "a-source",
  quotation: null,
});

const FACTS = createFacts({
  zones: [{ slug: "test-zone", order: 1 }],
  tenancies: [{ id: "a-firm", zone: "test-zone", firm: "A firm", firmId: "a-firm", order: 1 }],
  claims: [
    createClaim({ id: "c1", field: "name", value: "=1+1", sourceId: "a-source" }),
    createClaim({ id: "c2", field: "cohort", value: "added-37", sourceId: "a-source" }),
    createClaim({ id: "c3", field: "gas", value: "absent", sourceId: "a-source", asOf: "2020" }),
    createClaim({ id: "c4", field: "plotsBuiltPct", value: 12.5, sourceId: "other" }),
    createClaim({
      id: "c5",
      field: "tenancyJobs",
      value: 30,
      tenancy: "a-firm",
      sourceId: "other",
    }),
  ],
  sourceVersions: ["unused", "other", "a-source"].map((id) =>
    createVersion(createSource({ id, publishedOn: "2020" })),
  ),
  events: [
    createEvent("own", ["test-zone"]),
    createEvent("national", []),
    createEvent("elsewhere", ["other-zone"]),
  ],
});
const LEDGER = { facts: FACTS, evidence: indexEvidence(FACTS) };
const MOMENT = { asOf: "2026-11-24", revision: 1 };

const BOOK: Workbook = {
  rows: [
    ranked(
      createRow({
        ...{ name: "=1+1", jobs: 0, preExistingEstate: true, approvedOn: "2020-10" },
        ...{ gas: "absent", plotsBuiltPct: "not-applicable" },
      }),
    ),
    ranked(createRow({}, { slug: "other-zone" }), null),
  ],
  columns: listColumns(englishText, FIELDS),
  notes: NOTES,
  evidenced: {
    zones: buildRegistry(FACTS, LEDGER.evidence, MOMENT).zones,
    fields: FIELDS,
    ledger: LEDGER,
    moment: MOMENT,
    events: FACTS.events,
  },
  madeAt: new Date("2026-11-24T09:00:00Z"),
};

/** The workbook without what is beside the zones. */
const BARE: Workbook = { ...BOOK, evidenced: { ...BOOK.evidenced, zones: [], events: [] } };

const SHEETS = [
  ...["Read me", "Zones", "Evidence", "Claims", "Firms"],
  ...["Targets", "Readiness", "Events", "Sources", "Dictionary"],
];

const named = (name: string) =>
  ranked(createRow({ name, location: { lon: 66.5, lat: 25 } }, { slug: name }));

function getSheet(sheets: readonly ReadSheet[], name: string): ReadSheet {
  const sheet = sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`there is no sheet ${name}`);
  return sheet;
}

const listValues = (sheet: ReadSheet) =>
  sheet.rows.map((row) => Array.from(row, (cell) => cell?.value ?? null));

/** The rows of a table by the names in its first row. */
function listRecords(sheet: ReadSheet) {
  const [head = [], ...rows] = listValues(sheet);
  return rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? null])));
}

describe("an XLSX file", () => {
  let parts: ReadonlyMap<string, string>;
  let sheets: readonly ReadSheet[];
  let data: ReadSheet;
  let readMe: ReadSheet;

  beforeEach(async () => {
    const bytes = await xlsxBytes(englishText, BOOK);
    parts = await readZip(bytes.buffer);
    sheets = await readWorkbook(bytes.buffer);
    data = getSheet(sheets, "Zones");
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
    expect(sheets.map(({ name }) => name)).toEqual(SHEETS);
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

  it("has typed cells, words of vocabularies, and empty cells for unknown and not applicable", () => {
    expect(listValues(data)).toEqual([
      [
        ...["Name", "Jobs", "Industrial estate before approval", "Approved on", "Gas"],
        ...["Plots built on (%)", "Plots built on: value status"],
        ...["Readiness, confirmed score (0–100)", "Readiness, possible score (0–100)"],
        ...["Readiness, data completeness (0–1)", "Readiness: value status", "Slug"],
      ],
      [
        "=1+1",
        0,
        true,
        "2020-10",
        "Absent",
        null,
        "not-applicable",
        12.5,
        80,
        0.33,
        "known",
      ].concat("test-zone"),
      [
        ...[null, null, null, null, null, null, "unknown", null, null, null],
        ...["not-applicable", "other-zone"],
      ],
    ]);
  });

  it("has the slug first where the name was not chosen", async () => {
    const { buffer } = await xlsxBytes(englishText, {
      ...BARE,
      columns: listColumns(englishText, ["gas", "dependenceMarket"]),
    });
    const [head] = listValues(getSheet(await readWorkbook(buffer), "Zones"));
    expect(head?.slice(0, 3)).toEqual(["Slug", "Gas", "Market (Dependence, 0–4)"]);
  });

  it("has one type in each column of each sheet", () => {
    for (const sheet of sheets.slice(1)) {
      const [head = [], ...rows] = listValues(sheet);
      for (const i of head.keys()) {
        const types = new Set(rows.flatMap((row) => (row[i] == null ? [] : [typeof row[i]])));
        expect(types.size, `${sheet.name} ${head[i]}`).toBeLessThan(2);
      }
    }
  });

  it("has a row for each value with a claim, in words and as a number", () => {
    const evidence = listRecords(getSheet(sheets, "Evidence"));
    expect(evidence.map(({ Field, Value, Number: number }) => [Field, Value, number])).toEqual([
      ["Name", "=1+1", null],
      ["Gas", "Absent", null],
      ["Plots built on", "12.5%", 12.5],
      ["Jobs", "30 jobs", 30],
    ]);
    expect(evidence[1]).toMatchObject({
      Zone: "=1+1",
      "As of": "2020",
      Source: "a-source",
      Link: null,
      "Type of source": "official",
      Confidence: "medium",
      Support: "single",
      "Weak evidence": false,
      Mark: null,
      Revision: 1,
      "Zone ID": "test-zone",
      "Source ID": "a-source",
      "Claim ID": "c3",
    });
  });

  it("has every claim, the firms, events of its zones or of the country, and the sources of both", () => {
    const read = (name: string) => listRecords(getSheet(sheets, name));
    expect(read("Claims").map((row) => [row["Claim ID"], row.Value, row.Number])).toEqual([
      ["c1", "=1+1", null],
      ["c2", "added-37", null],
      ["c3", "absent", null],
      ["c4", "12.5", 12.5],
      ["c5", "30", 30],
    ]);
    expect(read("Firms")).toMatchObject([
      { Zone: "=1+1", Firm: "A firm", Jobs: 30, "Known facts": 1, "Firm ID": "a-firm" },
    ]);
    expect(read("Events").map((row) => [row["Event ID"], row["Number of zones"]])).toEqual([
      ["own", 1],
      ["national", 0],
    ]);
    expect(read("Sources").map((row) => [row["Source ID"], row.Claims])).toEqual([
      ["a-source", 3],
      ["other", 2],
    ]);
  });

  it("defines each column of each sheet", () => {
    const defined = listRecords(getSheet(sheets, "Dictionary"));
    const heads = sheets
      .slice(1, -1)
      .flatMap((sheet) => (listValues(sheet)[0] ?? []).map((column) => [sheet.name, column]));
    expect(defined.map(({ Sheet, Column }) => [Sheet, Column])).toEqual(heads);
    for (const row of defined) expect(row.Definition, String(row.Column)).toMatch(/\w/);
  });

  it("has no formulas", () => {
    for (const [name, text] of parts) expect(text, name).not.toMatch(/<f[ >/]/);
  });

  it("keeps the column names of each table in view, bold and with filters", () => {
    for (const { name, rows, frozen, filter, widths } of sheets.slice(1)) {
      expect(
        rows[0]?.every((cell) => cell?.bold && cell.wrapped),
        name,
      ).toBe(true);
      expect(rows.slice(1).some((row) => row.some((cell) => cell?.bold))).toBe(false);
      expect(frozen, name).toEqual([1, 1]);
      expect(filter, name).toMatch(new RegExp(`^A1:[A-Z]+${rows.length}$`));
      expect(widths).toHaveLength(rows[0]?.length ?? 0);
    }
    expect([readMe.frozen, readMe.filter]).toEqual([[0, 0], null]);
    expect(data.widths.slice(0, 3)).toEqual([42, 16, 16]);
    expect(readMe.widths).toEqual([28, 90]);
  });

  it("explains the selection, the day, the terms and each sheet in wrapped lines", () => {
    const text = JSON.stringify(listValues(readMe));
    for (const part of [
      NOTES.title,
      NOTES.citation,
      NOTES.boundaryNote,
      ...NOTES.filter.map(({ words }) => words),
      ...SHEETS.slice(1),
    ]) {
      expect(text).toContain(JSON.stringify(part).slice(1, -1));
    }
    expect(readMe.rows.flat().every((cell) => cell?.wrapped)).toBe(true);
    expect(readMe.rows[0]?.map((cell) => cell?.bold)).toEqual([true]);
    expect(readMe.rows[1]?.map((cell) => cell?.bold)).toEqual([false, false]);
  });

  it("can have tables without rows", async () => {
    const { buffer } = await xlsxBytes(englishText, { ...BARE, rows: [] });
    for (const sheet of (await readWorkbook(buffer)).slice(1, -1)) {
      expect(sheet.rows, sheet.name).toHaveLength(1);
      expect(sheet.filter).toMatch(/^A1:[A-Z]+1$/);
    }
  });

  it("can have more than 26 columns", async () => {
    const { buffer } = await xlsxBytes(englishText, { ...BARE, columns: listColumns(englishText) });
    const { rows, filter } = getSheet(await readWorkbook(buffer), "Zones");
    expect(rows[0]).toHaveLength(80);
    expect(filter).toBe("A1:CB3");
    const xml = (await readZip(buffer)).get("xl/worksheets/sheet2.xml") ?? "";
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
    const chunks = xlsxChunks(englishText, { ...BARE, rows, columns: [counted, ...columns] });
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
      ...BARE,
      rows: texts.map((text) => ranked(createRow({ name: text }))),
      columns: listColumns(englishText, ["name"]),
      notes: { ...NOTES, title: texts.join(" ") },
    });
    for (const [name, part] of await readZip(buffer)) {
      expect(() => readXml(part, () => null), name).not.toThrow();
    }
    return listValues(getSheet(await readWorkbook(buffer), "Zones"))
      .slice(1)
      .map(([name]) => name);
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
