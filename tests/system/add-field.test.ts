import { execFile } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTemporaryFolder, ROOT } from "../../scripts/lib/paths.mjs";

const CATALOGUE = "lib/catalogue/zone-fields.ts";
const SCHEMA = "prisma/schema.prisma";
const COLUMNS = "lib/server/ledger/projection.ts";
const FIELD = "waterNeededMgd";

/** The folders that TypeScript checks; the files beside them come along. */
const FOLDERS = ["app", "components", "lib", "scripts", "seed", "tests"];

const { dir, remove } = createTemporaryFolder("add-field");

/** Runs a program of node_modules in the copy; its output and whether it succeeded. */
function run(program: string, ...args: string[]): Promise<{ ok: boolean; output: string }> {
  const file = path.join(ROOT, "node_modules", program);
  return new Promise((resolve) => {
    execFile(process.execPath, [file, ...args], { cwd: dir }, (error, stdout, stderr) =>
      resolve({ ok: error === null, output: stdout + stderr }),
    );
  });
}

async function succeed(program: string, ...args: string[]): Promise<void> {
  const { ok, output } = await run(program, ...args);
  expect(ok, output).toBe(true);
}

/** Inserts text before the first line of a file that starts with some words. */
function insertBefore(file: string, line: string, text: string): void {
  const before = fs.readFileSync(path.join(dir, file), "utf8");
  expect(before).toContain(line);
  fs.writeFileSync(path.join(dir, file), before.replace(line, `${text}${line}`));
}

/** The files in which TypeScript finds an error, each with its messages; of the whole copy, or of one file's imports. */
async function compile(file?: string): Promise<Record<string, string>> {
  const project = "tsconfig.test.json";
  const settings = file
    ? { extends: "./tsconfig.json", include: [file] }
    : { extends: "./tsconfig.json" };
  fs.writeFileSync(path.join(dir, project), JSON.stringify(settings));
  const { output } = await run(
    "typescript/bin/tsc",
    "--noEmit",
    "--pretty",
    "false",
    "-p",
    project,
  );
  const errors: Record<string, string> = {};
  let at = "";
  for (const line of output.split("\n")) {
    at = /^(\S.*?)\(\d+,\d+\): error/.exec(line)?.[1] ?? at;
    if (line !== "") errors[at] = `${errors[at] ?? ""}${line}\n`;
  }
  return errors;
}

beforeAll(async () => {
  const files = fs
    .readdirSync(ROOT, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|mjs|json)$/.test(entry.name))
    .map(({ name }) => name);
  for (const entry of [...FOLDERS, SCHEMA, ...files]) {
    fs.cpSync(path.join(ROOT, entry), path.join(dir, entry), { recursive: true });
  }
  fs.symlinkSync(fs.realpathSync(path.join(ROOT, "node_modules")), path.join(dir, "node_modules"));
  await succeed("next/dist/bin/next", "typegen");
});

afterAll(remove);

const generate = () => succeed("prisma/build/index.js", "generate");

test("a new field needs its entry, its column and nothing else to compile", async () => {
  insertBefore(
    CATALOGUE,
    "  targetElectricity: target(",
    `  ${FIELD}: quantity("Water needed", "Water, MGD", "MGD", "changes", "Water it needs."),\n`,
  );
  // A new unit comes with the most that is plausible of it.
  insertBefore(CATALOGUE, "MMCFD: 500", "MGD: 200, ");
  await generate();

  // What else would fail for want of the entry fails below too, where the column is there.
  const errors = await compile(COLUMNS);
  expect(Object.keys(errors)).toEqual([COLUMNS]);
  expect(errors[COLUMNS]).toContain(`Types of property '${FIELD}'`);
  expect(errors[COLUMNS]).toContain("add this field to the model Zone in prisma/schema.prisma");

  insertBefore(SCHEMA, "  // Targets (", `  ${FIELD} Float? @map("water_needed_mgd")\n\n`);
  await generate();
  expect(await compile()).toEqual({});
}, 400_000);

test("a column without a field does not compile", async () => {
  insertBefore(
    SCHEMA,
    "  // Targets (",
    `  waterSuppliedMgd Float? @map("water_supplied_mgd")\n\n`,
  );
  await generate();
  const errors = await compile(COLUMNS);
  expect(Object.keys(errors)).toEqual([COLUMNS]);
  expect(errors[COLUMNS]).toContain("Property 'waterSuppliedMgd' is missing");
}, 400_000);
