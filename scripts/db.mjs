// `npm run db:…`: the database in use, from the command line.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { backup, restore } from "./lib/backup.mjs";
import { MIGRATIONS_DIR, migrate } from "./lib/migrate.mjs";
import { loadEnvFile } from "./lib/root.mjs";
import { startTemporaryDatabase } from "./lib/temporary-database.mjs";
import { withDatabase } from "./lib/with-database.mjs";

/** @param {string | undefined} argument @param {string} command @param {string} what @returns {string} */
function required(argument, command, what) {
  if (argument) return argument;
  throw new Error(`Say ${what}, such as: npm run db:${command}`);
}

/**
 * A server of its own for the schema engine, so that the database in use is left alone.
 * @returns {Promise<string | null>} the SQL by which schema.prisma is ahead of the migrations
 */
async function schemaDifferenceAside() {
  const { schemaDifference } = await import("./lib/schema-engine.mjs");
  const database = await startTemporaryDatabase("schema");
  try {
    return await schemaDifference(database.adminUrl);
  } finally {
    await database.stop();
  }
}

/** @type {Record<string, (argument: string | undefined, all: string[]) => Promise<void>>} */
const COMMANDS = {
  url: () =>
    withDatabase(async (url, { forNow }) => {
      console.log(url);
      if (forNow) console.error("The embedded server is not running; `npm start` starts it.");
    }),

  psql: (_, all) =>
    withDatabase(async (url) => {
      const { error, status } = spawnSync("psql", ["--dbname", url, ...all], { stdio: "inherit" });
      if (error?.code === "ENOENT") {
        throw new Error(
          "There is no psql on this machine (Debian: apt-get install postgresql-client; macOS: brew install libpq).",
        );
      }
      process.exitCode = status ?? 1;
    }),

  migrate: () =>
    withDatabase(async (url) => {
      const applied = await migrate(url);
      console.log(applied.length > 0 ? `Applied ${applied.join(", ")}.` : "Nothing to apply.");
    }),

  backup: (argument) =>
    withDatabase(async (url) => {
      const file = required(argument, "backup -- tracker.backup", "into which file");
      console.log(`Wrote ${await backup(url, file)} tables to ${file}.`);
    }),

  restore: (argument) =>
    withDatabase(async (url) => {
      const file = required(argument, "restore -- tracker.backup", "from which file");
      console.log(`Restored ${await restore(url, file)} tables from ${file}.`);
    }),

  migration: async (argument) => {
    const name = required(argument, "migration -- add_something", "what it does, in snake_case");
    if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Error(`"${name}" is not snake_case.`);
    const sql = await schemaDifferenceAside();
    if (sql === null)
      return console.log("The migrations give schema.prisma already; none was written.");
    const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
    const folder = path.join(MIGRATIONS_DIR, `${stamp}_${name}`);
    fs.mkdirSync(folder);
    fs.writeFileSync(path.join(folder, "migration.sql"), sql);
    console.log(
      `Wrote ${folder}. Read it, and add the checks that schema.prisma has no words for.`,
    );
  },

  drift: async () => {
    const sql = await schemaDifferenceAside();
    if (sql === null) return console.log("schema.prisma and the migrations agree.");
    throw new Error(`schema.prisma is not what the migrations make; missing is:\n${sql}`);
  },
};

const [name = "", ...all] = process.argv.slice(2);
const command = COMMANDS[name];
if (!command) {
  console.error(`Known commands: ${Object.keys(COMMANDS).join(", ")}.`);
  process.exit(2);
}
loadEnvFile();
try {
  await command(all[0], all);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
