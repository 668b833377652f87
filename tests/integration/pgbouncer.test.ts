import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, expect, inject, type TestContext, test } from "vitest";
import { migrate } from "../../scripts/lib/migrate.mjs";
import { NEUTRAL_ENV } from "../../scripts/lib/neutral-env.mjs";
import { createTemporaryFolder, fromRoot } from "../../scripts/lib/paths.mjs";
import { findFreePort } from "../../scripts/lib/ports.mjs";
import { AUTH_SECRET } from "../support/auth-secret.mjs";
import { withDatabase } from "../support/database-address";
import { hasPgBouncer, startPgBouncer } from "../support/pgbouncer";
import { requireProgram } from "../support/programs";
import { sql } from "../support/sql";

const NAME = "pooled";
const TRANSACTION = { pool_mode: "transaction" };
const REFUSED = "is behind a pooler that gives each transaction another connection";
let url = "";
let ownerUrl = "";

const asAdmin = (statement: string) => sql(inject("databaseServer").adminUrl, statement);
/** The tables of the database, which is empty until it is migrated. */
const listTables = () =>
  sql(ownerUrl, "SELECT tablename FROM pg_tables WHERE schemaname = 'public' LIMIT 1");
/** The locks of migrations that are held in it. */
const listLocks = () =>
  sql(
    ownerUrl,
    `SELECT pid FROM pg_locks WHERE locktype = 'advisory'
     AND database = (SELECT oid FROM pg_database WHERE datname = '${NAME}')`,
  );

beforeAll(async () => {
  url = withDatabase(inject("databaseServer").url, NAME);
  ownerUrl = withDatabase(inject("databaseServer").ownerUrl, NAME);
  await asAdmin(`CREATE DATABASE ${NAME} OWNER tracker`);
});

afterAll(() => asAdmin(`DROP DATABASE ${NAME} WITH (FORCE)`));

/** Runs a test with PgBouncer in front of the database, if it is installed. */
async function withPooler(
  context: TestContext,
  settings: Record<string, string>,
  work: (through: (address: string) => string) => Promise<void>,
): Promise<void> {
  requireProgram(context, hasPgBouncer(), "PgBouncer is not installed");
  const pooler = await startPgBouncer([url, ownerUrl], settings);
  try {
    await work(pooler.through);
  } finally {
    await pooler.stop();
  }
}

test.for([
  ["as Debian installs it", {}],
  ["which takes its connections in turn", { server_round_robin: "1", min_pool_size: "3" }],
] as const)(
  "a pooler in transaction mode is refused, %s, and nothing is written",
  async ([_, settings], context) => {
    await withPooler(context, { ...TRANSACTION, ...settings }, async (through) => {
      // It has several connections to the server when it is asked.
      await Promise.all(
        Array.from({ length: 3 }, () => sql(through(ownerUrl), "SELECT pg_sleep(0.2)")),
      );
      await expect(migrate(through(ownerUrl))).rejects.toThrow(REFUSED);
      await expect(migrate(ownerUrl, { servingUrl: through(url) })).rejects.toThrow(REFUSED);
      expect(await listTables()).toEqual([]);
      expect(await listLocks()).toEqual([]);
    });
  },
);

test("a start behind it ends with what to do, and has not served", async (context) => {
  await withPooler(context, TRANSACTION, async (through) => {
    const { dir, remove } = createTemporaryFolder("pooled");
    const env = {
      ...{ ...process.env, ...NEUTRAL_ENV, AUTH_SECRET, npm_lifecycle_event: "" },
      ...{ DATABASE_URL: through(url), DATABASE_URL_OWNER: ownerUrl },
      ...{ DATA_DIR: dir, PORT: String(await findFreePort()) },
    };
    const args = [fromRoot("scripts/start.mjs"), "--dev"];
    const started = spawnSync(process.execPath, args, { env, encoding: "utf8" });
    remove();
    expect(started.status).toBe(1);
    expect(started.stderr).toContain("or set pool_mode = session.");
    expect(started.stdout).not.toContain("The tracker is at");
    expect(await listTables()).toEqual([]);
  });
});

test("behind a pooler in session mode that resets nothing, no lock outlives the migration", async (context) => {
  await withPooler(context, { pool_mode: "session", server_reset_query: "" }, async (through) => {
    const applied = await migrate(through(ownerUrl), { servingUrl: through(url) });
    expect(applied.length).toBeGreaterThan(0);
    expect(await listLocks()).toEqual([]);
    expect(await migrate(ownerUrl, { servingUrl: url })).toEqual([]);
  });
});
