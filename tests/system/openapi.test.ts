import { execFile } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, type TestContext, test } from "vitest";
import { ROOT } from "../../scripts/lib/paths.mjs";
import { type AppServer, startAppServer } from "../support/app-server";
import { AUTH_SECRET } from "../support/auth-secret.mjs";
import { requireProgram } from "../support/programs";
import { testDatabase } from "../support/test-database";

const database = testDatabase("seeded");
/** The descriptions of the API and of OGC API – Features: file and address. */
const DESCRIPTIONS = [
  ["openapi.json", "/api/v1/openapi.json"],
  ["ogc.json", "/ogc/api"],
] as const;

/** Programs that generate a client into `clients`, with their arguments. */
const GENERATORS = [
  ["openapi-typescript", "openapi.json", "-o", "clients/openapi-typescript.ts"],
  ["openapi-ts", "--input", "openapi.json", "--output", "clients/hey-api", "--no-log-file"],
  ["orval", "--input", "./openapi.json", "--output", "./clients/orval.ts", "--client", "fetch"],
  ["swagger-typescript-api", "generate", "-p", "openapi.json", "-o", "clients/swagger"],
] as const;

/** Milliseconds for the compiler on a busy machine. */
const COMPILE_TIMEOUT = 300_000;

/** Where the programs of `tests/openapi` are installed; they are none of the tracker's packages. */
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "cpec-sez-openapi-"));
let tracker: AppServer;
/** Why the programs are not there; null: they are. */
let missing: string | null = null;

interface Run {
  readonly code: number;
  readonly output: string;
}

function run(command: string, args: readonly string[], timeout = 120_000): Promise<Run> {
  return new Promise((resolve) => {
    execFile(command, args, { cwd: folder, timeout }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code ?? 1) : 0, output: stdout + stderr }),
    );
  });
}

beforeAll(async () => {
  fs.cpSync(path.join(ROOT, "tests/openapi"), folder, { recursive: true });
  const [server, installed] = await Promise.all([
    startAppServer({ DATABASE_URL: database.url, AUTH_SECRET, LOG_LEVEL: "error" }),
    run("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"]),
  ]);
  tracker = server;
  if (installed.code !== 0) missing = installed.output.split("\n")[0] ?? "";
  for (const [name, address] of DESCRIPTIONS) {
    const description = await fetch(`${tracker.address}${address}`);
    fs.writeFileSync(path.join(folder, name), await description.text());
  }
}, 180_000);

afterAll(async () => {
  fs.rmSync(folder, { recursive: true });
  await tracker.stop();
});

/** Without npm's registry the programs are not there. */
const requirePrograms = (context: TestContext) =>
  requireProgram(context, missing === null, `the programs could not be installed: ${missing}`);

test.for(DESCRIPTIONS)("Redocly and Spectral find nothing in %s of %s", async ([name], context) => {
  requirePrograms(context);
  expect(await run("node", ["check.mjs", name])).toEqual({ code: 0, output: "" });
});

test("the clients that 4 programs generate from it compile, and one reads what the API answers", async (context) => {
  requirePrograms(context);
  const bin = (name: string) => path.join(folder, "node_modules/.bin", name);
  for (const [program, ...args] of GENERATORS) {
    const generated = await run(bin(program), args);
    expect(generated.code, generated.output).toBe(0);
  }
  // One run for all of them: the only errors are the requests that the API refuses.
  const { output: errors } = await run(bin("tsc"), ["--pretty", "false"], COMPILE_TIMEOUT);
  const wrong = errors.split("\n").filter((line) => line !== "" && !line.startsWith(" "));
  const places = wrong.map((line) => line.slice(0, line.indexOf(",")));
  expect(new Set(places), errors).toEqual(
    new Set([6, 7, 8].map((line) => `wrong-usage.ts(${line}`)),
  );
  const { output } = await run("node", ["usage.js", tracker.address]);
  const api = async (address: string) =>
    (await fetch(`${tracker.address}/api/v1/${address}`)).json();
  const zones = await api(
    "zones?province=sindh,unknown&powerNeededMw=..500&fields=name,status&sort=name&limit=5",
  );
  const { data: zone } = await api("zones/dhabeji-sez?asOf=2026-11-24");
  const { data: changes } = await api("changes?kind=moved-up&from=2022-12-31&to=2023-01-31");
  expect(zones.data.length).toBeGreaterThan(0);
  expect(JSON.parse(output)).toEqual({
    rows: zones.data,
    names: zones.data.map(({ name }: { name: string }) => name),
    area: zone.fields.areaAcres.value,
    moved: changes.map((change: { zone: string }) => change.zone),
    problem: "unknown-zone",
  });
}, 600_000);
