import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, expect, test } from "vitest";
import { get, getJson } from "../../support/api";
import { findPython, requireProgram, tryRun } from "../../support/programs";
import { testDatabase } from "../../support/test-database";

testDatabase("seeded");

type Row = Readonly<Record<string, unknown>>;
let folder = "";
/** The answers of `clients/five-questions.sql`, in its order. */
const answers: Row[][] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "questions-"));
  for (const name of ["readiness", "evidence", "targets", "tenancies"]) {
    const table = await get(`tables/${name}.csv`);
    await writeFile(path.join(folder, `${name}.csv`), await table.text());
  }
  const zones = await get("zones.csv?scope=all");
  await writeFile(path.join(folder, "zones.csv"), await zones.text());
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run(`SET file_search_path = '${folder}'`);
  const program = await readFile("clients/five-questions.sql", "utf8");
  for (const statement of program.replace(/^--.*$/gm, "").split(";")) {
    if (statement.trim() === "") continue;
    const read = await connection.runAndReadAll(statement);
    answers.push(read.getRowObjectsJson());
  }
  connection.closeSync();
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

interface Score {
  readonly slug: string;
  readonly year: string;
  readonly causes: Readonly<Record<string, number>>;
}

test("points by cause are those of the history of scores", async () => {
  const { data } = await getJson<{ data: { zones: readonly Score[] } }>(
    "readiness/history?scope=all",
  );
  const [rows = []] = answers;
  expect(rows.length).toBeGreaterThan(10);
  for (const { zone, cause, points } of rows) {
    if (cause === "rule-or-age") continue;
    const years = data.zones.filter(({ slug, year }) => slug === zone && Number(year) > 2024);
    const sum = years.reduce((all, { causes }) => all + (causes[String(cause)] ?? 0), 0);
    // The history is rounded to one decimal for each year.
    expect(Math.abs(sum - Number(points)), `${zone} ${cause}`).toBeLessThan(0.25);
  }
});

test("values with one source are those that the zones have with one publisher", async () => {
  const rows = answers[1] ?? [];
  expect(rows.length).toBeGreaterThan(100);
  const single = rows.filter(({ zone }) => zone === "hattar-sez").map(({ field }) => field);
  const { data } = await getJson<{ data: { fields: Record<string, { support: string | null }> } }>(
    "zones/hattar-sez",
  );
  for (const field of single) expect(data.fields[String(field)]?.support).not.toBe("corroborated");
});

test("targets that are over a year late are the latest of their kind", async () => {
  const { data } = await getJson<{ data: Row[] }>("tables/targets.json?limit=1000");
  const late = data.filter(({ latest, daysLate }) => latest === true && Number(daysLate) > 365);
  expect(answers[2]?.map(({ zone, field }) => `${zone} ${field}`).sort()).toEqual(
    late.map(({ zone, field }) => `${zone} ${field}`).sort(),
  );
  expect(late.length).toBeGreaterThan(5);
});

test("jobs for each acre, and owners by province", async () => {
  const { data } = await getJson<{ data: Row[] }>("zones?scope=all&limit=1000");
  const known = data.filter(({ jobs, areaAcres }) => jobs !== null && areaAcres !== null);
  expect(answers[3]).toHaveLength(known.length);
  for (const { slug, jobsPerAcre } of answers[3] ?? []) {
    const zone = known.find((one) => one.slug === slug);
    expect(Number(jobsPerAcre)).toBeCloseTo(Number(zone?.jobs) / Number(zone?.areaAcres), 6);
  }
  const firms = await getJson<{ data: Row[] }>("tenancies?limit=1000");
  for (const { province, atLeast, atMost } of answers[4] ?? []) {
    const own = firms.data.filter((firm) => firm.province === province);
    const count = (owners: readonly unknown[]) =>
      own.filter((firm) => owners.includes(firm.ultimateOwnerNationality)).length / own.length;
    expect(Number(atLeast)).toBeCloseTo(count(["CN"]), 6);
    expect(Number(atMost)).toBeCloseTo(count(["CN", null]), 6);
  }
});

test("each question takes at most three lines of pandas", async () => {
  const program = await readFile("clients/five-questions.py", "utf8");
  const questions = program.split(/^# /m).slice(2);
  expect(questions).toHaveLength(5);
  for (const question of questions) {
    const lines = question.trim().split("\n").slice(1);
    expect(lines.length, question).toBeLessThanOrEqual(3);
  }
});

test("pandas answers as SQL does", async (context) => {
  const python = await findPython("pandas");
  requireProgram(context, python !== null, "pandas is not installed");
  const server = createServer(async (request, response) => {
    const file = await get((request.url ?? "").replace("/api/v1/", ""));
    response.end(Buffer.from(await file.arrayBuffer()));
  }).listen(0);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const env = { TRACKER: `http://localhost:${port}` };
  const printed = await tryRun(python ?? "", ["clients/five-questions.py"], env);
  server.close();
  // Each answer is a CSV with a line of names, and an empty line after it.
  const lines = (printed ?? "")
    .trim()
    .split(/\n\n/)
    .map((answer) => answer.split("\n").slice(1));
  expect(lines).toHaveLength(5);
  const [ready = [], values = [], late = [], jobs = [], owners = []] = lines;
  const points = new Map<unknown, number>();
  for (const row of answers[0] ?? []) {
    points.set(row.zone, (points.get(row.zone) ?? 0) + Number(row.points));
  }
  const rising = [...points].filter(([, sum]) => sum > 0).map(([zone]) => zone);
  expect(ready.map((line) => line.split(",")[0])).toEqual(rising.sort());
  expect(rising.length).toBeGreaterThan(5);
  expect(values).toHaveLength(answers[1]?.length ?? 0);
  expect(late).toHaveLength(answers[2]?.length ?? 0);
  expect(jobs).toHaveLength(answers[3]?.length ?? 0);
  expect(owners).toHaveLength(answers[4]?.length ?? 0);
});
