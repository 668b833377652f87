import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { withClient } from "../../scripts/lib/database-client.mjs";
import { migrate } from "../../scripts/lib/migrate.mjs";
import { readDataSet } from "../../seed/read-data-set";
import { type SilentServer, startSilentServer } from "../support/silent-server";
import { sql } from "../support/sql";
import { startTcpProxy, type TcpProxy } from "../support/tcp-proxy";
import { testDatabase } from "../support/test-database";

const database = testDatabase("empty");
let silent: SilentServer;
let proxy: TcpProxy;

beforeAll(async () => {
  silent = await startSilentServer();
  proxy = await startTcpProxy(database.ownerUrl);
});

afterAll(async () => {
  silent.close();
  await proxy.close();
});

afterEach(() => vi.unstubAllEnvs());

test("a database that does not answer ends a start with the name of the setting", async () => {
  vi.stubEnv("DATABASE_CONNECT_TIMEOUT", "1");
  await expect(migrate(silent.url)).rejects.toThrow(
    /^PostgreSQL at 127\.0\.0\.1:\d+ did not answer within 1 s \(DATABASE_CONNECT_TIMEOUT\)/,
  );
});

test("a database that is not there ends a start with the name of the setting, without the password", async () => {
  const error = await migrate("postgresql://tracker:secret@127.0.0.1:1/tracker").catch(String);
  expect(error).toContain("PostgreSQL at 127.0.0.1:1 cannot be reached (ECONNREFUSED)");
  expect(error).toContain("DATABASE_URL");
  expect(error).not.toContain("secret");
});

test("a migration lock that another process keeps ends a start with the name of the setting", async () => {
  vi.stubEnv("DATABASE_LOCK_TIMEOUT", "1");
  await withClient(database.ownerUrl, async (holder) => {
    await holder.query("SELECT pg_advisory_lock(72707369)");
    await expect(migrate(database.ownerUrl)).rejects.toThrow(
      /held a lock in the database for more than 1 s \(DATABASE_LOCK_TIMEOUT\)/,
    );
  });
});

test("a statement without end is ended with the name of the setting", async () => {
  vi.stubEnv("DATABASE_STATEMENT_TIMEOUT", "1");
  await expect(
    withClient(database.ownerUrl, (client) => client.query("SELECT pg_sleep(60)")),
  ).rejects.toThrow(/within 1 s \(DATABASE_STATEMENT_TIMEOUT\)/);
});

test("a database that freezes during a statement is given up", async () => {
  vi.stubEnv("DATABASE_STATEMENT_TIMEOUT", "1");
  const frozen = withClient(proxy.url, (client) => {
    proxy.freeze();
    return client.query("SELECT 1");
  });
  await expect(frozen).rejects.toThrow(/within 1 s \(DATABASE_STATEMENT_TIMEOUT\)/);
  proxy.thaw();
}, 20_000);

test("a start that is stopped ends its statement", async () => {
  const stopping = new AbortController();
  const { signal } = stopping;
  const running = withClient(database.ownerUrl, (client) => client.query("SELECT pg_sleep(60)"), {
    signal,
  });
  setTimeout(() => stopping.abort(), 500);
  await expect(running).rejects.toThrow("aborted");
});

test("the server's connections have the timeouts and the number of the settings", async () => {
  vi.stubEnv("DATABASE_LOCK_TIMEOUT", "7");
  vi.stubEnv("DATABASE_STATEMENT_TIMEOUT", "11");
  vi.stubEnv("DATABASE_POOL_SIZE", "3");
  const { pool } = await import("../../lib/server/database/db");
  const { rows } = await pool().query(
    "SELECT current_setting('lock_timeout') AS lock, current_setting('statement_timeout') AS statement",
  );
  expect(rows).toEqual([{ lock: "7s", statement: "11s" }]);
  await Promise.all(Array.from({ length: 9 }, () => pool().query("SELECT pg_sleep(0.1)")));
  expect(pool().totalCount).toBe(3);
});

test("a read of the ledger waits for a connection while writes use all of them", async () => {
  const { pool } = await import("../../lib/server/database/db");
  const { loadFacts, NO_FACTS } = await import("../../lib/server/registry/load-facts");
  const busy = Array.from({ length: 3 }, () => pool().query("SELECT pg_sleep(3)"));
  expect(await loadFacts(NO_FACTS)).toEqual(NO_FACTS);
  await Promise.all(busy);
}, 20_000);

test("instances that start at the same time migrate, load the data set, release it and create the admin once", async () => {
  const { url } = database;
  const { runTypeScript } = await import("../../scripts/lib/run-command.mjs");
  const start = async () => {
    await migrate(url);
    const env = { DATABASE_URL: url, LOG_LEVEL: "warn", BASE_URL: "" };
    const seeded = await runTypeScript("seed/load.ts", { args: ["--once"], env });
    const admin = {
      BOOTSTRAP_ADMIN_EMAIL: "first@example.org",
      BOOTSTRAP_ADMIN_PASSWORD: "a long enough password",
    };
    return [seeded, await runTypeScript("scripts/setup-link.ts", { env: { ...env, ...admin } })];
  };
  const started = await Promise.all([start(), start(), start()]);
  expect(started.flat()).toEqual([0, 0, 0, 0, 0, 0]);
  expect(await sql(url, 'SELECT email, role FROM "user"')).toEqual([
    { email: "first@example.org", role: "admin" },
  ]);
  const editions = await readDataSet("seed/data");
  expect(await sql(url, "SELECT count(*)::int AS revisions FROM revision")).toEqual([
    // One of each edition of the data set.
    { revisions: editions.length },
  ]);
  expect(await sql(url, "SELECT count(*)::int AS releases FROM release")).toEqual([
    { releases: 1 },
  ]);
}, 120_000);
