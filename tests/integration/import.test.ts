import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { ImportLine, ImportReport } from "@/lib/contract/import-answer";
import { csvLines } from "@/lib/formats/csv";
import { get } from "../support/api";
import { writer as newWriter, requests, sent } from "../support/desk";
import { type Desk, openDesk } from "../support/desk-acts";
import { importRequest } from "../support/import-table";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";

const database = testDatabase("seeded");

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk("analyst");
});
const follower = { signal: new AbortController().signal, onProgress: () => {} };

type Request = Awaited<ReturnType<typeof importRequest>>;

async function run(request: Request, follow: typeof follower = follower): Promise<ImportLine> {
  const { runImport } = await import("@/lib/server/import/run-import");
  return runImport(request, desk.writer, follow);
}

async function check(request: Request): Promise<ImportReport> {
  const line = await run(request);
  if (line.kind !== "report") throw new Error(JSON.stringify(line));
  return line.report;
}

const count = async (what: "claim" | "revision" | "source") =>
  Number((await sql(database.url, `select count(*) from ${what}`))[0]?.count);

const SLUGS = ["hattar-sez", "rashakai-sez", "dhabeji-sez", "bostan-sez", "hub-sez"];
const HEAD = ["zone", "field", "value", "as of", "note"];

/** Rows about the years since 2015, each another claim. */
function listRows(length: number): string[][] {
  return Array.from({ length }, (_, i) => [
    SLUGS[i % SLUGS.length] ?? "",
    i % 2 === 0 ? "Electricity" : "Water",
    i % 3 === 0 ? "available" : "Partial",
    `${2015 + (i % 10)}-${String(1 + (Math.floor(i / 10) % 12)).padStart(2, "0")}-${String(1 + (Math.floor(i / 120) % 28)).padStart(2, "0")}`,
    `Row ${i} of the list`,
  ]);
}

/** Makes 20 of 500 rows bad, in 5 ways. */
function spoil(rows: readonly string[][]): string[][] {
  return rows.map((row, i) => {
    if (i % 25 !== 3) return row;
    const [zone = "", field = "", value = "", asOf = "", note = ""] = row;
    const bad = [
      ["hatar-sez", field, value, asOf, note],
      [zone, "Elektrizität", value, asOf, note],
      [zone, field, "availabel maybe", asOf, note],
      [zone, field, value, "31.11.2024", note],
      [zone, field, "N/A", asOf, note],
    ];
    return bad[Math.floor(i / 25) % bad.length] ?? row;
  });
}

const toCsv = (rows: readonly (readonly string[])[]) => csvLines([HEAD, ...rows]);

describe("an import of 500 rows with 20 bad ones", () => {
  const rows = listRows(500);
  const spoilt = spoil(rows);

  test("is refused as a whole, with the address, the reason and the nearest value of each bad cell", async () => {
    const before = [await count("claim"), await count("revision")];
    const request = await importRequest(toCsv(spoilt));
    const report = await check(request);
    expect(report).toMatchObject({ rows: 500, validRows: 480, claims: 480 });
    expect(report.refusedRows).toHaveLength(20);
    expect(report.refused[0]).toMatchObject({
      cell: "A5",
      column: "zone",
      got: "hatar-sez",
      message: "No zone has this name.",
      suggestion: "hattar-sez",
    });
    expect(report.refused.map(({ cell }) => cell?.[0]).slice(0, 5)).toEqual([
      "A",
      "B",
      "C",
      "D",
      "C",
    ]);
    // Not even the valid rows, unless the person says so.
    const all = await run({ ...request, record: { digest: report.digest, validOnly: false } });
    expect(all).toMatchObject({ kind: "report", changed: true });
    expect([await count("claim"), await count("revision")]).toEqual(before);
  });

  test("records the valid rows where the person chooses that, then the corrected ones, and nothing twice", async () => {
    const before = await count("claim");
    const request = await importRequest(toCsv(spoilt));
    const { digest } = await check(request);
    const valid = await run({ ...request, record: { digest, validOnly: true } });
    expect(valid).toMatchObject({ kind: "recorded", claims: 480 });
    expect(await count("claim")).toBe(before + 480);

    const corrected = await importRequest(toCsv(rows));
    const report = await check(corrected);
    expect(report).toMatchObject({ claims: 20, refusedRows: [], unchanged: 480 });
    const rest = await run({ ...corrected, record: { digest: report.digest, validOnly: false } });
    expect(rest).toMatchObject({ kind: "recorded", claims: 20 });

    const again = await check(corrected);
    expect(again).toMatchObject({ claims: 0, refusedRows: [], unchanged: 500, changes: [] });
    const nothing = await run({ ...corrected, record: { digest: again.digest, validOnly: false } });
    expect(nothing).toMatchObject({ kind: "recorded", claims: 0 });
    expect(await count("claim")).toBe(before + 500);
    const audited = await sql(
      database.url,
      "select distinct subject from audit_entry where action = 'claims-recorded'",
    );
    expect(audited).toHaveLength(SLUGS.length);
  });
});

describe("an import that was undone", () => {
  const table = toCsv([
    ["hub-sez", "Water", "Partial", "2014-02-03", "Undone"],
    ["hub-sez", "Electricity", "Partial", "2014-02-03", "Undone"],
  ]);

  async function record(): Promise<number> {
    const request = await importRequest(table);
    const { digest } = await check(request);
    const line = await run({ ...request, record: { digest, validOnly: false } });
    if (line.kind !== "recorded" || line.claims !== 2) throw new Error(JSON.stringify(line));
    return line.revision;
  }

  async function undo(revision: number): Promise<number> {
    const { undoAct } = await import("@/lib/server/ledger/undo");
    const undone = await undoAct(revision, desk.actor);
    if (!undone.ok) throw new Error(JSON.stringify(undone));
    return undone.value;
  }

  test("can be imported again, each time", async () => {
    for (const _ of [1, 2, 3]) await undo(await record());
    await record();
    expect(await check(await importRequest(table))).toMatchObject({ claims: 0, unchanged: 2 });
    const shown = await sql(
      database.url,
      `SELECT count(*)::int AS count FROM claim JOIN decision ON decision.claim_id = claim.id
       WHERE note = 'Undone' AND NOT EXISTS (
         SELECT FROM decision AS later WHERE later.claim_id = claim.id AND later.id > decision.id)
       AND decision.kind = 'published'`,
    );
    expect(shown).toEqual([{ count: 2 }]);
  });

  test("adds nothing after the undo was undone, or where a reviewer withdrew it", async () => {
    const { writeLedger } = await import("@/lib/server/ledger/ledger");
    const rows = [["hub-sez", "Water", "Partial", "2013-02-03", "Withdrawn"]];
    const request = await importRequest(toCsv(rows));
    const { digest } = await check(request);
    const line = await run({ ...request, record: { digest, validOnly: false } });
    if (line.kind !== "recorded") throw new Error(JSON.stringify(line));
    await undo(await undo(line.revision));
    expect(await check(request)).toMatchObject({ claims: 0, unchanged: 1 });
    const [claim] = await sql(database.url, "SELECT id FROM claim WHERE note = 'Withdrawn'");
    const withdrawal = { claimId: String(claim?.id), kind: "retracted" as const, reason: "Wrong." };
    await writeLedger({ author: "A reviewer", purpose: "1 decision", decisions: [withdrawal] });
    expect(await check(request)).toMatchObject({ claims: 0, unchanged: 1 });
  });
});

test("a firm is found by its present name, and not by one of a firm that was merged into it", async () => {
  const { changeRecordRequest, retireRequest } = await import("@/lib/server/desk/record-request");
  const reviewer = { ...desk.writer, person: { ...desk.writer.person, role: "reviewer" as const } };
  const zone = "rashakai-sez";
  const [firm, merged] = await sql(
    database.url,
    `SELECT tenancy.id, firm.id AS firm, firm.name FROM tenancy JOIN firm ON firm.id = firm_id
     WHERE zone_slug = '${zone}' ORDER BY tenancy.id LIMIT 2`,
  );
  const change = { id: randomUUID(), basedOn: 1, reason: "Renamed.", name: "Renamed Mills" };
  const changed = await changeRecordRequest("firm", String(firm?.firm), change, reviewer);
  expect(changed).toMatchObject({ ok: true });
  const merge = { id: randomUUID(), kind: "tenancy", act: "merged", reason: "Twice." } as const;
  const ids = { subject: String(merged?.id), into: String(firm?.id) };
  expect(await retireRequest({ ...merge, ...ids }, reviewer)).toMatchObject({ ok: true });
  const tableOf = (name: string) =>
    importRequest(`zone,firm,field,value,as of\n${zone},${name},tenancyStage,mou,2015-10-30\n`);
  const report = await check(await tableOf("Renamed Mills"));
  expect(report).toMatchObject({ claims: 1, refused: [] });
  expect(report.changes).toMatchObject([{ firm: "Renamed Mills" }]);
  for (const name of [firm?.name, merged?.name]) {
    expect(await check(await tableOf(String(name)))).toMatchObject({ claims: 0, refusedRows: [2] });
  }
});

describe("an import of zones", () => {
  test.each(["zones.csv?scope=all", "zones.xlsx?scope=all"])(
    "%s as it was exported adds nothing",
    async (file) => {
      const response = await get(file);
      const content = new Uint8Array(await response.arrayBuffer());
      const report = await check(await importRequest(content));
      expect(report.refused).toEqual([]);
      expect(report).toMatchObject({ claims: 0, refusedRows: [] });
      expect(report.rows).toBeGreaterThan(40);
      expect(report.unchanged).toBeGreaterThan(1000);
    },
  );

  test("takes an emptied cell of an export for nothing said, also beside a value status", async () => {
    const csv = await (await get("zones.csv?scope=all")).text();
    const { readAsTable } = await import("../support/import-table");
    const { table } = await readAsTable(csv);
    const kept = ["slug", "plotsAllottedPctValueStatus"].map((name) => table.header.indexOf(name));
    const emptied = table.rows.map((cells) =>
      cells.map((cell, column) => (kept.includes(column) ? cell : "")),
    );
    const report = await check(await importRequest(csvLines([table.header, ...emptied])));
    expect(report).toMatchObject({ claims: 0, unchanged: 0, refused: [] });
  });

  test("records the cells that were edited in an export, and shows what they change", async () => {
    const response = await get("zones.csv?scope=all");
    const csv = await response.text();
    const { readAsTable } = await import("../support/import-table");
    const { table } = await readAsTable(csv);
    const edit = (slug: string, field: string, value: string) => {
      const row = table.rows.findIndex(([key]) => key === slug);
      const column = table.header.indexOf(field);
      return table.rows.map((cells, i) =>
        i === row ? cells.map((cell, j) => (j === column ? value : cell)) : [...cells],
      );
    };
    const rows = edit("rashakai-sez", "areaAcres", "1,234 acres");
    const edited = csvLines([table.header, ...rows]);
    const request = await importRequest(edited);
    const report = await check(request);
    expect(report.refused).toEqual([]);
    expect(report).toMatchObject({
      claims: 1,
      validRows: 1,
      changes: [
        {
          zone: expect.stringContaining("Rashakai"),
          field: "Area",
          after: "1,234 acres",
          shows: true,
        },
      ],
    });
    const recorded = await run({ ...request, record: { digest: report.digest, validOnly: false } });
    expect(recorded).toMatchObject({ kind: "recorded", claims: 1 });
    expect(await (await get("zones/rashakai-sez")).text()).toContain("1234");
    expect(await check(request)).toMatchObject({ claims: 0 });
    // Another state of the registry than the one that was shown records nothing.
    const other = await importRequest(
      csvLines([table.header, ...edit("rashakai-sez", "areaAcres", "1240")]),
    );
    const stale = await run({ ...other, record: { digest: report.digest, validOnly: false } });
    expect(stale).toMatchObject({ kind: "report", changed: true });
  });

  test.each([
    ["zones.csv?scope=all", 2000, "2026-11-20"],
    ["zones.xlsx?scope=all", 3000, "2026-11-21"],
  ])("compares %s with what it was when it was made", async (file, seen, asOf) => {
    const { readAsTable } = await import("../support/import-table");
    const { table } = await readAsTable(new Uint8Array(await (await get(file)).arrayBuffer()));
    const { record } = await import("../support/desk-acts");
    const claim = (zone: string, value: number) =>
      sent({ zone, field: "jobs", value, asOf, basedOn: undefined });
    await record(desk, { claims: [claim("bostan-sez", seen), claim("hattar-sez", seen)] });
    const keyed = table.header.findIndex((name) => name.toLowerCase() === "slug");
    const jobs = table.header.findIndex((name) => name === "jobs" || name.startsWith("Jobs"));
    const rows = table.rows.map((cells) =>
      cells[keyed] === "hattar-sez"
        ? cells.map((cell, i) => (i === jobs ? String(seen + 500) : cell))
        : cells,
    );
    const content = csvLines([table.header, ...rows]);
    const report = await check(await importRequest(content));
    // Bostan was not edited. Hattar was, and so was the registry since.
    expect(report).toMatchObject({ claims: 0, refused: [{ confirm: "changed-since" }] });
    const [{ cell, message } = { cell: "", message: "" }] = report.refused;
    expect(message).toContain(`${new Intl.NumberFormat("en").format(seen)} jobs now`);
    const confirmedCells = [`${cell} changed-since`];
    expect(await check(await importRequest(content, { confirmedCells }))).toMatchObject({
      ...{ claims: 1, refused: [] },
    });
  });

  test("does not remove a value, and asks about what is not understood", async () => {
    const report = await check(
      await importRequest(
        "slug;areaAcres;Water\nrashakai-sez;unknown;abesnt\nhattar-sez;approx. 1,000;-\n",
      ),
    );
    expect(report.claims).toBe(0);
    expect(report.refused.map(({ cell, suggestion }) => [cell, suggestion])).toEqual([
      ["B2", expect.any(String)],
      // A misspelled word is read once that is confirmed.
      ["C2", null],
      ["B3", "1,000"],
      ["C3", "not-applicable"],
    ]);
  });
});

test("the claims of a release come back unchanged, and an edited one is a further report", async () => {
  const { claimColumns } = await import("@/lib/formats/table-columns");
  const { ledgerAnswer } = await import("@/lib/contract/zone-answer");
  const { getText } = await import("@/lib/server/text/get-text");
  const { currentView } = await import("@/lib/server/registry/registry-at");
  const columns = claimColumns(await getText());
  const view = await currentView();
  const entries = view.registry.zones.flatMap((zone) => ledgerAnswer(zone, view, view.registry));
  const lines = entries.map((entry) => columns.map(({ cell }) => cell(entry)));
  const head = columns.map(({ key }) => key);
  const report = await check(await importRequest(csvLines([head, ...lines])));
  expect(report.refused).toEqual([]);
  expect(report).toMatchObject({ claims: 0, unchanged: entries.length });

  const value = head.indexOf("value");
  const field = head.indexOf("field");
  const at = lines.findIndex((line) => line[field] === "areaAcres" && line[value] !== "unknown");
  const edited = lines.map((line, i) =>
    i === at ? line.map((cell, j) => (j === value ? "777" : cell)) : line,
  );
  expect(await check(await importRequest(csvLines([head, ...edited])))).toMatchObject({
    claims: 1,
    refused: [],
  });
});

test("a new source comes with the claims, once", async () => {
  const before = await count("source");
  const newSource = {
    title: "List of water works",
    publisher: "Water board",
    url: "https://example.org/water",
    publishedOn: "2026-10-05",
    kind: "government" as const,
  };
  const csv = toCsv([["hub-sez", "water", "absent", "2026-10-01", "By the list"]]);
  const request = await importRequest(csv, { source: "", newSource });
  const { digest } = await check(request);
  expect(await run({ ...request, record: { digest, validOnly: false } })).toMatchObject({
    kind: "recorded",
    claims: 1,
  });
  expect(await count("source")).toBe(before + 1);
  expect(await check(request)).toMatchObject({ claims: 0 });
});

test("what is wrong with the whole import is said before the rows are read", async () => {
  const csv = toCsv([["hub-sez", "water", "absent", "", ""]]);
  expect(await run(await importRequest(csv, { source: "geonamez" }))).toEqual({
    kind: "problem",
    message: expect.stringContaining("“geonames”"),
  });
  expect(await run(await importRequest(csv, { asOf: "Q3 2024" }))).toMatchObject({
    kind: "problem",
  });
  expect(await run(await importRequest("zone,note\nhub-sez,x\n"))).toMatchObject({
    kind: "problem",
  });
});

test("2,000 rows are checked and recorded, and a stopped import leaves nothing", async () => {
  const rows = listRows(2_000);
  const csv = toCsv(rows);
  const request = await importRequest(csv);
  const report = await check(request);
  expect(report).toMatchObject({ rows: 2_000, refusedRows: [] });

  const before = [await count("claim"), await count("revision")];
  const stop = new AbortController();
  const stopped = run(
    { ...request, record: { digest: report.digest, validOnly: false } },
    {
      signal: stop.signal,
      onProgress: ((phase: string, done: number) => {
        if (phase === "recording" && done > 500) stop.abort();
      }) as () => void,
    },
  );
  await expect(stopped).rejects.toThrow();
  expect([await count("claim"), await count("revision")]).toEqual(before);

  const recorded = await run({ ...request, record: { digest: report.digest, validOnly: false } });
  expect(recorded).toMatchObject({ kind: "recorded", claims: report.claims });
  expect(await count("claim")).toBe((before[0] ?? 0) + report.claims);
});

describe("a table with zones that the registry does not have", () => {
  const table = csvLines([
    ["Zone", "Province", "Approval group", "Jobs"],
    ["Sui Gas City SEZ", "Balochistan", "Not confirmed", "120"],
    ["Chaman Border Zone", "Balochistan", "Not confirmed", ""],
    ["Rashakai Industrial Estate", "Khyber Pakhtunkhwa", "Not confirmed", "5"],
    ["Turbat Trade Zone", "Balochistan", "", "7"],
    ["پنجگور", "Balochistan", "Not confirmed", ""],
    ["hub-sez", "", "", "4444"],
  ]);

  test("adds none of them unless the person asks for it", async () => {
    const report = await check(await importRequest(table));
    expect(report).toMatchObject({ newZones: [], validRows: 1 });
    expect(report.refusedRows).toHaveLength(5);
  });

  test("adds those that have what a zone needs, and says why the others are refused", async () => {
    const request = await importRequest(table, { newZones: true });
    const report = await check(request);
    expect(report).toMatchObject({
      newZones: ["Sui Gas City SEZ", "Chaman Border Zone"],
      validRows: 3,
    });
    expect(
      report.refused.map(({ cell, message, suggestion }) => [cell, message, suggestion]),
    ).toEqual([
      [
        "A4",
        expect.stringContaining("a zone with nearly this name"),
        "Rashakai Special Economic Zone",
      ],
      [null, expect.stringContaining("needs its approval group"), null],
      ["A6", expect.stringContaining("No address can be made"), null],
    ]);
    const { digest } = report;
    const done = await run({ ...request, record: { digest, validOnly: true } });
    expect(done).toMatchObject({ kind: "recorded" });
    const { data } = await (await get("zones/sui-gas-city-sez")).json();
    expect(data.fields).toMatchObject({
      name: { value: "Sui Gas City SEZ" },
      province: { value: "balochistan" },
      jobs: { value: 120 },
    });

    const again = await check(request);
    expect(again).toMatchObject({ newZones: [], claims: 0 });
    expect(again.refusedRows).toHaveLength(3);
  });

  const HEADERS = ["Zone", "Approval group", "Jobs"];
  const checkNew = async (rows: readonly string[][], header = HEADERS) =>
    check(await importRequest(csvLines([header, ...rows]), { newZones: true }));

  test("names them in the purpose of its revision", async () => {
    const rows = [HEADERS, ["Gwadar Dates SEZ", "Not confirmed", "3"]];
    const request = await importRequest(csvLines(rows), { newZones: true });
    const { digest } = await check(request);
    await run({ ...request, record: { digest, validOnly: false } });
    expect(
      await sql(database.url, "SELECT purpose FROM revision ORDER BY id DESC LIMIT 1"),
    ).toEqual([{ purpose: "3 claims on gwadar-dates-sez; 1 new zone" }]);
  });

  test("refuses a name whose address an earlier row has, and takes the same text for the same zone", async () => {
    const long = "Karakoram Highway Corridor Cross Border Logistics and Processing";
    const report = await checkNew([
      [`${long} North`, "Not confirmed", "10"],
      [`${long} South`, "Not confirmed", "20"],
      [`${long} North`, "Not confirmed", "10"],
    ]);
    expect(report).toMatchObject({ newZones: [`${long} North`], refusedRows: [3] });
    expect(report.refused).toMatchObject([
      {
        cell: "A3",
        message: expect.stringContaining("another zone of the registry or of this table"),
      },
    ]);
  });

  test.each([
    ["Chaman Fruit SEZ", "Chaman Fruit Special Economic Zone"],
    ["Turbat-Dates", "Turbat Dates!"],
    ["Khuzdar Marble Zone", "Khuzdar Marbel Zone"],
  ])("takes %s and %s for one", async (first, second) => {
    const report = await checkNew([
      [first, "Not confirmed", "10"],
      [second, "Not confirmed", "20"],
    ]);
    expect(report).toMatchObject({ newZones: [first], refusedRows: [3] });
    expect(report.refused).toMatchObject([{ cell: "A3", suggestion: first }]);
  });

  test.each([
    ["Khuzdar Marble Phase 1", "Khuzdar Marble Phase 2"],
    ["Khuzdar Marble Phase II", "Khuzdar Marble Phase III"],
  ])("takes the phases %s and %s for 2 zones", async (...phases) => {
    const report = await checkNew(phases.map((phase) => [phase, "Not confirmed", ""]));
    expect(report).toMatchObject({ newZones: phases, refusedRows: [] });
  });

  test("refuses a cell with an error of a formula once", async () => {
    const { refused } = await checkNew([["#REF!", "Not confirmed", ""]]);
    expect(refused).toMatchObject([{ cell: "A2" }]);
  });

  test("refuses the row of a zone whose address was taken during the check", async () => {
    const { recordRequest } = await requests();
    const slug = "awaran-solar-sez";
    const zone = {
      zones: [{ slug }],
      claims: [
        sent({ zone: slug, field: "name", value: "Awaran Solar SEZ" }),
        sent({ zone: slug, field: "cohort", value: "unconfirmed", asOf: "2026-10-01" }),
      ],
    };
    const registryAt = await import("@/lib/server/registry/registry-at");
    const before = await registryAt.currentView();
    expect(await recordRequest(zone, newWriter("analyst"))).toMatchObject({ ok: true });
    const rows = [
      HEADERS,
      ["hub-sez", "", "4545"],
      ["Panjgur Solar SEZ", "Not confirmed", "6"],
      ["Awaran Solar SEZ", "Not confirmed", "7"],
    ];
    const request = await importRequest(csvLines(rows), { newZones: true });
    vi.spyOn(registryAt, "currentView").mockResolvedValueOnce(before);
    const { newZones, refused } = await check(request);
    expect(newZones).toEqual(["Panjgur Solar SEZ"]);
    expect(refused).toMatchObject([
      { cell: "A4", message: expect.stringContaining("already a zone with the address") },
    ]);
  });

  test("records nothing on a withdrawn zone", async () => {
    const { writeLedger } = await import("@/lib/server/ledger/ledger");
    const withdrawn = { kind: "zone", subject: "chaman-border-zone", act: "withdrawn" } as const;
    const retirements = [{ ...withdrawn, id: randomUUID(), into: null, reason: "No zone." }];
    expect(await writeLedger({ author: "A test", purpose: "A test", retirements })).toMatchObject({
      ok: true,
    });
    const rows = [
      ["Zone", "Approval group", "Jobs"],
      ["Chaman Border Zone", "Not confirmed", "99"],
    ];
    const report = await check(await importRequest(csvLines(rows), { newZones: true }));
    expect(report.refused).toMatchObject([
      { message: expect.stringContaining("restore it first") },
    ]);
  });
});
