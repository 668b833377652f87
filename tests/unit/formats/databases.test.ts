import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import sqlite from "node-sqlite3-wasm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { csvChunks } from "@/lib/formats/csv";
import { DAY_TABLES, dayTable } from "@/lib/formats/day-tables";
import { writeGeoPackage } from "@/lib/formats/geopackage";
import { writeRegistry } from "@/lib/formats/registry-database";
import type { Workbook } from "@/lib/formats/xlsx";
import { inScope } from "@/lib/query/scope";
import { databaseChunks } from "@/lib/server/database-file";
import { englishText } from "@/lib/text/english-text";
import { readCsv, readGeoPackage, readSqlZones, toArrayBuffer } from "../../support/read-files";
import { seedDay, seedWorkbook } from "../../support/seed-workbook";

const run = promisify(execFile);

/** What `ogrinfo` says of a file; null: GDAL is not installed. */
const readWithGdal = (args: readonly string[]): Promise<string | null> =>
  run("ogrinfo", args, { maxBuffer: 16 * 1024 * 1024 }).then(
    ({ stdout }) => stdout,
    () => null,
  );

const hasGdal = (await readWithGdal(["--version"])) !== null;
if (!hasGdal) console.info("GDAL is not installed, so no file was read with it.");

async function join(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}

const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

let folder = "";
let book: Workbook;
let day: Awaited<ReturnType<typeof seedDay>>;
const at = (name: string) => path.join(folder, name);

beforeAll(async () => {
  book = await seedWorkbook();
  day = await seedDay();
  folder = await mkdtemp(path.join(tmpdir(), "databases-"));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

const makeGeoPackage = (contents = book) =>
  join(databaseChunks((db) => writeGeoPackage(db, contents)));
const makeRegistry = () =>
  join(
    databaseChunks((db) =>
      writeRegistry(db, { text: englishText, ...day, rows: book.rows, notes: book.notes }),
    ),
  );

/** The zones as the CSV has them. */
const readZones = () =>
  readCsv(toArrayBuffer(Buffer.from([...csvChunks(book.rows, book.columns)].join(""))));

/** The rows of a query on a database. */
async function query(bytes: Uint8Array, sql: string) {
  await writeFile(at("read.sqlite"), bytes);
  const db = new sqlite.Database(at("read.sqlite"), { readOnly: true });
  try {
    return db.all(sql);
  } finally {
    db.close();
  }
}

describe("a database", () => {
  it("is gone from the disk once it is read, also when its reader stops or its writer fails", async () => {
    vi.stubEnv("TMPDIR", await mkdtemp(path.join(folder, "own-")));
    await makeGeoPackage();
    for await (const _ of databaseChunks((db) => writeGeoPackage(db, book))) break;
    const failing = databaseChunks(async (db) => {
      await writeGeoPackage(db, book);
      throw new Error("failed on purpose");
    });
    await expect(failing.next()).rejects.toThrow("failed on purpose");
    expect(await readdir(tmpdir())).toEqual([]);
    vi.unstubAllEnvs();
  });

  it("lets other work go on between 1,000 rows", async () => {
    let added = 0;
    const statement = { run: () => (added += 1), finalize: () => {} };
    const rows = Array.from({ length: 25 }, () => book.rows).flat();
    const written = writeGeoPackage(
      { exec: () => {}, prepare: () => statement },
      { ...book, rows },
    );
    expect(added).toBeLessThan(1_100);
    await written;
    expect(added).toBeGreaterThan(1_200);
  });
});

describe("the GeoPackage of all zones", () => {
  it("has the zones and values of the CSV", async () => {
    expect(await readGeoPackage(toArrayBuffer(await makeGeoPackage()))).toEqual(readZones());
  });

  it("has the marks of GeoPackage 1.3, and its licence", async () => {
    const bytes = await makeGeoPackage();
    expect(bytes.subarray(68, 72).toString()).toBe("GPKG");
    expect(bytes.readUInt32BE(60)).toBe(10_300);
    expect(await query(bytes, "PRAGMA integrity_check")).toEqual([{ integrity_check: "ok" }]);
    expect(await query(bytes, "PRAGMA foreign_key_check")).toEqual([]);
    const [contents] = await query(bytes, "SELECT * FROM gpkg_contents");
    expect(contents).toMatchObject({
      table_name: "zones",
      data_type: "features",
      last_change: "2026-11-24T09:00:00.000Z",
      srs_id: 4326,
      description: expect.stringContaining("CC BY 4.0"),
    });
    expect(await query(bytes, "SELECT srs_id FROM gpkg_spatial_ref_sys ORDER BY 1")).toEqual(
      [-1, 0, 4326].map((srs_id) => ({ srs_id })),
    );
  });

  it("has no geometry where no location is known", async () => {
    const rows = book.rows.map((row) => ({ ...row, values: { ...row.values, location: null } }));
    const bytes = await makeGeoPackage({ ...book, rows });
    expect(await query(bytes, "SELECT count(*) AS n, count(geom) AS known FROM zones")).toEqual([
      { n: 51, known: 0 },
    ]);
    expect(await query(bytes, "SELECT min_x, max_y FROM gpkg_contents")).toEqual([
      { min_x: null, max_y: null },
    ]);
  });

  it("has the same bytes for the same zones", async () => {
    expect(hash(await makeGeoPackage())).toBe(hash(await makeGeoPackage()));
  });

  it.runIf(hasGdal)("is a layer of points with typed fields in GDAL", async () => {
    await writeFile(at("zones.gpkg"), await makeGeoPackage());
    const output = (await readWithGdal(["-so", "-al", at("zones.gpkg")])) ?? "";
    expect(output).toMatch(/^Geometry: Point$/m);
    expect(output).toMatch(/^Feature Count: 51$/m);
    expect(output).toMatch(/^Extent: \(6\d\.\d+, 2\d\.\d+\) - \(7\d\.\d+, 3\d\.\d+\)$/m);
    expect(output).toMatch(/ID\["EPSG",4326\]/);
    const types: Record<string, string> = {
      string: "String",
      number: "Real",
      integer: "Integer64",
      boolean: "Integer(Boolean)",
      date: "Date",
    };
    const fields = [...output.matchAll(/^(\w+): (\w+(?:\(Boolean\))?)(?: \([\d.]+\))?$/gm)];
    // The first line tells the kind of the places.
    expect(fields.slice(1).map(([, name, type]) => [name, type])).toEqual(
      book.columns.map(({ key, type }) => [key, types[type]]),
    );
  });
});

describe("the database of the registry", () => {
  it("has the zones and values of the CSV, and the announced ones in a view", async () => {
    await writeFile(at("registry.sqlite"), await makeRegistry());
    expect(readSqlZones(at("registry.sqlite"), "zones")).toEqual(readZones());
    const announced = book.rows.filter(({ values }) => inScope(values, "announced"));
    expect(announced).toHaveLength(44);
    expect(readSqlZones(at("registry.sqlite"), "announcedZones").map(({ slug }) => slug)).toEqual(
      expect.arrayContaining(announced.map(({ slug }) => slug)),
    );
    expect(readSqlZones(at("registry.sqlite"), "announcedZones")).toHaveLength(44);
  });

  it("has every row of every table, and each reference names a row", async () => {
    const bytes = await makeRegistry();
    for (const name of DAY_TABLES) {
      const rows = [...dayTable({ text: englishText, ...day }, name).rows()];
      expect(await query(bytes, `SELECT count(*) AS n FROM "${name}"`), name).toEqual([
        { n: rows.length },
      ]);
    }
    expect(await query(bytes, "PRAGMA integrity_check")).toEqual([{ integrity_check: "ok" }]);
    expect(await query(bytes, "PRAGMA foreign_key_check")).toEqual([]);
    const references = await query(bytes, `SELECT "table" FROM pragma_foreign_key_list('claims')`);
    expect(references).toHaveLength(3);
  });

  it("has rows in each view, and each column of each table in its dictionary", async () => {
    const bytes = await makeRegistry();
    const views = await query(bytes, "SELECT name FROM sqlite_schema WHERE type = 'view'");
    expect(views.length).toBeGreaterThan(3);
    for (const { name } of views) {
      const [{ n } = { n: 0 }] = await query(bytes, `SELECT count(*) AS n FROM "${name}"`);
      expect(n, String(name)).toBeGreaterThan(0);
    }
    const columns = await query(
      bytes,
      `SELECT m.name AS "table", c.name AS "column" FROM sqlite_schema m, pragma_table_info(m.name) c
       WHERE m.type = 'table' AND m.name NOT IN ('zoneScopes', 'dictionary', 'about') ORDER BY m.rowid, c.cid`,
    );
    expect(columns.length).toBeGreaterThan(100);
    expect(await query(bytes, `SELECT "table", "column" FROM dictionary ORDER BY rowid`)).toEqual(
      columns,
    );
    const about = await query(bytes, "SELECT key, value FROM about");
    expect(Object.fromEntries(about.map(({ key, value }) => [key, value]))).toMatchObject({
      asOf: "2026-11-24",
      revision: "1",
      licence: "CC BY 4.0",
      address: book.notes.address,
    });
  });

  it("has the same bytes for the same day", async () => {
    expect(hash(await makeRegistry())).toBe(hash(await makeRegistry()));
  });

  it.runIf(hasGdal)("has its tables and views as layers in GDAL", async () => {
    await writeFile(at("registry.sqlite"), await makeRegistry());
    const output = (await readWithGdal(["-so", "-al", at("registry.sqlite")])) ?? "";
    const counts = new Map(
      [...output.matchAll(/^Layer name: (\w+)$[\s\S]*?^Feature Count: (\d+)$/gm)].map(
        ([, name = "", count]) => [name, Number(count)],
      ),
    );
    expect(counts.get("zones")).toBe(51);
    expect(counts.get("announcedZones")).toBe(44);
    for (const name of DAY_TABLES) expect(counts.has(name), name).toBe(true);
  });
});
