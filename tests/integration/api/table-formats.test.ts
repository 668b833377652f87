import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { parquetReadObjects } from "hyparquet";
import sqlite from "node-sqlite3-wasm";
import { expect, test } from "vitest";
import { DAY_TABLES } from "../../../lib/formats/day-tables";
import { buildRelease } from "../../../lib/formats/release";
import { databaseBytes } from "../../../lib/server/database-file";
import { englishText } from "../../../lib/text/english-text";
import { get, getJson } from "../../support/api";
import { readWorkbook, readZip } from "../../support/read-workbook";
import { testDatabase } from "../../support/test-database";

testDatabase("seeded");

/** Days from before most evidence to the end of the data set. On 2024-12-31, files had 15 national figures and the API 34. */
const DAYS = [
  ...(["2017-12-31", "2018-12-31", "2020-06-30", "2022-12-31", "2024-12-31"] as const),
  ...(["2025-06-30", "2025-12-31", "2026-03-31", "2026-11-24", "2026-11-30"] as const),
];

type Row = Readonly<Record<string, unknown>>;
interface Page {
  readonly data: readonly Row[];
  readonly meta: { readonly matched: number };
}

/** Every row of an address with pages. */
async function readPages(address: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const page = await getJson<Page>(`${address}&limit=1000&offset=${rows.length}`);
    rows.push(...page.data);
    if (rows.length >= page.meta.matched) return rows;
  }
}

/** A cell as every format can give it: empty for unknown, a flag by its word. */
function toText(value: unknown, column: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) {
    const instant = value.toISOString();
    return String(column).includes("T") ? instant : instant.slice(0, 10);
  }
  if (typeof column === "boolean") return String(value === true || value === "true" || value === 1);
  // CSV has an apostrophe before a text that starts like a formula.
  return String(value).replace(/^'/, "");
}

/** Rows of any format as lines, by the types of the API's rows. */
const toLines = (rows: readonly Row[], types: readonly Row[]) =>
  rows.map((row, i) =>
    Object.entries(types[i] ?? {})
      .map(([key, typed]) => toText(row[key], typed))
      .join("|"),
  );

test.each(DAYS)(
  "on %s each table has the same cells in every format as in the API",
  async (day) => {
    const folder = await mkdtemp(path.join(tmpdir(), "tables-"));
    const database = path.join(folder, "registry.sqlite");
    const file = await get(`registry.sqlite?asOf=${day}`);
    await writeFile(database, Buffer.from(await file.arrayBuffer()));
    const db = new sqlite.Database(database, { readOnly: true });
    const zip = await get(`package.zip?scope=all&asOf=${day}`);
    const packed = await readZip(await zip.arrayBuffer());
    for (const name of DAY_TABLES) {
      const rows = await readPages(`tables/${name}.json?asOf=${day}`);
      const expected = toLines(rows, rows);
      const csv = await (await get(`tables/${name}.csv?asOf=${day}`)).text();
      const lines: Row[] = parse(csv, { columns: true });
      expect(lines[0] ? Object.keys(lines[0]) : [], name).toEqual(Object.keys(rows[0] ?? {}));
      expect(toLines(lines, rows), `${name}.csv`).toEqual(expected);
      expect(packed.get(`${name}.csv`), `${name}.csv in the package`).toBe(csv);
      const parquet = await get(`tables/${name}.parquet?asOf=${day}`);
      const read = await parquetReadObjects({ file: await parquet.arrayBuffer() });
      expect(toLines(read, rows), `${name}.parquet`).toEqual(expected);
      const stored = db.all(`SELECT * FROM "${name}" ORDER BY rowid`);
      expect(toLines(stored, rows), `${name} in SQLite`).toEqual(expected);
    }
    db.close();
    await rm(folder, { recursive: true });
  },
  120_000,
);

test.each(DAYS)(
  "on %s the endpoints and the workbook list what the tables do",
  async (day) => {
    const at = `asOf=${day}`;
    for (const name of ["context", "events", "firms", "tenancies"] as const) {
      const key = name === "context" ? "key" : "id";
      const ids = (rows: readonly Row[]) => rows.map((row) => row[key]).sort();
      const rows = await readPages(`tables/${name}.json?${at}`);
      expect(ids(await readPages(`${name}?${at}`)), name).toEqual(ids(rows));
    }
    const book = await readWorkbook(await (await get(`zones.xlsx?scope=all&${at}`)).arrayBuffer());
    const countSheet = (name: string) =>
      (book.find((sheet) => sheet.name === name)?.rows.length ?? 0) - 1;
    for (const name of ["evidence", "claims", "targets", "events"]) {
      const { meta } = await getJson<Page>(`tables/${name}.json?${at}&limit=1`);
      expect(countSheet(name[0]?.toUpperCase() + name.slice(1)), name).toBe(meta.matched);
    }
  },
  120_000,
);

test("a release has the tables of its day", async () => {
  const { registryAt } = await import("../../../lib/server/registry/registry-at");
  for (const day of ["2024-12-31", "2026-11-30"]) {
    const found = await registryAt({ asOf: day });
    if ("problem" in found) throw new Error(day);
    const { facts, revision } = found.view;
    const { files } = await buildRelease({
      ...{ text: englishText, number: "2026.2", notes: null, facts, since: null },
      ...{ moment: { asOf: day, revision }, origin: "", operator: null, toDatabase: databaseBytes },
    });
    for (const name of DAY_TABLES) {
      for (const format of ["csv", "parquet"]) {
        const content = files.find((file) => file.name === `${name}.${format}`)?.content;
        const table = await get(`tables/${name}.${format}?asOf=${day}`);
        const isSame = Buffer.from(await table.arrayBuffer()).equals(content ?? Buffer.of());
        expect(isSame, `${day} ${name}.${format}`).toBe(true);
      }
    }
  }
}, 120_000);

test("zone, province, field and about choose rows, and what a table is not about is refused", async () => {
  for (const name of DAY_TABLES) {
    const response = await get(`tables/${name}.json?about=state`);
    if (["firms", "tenancies", "events", "context"].includes(name)) {
      expect(response.status, name).toBe(400);
      expect(await response.json()).toMatchObject({ code: "unknown-parameter", param: "about" });
      continue;
    }
    const { data }: Page = await response.json();
    // Every target is a promise.
    expect(data.length > 0, name).toBe(name !== "targets");
    if (name !== "sources") expect(data.filter(({ about }) => about !== "state")).toEqual([]);
  }
  const all = await readPages("tables/evidence.json?asOf=2026-11-30");
  const inSindh = await readPages(
    "tables/evidence.json?asOf=2026-11-30&province=sindh&field=electricity,gas",
  );
  expect(inSindh).toEqual(
    all.filter(
      ({ province, field }) => province === "sindh" && /^(electricity|gas)$/.test(String(field)),
    ),
  );
  const sources = await readPages("tables/sources.json?asOf=2026-11-30&zone=dhabeji-sez&field=gas");
  const claims = await readPages("tables/claims.json?asOf=2026-11-30&zone=dhabeji-sez&field=gas");
  expect(new Set(sources.map(({ id }) => id))).toEqual(
    new Set(claims.map(({ sourceId }) => sourceId)),
  );
  const events = await readPages("tables/events.json?asOf=2026-11-30&zone=dhabeji-sez");
  expect(events.map(({ id }) => id).sort()).toEqual(
    (await readPages("events?asOf=2026-11-30&zone=dhabeji-sez")).map(({ id }) => id).sort(),
  );
});
