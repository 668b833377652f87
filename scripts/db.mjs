// `npm run db:…`: commands on the configured database.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { backupDatabase, restoreDatabase, verifyBackup } from "./lib/database-backup.mjs";
import { startTemporaryDatabase, withDatabase } from "./lib/embedded-postgres.mjs";
import { MIGRATIONS_DIR, migrate } from "./lib/migrate.mjs";
import { describeFailure } from "./lib/run-command.mjs";
import { loadEnvFile } from "./lib/settings.mjs";

/** @param {string | undefined} argument @param {string} what @param {string} usage @returns {string} */
function requireArgument(argument, what, usage) {
  if (argument) return argument;
  throw new Error(`${what} is missing. Usage: npm run ${usage}`);
}

/**
 * Compares the migrations with schema.prisma on a temporary server, so that the configured database is not touched.
 * @returns {Promise<string | null>} the SQL that the migrations lack; null if there is no difference
 */
async function findSchemaDrift() {
  const { diffSchema } = await import("./lib/schema-engine.mjs");
  const database = await startTemporaryDatabase("schema");
  try {
    return await diffSchema(database.adminUrl);
  } finally {
    await database.stop();
  }
}

/** @type {Record<string, (argument: string | undefined, all: string[]) => Promise<void>>} */
const COMMANDS = {
  url: (argument) =>
    withDatabase(async (url, { ownerUrl, isTemporary }) => {
      if (argument !== undefined && argument !== "owner")
        throw new Error(
          `"${argument}" is not known. Usage: npm run db:url, or npm run db:url -- owner`,
        );
      console.log(argument === "owner" ? ownerUrl : url);
      if (isTemporary)
        console.error("The embedded server is not running. Start it with npm start.");
    }),

  psql: (_, all) =>
    withDatabase(async (url) => {
      const { error, status } = spawnSync("psql", ["--dbname", url, ...all], { stdio: "inherit" });
      if (error?.code === "ENOENT") {
        throw new Error(
          "psql is not installed. Install it (Debian: apt-get install postgresql-client; macOS: brew install libpq).",
        );
      }
      process.exitCode = status ?? 1;
    }),

  migrate: () =>
    withDatabase(async (url, { ownerUrl }) => {
      const applied = await migrate(ownerUrl, { servingUrl: url });
      console.log(
        applied.length > 0
          ? `Migrated the database: ${applied.join(", ")}.`
          : "The database is up to date.",
      );
    }),

  backup: (argument) =>
    withDatabase(async (_, { ownerUrl }) => {
      const file = requireArgument(argument, "The file to write", "db:backup -- tracker.backup");
      console.log(`Wrote ${await backupDatabase(ownerUrl, file)} tables to ${file}.`);
    }),

  restore: (argument) =>
    withDatabase(async (url, { ownerUrl }) => {
      const file = requireArgument(argument, "The file to read", "db:restore -- tracker.backup");
      const tables = await restoreDatabase(ownerUrl, file, { servingUrl: url });
      console.log(`Restored ${tables} tables from ${file}.`);
    }),

  "verify-backup": async (argument) => {
    const usage = "db:verify-backup -- tracker.backup";
    const file = requireArgument(argument, "The file to read", usage);
    const { tables } = await verifyBackup(file);
    console.log(`${file} is complete: ${tables.length} tables. It can be restored.`);
  },

  migration: async (argument) => {
    const name = requireArgument(argument, "The name", "db:migration -- add_something");
    if (!/^[a-z][a-z0-9_]*$/.test(name))
      throw new Error(`"${name}" is not in snake_case. Use a name such as add_something.`);
    const sql = await findSchemaDrift();
    if (sql === null)
      return console.log("The migrations already produce schema.prisma. No migration was written.");
    const timestamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
    const folder = path.join(MIGRATIONS_DIR, `${timestamp}_${name}`);
    fs.mkdirSync(folder);
    fs.writeFileSync(path.join(folder, "migration.sql"), sql);
    console.log(
      `Wrote ${folder}. Review it, and add the checks that schema.prisma cannot express. ` +
        "npx prisma generate, or the next start, writes the types.",
    );
  },

  drift: async () => {
    const sql = await findSchemaDrift();
    if (sql === null) return console.log("schema.prisma and the migrations agree.");
    throw new Error(
      `schema.prisma and the migrations differ. Add a migration with npm run db:migration. The migrations lack:\n${sql}`,
    );
  },
};

const [name = "", ...all] = process.argv.slice(2);
const command = COMMANDS[name];
if (!command) {
  console.error(
    `Unknown command "${name}". The commands are: ${Object.keys(COMMANDS).join(", ")}.`,
  );
  process.exit(2);
}
loadEnvFile();
try {
  await command(all[0], all);
} catch (error) {
  console.error(describeFailure(error));
  process.exitCode = 1;
}
