import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { withDatabase } from "./database-address";

/** A test file's own database: its addresses once the tests run. */
export interface TestDatabase {
  /** As the app connects: as the role that serves. */
  url: string;
  /** As the role that owns the tables. */
  ownerUrl: string;
  /** As the superuser, into the same database. */
  adminUrl: string;
}

async function asAdmin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject("databaseServer").adminUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/**
 * Gives the test file a database of its own, copied from a prepared one in some 50 ms, and makes it the
 * one that `lib/server` uses. Call it once, at the top of the file.
 * @param template `empty`: migrated and nothing else; `seeded`: with the data set as revision 1
 */
export function testDatabase(template: "empty" | "seeded"): TestDatabase {
  const name = `test_${process.pid}_${Date.now()}`;
  const database: TestDatabase = { url: "", ownerUrl: "", adminUrl: "" };
  beforeAll(async () => {
    const server = inject("databaseServer");
    await asAdmin(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER tracker`);
    database.url = withDatabase(server.url, name);
    database.ownerUrl = withDatabase(server.ownerUrl, name);
    database.adminUrl = withDatabase(server.adminUrl, name);
    process.env.DATABASE_URL = database.url;
  });
  afterAll(async () => {
    const { closeDatabase } = await import("../../lib/server/database/db");
    await closeDatabase();
    await asAdmin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  });
  return database;
}
