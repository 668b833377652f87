import { execFile, spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WRITE_EXAMPLES } from "../../lib/contract/write-examples";
import { pakistanDay } from "../../lib/time/day";
import { type AppServer, startAppServer } from "../support/app-server";
import { AUTH_SECRET } from "../support/auth-secret.mjs";
import { newPerson } from "../support/people";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";

const database = testDatabase("seeded");
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "cpec-sez-examples-"));
let server: AppServer;
let token = "";

beforeAll(async () => {
  server = await startAppServer({ DATABASE_URL: database.url, AUTH_SECRET });
  const { makeToken } = await import("../../lib/server/accounts/access-tokens");
  const { id, name } = await newPerson("analyst");
  const made = await makeToken(
    { name: "examples", scopes: ["record"], lastDay: pakistanDay(new Date()) },
    { id, name, address: null },
  );
  if (!made.ok) throw new Error(JSON.stringify(made.issues));
  token = made.value;
});

afterAll(async () => {
  fs.rmSync(folder, { recursive: true });
  await server.stop();
});

/** Runs an example in a folder of its own. @returns its exit code and everything it printed */
function run(command: string, file: string, program: string, environment: Record<string, string>) {
  const place = path.join(folder, file);
  fs.writeFileSync(place, program);
  return new Promise<{ code: number; output: string }>((resolve) => {
    const env = { ...process.env, TRACKER: server.address, ...environment };
    execFile(command, [place], { env, timeout: 30_000 }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code ?? 1) : 0, output: stdout + stderr }),
    );
  });
}

test.each([
  ["sh", "curl.sh", WRITE_EXAMPLES.curl],
  ["python3", "record.py", WRITE_EXAMPLES.python],
  ["Rscript", "record.R", WRITE_EXAMPLES.r],
])(
  "the example for %s records a claim once, and says why another token cannot",
  async (command, file, program) => {
    if (spawnSync(command, ["--version"]).error) {
      process.stdout.write(`${command} is not on this machine, so its example was not run.\n`);
      return;
    }
    const id = randomUUID();
    const first = await run(command, file, program, { TOKEN: token, CLAIM_ID: id });
    expect(first.output).toContain('"recorded":1');
    expect(first.code).toBe(0);
    const again = await run(command, file, program, { TOKEN: token, CLAIM_ID: id });
    expect(again.output).toContain('"recorded":0');
    expect(await sql(database.url, `SELECT value FROM claim WHERE id = '${id}'`)).toEqual([
      { value: 70 },
    ]);
    const refused = await run(command, file, program, { TOKEN: "sezt_wrong", CLAIM_ID: id });
    expect(refused.output).toContain("token-invalid");
    expect(refused.code).not.toBe(0);
  },
);
