import pg from "pg";
import type { TestProject } from "vitest/node";
import { startTemporaryDatabase } from "../../scripts/lib/embedded-postgres.mjs";
import { migrate } from "../../scripts/lib/migrate.mjs";
import { runTypeScript } from "../../scripts/lib/run-command.mjs";
import { type TestDatabaseServer, withDatabase } from "./database-address";

declare module "vitest" {
  export interface ProvidedContext {
    databaseServer: TestDatabaseServer;
  }
}

/** The day of the first edition of the data set. */
const FIRST_EDITION = "2026-11-24";

async function execute(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/**
 * Once per run: a PostgreSQL of its own with two databases to copy from, `empty` (migrated) and `seeded`
 * (the first edition of the data set besides, so that later ones change no test). Nothing of the environment's `DATABASE_URL` is ever touched.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTemporaryDatabase("tests");
  try {
    await execute(server.adminUrl, "CREATE DATABASE empty OWNER tracker");
    await migrate(withDatabase(server.ownerUrl, "empty"), {
      servingUrl: withDatabase(server.url, "empty"),
    });
    await execute(server.adminUrl, "CREATE DATABASE seeded TEMPLATE empty OWNER tracker");
    const seeded = await runTypeScript("seed/load.ts", {
      args: ["--until", FIRST_EDITION],
      env: { DATABASE_URL: withDatabase(server.url, "seeded"), LOG_LEVEL: "warn", BASE_URL: "" },
    });
    if (seeded !== 0) throw new Error("The seed could not be loaded into the tests' database.");
  } catch (error) {
    await server.stop();
    throw error;
  }
  const { url, ownerUrl, adminUrl } = server;
  project.provide("databaseServer", { url, ownerUrl, adminUrl });
  return server.stop;
}
