import { parse } from "csv-parse/sync";
import { parquetReadObjects } from "hyparquet";
import { expect, test } from "vitest";
import { DAY_TABLES } from "../../../lib/formats/day-tables";
import { get, getJson } from "../../support/api";
import { testDatabase } from "../../support/test-database";

testDatabase("seeded");

async function readTable(address: string): Promise<Record<string, string>[]> {
  const response = await get(`tables/${address}`);
  expect(response.status, address).toBe(200);
  expect(response.headers.get("content-type")).toContain("text/csv");
  return parse(await response.text(), { columns: true });
}

test("the tables of today have a row for each firm, source, event and national figure", async () => {
  for (const [file, endpoint] of [
    ["tenancies.csv", "tenancies"],
    ["sources.csv", "sources"],
    ["events.csv", "events"],
  ] as const) {
    const { meta } = await getJson<{ meta: { matched: number } }>(`${endpoint}?limit=1000`);
    expect(await readTable(file), file).toHaveLength(meta.matched);
  }
  expect(await readTable("claims.csv")).not.toHaveLength(0);
  expect(await readTable("context.csv")).not.toHaveLength(0);
});

test("the tables of a past day have no later claim and no later event", async () => {
  const claims = await readTable("claims.csv?asOf=2020-06-30");
  const all = await readTable("claims.csv");
  expect(claims.length).toBeLessThan(all.length);
  expect(claims.filter(({ effectiveOn = "" }) => effectiveOn > "2020-06-30")).toEqual([]);
  const events = await readTable("events.csv?asOf=2020-06-30");
  expect(events.filter(({ date = "" }) => date > "2020-06-30")).toEqual([]);
});

test("each table of a day has as many rows in Parquet as in CSV", async () => {
  for (const name of DAY_TABLES) {
    const response = await get(`tables/${name}.parquet?asOf=2020-06-30`);
    expect(response.status, name).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/vnd.apache.parquet");
    expect(response.headers.get("content-disposition")).toContain(
      `cpec-sez-${name}_2020-06-30_r1.parquet`,
    );
    const rows = await parquetReadObjects({ file: await response.arrayBuffer() });
    expect(rows, name).toHaveLength((await readTable(`${name}.csv?asOf=2020-06-30`)).length);
  }
});

test("the table of evidence has a row for each known value of a zone", async () => {
  const { data } = await getJson<{ data: Record<string, unknown>[] }>("zones?scope=all&limit=1000");
  const evidence = await readTable("evidence.csv");
  expect(new Set(evidence.map(({ zone }) => zone)).size).toBe(data.length);
  for (const { slug, areaAcres } of data) {
    const row = evidence.find(({ zone, field }) => zone === slug && field === "areaAcres");
    if (areaAcres !== null) expect(Number(row?.number), String(slug)).toBe(areaAcres);
    else if (row) expect(row).toMatchObject({ value: "unknown", number: "" });
  }
});

test("a table that there is not is named with the nearest one", async () => {
  const response = await get("tables/claim.csv");
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({
    nearest: "claims.csv",
    allowed: expect.arrayContaining(["claims.csv", "evidence.parquet"]),
  });
});
