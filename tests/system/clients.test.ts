import { execFile, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import sqlite from "node-sqlite3-wasm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROOT } from "../../scripts/lib/paths.mjs";
import { type AppServer, startAppServer } from "../support/app-server";
import { AUTH_SECRET } from "../support/auth-secret.mjs";
import { testDatabase } from "../support/test-database";

// The programs in `clients`, run as their readers run them.

const database = testDatabase("seeded");
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "cpec-sez-clients-"));
const file = (name: string) => path.join(folder, name);
const readProgram = (name: string) => fs.readFileSync(path.join(ROOT, "clients", name), "utf8");
let tracker: AppServer;

beforeAll(async () => {
  tracker = await startAppServer({ DATABASE_URL: database.url, AUTH_SECRET, LOG_LEVEL: "error" });
});

afterAll(async () => {
  fs.rmSync(folder, { recursive: true });
  await tracker.stop();
});

const ask = (address: string) => fetch(`${tracker.address}/api/v1/${address}`);
const askJson = async (address: string) => (await ask(address)).json();

/** Runs a program. @returns the lines that it printed */
function run(command: string, name: string, ...args: string[]): Promise<string[]> {
  const env = { ...process.env, TRACKER: tracker.address };
  return new Promise((resolve, reject) => {
    execFile(
      command,
      [path.join("clients", name), ...args],
      { cwd: ROOT, env, timeout: 60_000 },
      (error, stdout, stderr) =>
        error ? reject(new Error(stderr)) : resolve(stdout.trimEnd().split("\n")),
    );
  });
}

describe("which zones became more ready, and was it progress or knowledge", () => {
  interface Year {
    readonly slug: string;
    readonly year: string;
    readonly causes: Readonly<Record<string, number>>;
  }

  const signed = (value: number) => `${value < 0 ? "" : "+"}${value.toFixed(2)}`;

  /** The lines that the answer is, from the JSON of the same history. */
  async function listExpected(): Promise<string[]> {
    const { data } = await askJson("readiness/history");
    const years: readonly Year[] = data.zones.filter(({ year }: Year) => year > "2021");
    const sum = (zone: string, ...causes: string[]) =>
      years
        .filter(({ slug }) => slug === zone)
        .flatMap((year) => causes.map((cause) => year.causes[cause] ?? 0))
        .reduce((all, one) => all + one, 0);
    return [...new Set(years.map(({ slug }) => slug))].sort().flatMap((zone) => {
      const progress = sum(zone, "progressed", "fell");
      const knowledge = sum(zone, "became-known", "re-judged");
      const isMore = progress + knowledge > 0.005;
      return isMore ? [`${zone} ${signed(progress)} progress ${signed(knowledge)} knowledge`] : [];
    });
  }

  test.each([
    ["python3", "more-ready.py"],
    ["Rscript", "more-ready.R"],
  ])("in %s", async (command, name) => {
    if (command === "Rscript" && spawnSync(command, ["--version"]).error) {
      process.stdout.write("NOT RUN: the example in R; Rscript is not installed.\n");
      return;
    }
    const expected = await listExpected();
    expect(expected.length).toBeGreaterThan(10);
    expect(await run(command, name)).toEqual(expected);
  });

  test.each(["more-ready.py", "more-ready.R"])("%s has at most 13 lines", (name) => {
    expect(readProgram(name).trimEnd().split("\n").length).toBeLessThanOrEqual(13);
  });
});

test("who says whether a zone operates, in JavaScript", async () => {
  const [first] = await run(process.execPath, "who-says.mjs", "dhabeji-sez");
  const { data } = await askJson("zones/dhabeji-sez");
  const { data: source } = await askJson(`sources/${data.fields.status.sourceId}`);
  const { value, asOf } = data.fields.status;
  expect(first).toBe(`${value}, as of ${asOf}: ${source.title}, ${source.publisher}`);
  expect(await run(process.execPath, "who-says.mjs", "smart-sez")).toEqual([
    "unknown: there is no evidence",
  ]);
  await expect(run(process.execPath, "who-says.mjs", "no-such-zone")).rejects.toThrow(
    "no-such-zone",
  );
});

test("zones in Sindh with power, by curl", async () => {
  const lines = await run("sh", "power-in-sindh.sh");
  const { data } = await askJson("zones?province=sindh&electricity=partial,available&fields=name");
  expect(lines.slice(1).map((line) => line.split(",")[0])).toEqual(
    data.map(({ slug }: { slug: string }) => slug),
  );
  expect(data.length).toBeGreaterThan(0);
});

test("provinces, in DuckDB", async () => {
  const parquet = await ask("zones.parquet");
  fs.writeFileSync(file("zones.parquet"), Buffer.from(await parquet.arrayBuffer()));
  const connection = await (await DuckDBInstance.create()).connect();
  const program = readProgram("provinces.sql").replace("zones.parquet", file("zones.parquet"));
  const rows = (await connection.runAndReadAll(program)).getRowObjectsJson();
  connection.closeSync();
  const { data } = await askJson("zones?fields=province,areaAcres,cohort");
  const zones: { province: string | null; cohort: string | null; areaAcres: number | null }[] =
    data;
  const provinces = [...new Set(zones.map(({ province }) => province))];
  expect(rows).toHaveLength(provinces.length);
  for (const { province, zones: count, candidates, acres, unknownAreas } of rows) {
    const own = zones.filter((zone) => zone.province === province);
    expect(Number(candidates)).toBe(own.filter((zone) => zone.cohort === "unconfirmed").length);
    const known = own.flatMap(({ areaAcres }) => areaAcres ?? []);
    expect(Number(count)).toBe(own.length);
    expect(Number(unknownAreas)).toBe(own.length - known.length);
    // The sum of no known area is unknown.
    expect(acres === null ? null : Number(acres)).toBe(
      known.length === 0 ? null : known.reduce((sum, area) => sum + area, 0),
    );
  }
});

test("disputed values, in SQLite", async () => {
  const bytes = await ask("registry.sqlite");
  fs.writeFileSync(file("registry.sqlite"), Buffer.from(await bytes.arrayBuffer()));
  const registry = new sqlite.Database(file("registry.sqlite"), { readOnly: true });
  const rows = registry.all(readProgram("disputed.sql"));
  registry.close();
  const { data } = await askJson("zones?scope=all&contested=true&fields=name&limit=1000");
  const zones = data.map(({ slug }: { slug: string }) => slug).sort();
  expect([...new Set(rows.map(({ zone }) => zone))].sort()).toEqual(zones);
  // Each disputed value with every report that the API shows as its contradiction.
  for (const zone of zones) {
    const { data: shown } = await askJson(`zones/${zone}`);
    const fields: [string, { mark: string | null; rivals: { contradicts: boolean }[] }][] =
      Object.entries(shown.fields);
    for (const [field, { mark, rivals }] of fields) {
      const reports = rows.filter((row) => row.zone === zone && row.field === field);
      const contradicting = rivals.filter(({ contradicts }) => contradicts).length;
      expect(reports).toHaveLength(mark === "contested" ? 1 + contradicting : 0);
    }
  }
});
