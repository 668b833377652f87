import pg from "pg";
import { expect, test, vi } from "vitest";
import { poolSql, runTransaction, type Sql } from "../../lib/server/database/sql";
import { testDatabase } from "../support/test-database";

const database = testDatabase("empty");

const countRows = async () => {
  const [row] = await poolSql<{ readonly count: number }>("SELECT count(*)::int FROM written");
  return row?.count;
};
const insert = (sql: Sql) => sql("INSERT INTO written VALUES (1)");

async function asSuperuser(statement: string, ...values: readonly unknown[]): Promise<void> {
  const client = new pg.Client({ connectionString: database.adminUrl });
  await client.connect();
  await client.query(statement, [...values]);
  await client.end();
}

test("a transaction is committed, or rolled back where its work throws", async () => {
  await asSuperuser("CREATE TABLE written (n int)");
  await asSuperuser("GRANT ALL ON written TO PUBLIC");
  expect(await runTransaction("BEGIN", async (sql) => (await insert(sql)).length)).toBe(0);
  const failing = runTransaction("BEGIN", async (sql) => {
    await insert(sql);
    throw new Error("stopped");
  });
  await expect(failing).rejects.toThrow("stopped");
  expect(await countRows()).toBe(1);
});

test("a transaction with a statement that failed is not taken for committed", async () => {
  const before = await countRows();
  const failing = runTransaction("BEGIN", async (sql) => {
    await insert(sql);
    await sql("SELECT 1 / 0").catch(() => undefined);
  });
  await expect(failing).rejects.toThrow("ended with ROLLBACK");
  expect(await countRows()).toBe(before);
});

test("a connection that ends during a transaction ends neither the process nor the pool", async () => {
  const before = await countRows();
  const ended = vi.fn();
  process.once("uncaughtException", ended);
  const failing = runTransaction("BEGIN", async (sql) => {
    await insert(sql);
    const [own] = await sql<{ readonly pid: number }>("SELECT pg_backend_pid() AS pid");
    await asSuperuser("SELECT pg_terminate_backend($1)", own?.pid);
    await vi.waitFor(() => expect(sql("SELECT 1")).rejects.toThrow());
    await sql("SELECT 1");
  });
  await expect(failing).rejects.toThrow(/terminat|not queryable/i);
  expect(await countRows()).toBe(before);
  process.off("uncaughtException", ended);
  expect(ended).not.toHaveBeenCalled();
});
