import type { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
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

test("a database that does not answer ends a start with its address", async () => {
  await expect(migrate(silent.url)).rejects.toThrow(
    /^PostgreSQL at 127\.0\.0\.1:\d+ did not answer within 5 s\. Check that it runs and that DATABASE_URL/,
  );
}, 20_000);

test("a database that is not there ends a start with the name of the setting, without the password", async () => {
  const error = await migrate("postgresql://tracker:secret@127.0.0.1:1/tracker").catch(String);
  expect(error).toContain("PostgreSQL at 127.0.0.1:1 cannot be reached (ECONNREFUSED)");
  expect(error).toContain("DATABASE_URL");
  expect(error).not.toContain("secret");
});

test("a lock that another process keeps ends a command that waits for it", async () => {
  const lock = "SELECT pg_advisory_lock(72707369)";
  await withClient(database.ownerUrl, async (holder) => {
    await holder.query(lock);
    await expect(
      withClient(database.ownerUrl, (client) => client.query(lock), { lockMs: 500 }),
    ).rejects.toThrow(
      /held a lock in the database for too long.*another instance that is migrating/,
    );
  });
});

test("a statement without end is ended", async () => {
  await expect(
    withClient(database.ownerUrl, (client) => client.query("SELECT pg_sleep(60)"), {
      statementMs: 500,
    }),
  ).rejects.toThrow("did not finish a statement in time");
});

test("a database that freezes during a statement is given up", async () => {
  const freeze = (client: Client) => {
    proxy.freeze();
    return client.query("SELECT 1");
  };
  await expect(withClient(proxy.url, freeze, { statementMs: 500 })).rejects.toThrow(
    "did not finish a statement in time",
  );
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

test("the server's connections have timeouts, and there are 10 at most", async () => {
  const { pool } = await import("../../lib/server/database/db");
  const { rows } = await pool().query(
    "SELECT current_setting('lock_timeout') AS lock, current_setting('statement_timeout') AS statement",
  );
  expect(rows).toEqual([{ lock: "1min", statement: "2min" }]);
  await Promise.all(Array.from({ length: 30 }, () => pool().query("SELECT pg_sleep(0.1)")));
  expect(pool().totalCount).toBe(10);
});

test("a read of the ledger waits for a connection while writes use all of them", async () => {
  const { pool } = await import("../../lib/server/database/db");
  const { loadFacts, NO_FACTS } = await import("../../lib/server/registry/load-facts");
  const busy = Array.from({ length: 10 }, () => pool().query("SELECT pg_sleep(3)"));
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
  const started = await Promise.all([start(), start()]);
  expect(started.flat()).toEqual([0, 0, 0, 0]);
  expect(await sql(url, 'SELECT email, role FROM "user"')).toEqual([
    { email: "first@example.org", role: "admin" },
  ]);
  const editions = await readDataSet("seed/data");
  expect(await sql(url, "SELECT count(*)::int AS revisions FROM revision")).toEqual([
    // One of each edition of the data set.
    { revisions: editions.length },
  ]);
  expect(await sql(url, "SELECT count(*)::int AS releases FROM release")).toEqual([
    // One of each edition from the second on.
    { releases: editions.length - 1 },
  ]);
}, 120_000);
