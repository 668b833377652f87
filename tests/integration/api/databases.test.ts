import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parquetMetadata } from "hyparquet";
import sqlite from "node-sqlite3-wasm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { get } from "../../support/api";
import { readCsv, readSqlZones } from "../../support/read-files";
import { testDatabase } from "../../support/test-database";

testDatabase("seeded");

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "registry-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** Saves the answer of an address. */
async function save(address: string): Promise<string> {
  const response = await get(address);
  expect(response.status, address).toBe(200);
  const file = path.join(folder, "registry.sqlite");
  await writeFile(file, Buffer.from(await response.arrayBuffer()));
  return file;
}

const readZones = async (query: string) =>
  readCsv(await (await get(`zones.csv?${query}`)).arrayBuffer());

function countRows(file: string, table: string): unknown {
  const db = new sqlite.Database(file, { readOnly: true });
  try {
    return db.get(`SELECT count(*) AS n FROM "${table}"`)?.n;
  } finally {
    db.close();
  }
}

test.each(["2020-06-30", "2026-11-24"])(
  "the database of %s has its zones and claims",
  async (day) => {
    const file = await save(`registry.sqlite?asOf=${day}`);
    expect(readSqlZones(file, "zones")).toEqual(await readZones(`scope=all&asOf=${day}`));
    const announced = await readZones(`asOf=${day}&sort=name`);
    const inView = readSqlZones(file, "announcedZones");
    expect(inView.map(({ slug }) => slug).sort()).toEqual(announced.map(({ slug }) => slug).sort());
    const claims = await (await get(`tables/claims.parquet?asOf=${day}`)).arrayBuffer();
    expect(countRows(file, "claims")).toBe(Number(parquetMetadata(claims).num_rows));
  },
);

test("the database of today has the 44 announced zones", async () => {
  expect(readSqlZones(await save("registry.sqlite"), "announcedZones")).toHaveLength(44);
});

test.each([
  ["registry.sqlite?asOf=2020-06-30", "cpec-sez-registry_2020-06-30_r1.sqlite", "vnd.sqlite3"],
  ["zones.gpkg?asOf=2020-06-30", "cpec-sez-zones_2020-06-30_r1.gpkg", "geopackage+sqlite3"],
  ["package.zip?asOf=2020-06-30", "cpec-sez-package_2020-06-30_r1.zip", "zip"],
  ["zones.parquet?asOf=2020-06-30", "cpec-sez-zones_2020-06-30_r1.parquet", "vnd.apache.parquet"],
])(
  "%s has the headers of a file, a permanent address, and 304 for who has it",
  async (address, name, type) => {
    const response = await get(address);
    expect(response.headers.get("content-type")).toBe(`application/${type}`);
    expect(response.headers.get("content-disposition")).toBe(`attachment; filename="${name}"`);
    expect(response.headers.get("registry-as-of")).toBe("2020-06-30");
    const permanent = /<http:\/\/[^/]+\/api\/v1\/([^>]+)>; rel="cite-as"/.exec(
      response.headers.get("link") ?? "",
    )?.[1];
    expect(permanent).toContain("knownOn=r1-");
    const bytes = Buffer.from(await response.arrayBuffer());
    const again = Buffer.from(await (await get(String(permanent))).arrayBuffer());
    expect(again.equals(bytes)).toBe(true);
    const etag = response.headers.get("etag") ?? "";
    const unchanged = await get(address, { headers: { "if-none-match": etag } });
    expect(unchanged.status).toBe(304);
    expect((await get(address, { method: "HEAD" })).headers.get("etag")).toBe(etag);
  },
);

test("a parameter that a database does not have is refused", async () => {
  const response = await get("registry.sqlite?province=sindh");
  expect(response.status).toBe(400);
});
