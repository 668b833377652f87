import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { createTemporaryFolder } from "../../scripts/lib/paths.mjs";
import { trySignIn } from "../support/people";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";

const database = testDatabase("empty");

/** A script that is running, with what it has printed. */
function startScript(script: string, env: Record<string, string>, ...args: string[]) {
  const child = spawn(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", script, ...args],
    { env: { ...process.env, LOG_LEVEL: "warn", BASE_URL: "", ...env } },
  );
  const printed = { out: "", err: "" };
  child.stdout.on("data", (chunk) => {
    printed.out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    printed.err += chunk;
  });
  return { printed, ended: once(child, "close").then(([code]) => Number(code)) };
}

/** Makes every insert into a table fail as on a full disk, until the returned function is called. */
async function fillDisk(table: string): Promise<() => Promise<unknown>> {
  await sql(
    database.adminUrl,
    `CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$;
    CREATE TRIGGER full_disk BEFORE INSERT ON ${table} EXECUTE FUNCTION full_disk()`,
  );
  return () => sql(database.adminUrl, "DROP FUNCTION full_disk CASCADE");
}

test("the load of the data set ends with a sentence on a full disk", async () => {
  const makeRoom = await fillDisk("revision");
  const { printed, ended } = startScript("seed/load.ts", { DATABASE_URL: database.url }, "--once");
  expect(await ended).toBe(1);
  expect(printed.err).toBe(
    "The disk of PostgreSQL is full. Make room on it, and run this again.\n",
  );
  await makeRoom();
}, 60_000);

test("the first admin waits on a full disk, and says so once", async () => {
  const makeRoom = await fillDisk("setup_link");
  const { printed, ended } = startScript("scripts/setup-link.ts", { DATABASE_URL: database.url });
  await expect.poll(() => printed.err, { timeout: 30_000 }).toContain("tried again");
  await makeRoom();
  expect(await ended).toBe(0);
  expect(printed.err).toBe(
    "The disk of PostgreSQL is full. Make room on it. This is tried again until then.\n",
  );
  expect(printed.out).toMatch(/^\/set-up\?token=\S+\n$/);
}, 60_000);

test("the first admin's password can be in a file", async () => {
  const { dir, remove } = createTemporaryFolder("password");
  const file = path.join(dir, "password");
  const env = {
    ...{ DATABASE_URL: database.url, BOOTSTRAP_ADMIN_EMAIL: "first@example.org" },
    BOOTSTRAP_ADMIN_PASSWORD_FILE: file,
  };
  const without = startScript("scripts/setup-link.ts", env);
  expect(await without.ended).toBe(1);
  expect(without.printed.err).toMatch(/^BOOTSTRAP_ADMIN_PASSWORD_FILE: ENOENT: .+\n$/);
  fs.writeFileSync(file, "a long enough password\n");
  const { printed, ended } = startScript("scripts/setup-link.ts", env);
  expect([await ended, printed]).toEqual([0, { out: "", err: "" }]);
  expect((await trySignIn("first@example.org", "a long enough password")).status).toBe(200);
  remove();
}, 60_000);

test("the check of the ledger ends with a sentence where the database is too busy", async () => {
  const name = new URL(database.url).pathname.slice(1);
  await sql(database.adminUrl, `ALTER DATABASE ${name} CONNECTION LIMIT 0`);
  const { printed, ended } = startScript("scripts/db-verify.ts", { DATABASE_URL: database.url });
  expect(await ended).toBe(1);
  expect(printed.err).toBe(
    "PostgreSQL does not answer, or is too busy. Check that it runs, and run this again.\n",
  );
  await sql(database.adminUrl, `ALTER DATABASE ${name} CONNECTION LIMIT -1`);
}, 60_000);
