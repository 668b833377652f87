import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AppServer, startAppServer } from "../support/app-server";
import { AUTH_SECRET } from "../support/auth-secret.mjs";
import { type HttpSession, send, signInOver } from "../support/http-session";
import { newPerson } from "../support/people";
import { testDatabase } from "../support/test-database";

const ORIGIN = "http://tracker.example.org";
const PAGES = ["/admin/history", "/admin/import", "/admin/work", "/admin/zones"];

const database = testDatabase("seeded");
let server: AppServer;
let session: HttpSession;

beforeAll(async () => {
  const env = { DATABASE_URL: database.url, AUTH_SECRET, BASE_URL: ORIGIN, LOG_LEVEL: "error" };
  server = await startAppServer(env);
  const visitor = { address: server.address, origin: ORIGIN };
  session = { ...visitor, cookie: await signInOver(visitor, await newPerson("admin")) };
});
afterAll(() => server.stop());

/** Holds a table, so that whatever reads it waits, until the returned function is called. */
async function holdTable(table: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: database.adminUrl });
  await client.connect();
  await client.query(`BEGIN; LOCK TABLE ${table}`);
  return () => client.end();
}

test("pages of the desk are 503, and soon, while the database is slow and no connection is left", async () => {
  const giveBack = await holdTable("session");
  const started = Date.now();
  // More than the pool has connections.
  const asked = Array.from({ length: 16 }, (_, n) => PAGES[n % PAGES.length] ?? "");
  const methods = ["GET", "GET", "GET", "GET", "HEAD"];
  const answers = await Promise.all(
    asked.map((page, n) => send(session, methods[n % methods.length] ?? "GET", page)),
  );
  expect(Date.now() - started).toBeLessThan(30_000);
  const seen = answers.map(({ status, headers }) => `${status} ${headers.get("retry-after")}`);
  expect(new Set(seen)).toEqual(new Set(["503 5"]));
  await giveBack();
  await expect.poll(async () => (await send(session, "GET", "/admin/work")).status).toBe(200);
});
