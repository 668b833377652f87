import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import sqlite from "node-sqlite3-wasm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listCode } from "../../../components/features/data/read-table-code";
import { countValues, DAY_TABLES, dayTable, filteredTable } from "../../../lib/formats/day-tables";
import { englishText } from "../../../lib/text/english-text";
import { get, getJson } from "../../support/api";
import { findPython, hasRPackage, requireProgram, tryRun } from "../../support/programs";
import { testDatabase } from "../../support/test-database";

// The code on the pages of tables, run on the files that its addresses give.

testDatabase("seeded");

const folder = mkdtempSync(path.join(tmpdir(), "table-code-"));
const counts = new Map<string, number>();

/** The code for a table, with the file in place of its address. */
const codeFor = (name: string, program: string) =>
  new Map(listCode(path.join(folder, name), name, "")).get(program) ?? "";

async function save(address: string, name: string): Promise<void> {
  writeFileSync(path.join(folder, name), Buffer.from(await (await get(address)).arrayBuffer()));
}

beforeAll(async () => {
  for (const name of DAY_TABLES) {
    const { meta } = await getJson<{ meta: { matched: number } }>(`tables/${name}.json?limit=1`);
    counts.set(name, meta.matched);
    for (const format of ["csv", "parquet"]) {
      await save(`tables/${name}.${format}`, `${name}.${format}`);
    }
  }
  await save("registry.sqlite", "registry.sqlite");
});

afterAll(() => rmSync(folder, { recursive: true }));

test("DuckDB and SQLite read every row of every table", async () => {
  const connection = await (await DuckDBInstance.create()).connect();
  const database = new sqlite.Database(path.join(folder, "registry.sqlite"), { readOnly: true });
  for (const [name, count] of counts) {
    const read = await connection.runAndReadAll(codeFor(name, "DuckDB"));
    expect(read.currentRowCount, name).toBe(count);
    expect(database.all(codeFor(name, "SQLite (registry.sqlite)")), name).toHaveLength(count);
  }
  database.close();
});

test("pandas reads every row of every table", async (context) => {
  const python = await findPython("pandas");
  requireProgram(context, python !== null, "pandas is not installed");
  for (const [name, count] of counts) {
    const code = `${codeFor(name, "pandas")}\nprint(len(table))`;
    expect(execFileSync(python ?? "", ["-c", code], { encoding: "utf8" }).trim()).toBe(`${count}`);
  }
});

test("readr reads every row of every table", async (context) => {
  requireProgram(context, await hasRPackage("readr"), "readr is not installed");
  for (const [name, count] of counts) {
    const code = `${codeFor(name, "R")}\ncat(nrow(table))`;
    expect(await tryRun("Rscript", ["-e", code])).toBe(`${count}`);
  }
});

test("GDAL, with which QGIS reads, reads every row of every table", async (context) => {
  for (const [name, count] of counts) {
    // The file itself: no server answers here.
    const source = codeFor(name, "QGIS, GDAL").replace("/vsicurl/", "");
    const info = await tryRun("ogrinfo", ["-so", source, name]);
    requireProgram(context, info !== null, "GDAL is not installed");
    expect(info, name).toContain(`Feature Count: ${count}\n`);
  }
});

test("each value that a page offers as a filter leaves as many rows as it says", async () => {
  const { currentView } = await import("../../../lib/server/registry/registry-at");
  const view = await currentView();
  const input = { text: englishText, ledger: view, registry: view.registry };
  for (const [name, conditions] of [
    ["evidence", ["zone", "province", "field", "about"]],
    ["firms", ["zone", "province"]],
    ["events", ["zone", "province"]],
    ["readiness", ["province", "field"]],
  ] as const) {
    const table = dayTable(input, name);
    const rows = [...table.rows()];
    for (const condition of conditions) {
      const values = countValues(table, rows, condition, view);
      expect(values.length, `${name} ${condition}`).toBeGreaterThan(1);
      for (const [value, count] of values.slice(0, 5)) {
        const filtered = filteredTable(input, name, { [condition]: [value] });
        expect([...filtered.rows()], `${name} ${condition}=${value}`).toHaveLength(count);
      }
    }
  }
});
